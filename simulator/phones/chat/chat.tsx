import { IconHandStop, IconMessageCircle } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import { setBlocked } from '../api/simulator.ts'
import type { ChatMessage, SimNumber } from '../api/types.ts'
import { go } from '../app/route.ts'
import { useWords } from '../app/settings.tsx'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { attempt } from '../ui/toast.ts'
import type { BubbleActions } from './bubble.tsx'
import s from './chat.module.css'
import { ChatHeader } from './chat-header.tsx'
import { ChoiceSheet } from './choice-sheet.tsx'
import { Composer } from './composer.tsx'
import { ForwardDialog } from './forward-dialog.tsx'
import { MessageList } from './message-list.tsx'
import { MessageMenu } from './message-menu.tsx'
import { useChat } from './use-chat.ts'

interface ChatProps {
  personId: string
  number: SimNumber
  numbers: SimNumber[]
}

/** The chat of one person with one business. Mount it with a key per chat. */
export function Chat({ personId, number, numbers }: ChatProps) {
  const words = useWords()
  const { view, state, send, retry, media, tap } = useChat(personId, number.id)
  const [menu, setMenu] = useState<{ message: ChatMessage; at: { x: number; y: number } }>()
  const [sheet, setSheet] = useState<ChatMessage>()
  const [replyTo, setReplyTo] = useState<ChatMessage>()
  const [forwarding, setForwarding] = useState<ChatMessage>()
  const closeMenu = useCallback(() => setMenu(undefined), [])

  const actions = useMemo<BubbleActions>(
    () => ({
      tap: (message, index) => tap(message, { index }),
      openList: setSheet,
      openMenu: (message, at) => setMenu({ message, at }),
      retry,
    }),
    [tap, retry],
  )

  const person = view.data?.person
  const blocked = person?.blockedNumbers.includes(number.id) ?? false

  return (
    <section className={s.chat} aria-label={number.verifiedName} data-testid="chat">
      <ChatHeader
        number={view.data?.number ?? number}
        numbers={numbers}
        typing={state.typing}
        onInfo={() => go({ panel: 'person' })}
      />
      <div className={s.wall}>
        {state.loaded && state.messages.length === 0 && !state.typing ? (
          <div className={s.empty}>
            <Empty
              icon={<IconMessageCircle size={28} />}
              title={words.chatEmpty}
              hint={words.chatEmptyHint(number.verifiedName)}
            >
              <a href="http://127.0.0.1:4000/demo" target="_blank" rel="noopener noreferrer">
                {words.openShop}
              </a>
            </Empty>
          </div>
        ) : (
          <MessageList state={state} businessName={number.verifiedName} actions={actions} />
        )}
        {view.error && !view.data && <p className={s.error}>{view.error}</p>}
        {person && !blocked && (
          <Composer
            personId={personId}
            phoneNumberId={number.id}
            personName={person.name}
            businessName={number.verifiedName}
            replyTo={replyTo}
            onCancelReply={() => setReplyTo(undefined)}
            onSend={(text) => {
              send(text, replyTo?.id)
              setReplyTo(undefined)
            }}
            onMedia={media}
          />
        )}
        {person && blocked && (
          <div className={s.blocked} data-testid="blocked-notice">
            <IconHandStop size={20} aria-hidden="true" />
            <span>{words.blockedNotice(number.verifiedName)}</span>
            <Button
              look="soft"
              onClick={() =>
                void attempt(setBlocked(personId, number.id, false), words.unreachable).then(view.reload)
              }
            >
              {words.unblock}
            </Button>
          </div>
        )}
      </div>
      {sheet && (
        <ChoiceSheet
          message={sheet}
          onClose={() => setSheet(undefined)}
          onTap={(choice) => tap(sheet, choice)}
        />
      )}
      {menu && (
        <MessageMenu
          message={menu.message}
          at={menu.at}
          onClose={closeMenu}
          onReply={() => setReplyTo(menu.message)}
          onForward={() => setForwarding(menu.message)}
        />
      )}
      {forwarding && person && (
        <ForwardDialog
          message={forwarding}
          person={person}
          numbers={numbers}
          onClose={() => setForwarding(undefined)}
        />
      )}
    </section>
  )
}

import { ActionIcon, Title } from '@mantine/core'
import { IconChevronLeft, IconInfoCircle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '../../api/campaign-entities.ts'
import type { ContactCard } from '../../api/entities.ts'
import { PersonAvatar, usePersonName } from '../../design/person.tsx'
import { StateBadge } from '../../design/state-badge.tsx'
import { HoldNotice } from '../contact/hold-notice.tsx'
import classes from './chat.module.css'
import { Composer } from './composer.tsx'
import { Messages } from './messages.tsx'
import panes from './panes.module.css'
import type { ChatKey } from './use-chat.ts'
import { WindowTimer } from './window-timer.tsx'

interface ChatProps {
  chat: ChatKey
  conversation: Conversation | undefined
  contact: ContactCard | undefined
  onBack: () => void
  onSide: () => void
}

/** Middle pane: what was said, and the answer. */
export function Chat({ chat, conversation, contact, onBack, onSide }: ChatProps) {
  const { t } = useTranslation('inbox')
  const nameOf = usePersonName()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const person = contact ?? conversation
  return (
    <section className={panes.chat} aria-label={t('chat')}>
      <header className={classes.chatHead}>
        <ActionIcon className={panes.phoneOnly} size="lg" aria-label={t('back')} onClick={onBack}>
          <IconChevronLeft size={20} />
        </ActionIcon>
        <PersonAvatar id={chat.contactId} name={person?.name ?? null} />
        <div className={classes.chatWho}>
          <Title order={2} ref={heading} tabIndex={-1} className={classes.chatName}>
            {person ? nameOf(person) : '…'}
          </Title>
          {conversation && <WindowTimer endsAt={conversation.windowEndsAt} compact />}
        </div>
        {conversation?.state === 'closed' && <StateBadge kind="conversation" state="closed" />}
        <ActionIcon className={panes.narrowOnly} size="lg" aria-label={t('showSide')} onClick={onSide}>
          <IconInfoCircle size={20} stroke={1.7} />
        </ActionIcon>
      </header>
      {contact?.hold && (
        <div className={classes.hold}>
          <HoldNotice contactId={contact.id} hold={contact.hold} suppressed={contact.suppressed} />
        </div>
      )}
      <Messages chat={chat} />
      {conversation && <Composer chat={chat} windowEndsAt={conversation.windowEndsAt} />}
    </section>
  )
}

import { IconMicrophone, IconPaperclip, IconPhoto, IconSend2, IconX } from '@tabler/icons-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ChatMessage } from '../api/types.ts'
import { useWords } from '../app/settings.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import s from './composer.module.css'
import { keepDraft, readDraft } from './drafts.ts'
import { Quote } from './quote.tsx'

interface ComposerProps {
  personId: string
  phoneNumberId: string
  personName: string
  businessName: string
  replyTo?: ChatMessage
  onCancelReply(): void
  onSend(text: string): void
  onMedia(type: 'image' | 'audio', caption?: string): void
}

/** Where the person writes: grows with the text, Enter sends, Shift+Enter makes a line. */
export function Composer(props: ComposerProps) {
  const { personId, phoneNumberId, replyTo, onCancelReply } = props
  const words = useWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(() => readDraft(personId, phoneNumberId))
  const [menuAt, setMenuAt] = useState<{ x: number; y: number }>()
  const ready = text.trim() !== ''

  const write = (value: string) => {
    setText(value)
    keepDraft(personId, phoneNumberId, value)
  }

  useLayoutEffect(() => {
    const element = field.current
    if (!element || element.value !== text) return
    element.style.height = '0'
    element.style.height = `${element.scrollHeight}px`
  }, [text])

  useEffect(() => {
    if (replyTo) field.current?.focus()
  }, [replyTo])

  // A touch keyboard that jumps up at once would hide the chat, so only where there is a mouse.
  useEffect(() => {
    const element = field.current
    if (!element || !window.matchMedia('(pointer: fine)').matches) return
    element.focus()
    element.setSelectionRange(element.value.length, element.value.length)
  }, [])

  const send = () => {
    if (!ready) return
    props.onSend(text.trim())
    write('')
    field.current?.focus()
  }

  const attach = (type: 'image' | 'audio') => {
    props.onMedia(type, type === 'image' ? text.trim() : undefined)
    if (type === 'image') write('')
  }

  return (
    <form
      className={s.composer}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {replyTo && (
        <div className={s.reply}>
          <Quote message={replyTo} businessName={props.businessName} />
          <button type="button" className={s.round} aria-label={words.cancelReply} onClick={onCancelReply}>
            <IconX size={18} aria-hidden="true" />
          </button>
        </div>
      )}
      <div className={s.line}>
        <div className={s.box}>
          <textarea
            ref={field}
            rows={1}
            className={s.field}
            value={text}
            placeholder={words.messageAs(props.personName)}
            aria-label={words.messageAs(props.personName)}
            data-testid="composer"
            enterKeyHint="send"
            onChange={(event) => write(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
                event.preventDefault()
                send()
              }
              if (event.key === 'Escape' && replyTo) onCancelReply()
            }}
          />
          <button
            type="button"
            className={s.round}
            aria-label={words.attach}
            title={words.attach}
            aria-haspopup="menu"
            data-testid="attach"
            onClick={(event) => {
              const box = event.currentTarget.getBoundingClientRect()
              setMenuAt({ x: box.left, y: box.top })
            }}
          >
            <IconPaperclip size={21} aria-hidden="true" />
          </button>
        </div>
        {ready ? (
          <button
            type="submit"
            className={s.send}
            aria-label={words.send}
            title={words.send}
            data-testid="send"
          >
            <IconSend2 size={22} aria-hidden="true" />
          </button>
        ) : (
          <button
            type="button"
            className={s.send}
            aria-label={words.sendVoice}
            title={words.sendVoice}
            data-testid="voice"
            onClick={() => attach('audio')}
          >
            <IconMicrophone size={22} aria-hidden="true" />
          </button>
        )}
      </div>
      {menuAt && (
        <Menu at={menuAt} label={words.attach} onClose={() => setMenuAt(undefined)}>
          <MenuItem icon={<IconPhoto size={18} />} testId="attach-image" onPick={() => attach('image')}>
            {words.sendPhoto}
          </MenuItem>
          <MenuItem icon={<IconMicrophone size={18} />} testId="attach-audio" onPick={() => attach('audio')}>
            {words.sendVoice}
          </MenuItem>
        </Menu>
      )}
    </form>
  )
}

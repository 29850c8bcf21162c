import { IconArrowForwardUp, IconChevronDown } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import type { ChatMessage } from '../api/types.ts'
import { useSettings } from '../app/settings.tsx'
import { clock } from '../ui/when.ts'
import s from './bubble.module.css'
import { BubbleButtons } from './bubble-buttons.tsx'
import { BubbleCards } from './bubble-cards.tsx'
import { BubbleMedia } from './bubble-media.tsx'
import type { ShownMessage } from './chat-state.ts'
import { Quote } from './quote.tsx'
import { RichText } from './rich-text.tsx'
import { Ticks } from './ticks.tsx'

export interface BubbleActions {
  tap(message: ChatMessage, index: number): void
  openList(message: ChatMessage): void
  openMenu(message: ChatMessage, at: { x: number; y: number }): void
  retry(message: ShownMessage): void
}

interface BubbleProps {
  message: ShownMessage
  quoted?: ChatMessage
  businessName: string
  /** first of a run by the same side: it gets the little tail */
  first: boolean
  actions: BubbleActions
}

/** One message as the phone shows it, with everything that can hang on it. */
export const Bubble = memo(function Bubble({ message, quoted, businessName, first, actions }: BubbleProps) {
  const { words, locale } = useSettings()
  const lost = message.direction === 'in' && message.status === 'failed'
  const className = [
    s.bubble,
    message.direction === 'out' ? s.out : s.in,
    first && s.first,
    lost && s.lost,
    !message.body && s.bare,
  ]

  if (message.type === 'system') {
    return (
      <li className={s.system} data-testid="message" data-wamid={message.id} data-status={message.status}>
        <span>{message.body}</span>
      </li>
    )
  }

  return (
    <li
      className={`${s.row} ${message.direction === 'out' ? s.rowOut : ''} ${message.fresh ? s.fresh : ''}`}
      data-testid="message"
      data-wamid={message.id}
      data-direction={message.direction}
      data-status={message.local ?? message.status}
      data-type={message.type}
      data-template={message.template}
    >
      <div className={s.column}>
        <div className={className.filter(Boolean).join(' ')} data-bubble>
          {message.forwarded && (
            <p className={s.forwarded}>
              <IconArrowForwardUp size={14} aria-hidden="true" /> {words.forwarded}
            </p>
          )}
          {quoted && <Quote message={quoted} businessName={businessName} />}
          <BubbleMedia message={message} />
          {message.header?.format === 'text' && <p className={s.header}>{message.header.text}</p>}
          {message.body && (
            <p className={s.body}>
              <RichText text={message.body} />
              <MetaRoom out={message.direction === 'out'} />
            </p>
          )}
          {message.footer && <p className={s.footer}>{message.footer}</p>}
          <p className={s.meta}>
            <time dateTime={message.at}>{clock(message.at, locale)}</time>
            {message.direction === 'out' && <Ticks message={message} />}
          </p>
          {!message.local && (
            <button
              type="button"
              className={s.more}
              aria-label={words.messageMenu}
              aria-haspopup="menu"
              data-testid="message-menu-button"
              onClick={(event) => {
                const box = event.currentTarget.getBoundingClientRect()
                actions.openMenu(message, { x: box.left, y: box.bottom })
              }}
            >
              <IconChevronDown size={18} aria-hidden="true" />
            </button>
          )}
        </div>
        {message.reaction && <span className={s.reaction}>{message.reaction}</span>}
        <BubbleCards message={message} actions={actions} />
        <BubbleButtons message={message} actions={actions} />
        {lost && <Note>{words.notDelivered}</Note>}
        {message.local === 'unsent' && (
          <Note>
            {words.notSent}{' '}
            <button type="button" className={s.retry} onClick={() => actions.retry(message)}>
              {words.tryAgain}
            </button>
          </Note>
        )}
      </div>
    </li>
  )
})

/** Keeps room at the end of the last line, so that time and ticks never cover the text. */
function MetaRoom({ out }: { out: boolean }) {
  return <span className={out ? s.roomOut : s.room} aria-hidden="true" />
}

function Note({ children }: { children: ReactNode }) {
  return <p className={s.note}>{children}</p>
}

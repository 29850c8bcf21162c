import { Tooltip } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCheck,
  IconChecks,
  IconClock,
  IconHandStop,
  IconHelpCircle,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageState } from '../api/campaign-entities.ts'
import { useFormat } from '../i18n/format.ts'
import classes from './chat-bubble.module.css'
import { MessageText } from './message-text.tsx'

export interface ChatBubbleProps {
  /** `in`: the person wrote it; `out`: the business. */
  direction: 'in' | 'out'
  text: string
  at: string
  buttons?: { text: string }[]
  /** Of an outgoing message: shown as ticks. */
  state?: MessageState | null
  /** Above the text: who wrote it, or what kind of message it is. */
  label?: ReactNode
  /** Between label and text: a picture, a card, a list. */
  children?: ReactNode
  /** Beside the time: that it was edited. */
  mark?: ReactNode
  /** How the other side reacted: an emoji, and what to call that. */
  reaction?: { emoji: string; label: string } | undefined
  /** Below the bubble: why it did not go. */
  note?: ReactNode
}

const ticks: Record<MessageState, typeof IconCheck> = {
  queued: IconClock,
  sending: IconClock,
  accepted: IconCheck,
  held: IconClock,
  sent: IconCheck,
  delivered: IconChecks,
  read: IconChecks,
  failed: IconAlertTriangle,
  withheld: IconHandStop,
  unknown: IconHelpCircle,
}

/** One message of a chat, as a messenger shows it. */
export function ChatBubble(props: ChatBubbleProps) {
  const { direction, text, at, buttons, state, label, note, children, mark, reaction } = props
  const { t } = useTranslation('design')
  const format = useFormat()
  const stateWord = state ? t(`state.message.${state}`) : ''
  const Ticks = state ? ticks[state] : undefined
  const gone = state === 'withheld' || state === 'failed'
  return (
    <div className={classes.message} data-direction={direction}>
      <div className={classes.bubble} data-gone={gone || undefined}>
        {label && <span className={classes.label}>{label}</span>}
        {children}
        {text && (
          <span className={classes.text}>
            <MessageText text={text} />
          </span>
        )}
        <span className={classes.foot}>
          {mark && <span>{mark} ·</span>}
          <time dateTime={at} title={format.exact(at)}>
            {format.time(at)}
          </time>
          {Ticks && (
            <Tooltip label={stateWord}>
              <span className={classes.ticks} data-state={state} role="img" aria-label={stateWord}>
                <Ticks size={15} stroke={1.9} aria-hidden />
              </span>
            </Tooltip>
          )}
        </span>
      </div>
      {buttons && buttons.length > 0 && (
        <div className={classes.buttons}>
          {buttons.map((button) => (
            <span key={button.text} className={classes.button}>
              {button.text}
            </span>
          ))}
        </div>
      )}
      {reaction && (
        <span className={classes.reaction} role="img" aria-label={reaction.label} title={reaction.label}>
          {reaction.emoji}
        </span>
      )}
      {note && <span className={classes.note}>{note}</span>}
    </div>
  )
}

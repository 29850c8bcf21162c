import {
  IconArrowBackUp,
  IconCheck,
  IconCopy,
  IconExternalLink,
  IconList,
  IconListDetails,
  IconPhone,
} from '@tabler/icons-react'
import type { ChatMessage, MessageButton } from '../api/types.ts'
import { useWords } from '../app/settings.tsx'
import { showToast } from '../ui/toast.ts'
import type { BubbleActions } from './bubble.tsx'
import s from './bubble-buttons.module.css'
import { phoneLink } from './phone-link.ts'

/** With more buttons than this the messenger shows two and hides the others behind a sheet. */
const mostButtonsShown = 3

interface BubbleButtonsProps {
  message: ChatMessage
  actions: BubbleActions
}

/** The buttons under a bubble: quick replies, links, calls, codes, and the list opener. */
export function BubbleButtons({ message, actions }: BubbleButtonsProps) {
  const words = useWords()
  const onCards = new Set(message.cards?.flatMap((card) => card.buttons))
  const buttons = (message.buttons ?? []).filter(
    (button) => button.kind !== 'list' && !onCards.has(button.index),
  )
  const folded = buttons.length > mostButtonsShown
  const shown = folded ? buttons.slice(0, 2) : buttons
  if (!shown.length && !message.list) return null
  return (
    <div className={s.buttons}>
      {shown.map((button) => (
        <ActionButton
          key={button.index}
          button={button}
          tapped={message.tapped?.includes(button.text) ?? false}
          onTap={() => actions.tap(message, button.index)}
        />
      ))}
      {folded && (
        <button type="button" className={s.button} onClick={() => actions.openList(message)}>
          <IconListDetails size={17} aria-hidden="true" /> {words.allOptions}
        </button>
      )}
      {message.list && (
        <button
          type="button"
          className={s.button}
          data-testid="message-button"
          data-kind="list"
          onClick={() => actions.openList(message)}
        >
          <IconList size={17} aria-hidden="true" /> {message.list.button}
        </button>
      )}
    </div>
  )
}

interface ActionButtonProps {
  button: MessageButton
  tapped: boolean
  onTap(): void
}

/** One button of a message; links and calls leave the chat, the others answer in it. */
export function ActionButton({ button, tapped, onTap }: ActionButtonProps) {
  const words = useWords()
  const marks = { 'data-testid': 'message-button', 'data-kind': button.kind, 'data-index': button.index }
  switch (button.kind) {
    case 'url':
    case 'phone_number':
      return (
        <a
          className={s.button}
          href={button.url && phoneLink(button.url)}
          target="_blank"
          rel="noopener noreferrer"
          {...marks}
        >
          {button.kind === 'url' ? (
            <IconExternalLink size={17} aria-hidden />
          ) : (
            <IconPhone size={17} aria-hidden />
          )}
          {button.text}
        </a>
      )
    case 'copy_code': {
      const copy = async () => {
        await navigator.clipboard.writeText(button.payload ?? button.text)
        showToast(words.copied)
      }
      return (
        <button type="button" className={s.button} onClick={() => void copy()} {...marks}>
          <IconCopy size={17} aria-hidden="true" /> {button.text}
        </button>
      )
    }
    default:
      return (
        <button
          type="button"
          className={tapped ? `${s.button} ${s.tapped}` : s.button}
          data-tapped={tapped}
          onClick={onTap}
          {...marks}
        >
          {tapped ? (
            <IconCheck size={17} aria-hidden="true" />
          ) : (
            <IconArrowBackUp size={17} aria-hidden="true" />
          )}
          {button.text}
          {tapped && <span className="visually-hidden">({words.tapped})</span>}
        </button>
      )
  }
}

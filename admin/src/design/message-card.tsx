import { MessageButtons } from './message-buttons.tsx'
import classes from './message-card.module.css'
import { MessageCarousel } from './message-carousel.tsx'
import type { ShownButton, ShownContent } from './message-content.ts'
import { MessageHeader } from './message-header.tsx'
import { fillVariables, MessageText } from './message-text.tsx'

export interface MessageCardProps {
  content: ShownContent
  values: Record<string, string>
  time: string
  onAll?: (buttons: readonly ShownButton[]) => void
}

/** One template message as the phone shows it: header, text, footer, clock, its buttons in the same card, cards below. */
export function MessageCard({ content, values, time, onAll }: MessageCardProps) {
  const { header, body, footer, buttons, cards } = content
  return (
    <>
      <div className={classes.card}>
        <div className={classes.words}>
          {header && <MessageHeader header={header} values={values} />}
          <span className={classes.text}>
            <MessageText text={fillVariables(body, values)} />
          </span>
          {footer && <span className={classes.footer}>{footer}</span>}
          <span className={classes.time}>{time}</span>
        </div>
        <MessageButtons buttons={buttons} onAll={onAll} />
      </div>
      {cards && cards.length > 0 && <MessageCarousel cards={cards} values={values} onAll={onAll} />}
    </>
  )
}

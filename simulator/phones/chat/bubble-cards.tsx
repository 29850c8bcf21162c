import type { ChatMessage } from '../api/types.ts'
import { useWords } from '../app/settings.tsx'
import type { BubbleActions } from './bubble.tsx'
import { ActionButton } from './bubble-buttons.tsx'
import s from './bubble-cards.module.css'
import { BubbleMedia } from './bubble-media.tsx'
import { RichText } from './rich-text.tsx'

/** Cards of a carousel side by side, each with its picture, its text and its own buttons. */
export function BubbleCards({ message, actions }: { message: ChatMessage; actions: BubbleActions }) {
  const words = useWords()
  if (!message.cards) return null
  return (
    <section className={s.cards} aria-label={words.cards}>
      {message.cards.map((card) => (
        <div key={card.buttons.join()} className={s.card}>
          <BubbleMedia message={{ ...message, type: 'template', header: card.header }} />
          <p className={s.text}>
            <RichText text={card.body} />
          </p>
          {card.buttons.map((index) => {
            const button = message.buttons?.find((each) => each.index === index)
            return (
              button && (
                <ActionButton
                  key={index}
                  button={button}
                  tapped={message.tapped?.includes(button.text) ?? false}
                  onTap={() => actions.tap(message, index)}
                />
              )
            )
          })}
        </div>
      ))}
    </section>
  )
}

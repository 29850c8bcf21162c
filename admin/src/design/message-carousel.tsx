import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { MessageButtons } from './message-buttons.tsx'
import classes from './message-card.module.css'
import type { ShownButton, ShownCard } from './message-content.ts'
import { MessageFile } from './message-file.tsx'
import { fillVariables, MessageText } from './message-text.tsx'

interface MessageCarouselProps {
  cards: readonly ShownCard[]
  values: Record<string, string>
  onAll?: ((buttons: readonly ShownButton[]) => void) | undefined
}

/** What scrolls must be reachable by keys too. */
const reachable = { tabIndex: 0 }

/** The cards below a message; they are swiped on a phone, and here moved by finger, wheel or the two arrows. */
export function MessageCarousel({ cards, values, onAll }: MessageCarouselProps) {
  const { t } = useTranslation('design')
  const list = useRef<HTMLUListElement>(null)
  const move = (by: -1 | 1) => {
    const step = list.current?.firstElementChild?.getBoundingClientRect().width ?? 0
    list.current?.scrollBy({ left: by * (step + 8), behavior: 'smooth' })
  }
  // Cards have no identity but their place.
  const cardAt = (place: number, card: ShownCard) => (
    <li key={place} className={classes.slide} aria-label={t('phone.card', { place: place + 1 })}>
      <div className={classes.words}>
        <MessageFile file={card.header} />
        <span className={classes.text}>
          <MessageText text={fillVariables(card.body, values)} />
        </span>
      </div>
      <div className={classes.slideEnd}>
        <MessageButtons buttons={card.buttons} onAll={onAll} />
      </div>
    </li>
  )
  return (
    <div className={classes.carousel}>
      <ul
        ref={list}
        className={classes.slides}
        aria-label={t('phone.cards', { count: cards.length })}
        {...reachable}
      >
        {cards.map((card, index) => cardAt(index, card))}
      </ul>
      {cards.length > 1 && (
        <span className={classes.steps}>
          <ActionIcon size="sm" radius="xl" aria-label={t('phone.previous')} onClick={() => move(-1)}>
            <IconChevronLeft size={16} />
          </ActionIcon>
          <span className="tabular">{t('phone.cards', { count: cards.length })}</span>
          <ActionIcon size="sm" radius="xl" aria-label={t('phone.next')} onClick={() => move(1)}>
            <IconChevronRight size={16} />
          </ActionIcon>
        </span>
      )}
    </div>
  )
}

import type { Content, ContentButton } from '../../api/campaign-entities.ts'
import { type ButtonKind, freshButton, movedButton } from './buttons.ts'

export type ContentCard = NonNullable<Content['cards']>[number]

export const fewestCards = 2
export const mostCards = 10

/** A new carousel: two cards with a picture and a link. */
export const firstCards = (): ContentCard[] =>
  Array.from({ length: fewestCards }, () => ({
    header: { format: 'image', url: '' },
    body: '',
    buttons: [freshButton('url')],
  }))

/** One more card of the kind that is there: Meta wants the same file format and the same buttons on each. */
export function withCard(cards: readonly ContentCard[]): ContentCard[] {
  const last = cards.at(-1)
  if (!last) return firstCards()
  const buttons = last.buttons.map((button) => ({ ...freshButton(button.kind), ...keptText(button) }))
  return [...cards, { header: { format: last.header.format, url: '' }, body: '', buttons }]
}

const keptText = (button: ContentButton) => (button.kind === 'copy_code' ? {} : { text: button.text })

/** Pictures on all cards or films on all. */
export const withFormat = (
  cards: readonly ContentCard[],
  format: ContentCard['header']['format'],
): ContentCard[] => cards.map((card) => ({ ...card, header: { format, url: '' } }))

export const withButtonOnAll = (cards: readonly ContentCard[], kind: ButtonKind): ContentCard[] =>
  cards.map((card) => ({ ...card, buttons: [...card.buttons, freshButton(kind)] }))

export const withoutButtonOnAll = (cards: readonly ContentCard[], place: number): ContentCard[] =>
  cards.map((card) => ({ ...card, buttons: card.buttons.filter((_, at) => at !== place) }))

export const movedOnAll = (cards: readonly ContentCard[], from: number, to: number): ContentCard[] =>
  cards.map((card) => ({ ...card, buttons: movedButton(card.buttons, from, to) }))

import type { Card, Content } from '../content.ts'
import { checkEach } from './check-buttons.ts'
import { checkPlaces, tooLong } from './check-texts.ts'
import type { Findings } from './finding.ts'

/** Two to ten cards, all built alike (Meta, media card carousel templates). */
export function checkCards(content: Content, findings: Findings): void {
  const { cards } = content
  if (!cards) return
  if (cards.length < 2 || cards.length > 10) findings.add('cards_count', 'cards', { count: cards.length })
  if (content.header || content.footer || content.buttons.length > 0) {
    const { header: _header, footer: _footer, ...rest } = content
    findings.add('cards_alone', 'cards', {}, { content: { ...rest, buttons: [] } })
  }
  const [first] = cards
  for (const [index, card] of cards.entries()) {
    const where = `cards.${index}`
    if (first && shape(card) !== shape(first)) findings.add('cards_alike', where)
    if (card.body.trim() === '') findings.add('card_body', `${where}.body`)
    else {
      tooLong('card_body_length', `${where}.body`, card.body, 160, findings)
      if ((card.body.match(/\n/g) ?? []).length > 2) findings.add('card_line_breaks', `${where}.body`)
      checkPlaces(card.body, `${where}.body`, findings)
    }
    if (card.buttons.length < 1 || card.buttons.length > 2) findings.add('card_buttons', `${where}.buttons`)
    if (card.buttons.some((button) => button.kind === 'copy_code'))
      findings.add('card_code', `${where}.buttons`)
    checkEach(card.buttons, `${where}.buttons`, findings, (buttons) => ({
      content: {
        ...content,
        cards: cards.map((each, place) => (place === index ? { ...each, buttons } : each)),
      },
    }))
  }
}

const shape = ({ header, buttons }: Card): string =>
  [
    header.format,
    ...buttons.map((button) => `${button.kind}${'suffix' in button && button.suffix ? '+' : ''}`),
  ].join(' ')

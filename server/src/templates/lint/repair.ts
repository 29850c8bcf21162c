import type { Content, TemplateButton } from '../content.ts'
import { optOutOf } from '../opt-out.ts'
import { optOutTexts } from './opt-out-texts.ts'

const EMOJI = /\p{Extended_Pictographic}\uFE0F?/gu

/** A short line as Meta takes it: no emoji, formatting or line breaks. */
export const plainLine = (text: string): string =>
  text
    .replace(EMOJI, '')
    .replace(/[*_~`](?![^{]*\}\})/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Gives a marketing template its button and, where there is none, its footer; with cards the words stand in the text, unless a card has the button. */
export function withOptOut(content: Content, language: string): Content {
  const { footer, button } = optOutTexts(language)
  const ways = optOutOf(content)
  if (content.cards)
    return ways.footer || ways.button ? content : { ...content, body: `${content.body}\n${footer}` }
  const room = content.buttons.length < 10
  const optOut: TemplateButton = { kind: 'quick_reply', text: button, optOut: true }
  // A button that says so already only lacks its mark.
  const said = content.buttons.findIndex((each) => each.kind === 'quick_reply' && each.text === button)
  const buttons =
    ways.button || (said < 0 && !room)
      ? content.buttons
      : said < 0
        ? grouped([...content.buttons, optOut])
        : content.buttons.map((each, index) => (index === said ? optOut : each))
  return { ...content, buttons, ...(content.footer ? {} : { footer }) }
}

/** The same content for another language: a way out in the words that we offer follows, what somebody reworded stays. */
export function inLanguage(content: Content, from: string, to: string): Content {
  const [before, after] = [optOutTexts(from), optOutTexts(to)]
  const { footer, buttons } = content
  return {
    ...content,
    ...(footer === before.footer ? { footer: after.footer } : {}),
    buttons: buttons.map((button) =>
      button.kind === 'quick_reply' && button.optOut && button.text === before.button
        ? { ...button, text: after.button }
        : button,
    ),
  }
}

/** Quick replies together, behind the others. */
export function grouped(buttons: readonly TemplateButton[]): TemplateButton[] {
  const quick = (button: TemplateButton) => button.kind === 'quick_reply'
  return [...buttons.filter((button) => !quick(button)), ...buttons.filter(quick)]
}

/** Renames variables everywhere, examples too. */
export function renamed(content: Content, rename: (name: string) => string): Content {
  const inText = (text: string) =>
    text.replace(/\{\{([^{}]*)\}\}/g, (_whole, name: string) => `{{${rename(name.trim())}}}`)
  const inButton = (button: TemplateButton): TemplateButton => {
    if (button.kind === 'copy_code') return { ...button, code: inText(button.code) }
    if (button.kind !== 'url' || button.suffix?.from !== 'variable') return button
    return { ...button, suffix: { from: 'variable', name: rename(button.suffix.name) } }
  }
  const { header, cards } = content
  return {
    ...content,
    ...(header?.format === 'text' ? { header: { format: 'text', text: inText(header.text) } } : {}),
    body: inText(content.body),
    buttons: content.buttons.map(inButton),
    ...(cards
      ? {
          cards: cards.map((card) => ({
            ...card,
            body: inText(card.body),
            buttons: card.buttons.map(inButton),
          })),
        }
      : {}),
    samples: Object.fromEntries(
      Object.entries(content.samples).map(([name, sample]) => [rename(name), sample]),
    ),
  }
}

/** A name as Meta takes it, from what a person typed. */
export const nameOf = (typed: string, fallback: string): string =>
  typed
    .toLowerCase()
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 50) || fallback

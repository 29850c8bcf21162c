import type { Content, MediaHeader, TemplateButton } from './content.ts'
import { fillVariables, isPositional, namesIn } from './variables.ts'

/** Stands for a code behind a link where Meta's reviewers want to see a whole address. */
export const SAMPLE_CODE = 'c7k2p9x4'

/** How variables of header, body and cards are told apart: by names, or by numbers as in Meta's older templates. */
export function parameterFormat(content: Content): 'NAMED' | 'POSITIONAL' {
  const header = content.header?.format === 'text' ? content.header.text : ''
  const cards = (content.cards ?? []).map((card) => card.body)
  const names = [header, content.body, ...cards].flatMap(namesIn)
  return names.length > 0 && names.every(isPositional) ? 'POSITIONAL' : 'NAMED'
}

/**
 * The content as components of Meta's template API. Source: Meta, template components and carousel templates.
 * @param handleAt handle of the uploaded example file at a place: `header`, `cards.0.header`
 */
export function toMetaComponents(content: Content, handleAt: (where: string) => string): object[] {
  const { header, footer, buttons, cards } = content
  const components: object[] = []
  if (header?.format === 'text') components.push(textHeader(header.text, content))
  else if (header?.format === 'location') components.push({ type: 'HEADER', format: 'LOCATION' })
  else if (header) components.push(mediaHeader(header.format, handleAt('header')))
  components.push(bodyOf(content.body, content))
  if (footer) components.push({ type: 'FOOTER', text: footer })
  if (buttons.length > 0) components.push(buttonsPart(buttons, content))
  if (cards) {
    components.push({
      type: 'CAROUSEL',
      cards: cards.map((card, index) => ({
        components: [
          mediaHeader(card.header.format, handleAt(`cards.${index}.header`)),
          ...(card.body ? [bodyOf(card.body, content)] : []),
          ...(card.buttons.length > 0 ? [buttonsPart(card.buttons, content)] : []),
        ],
      })),
    })
  }
  return components
}

const mediaHeader = (format: MediaHeader['format'], handle: string) => ({
  type: 'HEADER',
  format: format.toUpperCase(),
  example: { header_handle: [handle] },
})

const named = (names: string[], { samples }: Content) =>
  names.map((name) => ({ param_name: name, example: samples[name] ?? '' }))

/** Positional examples stand in the order of the numbers. */
const numbered = (names: string[], { samples }: Content) =>
  [...names].sort((a, b) => Number(a) - Number(b)).map((name) => samples[name] ?? '')

function textHeader(text: string, content: Content): object {
  const names = namesIn(text)
  const example =
    parameterFormat(content) === 'NAMED'
      ? { header_text_named_params: named(names, content) }
      : { header_text: numbered(names, content) }
  return { type: 'HEADER', format: 'TEXT', text, ...(names.length > 0 ? { example } : {}) }
}

function bodyOf(text: string, content: Content): object {
  const names = namesIn(text)
  const example =
    parameterFormat(content) === 'NAMED'
      ? { body_text_named_params: named(names, content) }
      : { body_text: [numbered(names, content)] }
  return { type: 'BODY', text, ...(names.length > 0 ? { example } : {}) }
}

const buttonsPart = (buttons: readonly TemplateButton[], content: Content) => ({
  type: 'BUTTONS',
  buttons: buttons.map((button) => toMetaButton(button, content)),
})

function toMetaButton(button: TemplateButton, { samples }: Content): object {
  switch (button.kind) {
    case 'quick_reply':
      return { type: 'QUICK_REPLY', text: button.text }
    case 'url': {
      const { text, url, suffix } = button
      if (!suffix) return { type: 'URL', text, url }
      const sample = suffix.from === 'variable' ? (samples[suffix.name] ?? '') : SAMPLE_CODE
      return { type: 'URL', text, url: `${url}{{1}}`, example: [`${url}${sample}`] }
    }
    case 'phone_number':
      return { type: 'PHONE_NUMBER', text: button.text, phone_number: button.phone }
    case 'copy_code':
      return { type: 'COPY_CODE', example: fillVariables(button.code, samples) }
  }
}

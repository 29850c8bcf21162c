import type { TemplateContent, TemplateParameter, TemplatePart } from '../whatsapp/index.ts'
import { buttonsOf, type Content, type MediaHeader, mediaOf, type TemplateButton } from './content.ts'
import { SAMPLE_CODE } from './meta.ts'
import { fillVariables, isPositional, namesIn, variableNames } from './variables.ts'

type Values = Readonly<Record<string, string>>

/** A tap on a button with this payload ends all marketing, whatever the button says. */
const OPT_OUT_OF_ALL = 'optout:all'

/** Behind a link where nobody knows by which source a person came. */
const NO_SOURCE = '0'

/** What a send knows beside the values of variables. */
export interface Sending {
  /** What a tap on the opt-out button tells us; without it all marketing ends. */
  optOutPayload?: string
  /** Codes for links: of the campaign, and of the source by which the person came. Shared by many, never of the person (C-18). */
  campaignCode?: string
  sourceCode?: string | null
  /** WhatsApp's id of each uploaded file, by our id. */
  media?: ReadonlyMap<string, string>
}

/** One part of a message for one person. */
type Fill<T> = (values: Values, sending: Sending) => T

/**
 * Body of a Graph API send, without the address: `{ type: 'template', template: { … } }`.
 * Components without variables are left out, as Meta asks; a file goes by link or by the id it was uploaded under, and a
 * button marked as opt-out carries the payload that intake reads before any text. Source: Meta, template messages.
 * @param values one text per variable
 * @throws Error when a value, file or place is missing: Meta would refuse the message, and a sample must never reach a person
 */
export function renderTemplateBody(
  content: Content,
  name: string,
  language: string,
  values: Values,
  sending: Sending = {},
): TemplateContent {
  return templateRenderer(content, name, language)(values, sending)
}

/** `renderTemplateBody` for many people: where the variables of the content stand is looked up once. */
export function templateRenderer(content: Content, name: string, language: string): Fill<TemplateContent> {
  const parts = partsOf(content)
  const cards = content.cards?.map(partsOf)
  return (values, sending) => {
    const fill = (each: Fill<TemplatePart>) => each(values, sending)
    const components: NonNullable<TemplateContent['template']['components']> = parts.map(fill)
    if (cards) {
      components.push({
        type: 'carousel',
        cards: cards.map((card, index) => ({ card_index: index, components: card.map(fill) })),
      })
    }
    return {
      type: 'template',
      template: { name, language: { code: language }, ...(components.length > 0 ? { components } : {}) },
    }
  }
}

function partsOf({
  header,
  body,
  buttons,
}: Pick<Content, 'header' | 'body' | 'buttons'>): Fill<TemplatePart>[] {
  return [...headerPart(header), ...bodyPart(body), ...buttons.flatMap(buttonPart)]
}

function headerPart(header: Content['header']): Fill<TemplatePart>[] {
  if (!header) return []
  if (header.format === 'text') {
    const fill = parameters(header.text)
    return fill ? [(values) => ({ type: 'header', parameters: fill(values) })] : []
  }
  if (header.format !== 'location') {
    return [
      (_values, { media }) => ({
        type: 'header',
        parameters: [fileParameter(header, sourceOf(header, media))],
      }),
    ]
  }
  const { latitude, longitude, name, address } = header
  return [
    () => {
      if (latitude === null || longitude === null) throw new Error('The place of the header is not known.')
      const location = { latitude, longitude, name, address }
      return { type: 'header', parameters: [{ type: 'location', location }] }
    },
  ]
}

function sourceOf({ url, mediaId }: MediaHeader, media: Sending['media']): { id: string } | { link: string } {
  if (mediaId) {
    const id = media?.get(mediaId)
    if (!id) throw new Error('A file of the template is not at WhatsApp.')
    return { id }
  }
  if (!url) throw new Error('A file of the template is missing.')
  return { link: url }
}

function fileParameter(header: MediaHeader, file: { id: string } | { link: string }): TemplateParameter {
  if (header.format === 'image') return { type: 'image', image: file }
  if (header.format === 'video') return { type: 'video', video: file }
  return { type: 'document', document: { ...file, ...(header.filename && { filename: header.filename }) } }
}

function bodyPart(body: string): Fill<TemplatePart>[] {
  const fill = parameters(body)
  return fill ? [(values) => ({ type: 'body', parameters: fill(values) })] : []
}

function buttonPart(button: TemplateButton, place: number): Fill<TemplatePart>[] {
  const fill = buttonParameter(button)
  if (!fill || button.kind === 'phone_number') return []
  const part = { type: 'button', sub_type: button.kind, index: String(place) } as const
  return [(values, sending) => ({ ...part, parameters: [fill(values, sending)] })]
}

function buttonParameter(button: TemplateButton): Fill<TemplateParameter> | null {
  switch (button.kind) {
    case 'quick_reply':
      return button.optOut
        ? (_values, { optOutPayload }) => ({ type: 'payload', payload: optOutPayload ?? OPT_OUT_OF_ALL })
        : null
    case 'url': {
      const { suffix } = button
      return suffix ? (values, sending) => ({ type: 'text', text: suffixOf(suffix, values, sending) }) : null
    }
    case 'phone_number':
      return null
    case 'copy_code': {
      const names = namesIn(button.code)
      return (values) => {
        for (const name of names) expectValue(name, values)
        return { type: 'coupon_code', coupon_code: cleanValue(fillVariables(button.code, values)) }
      }
    }
  }
}

type Suffix = NonNullable<Extract<TemplateButton, { kind: 'url' }>['suffix']>

function suffixOf(suffix: Suffix, values: Values, { campaignCode, sourceCode }: Sending): string {
  if (suffix.from === 'variable') return encodeURIComponent(expectValue(suffix.name, values))
  if (suffix.from === 'source') return sourceCode ?? NO_SOURCE
  if (!campaignCode) throw new Error('The code of the campaign is not known.')
  return campaignCode
}

/** The values of a text with variables; null for one without. */
function parameters(text: string): ((values: Values) => TemplateParameter[]) | null {
  const names = namesIn(text)
  if (names.length === 0) return null
  if (names.every(isPositional)) {
    names.sort((a, b) => Number(a) - Number(b))
    return (values) => names.map((name) => ({ type: 'text', text: expectValue(name, values) }))
  }
  return (values) =>
    names.map((name) => ({ type: 'text', parameter_name: name, text: expectValue(name, values) }))
}

function expectValue(name: string, values: Values): string {
  const value = cleanValue(values[name] ?? '')
  if (value === '') throw new Error(`The variable {{${name}}} has no value.`)
  return value
}

/** Meta refuses parameters with line breaks, tabs or more than four spaces in a row (132018). */
function cleanValue(value: string): string {
  return value.replace(/\s+/g, ' ').trim()
}

/** The content with its variables filled in, also behind links, for previews. Names without a value show their sample. */
export function renderContent(content: Content, values: Values, codes: Sending = {}): Content {
  const filled: Record<string, string> = {}
  for (const name of variableNames(content)) {
    const value = cleanValue(values[name] ?? '') || content.samples[name]
    if (value) filled[name] = value
  }
  const { header, cards } = content
  const buttonsWith = (buttons: readonly TemplateButton[]) =>
    buttons.map((button) => renderButton(button, filled, codes))
  return {
    ...content,
    ...(header?.format === 'text'
      ? { header: { format: 'text', text: fillVariables(header.text, filled) } }
      : {}),
    body: fillVariables(content.body, filled),
    buttons: buttonsWith(content.buttons),
    ...(cards
      ? {
          cards: cards.map((card) => ({
            ...card,
            body: fillVariables(card.body, filled),
            buttons: buttonsWith(card.buttons),
          })),
        }
      : {}),
  }
}

function renderButton(button: TemplateButton, filled: Values, codes: Sending): TemplateButton {
  if (button.kind === 'copy_code') return { ...button, code: fillVariables(button.code, filled) }
  if (button.kind !== 'url' || !button.suffix) return button
  const { suffix, ...plain } = button
  if (suffix.from === 'variable') return { ...plain, url: plain.url + (filled[suffix.name] ?? '') }
  const code = suffix.from === 'campaign' ? codes.campaignCode : codes.sourceCode
  return { ...plain, url: plain.url + (code ?? SAMPLE_CODE) }
}

/** Our ids of the uploaded files that a content shows. */
export function filesOf(content: Content): string[] {
  return [...new Set(mediaOf(content).flatMap(({ header }) => header.mediaId ?? []))]
}

/** Whether a link of the content tells the shop by which source a person came. */
export const linksToSource = (content: Content): boolean =>
  buttonsOf(content).some(({ button }) => button.kind === 'url' && button.suffix?.from === 'source')

/** A short code for links, the same for the same thing; says nothing about whoever opens the link. */
export const linkCode = (id: string): string => id.replaceAll('-', '').slice(-10)

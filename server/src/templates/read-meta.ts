import { z } from 'zod'
import type { Card, Content, TemplateButton } from './content.ts'
import { looksLikeOptOut } from './opt-out.ts'
import { isPositional, namesIn, variablesIn } from './variables.ts'

const upper = z.string().transform((value) => value.toUpperCase())
const Examples = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .optional()
  .catch(undefined)
const MetaButton = z.looseObject({
  type: upper,
  text: z.string().default(''),
  url: z.string().optional(),
  phone_number: z.string().optional(),
  example: Examples,
})
type MetaButton = z.infer<typeof MetaButton>
const NamedParam = z.looseObject({ param_name: z.string(), example: z.string() })
const Part = z.looseObject({
  type: upper,
  format: upper.optional(),
  text: z.string().optional(),
  buttons: z.array(MetaButton).optional(),
  example: z
    .looseObject({
      header_text: z.array(z.string()).optional().catch(undefined),
      header_text_named_params: z.array(NamedParam).optional().catch(undefined),
      header_handle: z.array(z.string()).optional().catch(undefined),
      body_text: z.array(z.array(z.string())).optional().catch(undefined),
      body_text_named_params: z.array(NamedParam).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
})
type Part = z.infer<typeof Part>
const MetaComponents = z.array(
  Part.extend({ cards: z.array(z.looseObject({ components: z.array(Part) })).optional() }),
)

type Samples = Record<string, string>

/**
 * Components as Meta lists them, in our own shape; null when they hold something we cannot send (one-time codes, catalogues,
 * forms, calls, cards with numbered variables: a number means something else on every card). What Meta does not know is guessed:
 * the opt-out mark of a button from its words, the name of a variable behind a link from its place.
 */
export function fromMetaComponents(components: unknown): Content | null {
  const parsed = MetaComponents.safeParse(components)
  if (!parsed.success) return null
  const content: Content = { body: '', buttons: [], samples: {} }
  for (const component of parsed.data) {
    if (component.type === 'CAROUSEL') {
      const cards = (component.cards ?? []).map((card, index) =>
        readCard(card.components, index, content.samples),
      )
      const known = cards.flatMap((card) => card ?? [])
      if (known.length === 0 || known.length < cards.length) return null
      content.cards = known
    } else if (!take(content, component, '')) return null
  }
  return content.body === '' ? null : content
}

function readCard(components: Part[], index: number, samples: Samples): Card | null {
  const content: Content = { body: '', buttons: [], samples }
  if (!components.every((component) => take(content, component, `card_${index + 1}_`))) return null
  const { header, body, buttons } = content
  if (namesIn(body).some(isPositional)) return null
  return header?.format === 'image' || header?.format === 'video' ? { header, body, buttons } : null
}

function take(content: Content, component: Part, prefix: string): boolean {
  const { example } = component
  const text = component.text ?? ''
  switch (component.type) {
    case 'HEADER': {
      const header = readHeader(component)
      if (!header) return false
      content.header = header
      learnSamples(content.samples, text, example?.header_text_named_params, example?.header_text)
      return true
    }
    case 'BODY':
      content.body = text
      learnSamples(content.samples, text, example?.body_text_named_params, example?.body_text?.[0])
      return true
    case 'FOOTER':
      content.footer = text
      return true
    case 'BUTTONS': {
      const links = { count: 0, prefix }
      const buttons = (component.buttons ?? []).map((button) => readButton(button, links, content.samples))
      content.buttons = buttons.flatMap((button) => button ?? [])
      return content.buttons.length === buttons.length
    }
    default:
      return false
  }
}

function readHeader({ format, text, example }: Part): Content['header'] | null {
  const handle = example?.header_handle?.[0] ?? ''
  const file = /^https?:/i.test(handle) ? { url: handle } : {}
  switch (format) {
    case 'TEXT':
      return { format: 'text', text: text ?? '' }
    case 'IMAGE':
      return { format: 'image', ...file }
    case 'VIDEO':
      return { format: 'video', ...file }
    case 'DOCUMENT':
      return { format: 'document', ...file }
    case 'LOCATION':
      return { format: 'location', latitude: null, longitude: null, name: '', address: '' }
    default:
      return null
  }
}

function learnSamples(
  samples: Samples,
  text: string,
  named: z.infer<typeof NamedParam>[] | undefined,
  positional: string[] | undefined,
): void {
  for (const { param_name, example } of named ?? []) samples[param_name] = example
  for (const { name } of variablesIn(text)) {
    const sample = positional?.[Number(name) - 1]
    if (sample && !samples[name]) samples[name] = sample
  }
}

function readButton(
  button: MetaButton,
  links: { count: number; prefix: string },
  samples: Samples,
): TemplateButton | null {
  const { text } = button
  switch (button.type) {
    case 'QUICK_REPLY':
      return { kind: 'quick_reply', text, ...(looksLikeOptOut(text) ? { optOut: true } : {}) }
    case 'PHONE_NUMBER':
      return { kind: 'phone_number', text, phone: button.phone_number ?? '' }
    case 'COPY_CODE':
      return { kind: 'copy_code', code: button.example?.[0] ?? '' }
    case 'URL': {
      const whole = button.url ?? ''
      const [token, ...more] = variablesIn(whole)
      if (!token) return whole ? { kind: 'url', text, url: whole } : null
      if (more.length > 0 || token.end !== whole.length) return null
      links.count++
      const url = whole.slice(0, token.start)
      const name = `${links.prefix}link${links.count > 1 ? `_${links.count}` : ''}`
      const sample = button.example?.[0] ?? ''
      samples[name] = sample.startsWith(url) ? sample.slice(url.length) : sample
      return { kind: 'url', text, url, suffix: { from: 'variable', name } }
    }
    default:
      return null
  }
}

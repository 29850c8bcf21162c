import { z } from 'zod'
import type { Content, TemplateButton } from './content.ts'
import { looksLikeOptOut } from './opt-out.ts'
import { variablesIn } from './variables.ts'

/**
 * The content as components of Meta's template API, with named parameters.
 * @param headerHandle handle of the uploaded example picture; needed for a header with a picture
 */
export function toMetaComponents(content: Content, headerHandle: string | null): object[] {
  const examples = (text: string) =>
    variablesIn(text)
      .map((token) => token.name)
      .filter((name, index, all) => all.indexOf(name) === index)
      .map((name) => ({ param_name: name, example: content.samples[name] ?? '' }))
  const components: object[] = []
  const { header, footer, buttons } = content
  if (header?.format === 'image') {
    components.push({ type: 'HEADER', format: 'IMAGE', example: { header_handle: [headerHandle ?? ''] } })
  } else if (header) {
    const named = examples(header.text)
    components.push({
      type: 'HEADER',
      format: 'TEXT',
      text: header.text,
      ...(named.length > 0 ? { example: { header_text_named_params: named } } : {}),
    })
  }
  const named = examples(content.body)
  components.push({
    type: 'BODY',
    text: content.body,
    ...(named.length > 0 ? { example: { body_text_named_params: named } } : {}),
  })
  if (footer) components.push({ type: 'FOOTER', text: footer })
  if (buttons.length > 0) components.push({ type: 'BUTTONS', buttons: buttons.map(toMetaButton) })
  return components
}

function toMetaButton(button: TemplateButton): object {
  switch (button.kind) {
    case 'quick_reply':
      return { type: 'QUICK_REPLY', text: button.text }
    case 'url':
      return { type: 'URL', text: button.text, url: button.url }
    case 'phone_number':
      return { type: 'PHONE_NUMBER', text: button.text, phone_number: button.phone }
  }
}

const upper = z.string().transform((value) => value.toUpperCase())
const MetaButton = z.looseObject({
  type: upper,
  text: z.string().default(''),
  url: z.string().optional(),
  phone_number: z.string().optional(),
})
const NamedParam = z.looseObject({ param_name: z.string(), example: z.string() })
const MetaComponent = z.looseObject({
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
const MetaComponents = z.array(MetaComponent)

/**
 * Components as Meta lists them, in our own shape; null when they hold something we cannot send (video, carousel,
 * codes, variables in links). What Meta does not know, the opt-out mark of a button, is taken from its words.
 */
export function fromMetaComponents(components: unknown): Content | null {
  const parsed = MetaComponents.safeParse(components)
  if (!parsed.success) return null
  const content: Content = { body: '', buttons: [], samples: {} }
  for (const component of parsed.data) {
    if (!take(content, component)) return null
  }
  return content.body === '' ? null : content
}

function take(content: Content, component: z.infer<typeof MetaComponent>): boolean {
  const { example } = component
  const text = component.text ?? ''
  switch (component.type) {
    case 'HEADER':
      if (component.format === 'IMAGE') {
        content.header = { format: 'image', url: example?.header_handle?.[0] ?? '' }
        return true
      }
      if (component.format !== 'TEXT') return false
      content.header = { format: 'text', text }
      learnSamples(content, text, example?.header_text_named_params, example?.header_text)
      return true
    case 'BODY':
      content.body = text
      learnSamples(content, text, example?.body_text_named_params, example?.body_text?.[0])
      return true
    case 'FOOTER':
      content.footer = text
      return true
    case 'BUTTONS': {
      const buttons = (component.buttons ?? []).map(fromMetaButton)
      content.buttons = buttons.flatMap((button) => (button ? [button] : []))
      return buttons.every((button) => button !== null)
    }
    default:
      return false
  }
}

function learnSamples(
  content: Content,
  text: string,
  named: z.infer<typeof NamedParam>[] | undefined,
  positional: string[] | undefined,
): void {
  for (const { param_name, example } of named ?? []) content.samples[param_name] = example
  for (const { name } of variablesIn(text)) {
    const sample = positional?.[Number(name) - 1]
    if (sample && !content.samples[name]) content.samples[name] = sample
  }
}

function fromMetaButton(button: z.infer<typeof MetaButton>): TemplateButton | null {
  switch (button.type) {
    case 'QUICK_REPLY':
      return {
        kind: 'quick_reply',
        text: button.text,
        ...(looksLikeOptOut(button.text) ? { optOut: true } : {}),
      }
    case 'URL':
      return button.url && variablesIn(button.url).length === 0
        ? { kind: 'url', text: button.text, url: button.url }
        : null
    case 'PHONE_NUMBER':
      return { kind: 'phone_number', text: button.text, phone: button.phone_number ?? '' }
    default:
      return null
  }
}

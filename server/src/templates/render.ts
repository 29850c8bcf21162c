import type { Content } from './content.ts'
import { fillVariables, variableNames, variablesIn } from './variables.ts'

type Values = Readonly<Record<string, string>>

interface Parameter {
  type: 'text'
  parameter_name?: string
  text: string
}

/** A tap on a button with this payload ends all marketing, whatever the button says. */
const OPT_OUT_OF_ALL = 'optout:all'

/**
 * Body of a Graph API send, without the address: `{ type: 'template', template: { … } }`.
 * Components without variables are left out, as Meta asks; a picture in the header goes by link, and a button marked as
 * opt-out carries the payload that intake reads before any text. Source: Meta, template messages.
 * @param values one text per variable of header and body
 * @throws Error when a value is missing or empty: Meta would refuse the message, and a sample must never reach a person
 */
export function renderTemplateBody(
  content: Content,
  name: string,
  language: string,
  values: Values,
  optOutPayload: string = OPT_OUT_OF_ALL,
): { type: 'template'; template: object } {
  const components: object[] = []
  const { header } = content
  if (header?.format === 'image') {
    components.push({ type: 'header', parameters: [{ type: 'image', image: { link: header.url } }] })
  } else if (header && variablesIn(header.text).length > 0) {
    components.push({ type: 'header', parameters: parameters(header.text, values) })
  }
  if (variablesIn(content.body).length > 0) {
    components.push({ type: 'body', parameters: parameters(content.body, values) })
  }
  for (const [index, button] of content.buttons.entries()) {
    if (button.kind !== 'quick_reply' || !button.optOut) continue
    components.push({
      type: 'button',
      sub_type: 'quick_reply',
      index: String(index),
      parameters: [{ type: 'payload', payload: optOutPayload }],
    })
  }
  return {
    type: 'template',
    template: { name, language: { code: language }, ...(components.length > 0 ? { components } : {}) },
  }
}

function parameters(text: string, values: Values): Parameter[] {
  const names = [...new Set(variablesIn(text).map((token) => token.name))]
  const positional = names.every((name) => /^\d+$/.test(name))
  const ordered = positional ? names.sort((a, b) => Number(a) - Number(b)) : names
  return ordered.map((name) => {
    const value = cleanValue(values[name] ?? '')
    if (value === '') throw new Error(`The variable {{${name}}} has no value.`)
    return { type: 'text', ...(positional ? {} : { parameter_name: name }), text: value }
  })
}

/** Meta refuses parameters with line breaks, tabs or more than four spaces in a row (132018). */
function cleanValue(value: string): string {
  return value.replace(/\s+/g, ' ').trim()
}

/** The content with its variables filled in, for previews. Names without a value show their sample. */
export function renderContent(content: Content, values: Values): Content {
  const filled: Record<string, string> = {}
  for (const name of variableNames(content)) {
    const value = cleanValue(values[name] ?? '') || content.samples[name]
    if (value) filled[name] = value
  }
  const { header } = content
  return {
    ...content,
    ...(header?.format === 'text'
      ? { header: { format: 'text', text: fillVariables(header.text, filled) } }
      : {}),
    body: fillVariables(content.body, filled),
  }
}

import type { Content, TemplateButton } from './content.ts'

export interface VariableToken {
  name: string
  start: number
  /** Behind the closing braces. */
  end: number
}

/** Every `{{name}}` in a text, in order. */
export function variablesIn(text: string): VariableToken[] {
  return [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map((match) => ({
    name: (match[1] ?? '').trim(),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** The names used in a text, each once, in order of appearance. */
export function namesIn(text: string): string[] {
  return [...new Set(variablesIn(text).map((token) => token.name))]
}

/** Numbered in the manner of Meta's older templates: `{{1}}`, `{{2}}`. */
export const isPositional = (name: string): boolean => /^\d+$/.test(name)

/** Every text of a content that may hold variables, with its place; a variable behind a link counts as one. */
export function textsOf(content: Content): { where: string; text: string }[] {
  const { header, body, buttons, cards = [] } = content
  return [
    ...(header?.format === 'text' ? [{ where: 'header', text: header.text }] : []),
    { where: 'body', text: body },
    ...buttonTexts(buttons, ''),
    ...cards.flatMap((card, index) => [
      { where: `cards.${index}.body`, text: card.body },
      ...buttonTexts(card.buttons, `cards.${index}.`),
    ]),
  ]
}

function buttonTexts(buttons: readonly TemplateButton[], before: string) {
  return buttons.flatMap((button, index) => {
    const where = `${before}buttons.${index}`
    if (button.kind === 'copy_code') return [{ where, text: button.code }]
    if (button.kind === 'url' && button.suffix?.from === 'variable')
      return [{ where, text: `{{${button.suffix.name}}}` }]
    return []
  })
}

/** The names used anywhere in a template, each once, in order of appearance. */
export function variableNames(content: Content): string[] {
  return [...new Set(textsOf(content).flatMap(({ text }) => namesIn(text)))]
}

/** Replaces every variable; names without a value stay as they are. */
export function fillVariables(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{([^{}]*)\}\}/g, (whole, name: string) => values[name.trim()] ?? whole)
}

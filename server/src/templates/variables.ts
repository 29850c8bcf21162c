import type { Content } from './content.ts'

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

/** The names used in header and body, each once, in order of appearance. */
export function variableNames(content: Content): string[] {
  const header = content.header?.format === 'text' ? content.header.text : ''
  return [...new Set([...variablesIn(header), ...variablesIn(content.body)].map((token) => token.name))]
}

/** Replaces every variable; names without a value stay as they are. */
export function fillVariables(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{([^{}]*)\}\}/g, (whole, name: string) => values[name.trim()] ?? whole)
}

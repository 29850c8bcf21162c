/** A variable as it stands in a text: `{{vorname}}` or `{{1}}`. */
export interface Variable {
  name: string
  start: number
  end: number
}

/** Every variable of a text, in order, repeated ones too. */
export function variablesOf(text: string): Variable[] {
  return [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map((hit) => ({
    name: (hit[1] ?? '').trim(),
    start: hit.index,
    end: hit.index + hit[0].length,
  }))
}

const MOST_KNOWN = 2_000
const known = new Map<string, readonly string[]>()

/** Names of the variables, each once, in order of first appearance. Texts of templates come again and again. */
export function variableNames(text: string): readonly string[] {
  const before = known.get(text)
  if (before) return before
  const names = [...new Set(variablesOf(text).map((found) => found.name))]
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, names)
  return names
}

/** The text with every variable replaced; unknown ones stay as they are. */
export const fill = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(/\{\{([^{}]*)\}\}/g, (whole, name: string) => values.get(name.trim()) ?? whole)

import { z } from 'zod'

/** Where a variable of a template gets its value from when the message leaves. */
const VariableSource = z.discriminatedUnion('from', [
  z.object({ from: z.literal('fixed'), value: z.string().trim().min(1).max(500) }),
  z.object({ from: z.literal('first_name'), fallback: z.string().trim().min(1).max(100) }),
  z.object({
    from: z.literal('attribute'),
    key: z.string().min(1).max(41),
    fallback: z.string().trim().min(1).max(500),
  }),
])
type VariableSource = z.infer<typeof VariableSource>

export const VariableSources = z.record(z.string().max(100), VariableSource)
export type VariableSources = z.infer<typeof VariableSources>

/** What variables can be filled from. */
export interface VariablePerson {
  name: string | null
  attributes: Readonly<Record<string, unknown>>
}

/** One text per variable; what is not known of the person takes the fallback, so that no value is ever empty. */
export function resolveVariables(sources: VariableSources, person: VariablePerson): Record<string, string> {
  return Object.fromEntries(Object.entries(sources).map(([name, source]) => [name, resolve(source, person)]))
}

function resolve(source: VariableSource, person: VariablePerson): string {
  switch (source.from) {
    case 'fixed':
      return source.value
    case 'first_name':
      return firstName(person.name) ?? source.fallback
    case 'attribute': {
      const value = person.attributes[source.key]
      const known = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      return (known && String(value).trim()) || source.fallback
    }
  }
}

/** The first word of a name, if it looks like one: "Anna Schmidt" gives "Anna", "🌸" gives null. */
function firstName(name: string | null): string | null {
  const [first] = name?.trim().split(/\s+/) ?? []
  return first && /^\p{L}[\p{L}'’.-]*$/u.test(first) ? first : null
}

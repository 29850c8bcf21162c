/** A JSON Schema as the API's document writes it; only what our schemas use. */
export interface Schema {
  type?: string
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  minLength?: number
  minimum?: number
  exclusiveMinimum?: number
}

const PLAIN: Record<string, string> = {
  date: '2026-11-18',
  'date-time': '2026-11-18T11:00:00Z',
  uri: 'https://blattwerk.example/',
  email: 'mia@blattwerk.example',
}

/** Texts that fit the patterns our schemas have; the first that matches is taken. */
const TEXTS = [
  'de',
  'DE',
  'ein_name',
  'Ein Name',
  '12345678',
  '#aabbcc',
  '09:00',
  'abcdefabcdefabcdefabcdefabcdefab',
]

/** The document with every pointer to a component replaced by what stands there. */
export function withoutPointers<T>(document: T): T {
  const { components } = document as { components?: { schemas?: Record<string, unknown> } }
  const resolve = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(resolve)
    if (typeof part !== 'object' || part === null) return part
    if ('$ref' in part && typeof part.$ref === 'string')
      return resolve(components?.schemas?.[part.$ref.split('/').at(-1) ?? ''])
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, resolve(each)]))
  }
  return resolve(document) as T
}

/**
 * The smallest value that a schema allows, with every place for an id filled.
 * @param idOf gives the id for a place, by the name of its property
 */
export function sampleOf(schema: Schema, idOf: (name: string) => string, name = ''): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const options = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []
  const choice = options.find(hasId) ?? options[0]
  if (choice) return sampleOf(choice, idOf, name)
  if (schema.type === 'object' || schema.properties) {
    const wanted = Object.entries(schema.properties ?? {}).filter(
      ([key, each]) => schema.required?.includes(key) || hasId(each),
    )
    return Object.fromEntries(wanted.map(([key, each]) => [key, sampleOf(each, idOf, key)]))
  }
  if (schema.type === 'array') {
    const some = Math.max(schema.minItems ?? 0, hasId(schema) ? 1 : 0)
    return Array.from({ length: some }, () => sampleOf(schema.items ?? {}, idOf, name))
  }
  if (schema.type === 'number' || schema.type === 'integer')
    return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1)
  if (schema.type === 'boolean') return true
  if (schema.type === 'null') return null
  return textOf(schema, idOf, name)
}

function textOf(schema: Schema, idOf: (name: string) => string, name: string): string {
  if (schema.format === 'uuid') return idOf(name)
  const known = PLAIN[schema.format ?? '']
  if (known) return known
  const pattern = schema.pattern ? new RegExp(schema.pattern, 'u') : undefined
  const text = TEXTS.find((each) => pattern === undefined || pattern.test(each)) ?? 'x'
  return text.padEnd(schema.minLength ?? 0, 'x')
}

/** Whether an id has its place somewhere in it, as the value itself or of one of its parts. */
export function hasId(schema: Schema): boolean {
  if (schema.format === 'uuid') return true
  const parts = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]
  return [...parts, ...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])].some(
    hasId,
  )
}

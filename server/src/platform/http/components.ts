import { jsonSchemaTransformObject } from 'fastify-type-provider-zod'

type Document = ReturnType<typeof jsonSchemaTransformObject>

const POINTER = /"#\/components\/schemas\/([^"]+)"/g

const named = (part: unknown): string[] =>
  [...JSON.stringify(part).matchAll(POINTER)].map((match) => match[1] ?? '')

/**
 * The API's document with its named schemas: a zod schema with an id (`.meta({ id: 'Template' })`) stands once under
 * `components` and is pointed at from everywhere, as `Template` in answers and as `TemplateInput` in questions. What no route
 * points at is left out.
 */
export function withComponents(given: Parameters<typeof jsonSchemaTransformObject>[0]): Document {
  const document = jsonSchemaTransformObject(given)
  if (!('openapi' in document)) return document
  const all: Record<string, unknown> = { ...document.components?.schemas }
  const used = new Set<string>()
  const waiting = named(document.paths)
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (used.has(name)) continue
    used.add(name)
    waiting.push(...named(all[name] ?? {}))
  }
  const schemas = Object.fromEntries(
    Object.entries(document.components?.schemas ?? {}).filter(([name]) => used.has(name)),
  )
  return { ...document, components: { ...document.components, schemas } } as Document
}

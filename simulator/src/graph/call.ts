import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { GraphFault } from '../errors.ts'
import type { World } from '../world.ts'

/** One request to the Graph API, past its bearer token. */
export interface Call {
  world: World
  id: string
  query: Record<string, string | undefined>
  body: unknown
  request: FastifyRequest
  /** `25.0` */
  version: string
  /** What stands in the path after the edge. */
  leaf?: string | undefined
}

/**
 * The body in the given shape.
 * @throws GraphFault 131008 for what is missing, 131009 for what is wrong, naming the parameter
 */
export function parse<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const path = issue?.path.join('.') || 'body'
  const absent = issue?.code === 'invalid_type' && valueAt(body, issue.path) === undefined
  if (absent) throw new GraphFault(131008, `Parameter '${path}' is required`)
  throw new GraphFault(131009, `Parameter '${path}': ${issue?.message ?? 'not valid'}`)
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  let value = body
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}

/** Picks the fields a caller named in `?fields=`; `id` always comes along. */
export function pick(
  object: Record<string, unknown>,
  fields: string | undefined,
  usual: readonly string[],
): Record<string, unknown> {
  const wanted = fields ? splitFields(fields) : usual
  const picked = Object.fromEntries(
    wanted.filter((name) => object[name] !== undefined).map((name) => [name, object[name]]),
  )
  return object.id === undefined ? picked : { ...picked, id: object.id }
}

/** Names in a `fields` list; what stands in brackets or after a dot belongs to the name before it. */
const splitFields = (fields: string): string[] =>
  fields
    .replace(/\{[^}]*\}|\([^)]*\)/g, '')
    .split(',')
    .map((name) => name.trim().split('.')[0] ?? '')
    .filter(Boolean)

/**
 * One page of rows in Meta's form.
 * @throws GraphFault 131059 for a cursor that is none
 */
export function page<T>(
  rows: readonly T[],
  call: Pick<Call, 'query' | 'request' | 'world'>,
  present: (row: T) => unknown,
): Record<string, unknown> {
  const { limit, after } = call.query
  const size = Math.min(1000, Math.max(1, Number(limit) || 25))
  const start = after ? decode(after) : 0
  const part = rows.slice(start, start + size)
  const end = start + part.length
  const cursors = { before: encode(start), after: encode(end) }
  const next = new URL(call.request.url, call.world.url)
  next.searchParams.set('after', cursors.after)
  next.searchParams.delete('access_token')
  const more = end < rows.length && { next: next.toString() }
  return { data: part.map(present), ...(part.length > 0 && { paging: { cursors, ...more } }) }
}

const encode = (index: number): string => Buffer.from(`QV${index}`).toString('base64')

function decode(cursor: string): number {
  const hit = /^QV(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('latin1'))
  if (!hit) throw new GraphFault(131059, 'The cursor is not valid.')
  return Number(hit[1])
}

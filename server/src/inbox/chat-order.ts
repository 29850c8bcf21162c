import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'

const Time = z.string().regex(/^[\d :.+-]{19,40}$/)
const Position = z.tuple([Time, Time, z.guid()])
export type Position = z.infer<typeof Position>

/** Of a row `y` with `at`, `moment` and `id`, to go on after it. */
export const POSITION = sql<string>`concat_ws('_', date_trunc('second', y.at), y.moment, y.id)`

/** @returns null for what no page has given out */
export function readPosition(text: string): Position | null {
  return Position.safeParse(text.split('_')).data ?? null
}

/**
 * Ends a query of a chat over `x` with `at`, `moment` and `id`: newest first, from a position on. Meta's times are whole seconds,
 * so ours are cut to them; within one counts the moment at which it came here or left.
 */
export function newestFirst(after: Position | null, limit: number): RawBuilder<unknown> {
  const start = after
    ? sql`where (date_trunc('second', x.at), x.moment, x.id) < (${after[0]}::timestamptz, ${after[1]}::timestamptz, ${after[2]}::uuid)`
    : sql``
  return sql`${start} order by date_trunc('second', x.at) desc, x.moment desc, x.id desc limit ${limit}`
}

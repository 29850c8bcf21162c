import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type pg from 'pg'

const MARK = '/* prepared */'

/**
 * To stand at the beginning of a statement that runs many times per second with the same text: PostgreSQL then parses and plans
 * it once per connection, which for our largest statements takes as long as running them. Only for statements whose
 * best plan does not depend on their parameters.
 */
export const PREPARED: RawBuilder<unknown> = sql.raw(MARK)

/**
 * `limit` that the planner does not know. It takes a table for empty that was empty when it was last looked at, and would read
 * and sort everything in it to find the first few; without a number it expects to be stopped early, and follows an index that has the order.
 */
export function limitUnseen(rows: number): RawBuilder<unknown> {
  return sql`limit (select ${rows}::bigint)`
}

/** Names by text; our marked statements are few. */
const names = new Map<string, string>()

/** What a statement's plan is kept under; null when it is not marked. */
export function markedName(text: string): string | null {
  if (!text.startsWith(MARK)) return null
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 32)
  names.set(text, name)
  return name
}

/** Lets a connection keep the plans of marked statements. */
export function keepPlans(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  client.query = ((text: unknown, values: unknown, ...rest: unknown[]) => {
    const name = typeof text === 'string' ? markedName(text) : null
    return name === null ? query(text, values, ...rest) : query({ name, text, values }, ...rest)
  }) as pg.PoolClient['query']
}

import { z } from 'zod'

/** Query of every list: keyset pages, newest first unless the route says otherwise. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  after: z.string().max(200).optional(),
})
export type PageQuery = z.infer<typeof PageQuery>

/** `next` goes back as `after`; null means there is no more. */
export function PageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), next: z.string().nullable() })
}

export interface Page<T> {
  items: T[]
  next: string | null
}

/**
 * Cuts a page out of `limit + 1` rows that were asked for.
 * @param key what the following page starts after
 */
export function toPage<Row, T>(
  rows: Row[],
  limit: number,
  key: (row: Row) => string,
  view: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(view), next: rows.length > limit && last !== undefined ? key(last) : null }
}

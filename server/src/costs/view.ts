import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { DB } from '../platform/db/index.ts'

export const CATEGORIES = ['marketing', 'utility', 'authentication', 'service'] as const

/** What one delivered message costs, from a day on. */
export const PriceRate = z.object({
  id: z.uuid(),
  market: z.string(),
  category: z.enum(CATEGORIES),
  currency: z.string(),
  price: z.number(),
  effectiveFrom: z.iso.date(),
  source: z.string(),
  verified: z.boolean(),
})
export type PriceRate = z.infer<typeof PriceRate>

export function toPriceRate(row: Selectable<DB['price_rate']>): PriceRate {
  return {
    id: row.rate_id,
    market: row.market,
    category: row.category,
    currency: row.currency,
    price: Number(row.price),
    effectiveFrom: row.effective_from,
    source: row.source,
    verified: row.verified,
  }
}

import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { DB } from '../platform/db/index.ts'

export const CATEGORIES = [
  'marketing',
  'marketing_lite',
  'utility',
  'authentication',
  'authentication_international',
  'service',
] as const
export type PriceCategory = (typeof CATEGORIES)[number]

/** Categories that have a price of their own only where the table says so; elsewhere that of the other one. */
export const PRICED_LIKE: Readonly<Record<string, PriceCategory>> = {
  marketing_lite: 'marketing',
  authentication_international: 'authentication',
}

/** Meta lowers the price with the volume of a month for these alone. */
export const TIERED: readonly string[] = [
  'utility',
  'authentication',
  'authentication_international',
] satisfies PriceCategory[]

/** What one delivered message costs, from a day on. */
export const PriceRate = z.object({
  id: z.uuid(),
  market: z.string(),
  category: z.enum(CATEGORIES),
  currency: z.string(),
  price: z.number(),
  effectiveFrom: z.iso.date(),
  /** The last day; null: until a later rate begins. */
  effectiveTo: z.iso.date().nullable(),
  /** From this message of the month on, 0 for the first. */
  tierFrom: z.number().int(),
  /** Up to this one; null without an end. */
  tierTo: z.number().int().nullable(),
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
    effectiveTo: row.effective_to,
    tierFrom: Number(row.tier_from),
    tierTo: row.tier_to === null ? null : Number(row.tier_to),
    source: row.source,
    verified: row.verified,
  }
}

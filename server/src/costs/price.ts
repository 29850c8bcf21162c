import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import { billingOf } from './billing.ts'
import { marketOf } from './markets.ts'
import { PRICED_LIKE, type PriceCategory } from './view.ts'

export interface Price {
  market: string
  /** Per delivered message, as a decimal; of the first volume tier, where there are tiers. */
  price: string
  verified: boolean
  source: string
  /** Where the price falls with the volume of the month: from which message on, and to what. */
  tiers?: { from: number; price: string }[]
}

type Reader = Pick<Context, 'db' | 'businessId' | 'runtime' | 'clock'>

/** The rate in force for a country on a day (`2026-11-18`); null when the table has none. */
export async function priceFor(
  ctx: Reader,
  what: { country: string | null; category: PriceCategory; on: string },
): Promise<Price | null> {
  const prices = await pricesOn(ctx, what.category, what.on)
  return prices.get(marketOf(what.country)) ?? null
}

/** All rates of a category in force on a day, by market, in the currency that the business is billed in. */
export async function pricesOn(
  ctx: Reader,
  category: PriceCategory,
  on: string,
): Promise<Map<string, Price>> {
  const { currency } = await billingOf(ctx)
  const like = PRICED_LIKE[category]
  const { rows } = await sql<{
    market: string
    tier: number
    price: string
    verified: boolean
    source: string
  }>`
    select market, tier_from as tier, price, verified, source from (
      select r.*, rank() over (partition by r.market order by (r.category = ${category}) desc, r.effective_from desc) as nth,
        rank() over (partition by r.market, r.tier_from = 0 order by (r.category = ${category}) desc, r.effective_from desc) as own
      from price_rate r where r.business_id = ${ctx.businessId} and r.category in (${category}, ${like ?? category})
        and r.currency = ${currency} and r.effective_from <= ${on}::date and (r.effective_to is null or r.effective_to >= ${on}::date)) r
    where nth = 1 or (tier_from = 0 and own = 1) order by market, tier_from`.execute(ctx.db)
  const prices = new Map<string, Price>()
  for (const { tier, ...row } of rows) {
    const known = prices.get(row.market)
    if (known) {
      known.tiers ??= [{ from: 0, price: known.price }]
      known.tiers.push({ from: Number(tier), price: row.price })
      known.verified &&= row.verified
    } else prices.set(row.market, row)
  }
  return prices
}

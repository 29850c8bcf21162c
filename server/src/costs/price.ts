import type { Context } from '../platform/index.ts'
import { marketOf } from './markets.ts'
import type { CATEGORIES } from './view.ts'

type Category = (typeof CATEGORIES)[number]

export interface Price {
  market: string
  /** EUR per delivered message. */
  price: number
  verified: boolean
  source: string
}

/** The rate in force for a country on a day (`2026-11-18`); null when the table has none. */
export async function priceFor(
  ctx: Context,
  what: { country: string | null; category: Category; on: string },
): Promise<Price | null> {
  const prices = await pricesOn(ctx, what.category, what.on)
  return prices.get(marketOf(what.country)) ?? null
}

/** All rates of a category in force on a day, by market. */
export async function pricesOn(ctx: Context, category: Category, on: string): Promise<Map<string, Price>> {
  const rows = await ctx.db
    .selectFrom('price_rate')
    .distinctOn('market')
    .select(['market', 'price', 'verified', 'source'])
    .where('business_id', '=', ctx.businessId)
    .where('category', '=', category)
    .where('currency', '=', 'EUR')
    .where('effective_from', '<=', on)
    .orderBy('market')
    .orderBy('effective_from', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.market, { ...row, price: Number(row.price) }]))
}

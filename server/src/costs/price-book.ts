import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import { PRICED_COUNTRIES } from './markets.ts'

/**
 * EUR per delivered message: by day, category and country; `other` for every country that no market names. A country whose market
 * has no rate is null.
 */
export type PriceBook = Record<string, Record<string, Record<string, number | null>>>

const NO_RATES = Object.fromEntries([...PRICED_COUNTRIES.values()].flat().map((country) => [country, null]))

/**
 * The rates in force on some days, for statements that price many messages: a look-up in a value instead of a search in the
 * table, and a country's market by name instead of by a list of cases.
 * @param days `2026-11-18`
 */
export async function priceBook(
  ctx: Pick<Context, 'db' | 'businessId'>,
  days: readonly string[],
): Promise<PriceBook> {
  const { rows } = await sql<{ day: string; category: string; market: string; price: string }>`
    select distinct on (d.day, r.category, r.market) d.day, r.category, r.market, r.price
    from unnest(${[...days]}::text[]) as d (day) join price_rate r
      on r.business_id = ${ctx.businessId} and r.currency = 'EUR' and r.effective_from <= d.day::date
    order by d.day, r.category, r.market, r.effective_from desc`.execute(ctx.db)
  const book: PriceBook = {}
  for (const { day, category, market, price } of rows) {
    const categories = book[day] ?? {}
    const prices = categories[category] ?? { ...NO_RATES }
    for (const country of PRICED_COUNTRIES.get(market) ?? [market]) prices[country] = Number(price)
    categories[category] = prices
    book[day] = categories
  }
  return book
}

/** One price out of the book, as a numeric; null when the country's market has no rate. */
export function bookedPriceSql(
  book: PriceBook,
  of: { day: RawBuilder<string>; category: RawBuilder<string | null>; country: RawBuilder<string | null> },
): RawBuilder<string | null> {
  return sql<
    string | null
  >`(select case when prices ? country then prices ->> country else prices ->> 'other' end from (
    select ${JSON.stringify(book)}::jsonb -> ${of.day} -> ${of.category} as prices, coalesce(${of.country}, '') as country) p)::numeric`
}

import { type RawBuilder, sql } from 'kysely'
import { type Context, SECOND } from '../platform/index.ts'
import { billingOf } from './billing.ts'
import { knownBooks } from './book-memory.ts'
import { PRICED_COUNTRIES } from './markets.ts'
import { PRICED_LIKE } from './view.ts'
import { volumesOf } from './volume.ts'

/**
 * A price per delivered message, as a decimal: by day, category and country; `other` for every country that no market names. A
 * country whose market has no rate is null.
 */
export type PriceBook = Record<string, Record<string, Record<string, string | null>>>

const TRUST_MS = 10 * SECOND

const NO_RATES = Object.fromEntries([...PRICED_COUNTRIES.values()].flat().map((country) => [country, null]))

interface Rate {
  day: string
  category: string
  market: string
  /** First message of the month that it is for. */
  tier: number
  price: string
}

/**
 * The rates in force on some days, for statements that price many messages: a look-up in a value instead of a search in the
 * table, and a country's market by name instead of by a list of cases. Of a rate with volume tiers it holds the tier that the
 * month has reached by now.
 * @param days `2026-11-18`, by the clock that Meta bills by
 */
export async function priceBook(
  ctx: Pick<Context, 'db' | 'businessId' | 'runtime' | 'clock'>,
  days: readonly string[],
): Promise<PriceBook> {
  const { currency } = await billingOf(ctx)
  const { rows } = await sql<Rate>`
    select day, category, market, tier, price from (
      select d.day, r.category, r.market, r.tier_from::int8 as tier, r.price,
        rank() over (partition by d.day, r.category, r.market order by r.effective_from desc) as nth,
        -- A card that only names higher tiers begins with the price before it.
        rank() over (partition by d.day, r.category, r.market, r.tier_from = 0 order by r.effective_from desc) as own
      from unnest(${[...days]}::text[]) as d (day) join price_rate r
        on r.business_id = ${ctx.businessId} and r.currency = ${currency} and r.effective_from <= d.day::date
        and (r.effective_to is null or r.effective_to >= d.day::date)) r
    where nth = 1 or (tier = 0 and own = 1) order by day, category, market, tier`.execute(ctx.db)
  const volumes = rows.some((row) => Number(row.tier) > 0)
    ? await volumesOf(ctx, [...new Set(days.map((day) => day.slice(0, 7)))])
    : null
  const book: PriceBook = {}
  for (const { day, category, market, tier, price } of rows) {
    // The tiers come in their order: the last one that is reached stays.
    if (Number(tier) > 0 && (volumes?.(day.slice(0, 7), market, category) ?? 0) + 1 < Number(tier)) continue
    const categories = book[day] ?? {}
    const prices = categories[category] ?? { ...NO_RATES }
    for (const country of PRICED_COUNTRIES.get(market) ?? [market]) prices[country] = price
    categories[category] = prices
    book[day] = categories
  }
  for (const categories of Object.values(book)) {
    for (const [category, like] of Object.entries(PRICED_LIKE)) {
      const own = Object.entries(categories[category] ?? {}).filter(([, price]) => price !== null)
      if (categories[like]) categories[category] = { ...categories[like], ...Object.fromEntries(own) }
    }
  }
  return book
}

/** The same as it was at most ten seconds ago: prices change rarely, statuses come many times a second. */
export async function priceBookNow(
  ctx: Pick<Context, 'db' | 'businessId' | 'runtime' | 'clock'>,
  days: readonly string[],
): Promise<PriceBook> {
  const memory = knownBooks(ctx)
  const now = ctx.clock.now().getTime()
  const last = memory.get(ctx.businessId)
  const fresh = last && Math.abs(now - last.readAt) <= TRUST_MS
  if (fresh && days.every((day) => last.days.has(day))) return last.book
  const all = [...new Set([...(fresh ? last.days : []), ...days])]
  const book = await priceBook(ctx, all)
  memory.set(ctx.businessId, { book, days: new Set(all), readAt: now })
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

import { type Insertable, type Selectable, sql } from 'kysely'
import type { DB } from '../platform/db/index.ts'
import { type Context, newId } from '../platform/index.ts'
import { forgetBook } from './book-memory.ts'
import { decimalOf, unitsOf } from './money.ts'

export type RateRow = Selectable<DB['price_rate']>
type Row = Omit<Insertable<DB['price_rate']>, 'business_id' | 'rate_id'>

const KEY = ['business_id', 'market', 'category', 'currency', 'effective_from', 'tier_from'] as const

/** A statement carries 65,535 values at most, and a rate has eleven. */
const AT_ONCE = 1_000

/** Adds rates; one that exists for the same market, category, currency, day and tier is replaced. Gives the rows in the same order. */
export async function putRates(ctx: Context, rows: readonly Row[]): Promise<RateRow[]> {
  forgetBook(ctx)
  const written: RateRow[] = []
  for (let at = 0; at < rows.length; at += AT_ONCE)
    written.push(...(await putSome(ctx, rows.slice(at, at + AT_ONCE))))
  return written
}

function putSome(ctx: Context, rows: readonly Row[]): Promise<RateRow[]> {
  return ctx.db
    .insertInto('price_rate')
    .values(rows.map((row) => ({ ...row, business_id: ctx.businessId, rate_id: newId() })))
    .onConflict((conflict) =>
      conflict.columns([...KEY]).doUpdateSet((eb) => ({
        price: eb.ref('excluded.price'),
        effective_to: eb.ref('excluded.effective_to'),
        tier_to: eb.ref('excluded.tier_to'),
        source: eb.ref('excluded.source'),
        verified: eb.ref('excluded.verified'),
      })),
    )
    .returningAll()
    .execute()
}

export async function removeRates(ctx: Context, rateIds: readonly string[]): Promise<void> {
  forgetBook(ctx)
  if (rateIds.length === 0) return
  await ctx.db
    .deleteFrom('price_rate')
    .where('business_id', '=', ctx.businessId)
    .where('rate_id', 'in', [...rateIds])
    .execute()
}

export async function putBilling(
  ctx: Context,
  billing: { currency: string; timeZone: string; freeService: number },
): Promise<void> {
  forgetBook(ctx)
  const columns = {
    currency: billing.currency,
    time_zone: billing.timeZone,
    free_service: billing.freeService,
    updated_at: ctx.clock.now(),
  }
  await ctx.db
    .insertInto('billing')
    .values({ business_id: ctx.businessId, ...columns })
    .onConflict((conflict) => conflict.column('business_id').doUpdateSet(columns))
    .execute()
}

export async function addImport(
  ctx: Context,
  fileName: string,
  changes: readonly unknown[],
): Promise<string> {
  const importId = newId()
  await ctx.db
    .insertInto('price_import')
    .values({
      business_id: ctx.businessId,
      import_id: importId,
      file_name: fileName,
      changes: JSON.stringify(changes),
      at: ctx.clock.now(),
    })
    .execute()
  return importId
}

export async function closeImport(ctx: Context, importId: string): Promise<void> {
  await ctx.db
    .updateTable('price_import')
    .set({ undone_at: ctx.clock.now() })
    .where('business_id', '=', ctx.businessId)
    .where('import_id', '=', importId)
    .execute()
}

/** What Meta says about the volume of a month; a later word replaces an earlier one. */
export async function putVolumeTier(
  ctx: Context,
  tier: { month: string; market: string; category: string; tierFrom: number },
): Promise<void> {
  await ctx.db
    .insertInto('volume_tier')
    .values({
      business_id: ctx.businessId,
      month: tier.month,
      market: tier.market,
      category: tier.category,
      tier_from: tier.tierFrom,
      told_at: ctx.clock.now(),
    })
    .onConflict((conflict) =>
      conflict.columns(['business_id', 'month', 'market', 'category']).doUpdateSet((eb) => ({
        tier_from: sql`greatest(volume_tier.tier_from, ${eb.ref('excluded.tier_from')})`,
        told_at: eb.ref('excluded.told_at'),
      })),
    )
    .execute()
}

interface MetaDay {
  day: string
  country: string
  category: string
  type: string
  messages: number
  cost: string
}

/** Replaces what Meta said about these days of an account. */
export async function putMetaDays(
  ctx: Context,
  wabaId: string,
  span: { first: string; last: string },
  days: readonly MetaDay[],
): Promise<void> {
  await ctx.db
    .deleteFrom('meta_cost_day')
    .where('business_id', '=', ctx.businessId)
    .where('waba_id', '=', wabaId)
    .where('day', '>=', span.first)
    .where('day', '<=', span.last)
    .execute()
  const rows = joined(days)
  if (rows.length === 0) return
  await ctx.db
    .insertInto('meta_cost_day')
    .values(
      rows.map((row) => ({
        ...row,
        business_id: ctx.businessId,
        waba_id: wabaId,
        fetched_at: ctx.clock.now(),
      })),
    )
    .execute()
}

/** Meta may split a day further than we keep it. */
function joined(days: readonly MetaDay[]): MetaDay[] {
  const found = new Map<string, MetaDay>()
  for (const day of days) {
    const key = [day.day, day.country, day.category, day.type].join(' ')
    const known = found.get(key)
    if (!known) found.set(key, { ...day })
    else {
      known.messages += day.messages
      known.cost = decimalOf(unitsOf(known.cost) + unitsOf(day.cost))
    }
  }
  return [...found.values()]
}

import { sql } from 'kysely'
import { type Context, withTransaction } from '../platform/index.ts'
import type { ChannelUpdate } from '../whatsapp/index.ts'
import { marketNamed } from './market-names.ts'
import { marketOf } from './markets.ts'
import { putVolumeTier } from './store.ts'

/**
 * How many messages of a market and category were billed in a month: by our own count, or, where that is more, by what Meta
 * says (it counts all accounts of a portfolio, also those that Jawort does not send for).
 * @param months `2026-11`
 */
export async function volumesOf(
  ctx: Pick<Context, 'db' | 'businessId'>,
  months: readonly string[],
): Promise<(month: string, market: string, category: string) => number> {
  const first = months.map((month) => `${month}-01`)
  const { rows } = await sql<{ month: string; country: string; category: string; billed: number }>`
    select to_char(m.first, 'YYYY-MM') as month, c.country, c.category, sum(c.billed)::float8 as billed
    from unnest(${first}::date[]) as m (first) join cost_day c on c.business_id = ${ctx.businessId}
      and c.day >= m.first and c.day < m.first + interval '1 month'
    group by 1, 2, 3`.execute(ctx.db)
  const volumes = new Map<string, number>()
  const key = (month: string, market: string, category: string) => `${month} ${market} ${category}`
  for (const { month, country, category, billed } of rows) {
    const one = key(month, marketOf(country || null), category)
    volumes.set(one, (volumes.get(one) ?? 0) + billed)
  }
  const told = await ctx.db
    .selectFrom('volume_tier')
    .select(['month', 'market', 'category', 'tier_from'])
    .where('business_id', '=', ctx.businessId)
    .where('month', 'in', first)
    .execute()
  for (const row of told) {
    const one = key(row.month.slice(0, 7), row.market, row.category)
    volumes.set(one, Math.max(volumes.get(one) ?? 0, Number(row.tier_from) - 1))
  }
  return (month, market, category) => volumes.get(key(month, market, category)) ?? 0
}

export interface VolumeTier {
  /** Meta's word, `UTILITY`. */
  category: string
  /** `25000001:50000000` */
  tier: string
  /** `2026-11` */
  month: string
  /** A market in Meta's words, `Germany`. */
  region: string
}

/** Handler of intake's `channelUpdate`: Meta tells which volume tier a month has reached. */
export async function onVolumeTier(tx: Context, { update }: { update: ChannelUpdate }): Promise<void> {
  const { change } = update
  if (change.what === 'account' && change.volumeTier) await noteVolumeTier(tx, change.volumeTier)
}

/** Notes it (account_update, VOLUME_BASED_PRICING_TIER_UPDATE); what cannot be read changes nothing. */
export async function noteVolumeTier(
  ctx: Context,
  { category, tier, month, region }: VolumeTier,
): Promise<void> {
  const from = Number(/^(\d{1,15}):/.exec(tier)?.[1] ?? Number.NaN)
  if (!Number.isFinite(from) || !/^2\d{3}-(0[1-9]|1[0-2])$/.test(month)) return
  const market = marketNamed(region) ?? region.slice(0, 80)
  await withTransaction(ctx, (tx) =>
    putVolumeTier(tx, { month: `${month}-01`, market, category: category.toLowerCase(), tierFrom: from }),
  )
}

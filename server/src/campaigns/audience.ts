import { type RawBuilder, sql } from 'kysely'
import { type Estimate, estimateCost, marketOf, marketSql, pricesOn } from '../costs/index.ts'
import { audienceSql } from '../dispatch/index.ts'
import type { Context } from '../platform/index.ts'
import { rulesCondition } from '../segments/index.ts'
import type { CompleteParts } from './readiness.ts'

/** Everybody the campaign is meant for, as `contact_id`; whether they may get it is the gate's decision. */
export function candidatesSql(ctx: Context, parts: Pick<CompleteParts, 'segment'>): RawBuilder<unknown> {
  const rules = parts.segment?.rules ?? { match: 'all' as const, groups: [] }
  return sql`select contact.contact_id from contact where ${rulesCondition(ctx, rules)}`
}

export interface Waterfall {
  inSegment: number
  /** People who get nothing, by the first reason of the gate. */
  excluded: { reason: string; count: number }[]
  toSend: number
  /** People who get it later, for example when the number's daily limit has room again. */
  later: number
  /** Everybody who gets it, by price market. */
  markets: Map<string, number>
  /** Up to three of them. */
  sample: string[]
}

interface Row {
  withheld: string | null
  later: boolean
  market: string
  people: number
  sample: string[] | null
}

/** Judges the whole audience by the gate, as a launch at this moment would. */
export async function judgeAudience(ctx: Context, parts: CompleteParts): Promise<Waterfall> {
  const audience = await audienceSql(ctx, {
    channelId: parts.channel.id,
    topicId: parts.topicId,
    templateId: parts.template.id,
    candidates: candidatesSql(ctx, parts),
  })
  const { rows } = await sql<Row>`
    with judged as materialized (${audience}),
    sample as (select contact_id from judged where withheld is null order by (later is not null), contact_id limit 3)
    select j.withheld, (j.later is not null) as later, ${marketSql(sql.ref('c.country'))} as market, count(*)::int as people,
      (select array_agg(contact_id) from sample) as sample
    from judged j join contact c on c.business_id = ${ctx.businessId} and c.contact_id = j.contact_id
    group by 1, 2, 3`.execute(ctx.db)
  const sum = (list: Row[]) => list.reduce((total, row) => total + row.people, 0)
  const going = rows.filter((row) => row.withheld === null)
  const excluded = new Map<string, number>()
  const markets = new Map<string, number>()
  for (const row of rows) {
    if (row.withheld) excluded.set(row.withheld, (excluded.get(row.withheld) ?? 0) + row.people)
    else markets.set(row.market, (markets.get(row.market) ?? 0) + row.people)
  }
  return {
    inSegment: sum(rows),
    excluded: [...excluded].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
    toSend: sum(going.filter((row) => !row.later)),
    later: sum(going.filter((row) => row.later)),
    markets,
    sample: rows[0]?.sample ?? [],
  }
}

/** Share of messages that get through when a channel has no history yet. */
const USUAL_SHARE = 0.9
const ENOUGH_MESSAGES = 100

/** What the audience will cost: Meta's price for marketing in each market, on the day of the launch. */
export async function priceAudience(
  ctx: Context,
  channelId: string,
  markets: Map<string, number>,
): Promise<Estimate> {
  const prices = await pricesOn(ctx, 'marketing', ctx.clock.now().toISOString().slice(0, 10))
  return estimateCost(markets, prices, await deliveredShare(ctx, channelId))
}

/** How much of the channel's last three campaigns was delivered. */
async function deliveredShare(ctx: Context, channelId: string): Promise<number> {
  const { rows } = await sql<{ delivered: number; total: number }>`
    select count(*) filter (where state in ('delivered', 'read'))::int as delivered,
      count(*) filter (where state <> 'withheld')::int as total
    from message where business_id = ${ctx.businessId} and campaign_id in (
      select campaign_id from campaign where business_id = ${ctx.businessId} and channel_id = ${channelId}
        and state = 'finished' order by campaign_id desc limit 3)`.execute(ctx.db)
  const [row] = rows
  return row && row.total >= ENOUGH_MESSAGES ? row.delivered / row.total : USUAL_SHARE
}

/** People per market among the messages a launch has just frozen. */
export async function frozenMarkets(tx: Context, campaignId: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ country: string | null; people: number }>`
    select c.country, count(*)::int as people from message m
    join contact c on c.business_id = m.business_id and c.contact_id = m.contact_id
    where m.business_id = ${tx.businessId} and m.campaign_id = ${campaignId} group by 1`.execute(tx.db)
  const markets = new Map<string, number>()
  for (const { country, people } of rows)
    markets.set(marketOf(country), (markets.get(marketOf(country)) ?? 0) + people)
  return markets
}

import { type RawBuilder, sql } from 'kysely'
import { type Estimate, estimateNow, marketOf } from '../costs/index.ts'
import { audienceGate, audienceSql, evenRanges } from '../dispatch/index.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { rulesCondition } from '../segments/index.ts'
import type { CompleteParts } from './readiness.ts'

/** Everybody the campaign is meant for, as `contact_id, country`; whether they may get it is the gate's decision. */
export function candidatesSql(ctx: Context, parts: Pick<CompleteParts, 'segment'>): RawBuilder<unknown> {
  const rules = parts.segment?.rules ?? { match: 'all' as const, groups: [] }
  return sql`select contact.contact_id, contact.country from contact where ${rulesCondition(ctx, rules)}`
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
  /** The same by country; null where nobody knows it. */
  countries: Map<string | null, number>
  /** Up to three of them. */
  sample: string[]
}

interface Row {
  withheld: string | null
  later: boolean
  country: string | null
  people: number
}

/**
 * Sets the caller's transaction to plan the count as `COUNTING` says.
 * @returns the statement that counts the audience by verdict and country
 */
export async function prepareCounting(tx: Context, parts: CompleteParts): Promise<RawBuilder<Row>> {
  const gate = await audienceGate(tx, audienceOf(parts))
  const everybody = candidatesSql(tx, parts)
  // The fence keeps the planner from taking every verdict for a group of its own. A quoted zero, because only a plain
  // constant is known to cut nothing off, and what might cut something off is not shared among processes.
  const ranges = (await evenRanges(tx)).map(
    (range) => sql`(select withheld, later is not null as later, country, count(*)::int as people
      from (${gate(everybody, range)} offset '0') judged group by 1, 2, 3)`,
  )
  const settings = Object.entries(COUNTING).map(([name, value]) => sql`set_config(${name}, ${value}, true)`)
  await sql`select ${sql.join(settings)}`.execute(tx.db)
  return sql<Row>`${sql.join(ranges, sql` union all `)}`
}

/** Judges the whole audience by the gate, as a launch at this moment would. */
export async function judgeAudience(ctx: Context, parts: CompleteParts): Promise<Waterfall> {
  const rows = await withTransaction(ctx, async (tx) => {
    const counting = await prepareCounting(tx, parts)
    return (await counting.execute(tx.db)).rows
  })
  const sum = (list: Row[]) => list.reduce((total, row) => total + row.people, 0)
  const going = rows.filter((row) => row.withheld === null)
  const excluded = new Map<string, number>()
  for (const row of rows)
    if (row.withheld) excluded.set(row.withheld, (excluded.get(row.withheld) ?? 0) + row.people)
  return {
    inSegment: sum(rows),
    excluded: [...excluded].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
    toSend: sum(going.filter((row) => !row.later)),
    later: sum(going.filter((row) => row.later)),
    markets: marketsOf(going.map(({ country, people }) => [country, people])),
    countries: countriesOf(going),
    sample: await sampleOf(ctx, parts, sum(going)),
  }
}

/**
 * How the counting statement is planned. The indexes hold all that is asked, by contact id: what is read side by side needs no
 * hash table of a million people, and each range can go to a process of its own. The planner takes that for dearer than it
 * is. Compiling the statement would take longer than running it.
 */
const COUNTING = {
  jit: 'off',
  enable_hashjoin: 'off',
  enable_seqscan: 'off',
  random_page_cost: '1',
  work_mem: '32MB',
}

function countriesOf(rows: Row[]): Map<string | null, number> {
  const countries = new Map<string | null, number>()
  for (const { country, people } of rows) countries.set(country, (countries.get(country) ?? 0) + people)
  return countries
}

function audienceOf(parts: CompleteParts) {
  return { channelId: parts.channel.id, topicId: parts.topicId, templateId: parts.template.id }
}

const SAMPLE = 3
const LOOKED_AT = 1_000

/** The first people who get it: nearly always among the first thousand, otherwise wherever they are. */
async function sampleOf(ctx: Context, parts: CompleteParts, going: number): Promise<string[]> {
  if (going === 0) return []
  const everybody = candidatesSql(ctx, parts)
  const first = sql`select * from (${everybody}) everybody order by contact_id limit ${LOOKED_AT}`
  const found = await goingOf(ctx, parts, first)
  return found.length === Math.min(SAMPLE, going) ? found : goingOf(ctx, parts, everybody)
}

async function goingOf(
  ctx: Context,
  parts: CompleteParts,
  candidates: RawBuilder<unknown>,
): Promise<string[]> {
  const { rows } = await sql<{ contact_id: string }>`
    select contact_id from (${await audienceSql(ctx, { ...audienceOf(parts), candidates })}) judged where withheld is null
    order by later is not null, contact_id limit ${SAMPLE}`.execute(ctx.db)
  return rows.map((row) => row.contact_id)
}

/** Countries become price markets. */
export function marketsOf(people: Iterable<readonly [string | null, number]>): Map<string, number> {
  const markets = new Map<string, number>()
  for (const [country, count] of people)
    markets.set(marketOf(country), (markets.get(marketOf(country)) ?? 0) + count)
  return markets
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
  return estimateNow(ctx, markets, await deliveredShare(ctx, channelId))
}

/** How much of what WhatsApp took of the channel's last three campaigns was delivered. */
async function deliveredShare(ctx: Context, channelId: string): Promise<number> {
  const { rows } = await sql<{ delivered: number; total: number }>`
    select coalesce(sum(delivered), 0)::int as delivered, coalesce(sum(accepted), 0)::int as total
    from campaign_pulse where business_id = ${ctx.businessId} and campaign_id in (
      select campaign_id from campaign where business_id = ${ctx.businessId} and channel_id = ${channelId}
        and state = 'finished' order by campaign_id desc limit 3)`.execute(ctx.db)
  const [row] = rows
  return row && row.total >= ENOUGH_MESSAGES ? Math.min(1, row.delivered / row.total) : USUAL_SHARE
}

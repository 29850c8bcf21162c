import { sql } from 'kysely'
import { marketOf, pricesOn } from '../costs/index.ts'
import { type Context, type Runtime, SECOND } from '../platform/index.ts'
import { COUNTED_STATES } from './counted.ts'
import type { ReasonCode } from './reasons.ts'

/** What a campaign has spent and may still spend, in EUR. */
interface Spending {
  campaignId: string
  budget: number
  /** Booked costs, and the expected price of what is under way or not booked yet. */
  spent: number
  left: number
}

/** What one claim may spend on a campaign. */
export interface Allowance {
  campaignId: string
  euros: number
}

/** EUR for one marketing message to a country; 0 where the business has no rate. */
type PriceOf = (country: string) => number

interface Kept {
  budget: number
  /** Never more than what is really left: every claim is taken to have used its whole allowance. */
  left: number
  countedAt: number
  trustMs: number
}

interface Memory {
  campaigns: Map<string, Kept>
  prices: Map<string, { priceOf: PriceOf; readAt: number }>
}

/** Most messages that one claim takes. */
const CLAIM = 400
/** A count is trusted this long: another process may have had the campaign in between. */
const TRUST_MS = 10 * SECOND
/** Counting may take this share of the time at most. */
const COUNTING_SHARE = 0.05

const memories = new WeakMap<Runtime, Memory>()

/**
 * What each running campaign with a budget may spend in the claim that follows, and at which prices (C-71). Messages are
 * counted anew only when the last count is used up, so a campaign far from its budget costs nothing.
 * @param countries of the people who may be in the claim
 */
export async function allowances(
  ctx: Context,
  campaigns: readonly { campaignId: string; budget: number }[],
  countries: readonly string[],
): Promise<{ allowances: Allowance[]; priceOf: PriceOf }> {
  const memory = memories.get(ctx.runtime) ?? { campaigns: new Map(), prices: new Map() }
  memories.set(ctx.runtime, memory)
  const now = ctx.clock.now().getTime()
  const priceOf = await pricesNow(ctx, memory, now)
  const most = CLAIM * Math.max(0, ...countries.map(priceOf))
  const stale = campaigns.filter(({ campaignId, budget }) => {
    const last = memory.campaigns.get(campaignId)
    if (!last || last.budget !== budget || Math.abs(now - last.countedAt) > last.trustMs) return true
    return last.left > 0 && last.left < most
  })
  if (stale.length > 0) {
    const began = performance.now()
    const counted = await countSpending(ctx, stale, priceOf)
    const trustMs = Math.max(TRUST_MS, (performance.now() - began) / COUNTING_SHARE)
    for (const { campaignId, budget, left } of counted) {
      memory.campaigns.set(campaignId, { budget, left, countedAt: now, trustMs })
    }
  }
  return {
    priceOf,
    allowances: campaigns.map(({ campaignId }) => {
      const last = memory.campaigns.get(campaignId)
      const euros = Math.max(0, Math.min(last?.left ?? 0, most))
      if (last) last.left -= euros
      return { campaignId, euros }
    }),
  }
}

async function pricesNow(ctx: Context, memory: Memory, now: number): Promise<PriceOf> {
  const last = memory.prices.get(ctx.businessId)
  if (last && Math.abs(now - last.readAt) <= TRUST_MS) return last.priceOf
  const priceOf = await readPrices(ctx)
  memory.prices.set(ctx.businessId, { priceOf, readAt: now })
  return priceOf
}

async function readPrices(ctx: Context): Promise<PriceOf> {
  const rates = await pricesOn(ctx, 'marketing', ctx.clock.now().toISOString().slice(0, 10))
  return (country) => rates.get(marketOf(country))?.price ?? 0
}

/** Whether the gate holds somebody of the campaign back because of its budget. */
export async function waitsForBudget(ctx: Context, campaignId: string): Promise<boolean> {
  const code: ReasonCode = 'budget_reached'
  const { rows } = await sql`
    select 1 from message_queue q join message m on m.business_id = ${ctx.businessId} and m.month = q.month and m.message_id = q.message_id
    where q.business_id = ${ctx.businessId} and q.campaign_id = ${campaignId} and q.epoch is null and m.reason = ${code} limit 1`.execute(
    ctx.db,
  )
  return rows.length > 0
}

/** What these campaigns have spent, counted from their messages; for breakers and pages. Those without a budget are left out. */
export async function campaignSpending(ctx: Context, campaignIds: readonly string[]): Promise<Spending[]> {
  if (campaignIds.length === 0) return []
  const rows = await ctx.db
    .selectFrom('campaign')
    .select(['campaign_id', 'budget'])
    .where('business_id', '=', ctx.businessId)
    .where('campaign_id', 'in', [...campaignIds])
    .execute()
  const budgets = rows.flatMap((row) =>
    row.budget === null ? [] : [{ campaignId: row.campaign_id, budget: Number(row.budget) }],
  )
  return budgets.length === 0 ? [] : countSpending(ctx, budgets, await readPrices(ctx))
}

async function countSpending(
  ctx: Context,
  campaigns: readonly { campaignId: string; budget: number }[],
  priceOf: PriceOf,
): Promise<Spending[]> {
  const { rows } = await sql<{ campaignId: string; country: string; booked: number; open: number }>`
    select m.campaign_id as "campaignId", coalesce(c.country, b.country)::text as country,
      coalesce(sum(case when m.billable is false then 0 else m.cost end), 0)::float8 as booked,
      count(*) filter (where m.cost is null and m.billable is distinct from false)::int as open
    from message m
    join business b on b.business_id = ${ctx.businessId}
    join contact c on c.business_id = ${ctx.businessId} and c.contact_id = m.contact_id
    where m.business_id = ${ctx.businessId} and m.campaign_id = any(${campaigns.map((one) => one.campaignId)}::uuid[])
      and m.state in (${COUNTED_STATES})
    group by 1, 2`.execute(ctx.db)
  return campaigns.map(({ campaignId, budget }) => {
    const own = rows.filter((row) => row.campaignId === campaignId)
    const spent = own.reduce((sum, row) => sum + row.booked + row.open * priceOf(row.country), 0)
    return { campaignId, budget, spent, left: budget - spent }
  })
}

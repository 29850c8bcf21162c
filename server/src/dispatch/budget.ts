import { sql } from 'kysely'
import { billingDay, billingOf, type PriceBook, priceBook, unitsOf } from '../costs/index.ts'
import { type Context, DAY, type Runtime, SECOND } from '../platform/index.ts'
import { COUNTED_STATES } from './counted.ts'
import { monthOf } from './month.ts'

/** A budget as it stands: a campaign's own, a topic's, or the whole business's. */
export interface BudgetNow {
  id: string
  scope: 'campaign' | 'topic' | 'business'
  topicId: string | null
  /** `2026-11`, `2026`; empty for a campaign, which has only one. */
  period: string
  /** A decimal, in the currency that the business is billed in. */
  amount: string
}

/**
 * What a message to a country can cost at most, as a decimal: where the business has no rate for the country, what the dearest one costs;
 * null when there is no rate of the category at all.
 */
export type PriceOf = (category: string, country: string) => string | null

/** A message that was accepted this long ago and never delivered is not delivered any more. */
const LIVES_MS = 30 * DAY
/** A campaign that is older than this many months is not looked for. */
const OLDEST_MONTHS = 4
/** Prices are read anew after this. */
const TRUST_MS = 10 * SECOND

const memories = new WeakMap<Runtime, Map<string, { priceOf: PriceOf; readAt: number }>>()

/** What messages that leave now will cost at most, also when the card changes before they are delivered; as it was ten seconds ago at most. */
export async function dearestPrices(ctx: Context): Promise<PriceOf> {
  const memory = memories.get(ctx.runtime) ?? new Map()
  memories.set(ctx.runtime, memory)
  const now = ctx.clock.now().getTime()
  const last = memory.get(ctx.businessId)
  if (last && Math.abs(now - last.readAt) <= TRUST_MS) return last.priceOf
  const { timeZone } = await billingOf(ctx)
  const days = [0, LIVES_MS].map((ahead) => billingDay(new Date(now + ahead), timeZone))
  const book = await priceBook(ctx, days)
  const dearest = new Map<string, string | null>()
  for (const day of days) {
    for (const [category, prices] of Object.entries(book[day] ?? {}))
      dearest.set(category, Object.values(prices).reduce(dearer, dearest.get(category) ?? null))
  }
  const priceOf: PriceOf = (category, country) =>
    days.map((day) => bookedIn(book, day, category, country)).reduce(dearer, null) ??
    dearest.get(category) ??
    null
  memory.set(ctx.businessId, { priceOf, readAt: now })
  return priceOf
}

function bookedIn(book: PriceBook, day: string, category: string, country: string): string | null {
  const prices = book[day]?.[category]
  if (!prices) return null
  return (country in prices ? prices[country] : prices['other']) ?? null
}

function dearer(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return unitsOf(a) >= unitsOf(b) ? a : b
}

/** What is left of each of these budgets, in hundred-thousandths: booked costs and the price of what is under way are taken off. */
export async function countRoom(
  ctx: Context,
  budgets: readonly BudgetNow[],
  priceOf: PriceOf,
): Promise<Map<string, bigint>> {
  const rooms = new Map<string, bigint>()
  const campaigns = budgets.filter((budget) => budget.scope === 'campaign')
  const spentOn = await countCampaigns(
    ctx,
    campaigns.map((one) => one.id),
    priceOf,
  )
  for (const budget of budgets) {
    const spent =
      budget.scope === 'campaign' ? (spentOn.get(budget.id) ?? 0n) : await countPeriod(ctx, budget, priceOf)
    rooms.set(budget.id, unitsOf(budget.amount) - spent)
  }
  return rooms
}

interface Counted {
  id: string
  category: string
  country: string
  booked: string
  open: number
}

async function countCampaigns(
  ctx: Context,
  campaignIds: readonly string[],
  priceOf: PriceOf,
): Promise<Map<string, bigint>> {
  if (campaignIds.length === 0) return new Map()
  const { rows } = await sql<Counted>`
    select m.campaign_id as id, m.category, coalesce(c.country, b.country)::text as country,
      coalesce(sum(case when m.billable is false then 0 else m.cost end), 0)::text as booked,
      count(*) filter (where m.cost is null and m.billable is distinct from false)::int as open
    from message m
    join business b on b.business_id = ${ctx.businessId}
    join contact c on c.business_id = ${ctx.businessId} and c.contact_id = m.contact_id
    where m.business_id = ${ctx.businessId} and m.campaign_id = any(${[...campaignIds]}::uuid[])
      and m.state in (${COUNTED_STATES})
    group by 1, 2, 3`.execute(ctx.db)
  const spent = new Map<string, bigint>()
  for (const row of rows) spent.set(row.id, (spent.get(row.id) ?? 0n) + costOf(row, priceOf))
  return spent
}

function costOf({ booked, open, category, country }: Counted, priceOf: PriceOf): bigint {
  return unitsOf(booked) + BigInt(open) * unitsOf(priceOf(category, country) ?? 0)
}

/** What was booked in the period, and what is on its way, in one statement: what is booked meanwhile is in one of them, never in both. */
async function countPeriod(ctx: Context, { topicId, period }: BudgetNow, priceOf: PriceOf): Promise<bigint> {
  const now = ctx.clock.now()
  const oldest = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - OLDEST_MONTHS, 1))
  const ofTopic = (column: string) => (topicId ? sql`${sql.ref(column)} = ${topicId}` : sql`true`)
  const { rows } = await sql<Counted>`
    select '' as id, '' as category, '' as country, coalesce(sum(d.cost), 0)::text as booked, 0 as open from cost_day d
    where d.business_id = ${ctx.businessId} and to_char(d.day, ${period.length === 4 ? 'YYYY' : 'YYYY-MM'}) = ${period}
      and ${ofTopic('d.topic_id')}
    union all
    select '', m.category, coalesce(c.country, b.country)::text, '0', count(*)::int from message m
    join business b on b.business_id = ${ctx.businessId}
    join contact c on c.business_id = ${ctx.businessId} and c.contact_id = m.contact_id
    where m.business_id = ${ctx.businessId} and m.month between ${monthOf(oldest)}::date and ${monthOf(now)}::date
      and m.state in (${COUNTED_STATES}) and not (m.state in ('delivered', 'read') and m.billable is not null)
      and coalesce(m.accepted_at, m.sending_at) > ${new Date(now.getTime() - LIVES_MS)} and ${ofTopic('m.topic_id')}
    group by 2, 3`.execute(ctx.db)
  return rows.reduce((sum, row) => sum + costOf(row, priceOf), 0n)
}

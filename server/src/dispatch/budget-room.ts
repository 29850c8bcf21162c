import { type RawBuilder, sql } from 'kysely'
import { centsOf, unitsOf } from '../costs/index.ts'
import { type Context, SECOND, withTransaction } from '../platform/index.ts'
import { type BudgetNow, countRoom, dearestPrices, type PriceOf } from './budget.ts'
import { type PolicyNow, sendingPolicy } from './policy.ts'

/** A budget and what the last claim left of it. */
export interface KnownBudget extends BudgetNow {
  /** Null: never counted. */
  known: { amount: string; room: string; countedAt: Date; trustUntil: Date } | null
}

/** What the gate needs to keep claims within budgets. */
export interface Spending {
  budgets: readonly BudgetNow[]
  priceOf: PriceOf
  /** Relation of what is left: `budget_id, room`. */
  rooms: RawBuilder<unknown>
}

/** What a message of ours can be. */
const PRICED = ['marketing', 'utility', 'authentication', 'service'] as const
/** Most messages that one claim takes. */
const CLAIM = 400
/** With enough left, a count is repeated after this: failures give back what they were thought to cost. */
const RECOUNT_MS = 60 * SECOND
/** With too little left, it is repeated after this at the earliest. */
const PATIENCE_MS = 10 * SECOND
/** Counting may take this share of the time at most. */
const COUNTING_SHARE = 0.05

/**
 * The budgets that the claim which follows must keep within; null when there are none (C-71). What is left of each stands in
 * a row that a claim locks, takes the most it may cost from, and releases with its commit: claims of several numbers and
 * processes can therefore never spend the same euro. Messages are counted only when a row runs out or grows old, so a claim
 * costs no query of its own.
 */
export async function spendingNow(ctx: Context, policy: PolicyNow): Promise<Spending | null> {
  const { budgets } = policy
  if (budgets.length === 0) return null
  const priceOf = await dearestPrices(ctx)
  const most = mostOf(policy, priceOf)
  const now = ctx.clock.now()
  const stale = budgets.filter((budget) => isStale(budget, most, now))
  if (stale.length > 0) await recount(ctx, stale, priceOf)
  const ids = budgets.map((budget) => budget.id)
  const periods = budgets.map((budget) => budget.period)
  return {
    budgets,
    priceOf,
    rooms: sql`select r.budget_id, r.room, r.period from budget_room r where r.business_id = ${ctx.businessId}
      and (r.budget_id, r.period) in (select * from unnest(${ids}::uuid[], ${periods}::text[])) order by r.budget_id for update`,
  }
}

/** What a claim would find now, counted without holding any up; null when there are no budgets. */
export async function spendingSeen(ctx: Context, budgets: readonly BudgetNow[]): Promise<Spending | null> {
  if (budgets.length === 0) return null
  const priceOf = await dearestPrices(ctx)
  const left = await countRoom(ctx, budgets, priceOf)
  const ids = budgets.map((budget) => budget.id)
  const units = ids.map((id) => (left.get(id) ?? 0n).toString())
  const rooms = sql`select budget_id, units * 0.00001 as room from unnest(${ids}::uuid[], ${units}::numeric[]) as o (budget_id, units)`
  return { budgets, priceOf, rooms }
}

/** For a statement that only looks: the relation `room`. Nothing when there are no budgets. */
export function roomSeen(spending: Spending | null): RawBuilder<unknown> {
  return spending ? sql`with room as materialized (${spending.rooms})` : sql``
}

function mostOf({ places }: PolicyNow, priceOf: PriceOf): bigint {
  let most = 0n
  for (const { country } of places) {
    for (const category of PRICED) {
      const price = unitsOf(priceOf(category, country) ?? 0)
      if (price > most) most = price
    }
  }
  return most * BigInt(CLAIM)
}

function isStale({ amount, known }: KnownBudget, most: bigint, now: Date): boolean {
  if (!known || unitsOf(known.amount) !== unitsOf(amount)) return true
  // A clock that went back says nothing about how old a count is.
  if (known.countedAt > now) return true
  if (now < known.trustUntil) return false
  return unitsOf(known.room) < most || now.getTime() - known.countedAt.getTime() > RECOUNT_MS
}

/** Counts under the rows' locks: what other claims take before or after is seen, or waits. */
async function recount(ctx: Context, stale: readonly BudgetNow[], priceOf: PriceOf): Promise<void> {
  const began = performance.now()
  const now = ctx.clock.now()
  const ids = stale.map((budget) => budget.id)
  const periods = stale.map((budget) => budget.period)
  const amounts = stale.map((budget) => budget.amount)
  await withTransaction(ctx, async (tx) => {
    const given = sql`unnest(${ids}::uuid[], ${periods}::text[], ${amounts}::numeric[]) as g (budget_id, period, amount)`
    await sql`insert into budget_room (business_id, budget_id, period, amount, room, counted_at, trust_until)
      select ${tx.businessId}::uuid, g.budget_id, g.period, g.amount, 0, ${now}::timestamptz, ${now}::timestamptz from ${given}
      order by g.budget_id on conflict do nothing`.execute(tx.db)
    await sql`select 1 from budget_room r where r.business_id = ${tx.businessId}
      and (r.budget_id, r.period) in (select g.budget_id, g.period from ${given}) order by r.budget_id for update`.execute(
      tx.db,
    )
    const rooms = await countRoom(tx, stale, priceOf)
    const elapsed = performance.now() - began
    const trustUntil = new Date(now.getTime() + Math.max(PATIENCE_MS, elapsed / COUNTING_SHARE))
    const left = ids.map((id) => (rooms.get(id) ?? 0n).toString())
    await sql`update budget_room r set amount = g.amount, room = g.units * 0.00001, counted_at = ${now}, trust_until = ${trustUntil}
      from unnest(${ids}::uuid[], ${periods}::text[], ${amounts}::numeric[], ${left}::numeric[]) as g (budget_id, period, amount, units)
      where r.business_id = ${tx.businessId} and r.budget_id = g.budget_id and r.period = g.period`.execute(
      tx.db,
    )
  })
}

/** For a claim: the locked rows, under the name `room`. Nothing when there are no budgets. */
export function lockRooms(spending: Spending | null): RawBuilder<unknown> {
  return spending ? sql`, room as materialized (${spending.rooms})` : sql``
}

/**
 * For a claim: takes what was just claimed off the locked rows. Nothing when there are no budgets.
 * @param written relation with `state, campaign_id, topic_id, price`
 */
export function takeRoom(
  ctx: Pick<Context, 'businessId'>,
  spending: Spending | null,
  written: RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (!spending) return sql``
  return sql`, spent as (
    update budget_room r set room = r.room - s.total from (
      select o.budget_id, o.period, sum(w.price) as total from room o
      join jsonb_to_recordset(${scopesJson(spending)}::jsonb) as g (budget_id uuid, scope text, topic_id uuid) on g.budget_id = o.budget_id
      join ${written} w on w.state = 'sending' and (g.scope = 'business' or g.scope = 'campaign' and w.campaign_id = o.budget_id
        or g.scope = 'topic' and w.topic_id = g.topic_id)
      group by 1, 2) s
    where r.business_id = ${ctx.businessId} and r.budget_id = s.budget_id and r.period = s.period and s.total > 0)`
}

function scopesJson({ budgets }: Spending): string {
  return JSON.stringify(
    budgets.map(({ id, scope, topicId }) => ({ budget_id: id, scope, topic_id: topicId })),
  )
}

/**
 * The gate's joins: `place_price` is the most that the candidate may cost, `purse` what the budgets that it falls under leave,
 * each null where there is none.
 */
export function purseSql(
  spending: Spending,
  countries: readonly string[],
  home: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const prices: Record<string, Record<string, string>> = {}
  for (const category of PRICED) {
    // Marketing of which nobody knows what it costs is within no budget.
    const unknown = category === 'marketing' ? 'Infinity' : '0'
    const known = countries.map(
      (country) => [country, spending.priceOf(category, country) ?? unknown] as const,
    )
    const dearest = known.map(([, price]) => price).sort((a, b) => Number(b) - Number(a))[0] ?? unknown
    // A country that came up this minute may cost as much as any other.
    prices[category] = { ...Object.fromEntries(known), unseen: dearest }
  }
  return sql`cross join (select ${JSON.stringify(prices)}::jsonb as prices offset 0) asked
    cross join lateral (select coalesce(asked.prices -> g.category ->> ${home}::text, asked.prices -> g.category ->> 'unseen')::numeric as price) expected
    cross join (select min(o.room) as room from room o
      join jsonb_to_recordset(${scopesJson(spending)}::jsonb) as s (budget_id uuid, scope text) on s.budget_id = o.budget_id
      where s.scope = 'business') whole
    left join (select s.topic_id, min(o.room) as room from room o
      join jsonb_to_recordset(${scopesJson(spending)}::jsonb) as s (budget_id uuid, scope text, topic_id uuid) on s.budget_id = o.budget_id
      where s.scope = 'topic' group by 1) themed on themed.topic_id = g.topic_id
    left join room own on own.budget_id = g.campaign_id`
}

/** What the budgets that a topic falls under still leave, its own and the business's, counted now. */
export async function budgetsLeft(
  ctx: Context,
  topicId: string | null,
): Promise<{ scope: 'topic' | 'business'; period: string; left: number }[]> {
  const shared = (await sendingPolicy(ctx)).budgets.filter(
    (budget) => budget.scope === 'business' || (budget.scope === 'topic' && budget.topicId === topicId),
  )
  if (shared.length === 0) return []
  const rooms = await countRoom(ctx, shared, await dearestPrices(ctx))
  return shared.map(({ id, scope, period }) => ({
    scope: scope === 'topic' ? scope : 'business',
    period,
    left: Math.max(0, centsOf(rooms.get(id) ?? 0n)),
  }))
}

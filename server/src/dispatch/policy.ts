import { sql } from 'kysely'
import { z } from 'zod'
import { billingDay, billingOf } from '../costs/index.ts'
import { PREPARED } from '../platform/db/index.ts'
import { type Context, DAY } from '../platform/index.ts'
import { type CountryHours, countryHours } from '../rulepacks/index.ts'
import type { KnownBudget } from './budget-room.ts'

export const SendingPolicy = z.object({
  /** Marketing messages one person may get, over all campaigns. */
  marketingPer7Days: z.number().int().min(1).max(1000),
  marketingPer30Days: z.number().int().min(1).max(1000),
  /** Marketing only in the hours of the countries' rule packs, by the person's clock. */
  quietHours: z.boolean(),
  /** Months without marketing and without a message of the person after which a consent rests; at most 12 (C-45). */
  holdAfterMonths: z.number().int().min(1).max(12).default(12),
  /** … and after which it has lapsed; at most 24. */
  expireAfterMonths: z.number().int().min(1).max(24).default(24),
  /** Days that each step of a new number's warm-up lasts (C-62). */
  warmUpDays: z.number().int().min(1).max(30).default(1),
})
export type SendingPolicy = z.infer<typeof SendingPolicy>

/** Rare (C-67), by day (C-68), and not after years of silence (C-45). */
export const DEFAULT_POLICY: SendingPolicy = {
  marketingPer7Days: 1,
  marketingPer30Days: 3,
  quietHours: true,
  holdAfterMonths: 12,
  expireAfterMonths: 24,
  warmUpDays: 1,
}

/** Share of the messaging limit that Jawort uses; the rest is left for answers and for Meta's own way of counting. */
export const LIMIT_SHARE = 0.9

/** Free-form messages are possible this long after the person's last message (Meta's customer service window). */
export const WINDOW_MS = DAY

/** What the business set, together with what follows from it at this moment: all that the gate is asked with. */
export interface PolicyNow extends SendingPolicy {
  /** Hours of every country in which the business has people, and of its own. */
  places: CountryHours[]
  /** Of running campaigns, of topics and of the business, in the month and the year that it is. */
  budgets: KnownBudget[]
}

interface Row {
  country: string
  timeZone: string
  countries: string[]
  budgets: (Omit<KnownBudget, 'period' | 'known'> & { period: 'campaign' | 'month' | 'year' })[]
  rooms: { id: string; period: string; amount: string; room: string; countedAt: string; trustUntil: string }[]
  policy: SendingPolicy | null
}

/** The business's rules as they are now, in one short query: asked by every claim. */
export async function sendingPolicy(ctx: Context): Promise<PolicyNow> {
  const { rows } = await sql<Row>`${PREPARED}
    select b.country, b.time_zone as "timeZone",
      array(
        -- One step of the index per country, however many people there are.
        with recursive used (country) as (
          select min(c.country) from contact c where c.business_id = ${ctx.businessId}
          union all
          select (select min(c.country) from contact c where c.business_id = ${ctx.businessId} and c.country > used.country)
          from used where used.country is not null)
        select country::text from used where country is not null) as countries,
      (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'scope', x.scope, 'topicId', x.topic_id, 'period', x.period,
          'amount', x.amount::text)), '[]') from (
        select cp.campaign_id as id, 'campaign' as scope, null::uuid as topic_id, 'campaign' as period, cp.budget as amount
        from campaign cp where cp.business_id = ${ctx.businessId} and cp.state = 'running' and cp.budget is not null
        union all select u.budget_id, case when u.topic_id is null then 'business' else 'topic' end, u.topic_id, u.period, u.amount
        from budget u where u.business_id = ${ctx.businessId}) x) as budgets,
      (select coalesce(jsonb_agg(jsonb_build_object('id', r.budget_id, 'period', r.period, 'amount', r.amount::text, 'room', r.room::text,
          'countedAt', r.counted_at, 'trustUntil', r.trust_until)), '[]') from budget_room r
        where r.business_id = ${ctx.businessId}) as rooms,
      case when p.business_id is not null then jsonb_build_object('marketingPer7Days', p.marketing_per_7_days,
        'marketingPer30Days', p.marketing_per_30_days, 'quietHours', p.quiet_hours, 'holdAfterMonths', p.hold_after_months,
        'expireAfterMonths', p.expire_after_months, 'warmUpDays', p.warm_up_days) end as policy
    from business b left join sending_policy p on p.business_id = b.business_id
    where b.business_id = ${ctx.businessId}`.execute(ctx.db)
  const [row] = rows
  if (!row) return { ...DEFAULT_POLICY, places: [], budgets: [] }
  const countries = [...new Set([row.country, ...row.countries])]
  return {
    ...(row.policy ?? DEFAULT_POLICY),
    places: await countryHours(row, countries, ctx.clock.now()),
    budgets: row.budgets.length > 0 ? await budgetsNow(ctx, row) : [],
  }
}

/** Each budget with its count of the period that it is by the clock that Meta bills by. */
async function budgetsNow(ctx: Context, { budgets, rooms }: Row): Promise<KnownBudget[]> {
  const { timeZone } = await billingOf(ctx)
  const today = billingDay(ctx.clock.now(), timeZone)
  const periods = { campaign: '', month: today.slice(0, 7), year: today.slice(0, 4) }
  return budgets.map((budget) => {
    const period = periods[budget.period]
    const known = rooms.find((room) => room.id === budget.id && room.period === period)
    return {
      ...budget,
      period,
      known: known
        ? { ...known, countedAt: new Date(known.countedAt), trustUntil: new Date(known.trustUntil) }
        : null,
    }
  })
}

import { sql } from 'kysely'
import { z } from 'zod'
import { type Context, DAY } from '../platform/index.ts'
import { type CountryHours, countryHours } from '../rulepacks/index.ts'
import { type Allowance, allowances } from './budget.ts'

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
  /** Hours of every country in which the business has people, and of its own; the price while a budget asks for it. */
  places: (CountryHours & { price: number })[]
  /** What running campaigns with a budget may still spend in one claim. */
  allowances: Allowance[]
}

interface Row {
  country: string
  timeZone: string
  countries: string[]
  budgets: { campaignId: string; budget: number }[]
  policy: SendingPolicy | null
}

/** The business's rules as they are now, in one short query: asked by every claim. */
export async function sendingPolicy(ctx: Context): Promise<PolicyNow> {
  const { rows } = await sql<Row>`
    select b.country, b.time_zone as "timeZone",
      array(
        -- One step of the index per country, however many people there are.
        with recursive used (country) as (
          select min(c.country) from contact c where c.business_id = ${ctx.businessId}
          union all
          select (select min(c.country) from contact c where c.business_id = ${ctx.businessId} and c.country > used.country)
          from used where used.country is not null)
        select country::text from used where country is not null) as countries,
      (select coalesce(jsonb_agg(jsonb_build_object('campaignId', cp.campaign_id, 'budget', cp.budget)), '[]') from campaign cp
        where cp.business_id = b.business_id and cp.state = 'running' and cp.budget is not null) as budgets,
      case when p.business_id is not null then jsonb_build_object('marketingPer7Days', p.marketing_per_7_days,
        'marketingPer30Days', p.marketing_per_30_days, 'quietHours', p.quiet_hours, 'holdAfterMonths', p.hold_after_months,
        'expireAfterMonths', p.expire_after_months, 'warmUpDays', p.warm_up_days) end as policy
    from business b left join sending_policy p on p.business_id = b.business_id
    where b.business_id = ${ctx.businessId}`.execute(ctx.db)
  const [row] = rows
  if (!row) return { ...DEFAULT_POLICY, places: [], allowances: [] }
  const countries = [...new Set([row.country, ...row.countries])]
  const hours = await countryHours(row, countries, ctx.clock.now())
  const spending = row.budgets.length > 0 ? await allowances(ctx, row.budgets, countries) : null
  return {
    ...(row.policy ?? DEFAULT_POLICY),
    places: hours.map((place) => ({ ...place, price: spending?.priceOf(place.country) ?? 0 })),
    allowances: spending?.allowances ?? [],
  }
}

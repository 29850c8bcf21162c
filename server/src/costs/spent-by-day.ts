import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import { billingOf } from './billing.ts'
import { centsOf, unitsOf } from './money.ts'

/** What was booked from a day to another, both included, rounded to cents: in all, and on each day with costs. */
export async function spentByDay(
  ctx: Context,
  first: string,
  last: string,
): Promise<{ currency: string; total: number; byDay: Map<string, number> }> {
  const { currency } = await billingOf(ctx)
  const { rows } = await sql<{ day: string; cost: string }>`
    select to_char(day, 'YYYY-MM-DD') as day, sum(cost)::text as cost from cost_day
    where business_id = ${ctx.businessId} and day between ${first}::date and ${last}::date group by 1`.execute(
    ctx.db,
  )
  return {
    currency,
    total: centsOf(rows.reduce((sum, row) => sum + unitsOf(row.cost), 0n)),
    byDay: new Map(rows.map((row) => [row.day, centsOf(unitsOf(row.cost))])),
  }
}

import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/index.ts'
import { daysBetween } from './days.ts'
import { type Span, startOf } from './subscribers.ts'

export const Spend = z.object({
  /** Sum of the month so far, as booked from Meta's reports. */
  month: z.number(),
  currency: z.string(),
  series: z.array(z.object({ day: z.iso.date(), amount: z.number() })),
})
export type Spend = z.infer<typeof Spend>

/** @param span from the first day of the month to today */
export async function spend(ctx: Context, span: Span): Promise<Spend> {
  const { rows } = await sql<{ day: string; amount: string }>`
    select to_char(accepted_at at time zone ${span.timeZone}, 'YYYY-MM-DD') as day, sum(cost) as amount from message
    where business_id = ${ctx.businessId} and cost is not null and accepted_at >= ${startOf(span.first, span.timeZone)}
    group by 1`.execute(ctx.db)
  const byDay = new Map(rows.map((row) => [row.day, Number(row.amount)]))
  const series = daysBetween(span.first, span.last).map((day) => ({
    day,
    amount: cents(byDay.get(day) ?? 0),
  }))
  return {
    month: cents([...byDay.values()].reduce((sum, amount) => sum + amount, 0)),
    currency: 'EUR',
    series,
  }
}

const cents = (amount: number) => Math.round(amount * 100) / 100

import { z } from 'zod'
import { spentByDay } from '../costs/index.ts'
import type { Context } from '../platform/index.ts'
import { daysBetween } from './days.ts'
import type { Span } from './subscribers.ts'

export const Spend = z.object({
  /** Sum of the month so far, as booked from Meta's reports. */
  month: z.number(),
  currency: z.string(),
  series: z.array(z.object({ day: z.iso.date(), amount: z.number() })),
})
export type Spend = z.infer<typeof Spend>

/** What was booked on each day, by the clock that Meta bills by. @param span from the first day of the month to today */
export async function spend(ctx: Context, span: Span): Promise<Spend> {
  const { currency, total, byDay } = await spentByDay(ctx, span.first, span.last)
  return {
    month: total,
    currency,
    series: daysBetween(span.first, span.last).map((day) => ({ day, amount: byDay.get(day) ?? 0 })),
  }
}

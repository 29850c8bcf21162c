import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import { billingDay, billingOf, marketOf, pricesOn } from '../costs/index.ts'
import type { Context } from '../platform/index.ts'

type Category = 'marketing' | 'utility' | 'authentication'

/** What one delivered message cost before and costs now, in the business's own country. */
export const CostChange = z.object({
  market: z.string(),
  currency: z.string(),
  before: z.number(),
  after: z.number(),
  verified: z.boolean(),
})
export type CostChange = z.infer<typeof CostChange>

/** By the prices of the day that Meta bills; null when the price table names none for one of them. */
export async function costChange(
  ctx: Context,
  before: Category,
  after: Category,
): Promise<CostChange | null> {
  const { currency, timeZone } = await billingOf(ctx)
  const day = billingDay(ctx.clock.now(), timeZone)
  const market = marketOf((await getBusiness(ctx)).country)
  const [was, is] = [
    (await pricesOn(ctx, before, day)).get(market),
    (await pricesOn(ctx, after, day)).get(market),
  ]
  if (!was || !is) return null
  return {
    market,
    currency,
    before: Number(was.price),
    after: Number(is.price),
    verified: was.verified && is.verified,
  }
}

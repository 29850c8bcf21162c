import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import { billingOf, marketOf, pricesOn } from '../costs/index.ts'
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

/** Null when the price table names no price for one of them. */
export async function costChange(
  ctx: Context,
  before: Category,
  after: Category,
): Promise<CostChange | null> {
  const day = ctx.clock.now().toISOString().slice(0, 10)
  const market = marketOf((await getBusiness(ctx)).country)
  const [was, is] = [
    (await pricesOn(ctx, before, day)).get(market),
    (await pricesOn(ctx, after, day)).get(market),
  ]
  if (!was || !is) return null
  return {
    market,
    currency: (await billingOf(ctx)).currency,
    before: Number(was.price),
    after: Number(is.price),
    verified: was.verified && is.verified,
  }
}

import type { Context } from '../platform/index.ts'
import { billingOf } from './billing.ts'
import { billingDay } from './billing-day.ts'
import { type Estimate, estimateCost } from './estimate.ts'
import { pricesOn } from './price.ts'

/**
 * What marketing to so many people costs today, in the currency and by the clock that Meta bills by.
 * @param counts people per market
 * @param deliveredShare 0…1; 1 for the most it can be
 */
export async function estimateNow(
  ctx: Context,
  counts: Map<string, number>,
  deliveredShare: number,
): Promise<Estimate> {
  const { currency, timeZone } = await billingOf(ctx)
  const prices = await pricesOn(ctx, 'marketing', billingDay(ctx.clock.now(), timeZone))
  return estimateCost(counts, prices, deliveredShare, currency)
}

import { centsOf, shareOf, unitsOf } from './money.ts'
import type { Price } from './price.ts'

export interface Estimate {
  low: number
  high: number
  currency: string
  byMarket: {
    market: string
    count: number
    price: number | null
    sum: number
    /** Somebody compared the rate with Meta's card; false also where there is none. */
    verified: boolean
  }[]
  /** False as soon as one rate in use is missing or was never compared with Meta's card. */
  verified: boolean
}

/**
 * What a campaign will cost: Meta bills delivered messages only, so `high` is "everybody gets it" and `low` is that
 * times the share that gets through. A market without a rate counts 0 and makes the estimate unverified.
 * @param counts people per market
 * @param deliveredShare 0…1, as measured on this channel
 */
export function estimateCost(
  counts: Map<string, number>,
  prices: Map<string, Price>,
  deliveredShare: number,
  currency: string,
): Estimate {
  const rows = [...counts]
    .filter(([, count]) => count > 0)
    .map(([market, count]) => {
      const rate = prices.get(market)
      const units = unitsOf(rate?.price ?? 0) * BigInt(count)
      return { market, count, rate, units }
    })
    .sort((a, b) => (a.units === b.units ? b.count - a.count : a.units < b.units ? 1 : -1))
  const high = rows.reduce((sum, row) => sum + row.units, 0n)
  return {
    low: centsOf(shareOf(high, deliveredShare)),
    high: centsOf(high),
    currency,
    byMarket: rows.map(({ market, count, rate, units }) => ({
      market,
      count,
      price: rate ? Number(rate.price) : null,
      sum: centsOf(units),
      verified: rate?.verified === true,
    })),
    verified: rows.every((row) => row.rate?.verified === true),
  }
}

import type { Price } from './price.ts'

export interface Estimate {
  low: number
  high: number
  currency: 'EUR'
  byMarket: {
    market: string
    count: number
    price: number | null
    sum: number
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
): Estimate {
  const byMarket = [...counts]
    .filter(([, count]) => count > 0)
    .map(([market, count]) => {
      const price = prices.get(market)?.price ?? null
      return { market, count, price, sum: inCents(count * (price ?? 0)) }
    })
    .sort((a, b) => b.sum - a.sum || b.count - a.count)
  const high = inCents(byMarket.reduce((sum, row) => sum + row.count * (row.price ?? 0), 0))
  return {
    low: inCents(high * deliveredShare),
    high,
    currency: 'EUR',
    byMarket,
    verified: byMarket.every((row) => prices.get(row.market)?.verified === true),
  }
}

function inCents(euro: number): number {
  return Math.round(euro * 100) / 100
}

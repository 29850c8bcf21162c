import type { PriceRate } from '../../api/entities.ts'
import { markets } from './markets.ts'

export type PhasedRate = PriceRate & { phase: 'past' | 'now' | 'future' }

/**
 * Rates by market (Europe first, as in the market list), the newest first, each with its phase on the given day
 * (YYYY-MM-DD): of all rates of a market and category that have begun, only the newest is in force.
 */
export function inOrder(rates: PriceRate[], today: string): PhasedRate[] {
  const inForce = new Map<string, string>()
  for (const { market, category, effectiveFrom } of rates) {
    const key = `${market} ${category}`
    if (effectiveFrom <= today && effectiveFrom > (inForce.get(key) ?? '')) inForce.set(key, effectiveFrom)
  }
  const place = (rate: PriceRate) =>
    markets.includes(rate.market) ? markets.indexOf(rate.market) : markets.length
  return rates
    .map((rate): PhasedRate => {
      const now = inForce.get(`${rate.market} ${rate.category}`)
      return {
        ...rate,
        phase: rate.effectiveFrom > today ? 'future' : rate.effectiveFrom === now ? 'now' : 'past',
      }
    })
    .sort((a, b) => place(a) - place(b) || b.effectiveFrom.localeCompare(a.effectiveFrom))
}

import type { PriceRate } from '../../api/entities.ts'
import { markets } from './markets.ts'

export type PhasedRate = PriceRate & { phase: 'past' | 'now' | 'future' }

/**
 * Rates by market (Europe first, as in the market list), the newest first, tiers in their order, each with its phase on the
 * given day (YYYY-MM-DD): of all rates of a market, category and currency that have begun and not ended, only the newest is in
 * force, with all its tiers.
 */
export function inOrder(rates: PriceRate[], today: string): PhasedRate[] {
  const inForce = new Map<string, string>()
  const keyOf = ({ market, category, currency }: PriceRate) => `${market} ${category} ${currency}`
  for (const rate of rates) {
    const { effectiveFrom, effectiveTo } = rate
    const holds = effectiveFrom <= today && (effectiveTo === null || effectiveTo >= today)
    if (holds && effectiveFrom > (inForce.get(keyOf(rate)) ?? '')) inForce.set(keyOf(rate), effectiveFrom)
  }
  const place = (rate: PriceRate) =>
    markets.includes(rate.market) ? markets.indexOf(rate.market) : markets.length
  return rates
    .map((rate): PhasedRate => {
      const now = inForce.get(keyOf(rate))
      return {
        ...rate,
        phase: rate.effectiveFrom > today ? 'future' : rate.effectiveFrom === now ? 'now' : 'past',
      }
    })
    .sort(
      (a, b) =>
        place(a) - place(b) || b.effectiveFrom.localeCompare(a.effectiveFrom) || a.tierFrom - b.tierFrom,
    )
}

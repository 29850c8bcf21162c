import type { Sent } from './chat.ts'

export interface Pricing {
  billable: boolean
  pricing_model: 'PMP'
  type: 'regular' | 'free_customer_service' | 'free_entry_point'
  category: 'marketing' | 'marketing_lite' | 'utility' | 'authentication' | 'service' | 'referral_conversion'
}

const SERVICE_COSTS_FROM = Date.UTC(2026, 9, 1)
const FREE_SERVICE_PER_MONTH = 1_000

/**
 * The `pricing` block of a status, per message as Meta bills since July 2025 (platform §8.1).
 * Before 2026-10-01 everything but marketing and authentication is free in an open window; from then on utility
 * always costs and service messages cost beyond the first 1,000 of a number and month. In a free entry point nothing
 * costs.
 * @param serviceThisMonth service messages this number delivered this month before this one
 */
export function pricingOf(
  category: Sent['category'],
  facts: { at: number; windowOpen: boolean; serviceThisMonth: number; freeEntry?: boolean },
): Pricing {
  if (facts.freeEntry) {
    return {
      billable: false,
      pricing_model: 'PMP',
      type: 'free_entry_point',
      category: 'referral_conversion',
    }
  }
  const name = category.toLowerCase() as Pricing['category']
  const free =
    facts.at < SERVICE_COSTS_FROM
      ? name === 'service' || (name === 'utility' && facts.windowOpen)
      : name === 'service' && facts.serviceThisMonth < FREE_SERVICE_PER_MONTH
  return {
    billable: !free,
    pricing_model: 'PMP',
    type: free ? 'free_customer_service' : 'regular',
    category: name,
  }
}

/** Service messages per number and calendar month (UTC), for the free quota. */
export class ServiceQuota {
  readonly #used = new Map<string, number>()

  /** Takes one and returns how many were used before. */
  take(phoneNumberId: string, at: number): number {
    const key = `${phoneNumberId} ${new Date(at).toISOString().slice(0, 7)}`
    const used = this.#used.get(key) ?? 0
    this.#used.set(key, used + 1)
    return used
  }
}

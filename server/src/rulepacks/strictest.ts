import type { Hours, RulePack, Week } from './pack.ts'

/** What holds between a business and a person: hours that both packs allow, holidays if either keeps them. */
export interface Strictest {
  marketing: boolean
  week: Week
  holidays: boolean
}

/**
 * The strictest of the business's pack and the person's pack (C-68). Hours and holidays are read by the person's clock and
 * calendar. Whether there is marketing at all is the person's country's answer: it is about where messages arrive.
 */
export function strictest(business: RulePack, person: RulePack): Strictest {
  const day = (index: number) => both(business.week[index] ?? null, person.week[index] ?? null)
  return {
    marketing: person.marketing,
    week: [day(0), day(1), day(2), day(3), day(4), day(5), day(6)],
    holidays: business.holidays || person.holidays,
  }
}

function both(a: Hours, b: Hours): Hours {
  if (!a || !b) return null
  const from = Math.max(a[0], b[0])
  const to = Math.min(a[1], b[1])
  return from < to ? [from, to] : null
}

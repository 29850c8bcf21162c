import { type IsHoliday, loadHolidays } from './holidays.ts'
import { openingAt } from './opening.ts'
import { packOf } from './packs.ts'
import { strictest } from './strictest.ts'
import { zonesOf } from './zones.ts'

/** What holds at an instant for marketing to people of a country. */
export interface CountryHours {
  country: string
  /** False: no marketing there at all. */
  marketing: boolean
  /** When it opens next; null while it is open. */
  opensAt: Date | null
}

interface Known extends CountryHours {
  from: number
  until: number
}

/** Answers stay the same until the next opening or closing, so they are worked out once and not for every message. */
const known = new Map<string, Known>()

/**
 * Hours of several countries for a business of country `home` (C-68): the strictest of both packs, by the clock of the
 * people there; in a country of several zones it must be open in all of them.
 * @param homeZone the business's own zone, for codes that are no country
 */
export async function countryHours(
  business: { country: string; timeZone: string },
  countries: readonly string[],
  at: Date,
): Promise<CountryHours[]> {
  const isHoliday = await loadHolidays()
  return countries.map((country) => {
    const key = `${business.country} ${business.timeZone} ${country}`
    const now = at.getTime()
    const last = known.get(key)
    if (last && last.from <= now && now < last.until) return last
    const answer = work(business, country, at, isHoliday)
    known.set(key, answer)
    return answer
  })
}

function work(
  business: { country: string; timeZone: string },
  country: string,
  at: Date,
  isHoliday: IsHoliday,
): Known {
  const { marketing, week, holidays } = strictest(packOf(business.country, at), packOf(country, at))
  const zones = zonesOf(country)
  const { open, until } = openingAt(
    {
      week,
      zones: zones.length > 0 ? zones : [business.timeZone],
      isHoliday: holidays ? (day) => isHoliday(country, day) : () => false,
    },
    at,
  )
  return { country, marketing, opensAt: open ? null : until, from: at.getTime(), until: until.getTime() }
}

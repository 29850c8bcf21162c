import metadata from 'libphonenumber-js/metadata.max.json'
import { z } from 'zod'

/** What a mobile number of a country looks like, from the tables of libphonenumber. */
interface Plan {
  country: string
  code: string
  /** Of the number without country code and without leading zero. */
  isMobile(national: string): boolean
  /** National numbers begin with a zero that the international spelling drops, and with nothing else. */
  dropsZero: boolean
}

const Lengths = z.union([z.array(z.number()), z.literal(0)]).optional()
const Countries = z.record(z.string(), z.array(z.unknown()))
const Mobile = z.tuple([z.string().min(1)], Lengths)

/** Only country codes of one country: which of several a number belongs to is a question for the library. */
const PLANS = new Map<string, Plan>(
  Object.entries(metadata.country_calling_codes).flatMap(([code, [country, ...more]]) => {
    const plan = country && more.length === 0 ? planOf(country, code) : undefined
    return plan ? [[code, plan]] : []
  }),
)

const COUNTRIES = new Map([...PLANS.values()].map((plan) => [plan.country, plan]))

/** @returns undefined when the country's rules need more than a look at the digits */
function planOf(country: string, code: string): Plan | undefined {
  const rules = Countries.parse(metadata.countries)[country] ?? []
  const general = z.string().safeParse(rules[2]).data
  const mobile = Mobile.safeParse(z.array(z.unknown()).safeParse(rules[11]).data?.[1]).data
  const [nationalPrefix, prefixForParsing, transform] = rules.slice(5, 8)
  if (!general || !mobile || prefixForParsing || transform) return undefined
  const pattern = new RegExp(`^(?=(?:${general})$)(?:${mobile[0]})$`)
  const lengths = new Set(mobile[1] || z.array(z.number()).parse(rules[3]))
  return {
    country,
    code,
    isMobile: (national) =>
      lengths.has(national.length) &&
      !(nationalPrefix && national.startsWith(`${nationalPrefix}`)) &&
      pattern.test(national),
    dropsZero: nationalPrefix === '0',
  }
}

/** The plan of an international number, by its country code; undefined when several countries share it. */
function planFor(international: string): Plan | undefined {
  for (let length = 1; length <= 3; length++) {
    const plan = PLANS.get(international.slice(0, length))
    if (plan) return plan
  }
  return undefined
}

/**
 * A plainly written mobile number as E.164: the answer the library gives, without asking it. Most lines of most files.
 * @param country ISO country, for numbers without a country code
 * @returns null when the number is written in another way, is none, or is not plainly mobile: ask the library
 */
export function plainMobile(text: string, country: string): string | null {
  if (!/^\+?\d+(?:[ /-]\d+)*$/.test(text)) return null
  const digits = text.replace(/\D/g, '')
  const home = COUNTRIES.get(country)
  const plan = text.startsWith('+') ? planFor(digits) : home
  if (!plan) return null
  if (text.startsWith('0'))
    return plan.dropsZero && plan.isMobile(digits.slice(1)) ? `+${plan.code}${digits.slice(1)}` : null
  return digits.startsWith(plan.code) && plan.isMobile(digits.slice(plan.code.length)) ? `+${digits}` : null
}

/** ISO country of an E.164 number whose country code belongs to one country alone; null otherwise. */
export function plainCountry(phone: string): string | null {
  const plan = planFor(phone.slice(1))
  return plan?.country ?? null
}

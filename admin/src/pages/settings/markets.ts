import type { PriceRate } from '../../api/entities.ts'

export const categories: readonly PriceRate['category'][] = [
  'marketing',
  'utility',
  'authentication',
  'service',
  'marketing_lite',
  'authentication_international',
]

/** Categories that become cheaper with the volume of a month. */
export const tiered: readonly string[] = ['utility', 'authentication', 'authentication_international']

const shared = [
  'rest_western_europe',
  'rest_eastern_europe',
  'north_america',
  'rest_latin_america',
  'rest_africa',
  'rest_middle_east',
  'rest_asia_pacific',
  'other',
]

/** Meta's price markets: countries with a price of their own, then groups of countries, then the remainder. */
export const markets: string[] = [
  ...'DE FR IT ES NL GB PL HU RO UA TR RU IL IN PK BD NP LK AR CL CO PE EG NG ZA MA SA AE QA KW OM IQ KZ ID MY SG HK BR MX'.split(
    ' ',
  ),
  ...shared,
]

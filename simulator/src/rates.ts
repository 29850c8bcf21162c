/** USD per message, marketing and utility, by market (platform §8.2); sample figures, not a price list. */
const CARD =
  'DE .1365 .0550 FR .0859 .0300 IT .0795 .0300 ES .0707 .0200 NL .1597 .0500 GB .0635 .0220 PL .0366 .0122 ' +
  'HU .0860 .0350 RO .0860 .0290 UA .0860 .0298 TR .0109 .0009 RU .0802 .0400 IL .0353 .0053 IN .0118 .0014 ' +
  'PK .0473 .0150 AR .0618 .0260 CL .0889 .0200 CO .0125 .0008 PE .0703 .0300 EG .0644 .0036 NG .0516 .0067 ' +
  'ZA .0379 .0095 MA .0414 .0230 SA .0576 .0107 AE .0576 .0157 ID .0411 .0250 MY .0860 .0140 SG .0732 .0160 ' +
  'HK .0732 .0260 BR .0625 .0068 MX .0397 .0085 US .0250 .0034 CA .0250 .0034'
const WEST = 'AT BE CH DK FI IE NO PT SE'.split(' ')
const EAST = 'GR CZ SK BG HR SI LT LV RS'.split(' ')
const EUR_PER_USD = 0.8286

const BY_COUNTRY = new Map<string, readonly [marketing: number, utility: number]>([
  ...[...CARD.matchAll(/([A-Z]{2}) (\.\d+) (\.\d+)/g)].map(
    ([, country = '', marketing, utility]) => [country, [Number(marketing), Number(utility)]] as const,
  ),
  ...WEST.map((country) => [country, [0.0592, 0.0171]] as const),
  ...EAST.map((country) => [country, [0.086, 0.0212]] as const),
])
const OTHER = [0.0604, 0.0077] as const

/** What one billable message costs: in EUR for accounts in EUR, else in USD. */
export function rateOf(country: string, category: string, currency: string): number {
  const [marketing, utility] = BY_COUNTRY.get(country) ?? OTHER
  const usd = category.startsWith('MARKETING') ? marketing : utility
  return currency === 'EUR' ? usd * EUR_PER_USD : usd
}

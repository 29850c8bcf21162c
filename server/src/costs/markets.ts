import { type Expression, type RawBuilder, sql } from 'kysely'

const list = (codes: string) => codes.split(' ')

/**
 * Meta's price markets and the countries (ISO 3166-1) that fall under each (Meta's rate card of October 2026).
 * A country with a market of its own is that market; every country not named here is `other`.
 */
const SHARED = {
  north_america: list('US CA'),
  rest_western_europe: list('AT BE CH DK FI IE NO PT SE'),
  rest_eastern_europe: list('AL AM AZ BA BG BY CZ GE GR HR LT LV MD ME MK RS SI SK XK'),
  rest_latin_america: list('BO CR DO EC GT HN HT JM NI PA PR PY SV UY VE'),
  rest_africa: list(
    'AO BF BI BJ BW CD CG CI CM DZ ER ET GA GH GM GN GW KE LR LS LY MG ML MR MW MZ NA NE RW SD SL SN SO SS SZ TD TG TN TZ UG ZM ZW',
  ),
  rest_middle_east: list('BH JO LB PS SY YE'),
  rest_asia_pacific: list('AF AU CN JP KH LA MM MN NZ PG PH TH TJ TM TW UZ VN KR'),
}

/** Territories that share a country's calling code are billed with it. */
const SAME_CODE = {
  GB: list('GG JE IM'),
  IT: ['VA'],
  MA: ['EH'],
  rest_western_europe: list('AX SJ'),
  rest_asia_pacific: list('CC CX'),
}

const OWN = list(
  'DE FR IT ES NL GB PL HU RO UA TR RU IL IN PK BD NP LK AR CL CO PE EG NG ZA MA SA AE QA KW OM IQ KZ ID MY SG HK BR MX',
)

/** `DE` … for a country that is its own market, `rest_western_europe` … for a shared one, `other` for the remainder. */
export const MARKETS: readonly string[] = [...OWN, ...Object.keys(SHARED), 'other']

const MARKET_OF = new Map<string, string>([
  ...OWN.map((country) => [country, country] as const),
  ...[...Object.entries(SHARED), ...Object.entries(SAME_CODE)].flatMap(([market, countries]) =>
    countries.map((country) => [country, market] as const),
  ),
])

/** The countries of each market, `other` without any: what is not named anywhere falls under it. */
export const PRICED_COUNTRIES: ReadonlyMap<string, readonly string[]> = new Map(
  MARKETS.filter((market) => market !== 'other').map((market) => [
    market,
    [...MARKET_OF].filter(([, of]) => of === market).map(([country]) => country),
  ]),
)

/** The market that Meta bills a country under. */
export function marketOf(country: string | null): string {
  return MARKET_OF.get(country ?? '') ?? 'other'
}

/** The same decision inside a query, for a column or expression that holds the country. */
export function marketSql(country: Expression<string | null>): RawBuilder<string> {
  const shared = [...Object.entries(SHARED), ...Object.entries(SAME_CODE)].map(
    ([market, countries]) => sql`when ${country} in (${literals(countries)}) then ${sql.lit(market)}`,
  )
  return sql<string>`case when ${country} in (${literals(OWN)}) then ${country}::text ${sql.join(shared, sql` `)} else 'other' end`
}

function literals(values: readonly string[]) {
  return sql.join(values.map((value) => sql.lit(value)))
}

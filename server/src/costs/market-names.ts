import { MARKETS } from './markets.ts'

/** Meta's words for the markets that several countries share, as they stand in its files and events. */
const SHARED: Record<string, string> = {
  'north america': 'north_america',
  'rest of western europe': 'rest_western_europe',
  'rest of central & eastern europe': 'rest_eastern_europe',
  'rest of central and eastern europe': 'rest_eastern_europe',
  'rest of latin america': 'rest_latin_america',
  'rest of africa': 'rest_africa',
  'rest of middle east': 'rest_middle_east',
  'rest of asia pacific': 'rest_asia_pacific',
  'rest of asia-pacific': 'rest_asia_pacific',
  other: 'other',
}

/** Countries that people, or Meta, call by another name than the standard's. */
const ALSO: Record<string, string> = {
  uae: 'AE',
  'united arab emirates': 'AE',
  uk: 'GB',
  'hong kong': 'HK',
  türkiye: 'TR',
  turkey: 'TR',
  'great britain': 'GB',
}

const NAMED = new Map<string, string>([
  ...MARKETS.map((market) => [market.toLowerCase(), market] as const),
  ...['en', 'de'].flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region' })
    return MARKETS.filter((market) => /^[A-Z]{2}$/.test(market)).map(
      (market) => [(names.of(market) ?? market).toLowerCase(), market] as const,
    )
  }),
  ...Object.entries(SHARED),
  ...Object.entries(ALSO),
])

/** The market that a file or an event means: our code, Meta's words, or a country's name in English or German; null for anything else. */
export function marketNamed(name: string): string | null {
  return NAMED.get(name.trim().toLowerCase()) ?? null
}

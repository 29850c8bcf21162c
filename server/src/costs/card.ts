import type { PriceCategory } from './view.ts'

/**
 * The figures a business starts with. They are sample data until somebody has compared them with Meta's current card:
 * each row says where it comes from and is marked as not verified (C-71).
 */
export interface CardRow {
  market: string
  category: PriceCategory
  currency: 'EUR' | 'USD'
  /** Per delivered message, as a decimal. */
  price: string
  effectiveFrom: string
  /** The last day it counts; null while no later card follows. */
  effectiveTo: string | null
  source: string
}

/** Meta's EUR card stays close to its USD card times this. */
const EUR_PER_USD = 0.8286

const MIRROR = 'Meta rate card January 2026 in EUR (mirror of a provider); compare with the current card'
const DERIVED = `Meta rate card October 2026 in USD × ${EUR_PER_USD}; compare with the current card`
const MACHINE =
  'Meta rate card October 2026 in USD (machine-made copy of the file); compare with the current card'

const NEW_YEAR = '2026-01-01'
const AUTUMN = '2026-10-01'
const BEFORE_AUTUMN = '2026-09-30'

/** Market → [marketing, utility] in EUR, card of January 2026. */
const JANUARY: Record<string, readonly [number, number]> = {
  DE: [0.1131, 0.0456],
  rest_western_europe: [0.049, 0.0142],
  ES: [0.0509, 0.0166],
  NL: [0.1323, 0.0414],
  BR: [0.0518, 0.0056],
}

/** Market → [marketing, utility] in USD, card of October 2026. Authentication and service cost what utility costs. */
const OCTOBER_USD: Record<string, readonly [number, number]> = {
  DE: [0.1365, 0.055],
  rest_western_europe: [0.0592, 0.0171],
  FR: [0.0859, 0.03],
  IT: [0.0795, 0.03],
  ES: [0.0707, 0.02],
  NL: [0.1597, 0.05],
  GB: [0.0635, 0.022],
  PL: [0.0366, 0.0122],
  HU: [0.086, 0.035],
  RO: [0.086, 0.029],
  UA: [0.086, 0.0298],
  rest_eastern_europe: [0.086, 0.0212],
  TR: [0.0109, 0.0009],
  RU: [0.0802, 0.04],
  IL: [0.0353, 0.0053],
  IN: [0.0118, 0.0014],
  PK: [0.0473, 0.015],
  BD: [0.0732, 0.0037],
  NP: [0.0732, 0.0034],
  LK: [0.0732, 0.002],
  north_america: [0.025, 0.0034],
  rest_latin_america: [0.074, 0.0113],
  rest_asia_pacific: [0.0842, 0.0113],
  other: [0.0604, 0.0077],
  AR: [0.0618, 0.026],
  CL: [0.0889, 0.02],
  CO: [0.0125, 0.0008],
  PE: [0.0703, 0.03],
  EG: [0.0644, 0.0036],
  NG: [0.0516, 0.0067],
  ZA: [0.0379, 0.0095],
  MA: [0.0414, 0.023],
  SA: [0.0576, 0.0107],
  AE: [0.0576, 0.0157],
  QA: [0.0341, 0.012],
  KW: [0.0792, 0.044],
  OM: [0.0341, 0.0247],
  IQ: [0.0341, 0.0079],
  KZ: [0.0604, 0.018],
  ID: [0.0411, 0.025],
  MY: [0.086, 0.014],
  SG: [0.0732, 0.016],
  HK: [0.0732, 0.026],
  BR: [0.0625, 0.0068],
  MX: [0.0397, 0.0085],
  rest_africa: [0.0225, 0.004],
  rest_middle_east: [0.0392, 0.0091],
}

/** Market → authentication of people abroad, in USD; elsewhere it costs what authentication does. */
const ABROAD_USD: Record<string, number> = { IN: 0.0304 }

/** Every starting rate, in euro and in dollars. Service messages were free until the end of September 2026. */
export function startingCard(): CardRow[] {
  return [...january(), ...october('EUR'), ...october('USD')]
}

function january(): CardRow[] {
  return Object.entries(JANUARY).flatMap(([market, [marketing, utility]]) => {
    const shared = {
      market,
      currency: 'EUR',
      effectiveFrom: NEW_YEAR,
      effectiveTo: BEFORE_AUTUMN,
      source: MIRROR,
    } as const
    return [
      { ...shared, category: 'marketing', price: marketing.toFixed(4) },
      { ...shared, category: 'utility', price: utility.toFixed(4) },
      { ...shared, category: 'authentication', price: utility.toFixed(4) },
      { ...shared, category: 'service', price: '0' },
    ] satisfies CardRow[]
  })
}

function october(currency: 'EUR' | 'USD'): CardRow[] {
  const price = (usd: number) => (usd * (currency === 'EUR' ? EUR_PER_USD : 1)).toFixed(4)
  const shared = {
    currency,
    effectiveFrom: AUTUMN,
    effectiveTo: null,
    source: currency === 'EUR' ? DERIVED : MACHINE,
  }
  const own = Object.entries(OCTOBER_USD).flatMap(([market, [marketing, utility]]): CardRow[] => [
    { ...shared, market, category: 'marketing', price: price(marketing) },
    ...(['utility', 'authentication', 'service'] as const).map((category) => ({
      ...shared,
      market,
      category,
      price: price(utility),
    })),
  ])
  const abroad = Object.entries(ABROAD_USD).map(
    ([market, usd]): CardRow => ({
      ...shared,
      market,
      category: 'authentication_international',
      price: price(usd),
    }),
  )
  return [...own, ...abroad]
}

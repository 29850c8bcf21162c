import fc from 'fast-check'
import { getCountries } from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import { billingDay, startOfDay } from './billing-day.ts'
import { startingCard } from './card.ts'
import { estimateCost } from './estimate.ts'
import { marketNamed } from './market-names.ts'
import { MARKETS, marketOf } from './markets.ts'
import { centsOf, decimalOf, unitsOf } from './money.ts'

describe('markets', () => {
  it.each([
    ['DE', 'DE'],
    ['AT', 'rest_western_europe'],
    ['CH', 'rest_western_europe'],
    ['CZ', 'rest_eastern_europe'],
    ['US', 'north_america'],
    ['JE', 'GB'],
    ['CX', 'rest_asia_pacific'],
    ['XK', 'rest_eastern_europe'],
    ['PR', 'rest_latin_america'],
    ['GF', 'other'],
    ['LU', 'other'],
    [null, 'other'],
  ])('%s is billed as %s', (country, market) => expect(marketOf(country)).toBe(market))
})

describe('the map of countries', () => {
  it('C-71: gives every country that has telephones one market, and every market has a name that files use', () => {
    for (const country of getCountries()) expect(MARKETS).toContain(marketOf(country))
    for (const market of MARKETS) expect(marketNamed(market)).toBe(market)
    expect(['Germany', 'Rest of Western Europe', 'uk', 'Österreich'].map(marketNamed)).toEqual([
      'DE',
      'rest_western_europe',
      'GB',
      null,
    ])
  })
})

describe('amounts', () => {
  it('C-71: are added exactly, whatever their number', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 99_999_999 })), (units) => {
        const sum = units.reduce((total, each) => total + unitsOf(decimalOf(BigInt(each))), 0n)
        expect(sum).toBe(units.reduce((total, each) => total + BigInt(each), 0n))
      }),
    )
    expect(centsOf(unitsOf('0.11310') * 1000n)).toBe(113.1)
    expect([centsOf(unitsOf('0.005')), centsOf(unitsOf('-0.005')), decimalOf(unitsOf('-0.5'))]).toEqual([
      0.01,
      -0.01,
      '-0.50000',
    ])
    expect(() => unitsOf('1e3')).toThrow('not an amount')
  })
})

describe('days of billing', () => {
  it.each([
    ['Europe/Berlin', '2026-09-30T22:00:00Z', '2026-10-01'],
    ['Europe/Berlin', '2026-09-30T21:59:59Z', '2026-09-30'],
    ['America/Los_Angeles', '2026-10-01T06:59:59Z', '2026-09-30'],
    ['Pacific/Kiritimati', '2026-09-30T10:00:00Z', '2026-10-01'],
  ])('in %s, %s lies on %s', (zone, at, day) => expect(billingDay(new Date(at), zone)).toBe(day))

  it('begin where the day before ends, also when clocks change', () => {
    for (const zone of [
      'Europe/Berlin',
      'America/Los_Angeles',
      'Pacific/Kiritimati',
      'Asia/Kolkata',
      'UTC',
    ]) {
      for (const day of ['2026-03-29', '2026-10-25', '2026-11-22']) {
        const start = startOfDay(day, zone)
        expect([zone, billingDay(start, zone)]).toEqual([zone, day])
        expect(billingDay(new Date(start.getTime() - 1), zone) < day).toBe(true)
      }
    }
  })
})

describe('the starting card', () => {
  const rows = startingCard()
  const find = (market: string, category: string, currency: string, from: string) =>
    rows.filter(
      (row) =>
        row.market === market &&
        row.category === category &&
        row.currency === currency &&
        row.effectiveFrom === from,
    )

  it('C-71: has a current rate for every market and category in both currencies, and each row says where it comes from', () => {
    for (const market of MARKETS) {
      for (const category of ['marketing', 'utility', 'authentication', 'service'])
        for (const currency of ['EUR', 'USD'])
          expect(find(market, category, currency, '2026-10-01')).toHaveLength(1)
    }
    expect(rows.every((row) => row.source.length > 20)).toBe(true)
  })

  it('C-71: ends the card of January where that of October begins', () => {
    for (const row of rows)
      expect(row.effectiveTo).toBe(row.effectiveFrom === '2026-01-01' ? '2026-09-30' : null)
    expect(find('DE', 'service', 'EUR', '2026-01-01')[0]?.price).toBe('0')
  })

  it('agrees with the published figures: dollars as they are, euros within the rounding of the derivation', () => {
    const price = (market: string, category: string, currency: string) =>
      Number(find(market, category, currency, '2026-10-01')[0]?.price)
    expect(price('DE', 'marketing', 'USD')).toBe(0.1365)
    expect(price('rest_western_europe', 'service', 'USD')).toBe(0.0171)
    expect(price('IN', 'authentication_international', 'USD')).toBe(0.0304)
    expect(price('FR', 'marketing', 'EUR')).toBe(0.0712)
    expect(price('GB', 'utility', 'EUR')).toBe(0.0182)
    expect(price('DE', 'marketing', 'EUR')).toBeCloseTo(0.1131, 3)
    expect(price('FR', 'utility', 'EUR')).toBeCloseTo(0.0248, 3)
  })
})

describe('estimateCost', () => {
  const prices = new Map([
    ['DE', { market: 'DE', price: '0.11310', verified: true, source: 'card' }],
    ['FR', { market: 'FR', price: '0.07', verified: false, source: 'card' }],
  ])
  const estimate = (counts: [string, number][], share = 1) =>
    estimateCost(new Map(counts), prices, share, 'EUR')

  it('C-71: is the sum of the rates, and low is what gets through', () => {
    const found = estimate([['DE', 1000]], 0.9)
    expect(found).toMatchObject({ high: 113.1, low: 101.79, verified: true, currency: 'EUR' })
    expect(found.byMarket).toEqual([{ market: 'DE', count: 1000, price: 0.1131, sum: 113.1, verified: true }])
  })

  it('C-71: is unverified as soon as one rate is, or is missing, and says which', () => {
    expect(
      estimate([
        ['DE', 1],
        ['FR', 1],
      ]),
    ).toMatchObject({ verified: false, byMarket: [{ verified: true }, { verified: false }] })
    expect(
      estimate([
        ['DE', 1],
        ['JP', 5],
      ]),
    ).toMatchObject({ verified: false, high: 0.11 })
  })

  it('leaves out markets with nobody in them', () => {
    expect(estimate([['FR', 0]])).toMatchObject({ high: 0, byMarket: [], verified: true })
  })
})

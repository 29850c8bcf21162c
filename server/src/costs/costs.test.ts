import { describe, expect, it } from 'vitest'
import { startingCard } from './card.ts'
import { estimateCost } from './estimate.ts'
import { MARKETS, marketOf } from './markets.ts'

describe('markets', () => {
  it.each([
    ['DE', 'DE'],
    ['AT', 'rest_western_europe'],
    ['CH', 'rest_western_europe'],
    ['CZ', 'rest_eastern_europe'],
    ['US', 'north_america'],
    ['JE', 'GB'],
    ['LU', 'other'],
    [null, 'other'],
  ])('%s is billed as %s', (country, market) => expect(marketOf(country)).toBe(market))
})

describe('the starting card', () => {
  it('has a current marketing and service rate for every market, and each row says where it comes from', () => {
    const rows = startingCard()
    for (const market of MARKETS) {
      for (const category of ['marketing', 'utility', 'authentication', 'service']) {
        expect(
          rows.filter(
            (row) => row.market === market && row.category === category && row.effectiveFrom === '2026-10-01',
          ),
        ).toHaveLength(1)
      }
    }
    expect(rows.every((row) => row.source.length > 20)).toBe(true)
  })

  it('agrees with the published euro figures within the rounding of the derivation', () => {
    const price = (market: string, category: string) =>
      startingCard().find(
        (row) => row.market === market && row.category === category && row.effectiveFrom === '2026-10-01',
      )?.price
    expect(price('DE', 'marketing')).toBeCloseTo(0.1131, 3)
    expect(price('NL', 'marketing')).toBeCloseTo(0.1323, 3)
    expect(price('FR', 'utility')).toBeCloseTo(0.0248, 3)
  })
})

describe('estimateCost', () => {
  const prices = new Map([
    ['DE', { market: 'DE', price: 0.1131, verified: true, source: 'card' }],
    ['FR', { market: 'FR', price: 0.07, verified: false, source: 'card' }],
  ])

  it('C-71: is the sum of the rates, and low is what gets through', () => {
    const estimate = estimateCost(new Map([['DE', 1000]]), prices, 0.9)
    expect(estimate).toMatchObject({
      high: 113.1,
      low: 101.79,
      verified: true,
      currency: 'EUR',
    })
    expect(estimate.byMarket).toEqual([{ market: 'DE', count: 1000, price: 0.1131, sum: 113.1 }])
  })

  it('is unverified as soon as one rate is, or is missing', () => {
    expect(
      estimateCost(
        new Map([
          ['DE', 1],
          ['FR', 1],
        ]),
        prices,
        1,
      ).verified,
    ).toBe(false)
    expect(
      estimateCost(
        new Map([
          ['DE', 1],
          ['JP', 5],
        ]),
        prices,
        1,
      ),
    ).toMatchObject({ verified: false, high: 0.11 })
  })

  it('leaves out markets with nobody in them', () => {
    expect(estimateCost(new Map([['FR', 0]]), prices, 1)).toMatchObject({
      high: 0,
      byMarket: [],
      verified: true,
    })
  })
})

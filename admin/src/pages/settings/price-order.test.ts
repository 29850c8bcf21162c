import { expect, test } from 'vitest'
import type { PriceRate } from '../../api/entities.ts'
import { inOrder } from './price-order.ts'

const rate = (
  market: string,
  effectiveFrom: string,
  category: PriceRate['category'] = 'marketing',
): PriceRate => ({
  id: `${market} ${effectiveFrom} ${category}`,
  market,
  category,
  currency: 'EUR',
  price: 0.1,
  effectiveFrom,
  effectiveTo: null,
  tierFrom: 0,
  tierTo: null,
  source: 'test',
  verified: true,
})

test('the newest rate that has begun is in force, one per market and category', () => {
  const ordered = inOrder(
    [
      rate('AE', '2026-10-01'),
      rate('DE', '2026-01-01'),
      rate('DE', '2026-10-01'),
      rate('DE', '2027-01-01'),
      rate('DE', '2026-01-01', 'utility'),
    ],
    '2026-11-21',
  )
  expect(ordered.map(({ id, phase }) => [id, phase])).toEqual([
    ['DE 2027-01-01 marketing', 'future'],
    ['DE 2026-10-01 marketing', 'now'],
    ['DE 2026-01-01 marketing', 'past'],
    ['DE 2026-01-01 utility', 'now'],
    ['AE 2026-10-01 marketing', 'now'],
  ])
})

test('a rate that has ended gives way to the one before it, and a rate is in force with all its tiers', () => {
  const ended = { ...rate('DE', '2026-11-01'), effectiveTo: '2026-11-20' }
  const tier = { ...rate('FR', '2026-10-01', 'utility'), id: 'tier', tierFrom: 101 }
  const ordered = inOrder(
    [ended, rate('DE', '2026-10-01'), tier, rate('FR', '2026-10-01', 'utility')],
    '2026-11-21',
  )
  expect(ordered.map(({ id, phase }) => [id, phase])).toEqual([
    [ended.id, 'past'],
    ['DE 2026-10-01 marketing', 'now'],
    ['FR 2026-10-01 utility', 'now'],
    ['tier', 'now'],
  ])
})

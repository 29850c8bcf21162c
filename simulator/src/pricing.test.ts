import { describe, expect, it } from 'vitest'
import { pricingOf } from './pricing.ts'

const BEFORE = Date.UTC(2026, 8, 30, 23, 59)
const AFTER = Date.UTC(2026, 9, 1)

describe('pricing block', () => {
  it.each([
    ['MARKETING', BEFORE, true, 0, true, 'regular'],
    ['MARKETING', AFTER, true, 0, true, 'regular'],
    ['UTILITY', BEFORE, true, 0, false, 'free_customer_service'],
    ['UTILITY', BEFORE, false, 0, true, 'regular'],
    ['UTILITY', AFTER, true, 0, true, 'regular'],
    ['AUTHENTICATION', BEFORE, true, 0, true, 'regular'],
    ['SERVICE', BEFORE, true, 5_000, false, 'free_customer_service'],
    ['SERVICE', AFTER, true, 999, false, 'free_customer_service'],
    ['SERVICE', AFTER, true, 1_000, true, 'regular'],
  ] as const)(
    '%s at %d, window %s, %d before: billable %s, %s',
    (category, at, windowOpen, serviceThisMonth, billable, type) => {
      expect(pricingOf(category, { at, windowOpen, serviceThisMonth })).toEqual({
        billable,
        pricing_model: 'PMP',
        type,
        category: category.toLowerCase(),
      })
    },
  )
})

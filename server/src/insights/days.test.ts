import { describe, expect, it } from 'vitest'
import { dayBefore, dayOf, daysBetween } from './days.ts'

describe('days', () => {
  it('follow the calendar over the change to summer time', () => {
    expect(dayOf(new Date('2026-03-29T21:30:00Z'), 'Europe/Berlin')).toBe('2026-03-29')
    expect(dayOf(new Date('2026-03-29T22:30:00Z'), 'Europe/Berlin')).toBe('2026-03-30')
    expect(daysBetween('2026-03-28', '2026-03-31')).toEqual([
      '2026-03-28',
      '2026-03-29',
      '2026-03-30',
      '2026-03-31',
    ])
  })

  it('go back over the end of a month', () => {
    expect(dayBefore('2026-03-01', 1)).toBe('2026-02-28')
    expect(dayBefore('2026-03-01', 0)).toBe('2026-03-01')
  })
})

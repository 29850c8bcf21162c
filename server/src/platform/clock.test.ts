import { expect, it } from 'vitest'
import { DAY, HOUR, ManualClock, MINUTE, SECOND, systemClock } from './clock.ts'

it('stands still until it is moved', () => {
  const clock = new ManualClock('2026-11-18T11:00:00Z')
  expect(clock.now()).toEqual(clock.now())
  clock.advance(DAY + 2 * HOUR + 3 * MINUTE + 4 * SECOND)
  expect(clock.now().toISOString()).toBe('2026-11-19T13:03:04.000Z')
  clock.advance(-DAY)
  expect(clock.now().toISOString()).toBe('2026-11-18T13:03:04.000Z')
  clock.set('2027-01-01T00:00:00Z')
  expect(clock.now().toISOString()).toBe('2027-01-01T00:00:00.000Z')
})

it('cannot be moved through a date it gave away', () => {
  const clock = new ManualClock('2026-11-18T11:00:00Z')
  clock.now().setFullYear(1999)
  expect(clock.now().getUTCFullYear()).toBe(2026)
})

it('is the wall clock outside tests', () => {
  const before = Date.now()
  const now = systemClock.now().getTime()
  expect(now).toBeGreaterThanOrEqual(before)
  expect(now).toBeLessThanOrEqual(Date.now())
})

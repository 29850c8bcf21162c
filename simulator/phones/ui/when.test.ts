import { describe, expect, it } from 'vitest'
import { dayName, daysBetween, shortWhen } from './when.ts'

const words = { today: 'Heute', yesterday: 'Gestern' }
const now = new Date(2026, 2, 30, 0, 30)
const at = (day: number, hour = 12) => new Date(2026, 2, day, hour).toISOString()

describe('days', () => {
  it('counts calendar days, also over the change of the clock', () => {
    expect(daysBetween(new Date(2026, 2, 29, 23, 59), now)).toBe(1)
    expect(daysBetween(new Date(2026, 2, 28, 1), now)).toBe(2)
  })

  it('names days as a person would', () => {
    expect(dayName(new Date(2026, 2, 30, 0, 1).toISOString(), now, 'de-DE', words)).toBe('Heute')
    expect(dayName(at(29), now, 'de-DE', words)).toBe('Gestern')
    expect(dayName(at(26), now, 'de-DE', words)).toBe('Donnerstag')
    expect(dayName(at(2), now, 'de-DE', words)).toBe('2. März 2026')
    expect(shortWhen(at(2), now, 'en-GB', words)).toBe('02/03/26')
  })
})

import { expect, it } from 'vitest'
import { clockOf, splitTime } from './split-time.ts'

it('splits a time into whole units and stops at zero', () => {
  expect(splitTime(((2 * 24 + 3) * 3600 + 4 * 60 + 5) * 1000 + 900)).toEqual({
    days: 2,
    hours: 3,
    minutes: 4,
    seconds: 5,
  })
  expect(splitTime(-1)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0 })
})

it('writes seconds as a clock', () => {
  expect([44, 61, 3600, 90_061].map(clockOf)).toEqual(['0:44', '1:01', '1:00:00', '25:01:01'])
})

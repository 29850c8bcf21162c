import { expect, it } from 'vitest'
import { daysOf } from './pack-days.ts'

it('joins days of the same hours and leaves out days without any', () => {
  const day = [9, 21]
  expect(daysOf([day, day, day, day, day, [10, 14], null])).toEqual([
    { from: 0, to: 4, hours: [9, 21] },
    { from: 5, to: 5, hours: [10, 14] },
  ])
  expect(daysOf([day, null, day, null, null, null, day]).map((run) => run.from)).toEqual([0, 2, 6])
})

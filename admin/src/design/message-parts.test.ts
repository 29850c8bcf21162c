import { expect, it } from 'vitest'
import { partsOf } from './message-parts.ts'

it('puts every message into exactly one part of the bar', () => {
  const { total, done, parts } = partsOf({
    queued: 1,
    sending: 2,
    accepted: 4,
    held: 8,
    sent: 16,
    delivered: 32,
    read: 64,
    failed: 128,
    withheld: 256,
    unknown: 512,
  })
  expect(total).toBe(1023)
  expect(done).toBe(4 + 8 + 16 + 32 + 64)
  expect(Object.fromEntries(parts.map((part) => [part.key, part.count]))).toEqual({
    arrived: 96,
    underWay: 20,
    held: 8,
    uncertain: 512,
    failed: 128,
    withheld: 256,
    waiting: 3,
  })
})

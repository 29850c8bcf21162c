import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barsOf } from './bars-of.ts'

const days = (counts: { read: number; failed: number }[]) =>
  counts.map((each, index) => ({
    day: new Date(Date.UTC(2026, 7, 1 + index)).toISOString().slice(0, 10),
    counts: each,
  }))
const Counts = fc.array(fc.record({ read: fc.nat(500), failed: fc.nat(500) }), { maxLength: 120 })

test('a bar for each day is that day', () => {
  const [first, second] = barsOf(
    days([
      { read: 3, failed: 1 },
      { read: 5, failed: 0 },
    ]),
    1,
  )
  expect(first).toEqual({ from: '2026-08-01', through: '2026-08-01', counts: { read: 3, failed: 1 } })
  expect(second).toEqual({ from: '2026-08-02', through: '2026-08-02', counts: { read: 5, failed: 0 } })
})

test('weeks are counted back from the last day', () => {
  const bars = barsOf(days(Array.from({ length: 16 }, () => ({ read: 10, failed: 1 }))), 7)
  expect(bars).toEqual([
    { from: '2026-08-01', through: '2026-08-02', counts: { read: 20, failed: 2 } },
    { from: '2026-08-03', through: '2026-08-09', counts: { read: 70, failed: 7 } },
    { from: '2026-08-10', through: '2026-08-16', counts: { read: 70, failed: 7 } },
  ])
})

test('nothing is lost and nothing counted twice', () => {
  fc.assert(
    fc.property(Counts, fc.integer({ min: 1, max: 31 }), (counts, perBar) => {
      const bars = barsOf(days(counts), perBar)
      expect(bars).toHaveLength(Math.ceil(counts.length / perBar))
      for (const name of ['read', 'failed'] as const)
        expect(bars.reduce((sum, bar) => sum + (bar.counts[name] ?? 0), 0)).toBe(
          counts.reduce((sum, each) => sum + each[name], 0),
        )
    }),
  )
})

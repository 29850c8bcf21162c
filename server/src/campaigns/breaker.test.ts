import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BreakerSettings, type Figures, judge, judgeFirstPart } from './breaker.ts'

const DEFAULTS = BreakerSettings.parse({})
const figures = (some: Partial<Figures>): Figures => ({
  accepted: 0,
  delivered: 0,
  failed: 0,
  unreachable: 0,
  unwanted: 0,
  optOuts: 0,
  ...some,
})

describe('the breaker', () => {
  it.each([
    ['one of three', { delivered: 2, failed: 1 }, null],
    ['a little of everything', { delivered: 950, failed: 50, unwanted: 20, optOuts: 20 }, null],
    ['opt-outs', { delivered: 200, optOuts: 7 }, 'opt_outs'],
    ['exactly the limit', { delivered: 200, optOuts: 6 }, null],
    ['failures', { delivered: 60, failed: 40, unreachable: 40 }, 'failures'],
    ['people who do not want it', { delivered: 80, failed: 20, unwanted: 15 }, 'blocks'],
    ['the worst of several', { delivered: 100, failed: 40, unwanted: 15, optOuts: 60 }, 'opt_outs'],
  ])('%s', (_, some, kind) => {
    expect(judge(DEFAULTS, figures(some))?.kind ?? null).toBe(kind)
  })

  it('says its figures', () => {
    expect(judge(DEFAULTS, figures({ delivered: 240, optOuts: 12 }))).toEqual({
      kind: 'opt_outs',
      count: 12,
      of: 240,
      limit: 0.03,
      windowMinutes: 60,
    })
  })

  it.each([
    ['all of a small first part failed', { failed: 45 }, 'failures'],
    ['even if it was one person', { failed: 1 }, 'failures'],
    ['most of a small one', { delivered: 10, failed: 12 }, 'failures'],
    ['a little more than allowed of a small one says nothing', { delivered: 7, failed: 3 }, null],
    ['opt-outs of a small one', { delivered: 20, optOuts: 5 }, 'opt_outs'],
    ['one opt-out says nothing', { delivered: 2, optOuts: 1 }, null],
    ['two of twenty do not want it', { delivered: 18, failed: 2, unwanted: 2 }, null],
    ['a big one is judged as always', { delivered: 90, failed: 40 }, 'failures'],
    ['good figures', { delivered: 45 }, null],
    ['nothing known', {}, null],
    ['nothing was heard of any message', { accepted: 10 }, 'silence'],
    ['nothing was heard of a few yet', { accepted: 9 }, null],
    ['one of many has arrived', { accepted: 500, delivered: 1 }, null],
  ])('before the rest follows: %s', (_, some, kind) => {
    expect(judgeFirstPart(DEFAULTS, figures(some))?.kind ?? null).toBe(kind)
  })

  it('says nothing about a first part either when it is switched off', () => {
    expect(judgeFirstPart({ ...DEFAULTS, on: false }, figures({ failed: 45 }))).toBeNull()
  })

  it('can be switched off', () => {
    expect(judge({ ...DEFAULTS, on: false }, figures({ delivered: 100, optOuts: 100 }))).toBeNull()
  })

  it('never trips below the minimum, nor on fewer than three, and only above a limit (property)', () => {
    const some = fc.nat(2_000)
    fc.assert(
      fc.property(
        some,
        some,
        some,
        some,
        fc.integer({ min: 10, max: 500 }),
        (delivered, a, b, optOuts, minimum) => {
          const failed = Math.max(a, b)
          const trip = judge(
            { ...DEFAULTS, minimum },
            figures({ delivered, failed, unwanted: Math.min(a, b), optOuts }),
          )
          if (trip) {
            expect(trip.of).toBeGreaterThanOrEqual(minimum)
            expect(trip.count).toBeGreaterThanOrEqual(3)
            expect(trip.count / trip.of).toBeGreaterThan(trip.limit)
          } else if (delivered >= minimum && optOuts >= 3) {
            expect(optOuts / delivered).toBeLessThanOrEqual(DEFAULTS.optOuts)
          }
        },
      ),
    )
  })
})

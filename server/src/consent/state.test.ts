import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ConsentEventType, type ConsentState, step } from './state.ts'

const EVENTS: readonly ConsentEventType[] = [
  'opt_in',
  'question_accepted',
  'question_failed',
  'yes',
  'no',
  'withdrawal',
  'timeout',
  'lapse',
]

/** Every state and every event, written out: `·` is "changes nothing". One column per event, as in EVENTS. */
const TABLE: Record<ConsentState, string> = {
  //            opt_in    accepted failed  yes       no        withdrawal timeout lapse
  none: '        requested ·       ·       ·         ·         ·         ·       ·',
  requested: '   requested pending expired ·         refused   withdrawn ·       ·',
  pending: '     requested ·       ·       confirmed refused   withdrawn expired ·',
  confirmed: '   ·         ·       ·       ·         withdrawn withdrawn ·       expired',
  refused: '     requested ·       ·       ·         ·         ·         ·       ·',
  withdrawn: '   requested ·       ·       ·         ·         ·         ·       ·',
  expired: '     requested ·       ·       ·         ·         ·         ·       ·',
  suspended: '   requested ·       ·       ·         withdrawn withdrawn ·       ·',
  superseded: '  requested ·       ·       ·         ·         ·         ·       ·',
  invalidated: ' requested ·       ·       ·         ·         ·         ·       ·',
}
const STATES = Object.keys(TABLE) as ConsentState[]

describe('a consent', () => {
  it.each(
    STATES.flatMap((state) => {
      const cells = TABLE[state].trim().split(/\s+/)
      return EVENTS.map((event, index) => [state, event, cells[index] === '·' ? null : cells[index]] as const)
    }),
  )('%s, then %s: %s', (state, event, expected) => {
    expect(step(state, event)).toBe(expected)
  })

  const events = fc.array(fc.constantFrom(...EVENTS), { maxLength: 30 })

  /** Where a person ends after these events, from nothing. */
  function follow(path: readonly ConsentEventType[]): ConsentState[] {
    const states: ConsentState[] = ['none']
    for (const event of path) {
      const state = states.at(-1) ?? 'none'
      states.push(step(state, event) ?? state)
    }
    return states
  }

  it('is never confirmed by anything but a YES to a question that Meta accepted, after the person asked', () => {
    fc.assert(
      fc.property(events, (path) => {
        const states = follow(path)
        for (const [index, state] of states.entries()) {
          if (state !== 'confirmed' || states[index - 1] === 'confirmed') continue
          expect(path[index - 1]).toBe('yes')
          const before = path.slice(0, index - 1)
          const accepted = before.lastIndexOf('question_accepted')
          const asked = before.slice(0, accepted).lastIndexOf('opt_in')
          expect(asked).toBeGreaterThanOrEqual(0)
          expect(accepted).toBeGreaterThan(asked)
          // Nothing that ends or replaces the question came between it and the YES.
          const between = before.slice(accepted + 1)
          for (const ending of ['opt_in', 'no', 'withdrawal', 'timeout'] as const)
            expect(between).not.toContain(ending)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('reaches confirmed at all', () => {
    expect(follow(['opt_in', 'question_accepted', 'yes']).at(-1)).toBe('confirmed')
  })

  it('is over after a withdrawal, whatever it was, and stays over until the person asks anew', () => {
    fc.assert(
      fc.property(
        events,
        fc.array(fc.constantFrom(...EVENTS.filter((e) => e !== 'opt_in'))),
        (path, after) => {
          const states = follow([...path, 'withdrawal', ...after]).slice(path.length + 1)
          for (const state of states) expect(['confirmed', 'pending', 'requested']).not.toContain(state)
        },
      ),
    )
  })

  it('changes nothing when the same event comes twice, except that asking again asks again', () => {
    for (const state of STATES) {
      for (const event of EVENTS) {
        const once = step(state, event)
        if (once === null || event === 'opt_in') continue
        expect(step(once, event), `${state} ${event}`).toBeNull()
      }
    }
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ConsentEventType, type ConsentState, statesChangedBy, step } from './state.ts'

const EVENTS: readonly ConsentEventType[] = [
  'opt_in',
  'question_accepted',
  'question_failed',
  'yes',
  'no',
  'withdrawal',
  'timeout',
  'lapse',
  'identity_change',
  'unreachable',
  'ask_again',
  'material_change',
  'defect_found',
  'erasure',
]

/** Every state and every event, written out: `·` is "changes nothing". One column per event, as in EVENTS. */
const TABLE: Record<ConsentState, string> = {
  //            opt_in    accepted failed  yes       no        withdrawal timeout lapse   identity  unreach.  ask_again material   defect      erasure
  none: '        requested ·       ·       ·         ·         ·         ·       ·       ·         ·         ·         ·          ·           ·',
  requested:
    '   requested pending expired ·         refused   withdrawn ·       ·       expired   ·         ·         expired    invalidated erased',
  pending:
    '     requested ·       ·       confirmed refused   withdrawn expired ·       expired   ·         ·         expired    invalidated erased',
  confirmed:
    '   ·         ·       ·       ·         withdrawn withdrawn ·       expired suspended suspended ·         superseded invalidated erased',
  refused:
    '     requested ·       ·       ·         ·         ·         ·       ·       ·         ·         ·         ·          ·           erased',
  withdrawn:
    '   requested ·       ·       ·         ·         ·         ·       ·       ·         ·         ·         ·          ·           erased',
  expired:
    '     requested ·       ·       ·         ·         ·         ·       ·       ·         ·         ·         ·          invalidated erased',
  suspended:
    '   requested ·       ·       ·         withdrawn withdrawn ·       ·       ·         ·         requested superseded invalidated erased',
  superseded:
    '  requested ·       ·       ·         withdrawn withdrawn ·       ·       ·         ·         requested ·          invalidated erased',
  invalidated:
    ' requested ·       ·       ·         ·         ·         ·       ·       ·         ·         ·         ·          ·           erased',
  erased:
    '      ·         ·       ·       ·         ·         ·         ·       ·       ·         ·         ·         ·          ·           ·',
}
const STATES = Object.keys(TABLE) as ConsentState[]
/** What ends or replaces a question. */
const ENDINGS = [
  'opt_in',
  'no',
  'withdrawal',
  'timeout',
  'identity_change',
  'material_change',
  'defect_found',
  'erasure',
] as const

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

  it('C-02: is never confirmed by anything but a YES to a question that Meta accepted, after the person asked', () => {
    fc.assert(
      fc.property(events, (path) => {
        const states = follow(path)
        for (const [index, state] of states.entries()) {
          if (state !== 'confirmed' || states[index - 1] === 'confirmed') continue
          expect(path[index - 1]).toBe('yes')
          const before = path.slice(0, index - 1)
          const accepted = before.lastIndexOf('question_accepted')
          // By a request of their own, or by our question to somebody whose yes rested.
          const asked = before
            .slice(0, accepted)
            .findLastIndex((event) => event === 'opt_in' || event === 'ask_again')
          expect(asked).toBeGreaterThanOrEqual(0)
          expect(accepted).toBeGreaterThan(asked)
          // Nothing that ends or replaces the question came between it and the YES.
          const between = before.slice(accepted + 1)
          for (const ending of ENDINGS) expect(between).not.toContain(ending)
        }
      }),
      { numRuns: 2_000 },
    )
  })

  it('reaches confirmed at all', () => {
    expect(follow(['opt_in', 'question_accepted', 'yes']).at(-1)).toBe('confirmed')
  })

  it('C-24: is over after a withdrawal, whatever it was, and stays over until the person asks anew', () => {
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
        // What rests is asked anew once; the second time it is a question already.
        expect(step(once, event), `${state} ${event}`).toBeNull()
      }
    }
  })
  it('C-17: rests after a material change until a new YES, and nothing but the person or a question to them wakes it', () => {
    const after = EVENTS.filter((event) => step('superseded', event) === 'confirmed')
    expect(after).toEqual([])
    expect(follow(['opt_in', 'question_accepted', 'yes', 'material_change']).at(-1)).toBe('superseded')
    expect(
      follow([
        'opt_in',
        'question_accepted',
        'yes',
        'material_change',
        'ask_again',
        'question_accepted',
        'yes',
      ]).at(-1),
    ).toBe('confirmed')
  })

  it('C-33: who said no or left is never asked of ourselves', () => {
    for (const state of ['withdrawn', 'refused', 'expired', 'invalidated', 'erased'] as const)
      expect(step(state, 'ask_again'), state).toBeNull()
  })

  it('ends for good with an erasure', () => {
    for (const event of EVENTS) expect(step('erased', event), event).toBeNull()
  })

  it('tells for every event which states it changes', () => {
    for (const event of EVENTS)
      expect(statesChangedBy(event).sort()).toEqual(
        STATES.filter((state) => state !== 'none' && step(state, event) !== null).sort(),
      )
  })
})

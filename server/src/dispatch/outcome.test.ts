import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actionFor } from '../whatsapp/index.ts'
import { type Course, consequencesOf, decide, type MessageEvent, type MessageState, step } from './outcome.ts'

const FRESH: Course = { state: 'queued', reason: null, attempts: 0, tries: 0, wamid: null }
const after = (...events: MessageEvent[]) => events.reduce(step, FRESH)
const claimed: MessageEvent = { what: 'claim', verdict: 'send' }
const accepted = (attempt = 1, held = false): MessageEvent => ({
  what: 'accepted',
  attempt,
  wamid: `w${attempt}`,
  held,
})
const status = (
  rank: 0 | 3 | 4 | 5,
  failed: number | null = null,
  attempt = 1,
  barred: string | null = null,
) => ({ what: 'status', attempt, wamid: `w${attempt}`, rank, failed, barred }) as const

describe('what a failure decides', () => {
  it.each([
    [131056, 1, 0, 6],
    [131056, 3, 2, 96],
    [131056, 6, 5, null],
    [131000, 1, 0, 10],
    [131000, 6, 5, null],
    // The ecosystem limit: once, and not before a day has passed (C-66).
    [131049, 1, 0, 86_400],
    [131049, 2, 1, null],
    [132069, 1, 0, 3_600],
    // Waiting for the channel is no fault of the message.
    [130429, 40, 0, 64],
    [-1, 900, 0, 320],
    [131026, 1, 0, null],
    [131050, 1, 0, null],
    [130472, 1, 0, null],
    [132015, 1, 0, 60],
    [190, 1, 0, 60],
    // … for months, if it takes so long.
    [190, 29_999, 0, 300],
    [131031, 29_999, 0, 300],
    [132015, 29_999, 0, 300],
    [-1, 29_999, 0, 320],
    [131016, 29_999, 0, 640],
    [190, 30_000, 0, null],
  ])('%i after %i attempts, %i of them refused: again after %s s', (code, attempts, tries, seconds) => {
    const decision = decide(actionFor(code), { attempts, tries })
    expect(decision.message === 'again' ? decision.afterSeconds : null).toBe(seconds)
  })

  it('waits as long as Meta asks for', () => {
    expect(decide(actionFor(130429), { attempts: 1, tries: 0 }, 30)).toMatchObject({ afterSeconds: 30 })
  })

  it('never waits more than a day, whatever the numbers (property)', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(30_000), fc.nat(30_000), (code, attempts, tries) => {
        const decision = decide(actionFor(code), { attempts, tries })
        if (decision.message === 'again') expect(decision.afterSeconds).toBeLessThanOrEqual(86_400)
      }),
    )
  })

  it.each([
    [132015, { stop: { scope: 'template', marketingOnly: false, restHours: 0 } }],
    [131048, { stop: { scope: 'channel', marketingOnly: true, restHours: 24 } }],
    [131042, { stop: { scope: 'waba', marketingOnly: false, restHours: 0 } }],
    [131064, { stop: { scope: 'waba', marketingOnly: true, restHours: 0 } }],
    [131050, { person: 'withdraw', stop: null }],
    [131026, { person: 'unreachable', stop: null }],
    [130497, { blockCountry: true, stop: null }],
    [130429, { person: null, stop: null, blockCountry: false }],
  ])('%i means beyond its message', (code, consequences) => {
    expect(consequencesOf(actionFor(code))).toMatchObject(consequences)
  })
})

describe('the course of a message', () => {
  it('goes back into the queue when a failure that is told later can be retried', () => {
    expect(after(claimed, accepted(), status(0, 131056))).toEqual({
      ...FRESH,
      attempts: 1,
      tries: 1,
    })
    expect(after(claimed, accepted(), status(3), status(0, 131026))).toMatchObject({ state: 'failed' })
  })

  it('does not go again to somebody who may not get it any more', () => {
    expect(after(claimed, accepted(), status(0, 131056, 1, 'consent_withdrawn'))).toMatchObject({
      state: 'withheld',
      reason: 'consent_withdrawn',
    })
  })

  it('takes no news of an earlier attempt for the present one', () => {
    const again = after(claimed, accepted(), status(0, 131056), claimed)
    expect(again).toMatchObject({ state: 'sending', attempts: 2, wamid: null })
    expect(step(again, status(3))).toBe(again)
    expect(step(again, accepted(1))).toBe(again)
    expect(step(step(again, accepted(2)), status(4, null, 2))).toMatchObject({ state: 'delivered' })
  })

  it('believes news of a request that it does not know, because the database was restored', () => {
    expect(step(FRESH, status(3))).toMatchObject({ state: 'sent', attempts: 1, wamid: 'w1' })
    expect(after(claimed, accepted(), status(0, 131056), status(0, 131056, 2))).toMatchObject({
      state: 'failed',
      attempts: 2,
    })
  })

  it('drops what Meta held back and then dropped, and sends what Meta released', () => {
    expect(after(claimed, accepted(1, true))).toMatchObject({ state: 'held' })
    expect(after(claimed, accepted(1, true), status(0, 132015))).toMatchObject({ state: 'failed' })
    expect(after(claimed, accepted(1, true), status(3))).toMatchObject({ state: 'sent' })
    // Refused at once, nothing was handed over: it waits for the template.
    expect(after(claimed, { what: 'refused', attempt: 1, code: 132015 })).toMatchObject({ state: 'queued' })
  })

  it('gives up what Meta holds back and never decides about, and believes a status that comes later still', () => {
    const over = after(claimed, accepted(1, true), { what: 'hold_over' })
    expect(over).toMatchObject({ state: 'failed', reason: 'held_unresolved' })
    expect(step(over, status(3))).toMatchObject({ state: 'sent', reason: null })
    expect(step(over, status(4))).toMatchObject({ state: 'delivered', reason: null })
    expect(step(over, status(0, 132015))).toMatchObject({ state: 'failed', reason: 'held_unresolved' })
    expect(after(claimed, accepted(), { what: 'hold_over' })).toMatchObject({ state: 'accepted' })
  })

  it('goes back as if nothing had been when it never started, also when it was in doubt meanwhile', () => {
    const released: MessageEvent = { what: 'released', attempt: 1 }
    expect(after(claimed, released)).toEqual(FRESH)
    expect(after(claimed, { what: 'takeover' }, released)).toEqual(FRESH)
    expect(
      after(claimed, { what: 'takeover' }, { what: 'withdrawn', reason: 'consent_withdrawn' }, released),
    ).toMatchObject({ state: 'withheld', reason: 'consent_withdrawn' })
  })

  it('is repeated once out of doubt, and not after a withdrawal', () => {
    const lost = after(claimed, { what: 'lost', attempt: 1 })
    const again = step(lost, { what: 'repeat' })
    expect(again).toMatchObject({ state: 'queued', attempts: 1 })
    const twice = [claimed, { what: 'lost', attempt: 2 } as const, { what: 'repeat' } as const].reduce(
      step,
      again,
    )
    expect(twice).toMatchObject({ state: 'unknown', attempts: 2 })
    const withdrawn = step(lost, { what: 'withdrawn', reason: 'consent_withdrawn' })
    expect(step(withdrawn, { what: 'repeat' })).toBe(withdrawn)
  })

  it('does not come back by itself after days', () => {
    const late: MessageEvent = { ...status(0, 131056), old: true }
    expect(after(claimed, accepted(), late)).toMatchObject({ state: 'failed' })
  })

  it('never sends again what is in doubt, nor what was withdrawn on its way', () => {
    expect(after(claimed, { what: 'lost', attempt: 1 })).toMatchObject({ state: 'unknown' })
    const withdrawn = after(claimed, { what: 'withdrawn', reason: 'consent_withdrawn' })
    expect(step(withdrawn, { what: 'refused', attempt: 1, code: 131000 })).toMatchObject({
      state: 'withheld',
      reason: 'consent_withdrawn',
    })
    const takenOver = after(claimed, { what: 'takeover' }, { what: 'withdrawn', reason: 'consent_withdrawn' })
    expect(step(takenOver, { what: 'released', attempt: 1 })).toMatchObject({
      state: 'withheld',
      reason: 'consent_withdrawn',
    })
  })
})

const code = fc.constantFrom(130429, 131056, 131049, 131000, 131026, 131050, 132015, 190, 987_654)
const event: fc.Arbitrary<MessageEvent> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(claimed) },
  fc.constantFrom<MessageEvent>(
    { what: 'claim', verdict: 'later', reason: 'quiet_hours' },
    { what: 'claim', verdict: 'withhold', reason: 'on_hold' },
    { what: 'withdrawn', reason: 'consent_withdrawn' },
    { what: 'takeover' },
    { what: 'cancelled' },
    { what: 'doubt_over' },
  ),
  fc.integer({ min: 1, max: 3 }).chain((attempt) =>
    fc.oneof(
      fc.constantFrom<MessageEvent>(
        accepted(attempt),
        accepted(attempt, true),
        { what: 'lost', attempt },
        { what: 'released', attempt },
      ),
      code.map((code): MessageEvent => ({ what: 'refused', attempt, code })),
      fc.constantFrom<0 | 3 | 4 | 5>(3, 4, 5).map((rank) => status(rank, null, attempt)),
      fc
        .tuple(code, fc.constantFrom(null, 'consent_withdrawn'))
        .map(([failed, barred]) => status(0, failed, attempt, barred)),
    ),
  ),
)
/** About a request that was made after the backup that a database was restored from. */
const forgets = (course: Course, one: MessageEvent) =>
  one.what === 'status' && one.attempt !== null && one.attempt > course.attempts
const ORDER: Partial<Record<MessageState, number>> = { accepted: 1, held: 1, sent: 3, delivered: 4, read: 5 }

describe('whatever happens in whatever order (property)', () => {
  // Long ones: by itself fast-check keeps arrays short.
  const walks = fc.array(event, { maxLength: 40, size: 'max' })

  it('a request starts only from the queue, and only a claim starts one that nobody has forgotten', () => {
    fc.assert(
      fc.property(walks, (events) => {
        let course = FRESH
        for (const one of events) {
          const next = step(course, one)
          if (forgets(course, one)) {
            expect(['sending', 'queued']).not.toContain(next.state)
          } else if (next.attempts > course.attempts) {
            expect([course.state, one.what, next.attempts]).toEqual(['queued', 'claim', course.attempts + 1])
          }
          if (next.state === 'sending' && course.state !== 'sending') expect(one.what).toBe('claim')
          course = next
        }
      }),
    )
  })

  it('what is in doubt, withheld or dropped never comes back into the queue; delivered stays delivered', () => {
    fc.assert(
      fc.property(walks, (events) => {
        let course = FRESH
        for (const one of events) {
          const next = step(course, one)
          if (next.state === 'queued' && course.state !== 'queued') {
            expect(['withheld', 'failed', 'delivered', 'read']).not.toContain(course.state)
            // Out of doubt only by a definite failure, or because it never started.
            if (course.state === 'unknown') expect(['status', 'released']).toContain(one.what)
          }
          if (course.state === 'withheld' && course.attempts === 0 && !forgets(course, one))
            expect(next.state).toBe('withheld')
          if ((ORDER[course.state] ?? 0) >= 4)
            expect(ORDER[next.state]).toBeGreaterThanOrEqual(ORDER[course.state] ?? 0)
          course = next
        }
      }),
    )
  })

  it('statuses of one attempt lead to the same end in any order, however often they come', () => {
    const start = after(claimed, accepted())
    const news = fc.array(
      fc.constantFrom<MessageEvent>(status(3), status(4), status(5), status(0, 131026), status(0, 131056)),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(
        news.filter(
          (all) => new Set(all.flatMap((one) => (one.what === 'status' && one.failed) || [])).size <= 1,
        ),
        fc.infiniteStream(fc.nat()),
        (all, dice) => {
          const shuffled = [...all, ...all].sort(() => ((dice.next().value ?? 0) % 3) - 1)
          // How often it was tried is only told while it may go again.
          const end = ({ tries: _, ...rest }: Course) => rest
          expect(end(shuffled.reduce(step, start))).toEqual(end(all.reduce(step, start)))
        },
      ),
    )
  })

  it('ends after a few refusals of its own; what is refused to everybody uses nothing up, and waits', () => {
    fc.assert(
      fc.property(code, (failed) => {
        let course = FRESH
        for (let round = 0; round < 10_100 && course.state === 'queued'; round++) {
          course = step(course, claimed)
          course = step(course, { what: 'refused', attempt: course.attempts, code: failed })
        }
        const waits = [130429, 132015, 190].includes(failed)
        expect(course.state).toBe(waits ? 'queued' : 'failed')
        if (waits) expect(course.tries).toBe(0)
      }),
    )
  })
})

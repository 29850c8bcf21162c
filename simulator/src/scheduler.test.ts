import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createClock } from './clock.ts'
import { Scheduler } from './scheduler.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('scheduler', () => {
  it('runs events in order of time, and of asking where times are equal', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 200 }), (waits) => {
        vi.useFakeTimers({ now: 1_000 })
        const scheduler = new Scheduler(createClock(), () => undefined)
        const ran: { wait: number; index: number }[] = []
        for (const [index, wait] of waits.entries()) scheduler.after(wait, () => ran.push({ wait, index }))
        vi.advanceTimersByTime(100)
        const expected = waits
          .map((wait, index) => ({ wait, index }))
          .sort((a, b) => a.wait - b.wait || a.index - b.index)
        expect(ran).toEqual(expected)
        expect(scheduler.size).toBe(0)
        vi.useRealTimers()
      }),
    )
  })

  it('brings what is far away near when the clock is advanced', () => {
    vi.useFakeTimers({ now: 1_000 })
    const clock = createClock()
    const scheduler = new Scheduler(clock, () => undefined)
    let ran = false
    scheduler.after(24 * 3_600_000, () => {
      ran = true
    })
    clock.advance(24 * 3_600_000)
    scheduler.wake()
    vi.advanceTimersByTime(5)
    expect(ran).toBe(true)
  })

  it('reports what fails and goes on', () => {
    vi.useFakeTimers({ now: 1_000 })
    const errors: unknown[] = []
    const scheduler = new Scheduler(createClock(), (error) => errors.push(error))
    let ran = false
    scheduler.after(1, () => {
      throw new Error('broken')
    })
    scheduler.after(2, () => {
      ran = true
    })
    vi.advanceTimersByTime(10)
    expect(errors).toHaveLength(1)
    expect(ran).toBe(true)
  })
})

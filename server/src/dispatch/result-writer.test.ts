import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Context } from '../platform/index.ts'
import { ResultWriter } from './result-writer.ts'
import type { Sent } from './send.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const SENT = { outcome: { result: 'unknown' }, error: null } as Sent

describe('the writer of results', () => {
  const errors: unknown[] = []
  beforeEach(() => void errors.splice(0))

  /** A writer whose database is away until `back`. */
  function writerUntil(back: () => boolean) {
    const stopping = new AbortController()
    const written: Sent[] = []
    const ctx = { log: { error: (...what: unknown[]) => errors.push(what) } } as unknown as Context
    const writer = new ResultWriter(ctx, stopping.signal, async (batch) => {
      if (!back()) throw new Error('The database is away.')
      written.push(...batch)
    })
    return { writer, written, stopping }
  }

  it('tries again for ever while sending goes on', async () => {
    let away = true
    const { writer, written } = writerUntil(() => !away)
    writer.add(SENT)
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect([written.length, writer.idle]).toEqual([0, false])
    away = false
    await vi.advanceTimersByTimeAsync(2_000)
    expect([written.length, writer.idle]).toEqual([1, true])
  })

  it('loses nothing to one failure while it is stopping', async () => {
    let failures = 1
    const { writer, written, stopping } = writerUntil(() => failures-- <= 0)
    stopping.abort()
    for (let each = 0; each < 600; each++) writer.add(SENT)
    await vi.advanceTimersByTimeAsync(3_000)
    expect([written.length, writer.idle]).toEqual([600, true])
  })

  it('gives up while stopping only when the database stays away, and then does not wait for each result anew', async () => {
    const { writer, written, stopping } = writerUntil(() => false)
    stopping.abort()
    for (let each = 0; each < 600; each++) writer.add(SENT)
    await vi.advanceTimersByTimeAsync(9_000)
    expect(writer.idle).toBe(false)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(writer.idle).toBe(true)
    // A request that comes back later still.
    writer.add(SENT)
    await vi.advanceTimersByTimeAsync(1_000)
    expect([written.length, writer.idle]).toEqual([0, true])
    expect(errors.at(-1)).toMatchObject([{ results: 1 }, 'results of sending are given up'])
  })
})

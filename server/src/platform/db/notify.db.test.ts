import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { openTestDatabase } from '../../testing/database.ts'
import { Signals } from '../signal.ts'
import { NotifyCarrier } from './notify.ts'

/** The tests wait much longer than a signal takes, and much less than the timer behind it. */
const TIMER_MS = 60_000

describe.runIf(inject('store') === 'postgres')('signals between processes', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>
  const carriers: NotifyCarrier[] = []
  /** What one process would have. */
  function join(): Signals {
    const carrier = new NotifyCarrier(database.url ?? '')
    carriers.push(carrier)
    return new Signals(carrier)
  }

  beforeAll(async () => {
    database = await openTestDatabase()
  })
  afterAll(async () => {
    await Promise.all(carriers.map((carrier) => carrier.close()))
    await database.close()
  })

  const listening = async () =>
    (
      await sql<{ pid: number }>`
        select pid from pg_stat_activity
        where datname = current_database() and application_name = 'jawort signals' and state = 'idle'
          and query <> ''`.execute(database.db)
    ).rows.map(({ pid }) => pid)

  it('wake whoever waits in another process, carry news, and come back after the connection was lost', async () => {
    const here = join()
    const there = join()
    await vi.waitFor(async () => expect(await listening()).toHaveLength(2), { timeout: 10_000 })

    const woken = there.wait('dispatch', TIMER_MS)
    here.raise('dispatch')
    await woken

    const news: unknown[] = []
    const own: unknown[] = []
    there.onNews('live', (each) => news.push(each))
    here.onNews('live', (each) => own.push(each))
    for (let i = 0; i < 300; i++) here.tellOthers('live', [i, 'x'.repeat(60)])
    for (let i = 0; i < 300; i++) here.tellOthers('live', [i, 'x'.repeat(60)])
    await vi.waitFor(() => expect(news).toHaveLength(300), { timeout: 10_000 })
    expect(news[299]).toEqual([299, 'x'.repeat(60)])
    expect(own).toEqual([])

    // Whoever was away may have missed something: everybody looks.
    const missed = there.wait('ledger', TIMER_MS)
    const before = await listening()
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'jawort signals'`.execute(database.db)
    await missed
    await vi.waitFor(
      async () => {
        const now = await listening()
        expect(now).toHaveLength(2)
        expect(now.some((pid) => before.includes(pid))).toBe(false)
      },
      { timeout: 10_000 },
    )
    const again = here.wait('intake', TIMER_MS)
    there.raise('intake')
    await again
  })

  it('leave before the process ends', async () => {
    const stays = join()
    const carrier = new NotifyCarrier(database.url ?? '')
    const goes = new Signals(carrier)
    await vi.waitFor(async () => expect(await listening()).toHaveLength(4), { timeout: 10_000 })
    const woken = stays.wait('dispatch', TIMER_MS)
    goes.raise('dispatch')
    await goes.flush()
    await carrier.close()
    await woken
    await vi.waitFor(async () => expect(await listening()).toHaveLength(3), { timeout: 10_000 })
  })

  it('keep trying while nobody answers, and end when told to', async () => {
    const carrier = new NotifyCarrier('postgres://127.0.0.1:1/none')
    const signals = new Signals(carrier)
    const woken = signals.wait('dispatch', TIMER_MS)
    signals.raise('dispatch')
    await woken
    await signals.flush()
    await carrier.close()
  })
})

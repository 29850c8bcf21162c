import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { createTestRuntime, type TestRuntime } from '../../testing/runtime.ts'
import { type Context, createContext, withTransaction } from '../index.ts'
import type { Job } from './index.ts'

const fill: Job<{ jar: string }> = {
  name: 'test.fill',
  schema: z.object({ jar: z.string() }).strict(),
  retries: 3,
}
const tidy: Job<Record<string, never>> = {
  name: 'test.tidy',
  schema: z.object({}).strict() as z.ZodType<Record<string, never>>,
  cron: '5 3 * * *',
}

describe('jobs', () => {
  let runtime: TestRuntime
  let ctx: Context
  const filled: string[] = []
  let failures = 0

  beforeAll(async () => {
    runtime = await createTestRuntime()
    ctx = createContext(runtime, '', { kind: 'system', job: 'test' })
    runtime.jobs.on(fill, async (_runtime, { jar }) => {
      if (jar === 'stubborn' && failures++ === 0) throw new Error('the lid sticks')
      filled.push(jar)
    })
    runtime.jobs.on(tidy, async () => void filled.push('tidied'))
    await runtime.jobs.prepare()
  })
  afterAll(() => runtime.close())

  const waiting = async () =>
    (
      await sql<{ state: string; retry: number }>`
      select state::text, retry_count as retry from jobs.job where name = ${fill.name} order by created_on`.execute(
        runtime.db,
      )
    ).rows

  it('become true with the transaction that asked for them', async () => {
    await withTransaction(ctx, async (tx) => {
      await runtime.jobs.enqueue(tx, fill, { jar: 'plums' })
      expect(filled).toEqual([])
    })
    expect(await runtime.jobs.drain(runtime)).toBe(1)
    expect(filled.splice(0)).toEqual(['plums'])
    expect(await runtime.jobs.drain(runtime)).toBe(0)
  })

  it('vanish with it when it is rolled back', async () => {
    await expect(
      withTransaction(ctx, async (tx) => {
        await runtime.jobs.enqueue(tx, fill, { jar: 'pears' })
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    expect(await runtime.jobs.drain(runtime)).toBe(0)
    expect(filled).toEqual([])
  })

  it('wait for their time', async () => {
    await runtime.jobs.enqueue(ctx, fill, { jar: 'later' }, { startAfter: new Date(Date.now() + 60_000) })
    expect(await runtime.jobs.drain(runtime)).toBe(0)
    await sql`delete from jobs.job where name = ${fill.name}`.execute(runtime.db)
  })

  it('refuse data that is not of their shape', async () => {
    const wrong: object = { jar: 7 }
    await expect(runtime.jobs.enqueue(ctx, fill, wrong as { jar: string })).rejects.toThrow()
    expect(await waiting()).toEqual([])
  })

  it('stay in the queue when they fail, and are tried again', async () => {
    await runtime.jobs.enqueue(ctx, fill, { jar: 'stubborn' })
    await expect(runtime.jobs.drain(runtime)).rejects.toThrow('the lid sticks')
    expect(await waiting()).toEqual([{ state: 'retry', retry: 0 }])
    expect(await runtime.jobs.drain(runtime)).toBe(0)
    await sql`update jobs.job set start_after = now() where name = ${fill.name}`.execute(runtime.db)
    expect(await runtime.jobs.drain(runtime)).toBe(1)
    expect(filled.splice(0)).toEqual(['stubborn'])
    expect((await waiting())[0]?.state).toBe('completed')
  })

  it('run by themselves once started; those that come back are on the schedule, in UTC', async () => {
    await runtime.jobs.start(runtime)
    await runtime.jobs.enqueue(ctx, fill, { jar: 'quinces' })
    await vi.waitFor(() => expect(filled).toContain('quinces'), { timeout: 15_000, interval: 50 })
    const { rows } = await sql<{ name: string; cron: string; timezone: string }>`
      select name, cron, timezone from jobs.schedule`.execute(runtime.db)
    expect(rows).toEqual([{ name: 'test.tidy', cron: '5 3 * * *', timezone: 'UTC' }])
  })
})

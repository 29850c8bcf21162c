import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { type Context, createContext, defineHook, Hooks, withTransaction } from './index.ts'

describe('a transaction', () => {
  let runtime: TestRuntime
  let ctx: Context
  beforeAll(async () => {
    runtime = await createTestRuntime()
    ctx = createContext(runtime, '', { kind: 'system', job: 'test' })
    await sql`create table shelf (jar text not null)`.execute(runtime.db)
  })
  afterAll(() => runtime.close())
  beforeEach(() => sql`delete from shelf`.execute(runtime.db).then(() => undefined))

  const put = (from: Pick<Context, 'db'>, jar: string) =>
    sql`insert into shelf values (${jar})`.execute(from.db)
  const jars = async (from: Pick<Context, 'db'> = runtime) =>
    (await sql<{ jar: string }>`select jar from shelf order by jar`.execute(from.db)).rows.map(
      (row) => row.jar,
    )

  it('keeps what was done in it, and gives its result', async () => {
    const result = await withTransaction(ctx, async (tx) => {
      await put(tx, 'plums')
      return 7
    })
    expect(result).toBe(7)
    expect(await jars()).toEqual(['plums'])
  })

  it('keeps nothing when its work fails, and gives the error', async () => {
    await expect(
      withTransaction(ctx, async (tx) => {
        await put(tx, 'plums')
        throw new Error('the jar broke')
      }),
    ).rejects.toThrow('the jar broke')
    expect(await jars()).toEqual([])
  })

  it('is joined by the verbs that are called in it: the outer one decides about all', async () => {
    await expect(
      withTransaction(ctx, async (tx) => {
        await withTransaction(tx, (inner) => put(inner, 'plums'))
        expect(await jars(tx)).toEqual(['plums'])
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    expect(await jars()).toEqual([])
  })

  it('does its later work only after the outermost commit', async () => {
    const log: string[] = []
    await withTransaction(ctx, async (tx) => {
      tx.afterCommit?.(() => log.push('outer'))
      await withTransaction(tx, async (inner) => inner.afterCommit?.(() => log.push('inner')))
      expect(log).toEqual([])
      await put(tx, 'plums')
    })
    expect(log).toEqual(['outer', 'inner'])
  })

  it('forgets its later work when it is rolled back', async () => {
    const log: string[] = []
    await expect(
      withTransaction(ctx, async (tx) => {
        tx.afterCommit?.(() => log.push('never'))
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(log).toEqual([])
  })

  it('stays done when later work fails, and the rest of that work still runs', async () => {
    const log: string[] = []
    const result = await withTransaction(ctx, async (tx) => {
      tx.afterCommit?.(() => {
        throw new Error('a page went away')
      })
      tx.afterCommit?.(() => log.push('next'))
      await put(tx, 'plums')
      return 'saved'
    })
    expect(result).toBe('saved')
    expect(log).toEqual(['next'])
    expect(await jars()).toEqual(['plums'])
  })

  it('is rolled back by an error in a hook', async () => {
    const hook = defineHook<{ jar: string }>('test.put')
    const hooks = new Hooks()
    hooks.on(hook, (tx, { jar }) => put(tx, jar).then(() => undefined))
    hooks.on(hook, async () => {
      throw new Error('no room')
    })
    await expect(
      withTransaction({ ...ctx, hooks }, async (tx) => {
        await put(tx, 'plums')
        await hooks.run(hook, tx, { jar: 'pears' })
      }),
    ).rejects.toThrow('no room')
    expect(await jars()).toEqual([])
  })

  it('does not take in what others write meanwhile, not even on a single connection', async () => {
    let meanwhile: Promise<unknown> = Promise.resolve()
    await expect(
      withTransaction(ctx, async (tx) => {
        await put(tx, 'plums')
        // Asked for while the transaction is open, by somebody who is not in it.
        meanwhile = put(runtime, 'pears')
        await put(tx, 'quinces')
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
    await meanwhile
    expect(await jars()).toEqual(['pears'])
  })

  it('is not seen from outside before it is committed', async () => {
    let seen: Promise<string[]> = Promise.resolve([])
    await expect(
      withTransaction(ctx, async (tx) => {
        await put(tx, 'plums')
        seen = jars()
        await sql`select 1`.execute(tx.db)
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
    expect(await seen).toEqual([])
  })

  it('stands beside others that run at the same time', async () => {
    const outcomes = await Promise.allSettled(
      ['a', 'b', 'c', 'd'].map((jar, index) =>
        withTransaction(ctx, async (tx) => {
          await put(tx, jar)
          await sql`select 1`.execute(tx.db)
          if (index % 2) throw new Error('broken')
        }),
      ),
    )
    expect(outcomes.map((outcome) => outcome.status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
    ])
    expect(await jars()).toEqual(['a', 'c'])
  })
})

describe('the database', () => {
  let runtime: TestRuntime
  beforeAll(async () => {
    runtime = await createTestRuntime()
  })
  afterAll(() => runtime.close())

  it('hands out the same values whichever engine runs', async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select 9007199254740991::bigint as big, count(*) as counted, date '2026-11-18' as day,
        timestamptz '2026-11-18 12:00+01' as at, '\\x0102'::bytea as bytes, '{"a":1}'::jsonb as json,
        array['a','b'] as list, current_setting('TimeZone') as zone from (values (1), (2)) as x (n)`.execute(
      runtime.db,
    )
    const [row] = rows
    expect(row).toMatchObject({
      big: 9_007_199_254_740_991,
      counted: 2,
      day: '2026-11-18',
      at: new Date('2026-11-18T11:00:00Z'),
      json: { a: 1 },
      list: ['a', 'b'],
      zone: 'UTC',
    })
    expect(Buffer.from(row?.bytes as Uint8Array)).toEqual(Buffer.of(1, 2))
  })
})

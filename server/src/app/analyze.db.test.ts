import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importFinished } from '../contacts/index.ts'
import { newId, withTransaction } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { analyzeDatabase } from './analyze.ts'
import { Live } from './live.ts'
import { wire } from './wire.ts'

describe('statistics of the embedded database', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  beforeAll(async () => {
    runtime = await createTestRuntime()
    business = await createTestBusiness(runtime)
    wire(runtime, new Live())
    await runtime.jobs.prepare()
  })
  afterAll(() => runtime.close())

  const known = async () =>
    (
      await sql<{
        n: number
      }>`select reltuples::int as n from pg_class where oid = 'topic'::regclass`.execute(runtime.db)
    ).rows[0]?.n

  it('are counted after an import', async () => {
    if (runtime.config.databaseUrl !== undefined) {
      await expect(analyzeDatabase(runtime)).resolves.toBeUndefined()
      return
    }
    expect(await known()).toBe(-1)
    await withTransaction(business.ctx, (tx) => tx.hooks.run(importFinished, tx, { importId: newId() }))
    await runtime.jobs.drain(runtime)
    expect(await known()).toBe(2)
  })
})

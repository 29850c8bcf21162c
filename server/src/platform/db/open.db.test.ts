import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { openTestDatabase } from '../../testing/database.ts'
import { openDatabase } from './open.ts'

describe.runIf(inject('store') === 'postgres')('a connection that PostgreSQL ends', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>
  beforeAll(async () => {
    database = await openTestDatabase()
  })
  afterAll(() => database.close())

  it('between two statements of a transaction fails the transaction, not the process', async () => {
    const { db } = database
    const fell: unknown[] = []
    const note = (error: unknown) => void fell.push(error)
    process.once('uncaughtException', note)
    const work = db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
      const pid = rows[0]?.pid ?? 0
      await sql`select pg_terminate_backend(${pid}::int)`.execute(db)
      await vi.waitFor(async () => {
        const left = await sql`select 1 from pg_stat_activity where pid = ${pid}`.execute(db)
        expect(left.rows).toEqual([])
      })
      await sql`select 1`.execute(trx)
    })
    await expect(work).rejects.toThrow()
    process.off('uncaughtException', note)
    expect(fell).toEqual([])
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db)
    expect(rows).toEqual([{ one: 1 }])
  })

  it('is told from one that is taken: whoever waits too long for one learns that the database is away', async () => {
    const small = await openDatabase({
      databaseUrl: database.url,
      dataDir: 'memory',
      poolSize: 1,
      patienceMs: 50,
    })
    await small.db.transaction().execute(async () => {
      await expect(sql`select 1`.execute(small.db)).rejects.toMatchObject({ code: '08001' })
    })
    await sql`select 1`.execute(small.db)
    await small.close()
  })
})

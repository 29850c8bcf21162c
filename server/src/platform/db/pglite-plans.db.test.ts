import { PGlite } from '@electric-sql/pglite'
import { Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestDatabase } from '../../testing/database.ts'
import { FairPGliteDialect } from './fair-pglite.ts'
import { type Database, PREPARED } from './index.ts'

/** The embedded engine answers a marked statement as it answers any other, only sooner. */
describe.runIf(inject('store') === 'pglite')('plans of the embedded engine', () => {
  let database: Database
  beforeAll(async () => {
    database = await openTestDatabase()
    await sql`create table thing (id int primary key, at timestamptz, data bytea, n bigint, tags text[])`.execute(
      database.db,
    )
  })
  afterAll(() => database.close())

  const AT = new Date('2026-11-23T10:00:00.123Z')
  const put = (id: number, mark = PREPARED) =>
    sql`${mark} insert into thing (id, at, data, n, tags)
      values (${id}, ${AT}, ${new Uint8Array([1, 0, 255])}, ${7_000_000_000}, ${['a', 'b,c']}::text[])`.execute(
      database.db,
    )
  const kept = async () =>
    (
      await sql<{ name: string; plans: number }>`
        select name, generic_plans::int as plans from pg_prepared_statements where statement like ${`%into thing%`}`.execute(
        database.db,
      )
    ).rows

  it('are made once, and change no value and no count', async () => {
    const outcomes: unknown[] = []
    for (let id = 1; id <= 10; id++) outcomes.push((await put(id)).numAffectedRows)
    expect((await put(11, sql``)).numAffectedRows).toBe(1n)
    expect(outcomes).toEqual(Array(10).fill(1n))
    expect(await kept()).toEqual([{ name: expect.any(String), plans: 5 }])
    const all = (mark: typeof PREPARED, id: number | null) =>
      sql`${mark} select *, ${id}::int as given from thing where ${id}::int is null or id = ${id} order by id`.execute(
        database.db,
      )
    for (const id of [1, 11, null, 99]) {
      const [marked, plain] = [await all(PREPARED, id), await all(sql``, id)]
      expect(marked).toEqual(plain)
    }
    expect((await all(PREPARED, 3)).rows).toEqual([
      { id: 3, at: AT, data: new Uint8Array([1, 0, 255]), n: 7_000_000_000, tags: ['a', 'b,c'], given: 3 },
    ])
  })

  it('leave an error as it is: with its code, and with an end of the transaction that it happened in', async () => {
    await expect(put(1)).rejects.toMatchObject({ code: '23505' })
    const work = database.db.transaction().execute(async (trx) => {
      await sql`${PREPARED} insert into thing (id) values (${500})`.execute(trx)
      await sql`${PREPARED} insert into thing (id) values (${500})`.execute(trx).catch(() => {})
      await sql`${PREPARED} insert into thing (id) values (${501})`.execute(trx)
    })
    await expect(work).rejects.toMatchObject({ code: '25P02' })
    await expect(sql`${PREPARED} select nonsense`.execute(database.db)).rejects.toMatchObject({
      code: '42703',
    })
    expect((await put(502)).numAffectedRows).toBe(1n)
    const { rows } = await sql`${PREPARED} select id from thing where id >= ${500} and id < ${502}`.execute(
      database.db,
    )
    expect(rows).toEqual([])
  })

  it('run nothing in the middle of somebody else’s transaction', async () => {
    let other: Promise<unknown> = Promise.resolve()
    await database.pglite
      ?.transaction(async (tx) => {
        await tx.query('insert into thing (id) values (600)')
        other = put(601)
        // Ours would have had every chance to slip in.
        for (let n = 0; n < 5; n++) await tx.query('select 1')
        await tx.rollback()
      })
      .catch(() => {})
    await other
    const { rows } = await sql`select id from thing where id >= 600`.execute(database.db)
    expect(rows).toEqual([{ id: 601 }])
  })

  it('are made anew after a while: the engine has nobody who would say that a table has grown', async () => {
    let now = 0
    const pglite = await PGlite.create()
    const db = new Kysely<unknown>({ dialect: new FairPGliteDialect(pglite, () => now) })
    await sql`create table big (id int primary key)`.execute(db)
    await sql`insert into big values (1)`.execute(db)
    await sql`analyze big`.execute(db)
    const look = () => sql`${PREPARED} select id from big where id = ${1}`.execute(db)
    const plan = async () => {
      const { rows } = await sql<{ name: string }>`
        select name from pg_prepared_statements where statement like '%from big%'`.execute(db)
      const explained = await pglite.query<Record<string, string>>(`explain execute "${rows[0]?.name}"(1)`)
      return JSON.stringify(explained.rows)
    }
    for (let n = 0; n < 8; n++) await look()
    expect(await plan()).toContain('Seq Scan')
    await sql`insert into big select generate_series(2, 50000)`.execute(db)
    await look()
    expect(await plan()).toContain('Seq Scan')
    now += 10_000
    await look()
    expect(await plan()).toContain('Index')
    await db.destroy()
  })
})

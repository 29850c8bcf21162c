import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { migrate, openDatabase } from '../platform/db/index.ts'
import { type Context, createContext, NO_BUSINESS, newId, withTransaction } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { onCluster, openTestDatabase } from '../testing/database.ts'
import { optIn, wireChats } from '../testing/opt-in.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'

const role = sql<string>`(select left(pg_get_userbyid(relowner), 54) || '_business' from pg_class where oid = 'business'::regclass)`

const APPEND_ONLY = ['ledger_anchor', 'ledger_checkpoint', 'ledger_entry', 'ledger_redaction']

describe('the tables of several businesses', () => {
  let runtime: TestRuntime
  let one: TestBusiness
  let two: TestBusiness
  let tables: string[]
  beforeAll(async () => {
    runtime = await createTestRuntime()
    wireChats(runtime)
    one = await createTestBusiness(runtime)
    two = await createTestBusiness(runtime)
    await optIn(one, { phone: '+4915112345678', name: 'Mia', text: 'Ja bitte' })
    await optIn(two, { phone: '+4915187654321', name: 'Ben', text: 'Ja gern' })
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'business_id'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and not a.attisdropped order by 1`.execute(runtime.db)
    tables = rows.map(({ name }) => name)
  })
  afterAll(() => runtime.close())

  /** What this role and setting would see; on PostgreSQL every context is so already, the embedded database has to be asked to. */
  const as = <T>(businessId: string | null, work: (tx: Pick<Context, 'db'>) => Promise<T>): Promise<T> =>
    runtime.db.transaction().execute(async (trx) => {
      await sql`select set_config('role', ${role}, true), set_config('jawort.business_id', ${businessId ?? ''}, true)`.execute(
        trx,
      )
      return work({ db: trx })
    })
  const countIn = async (ctx: Pick<Context, 'db'>, table: string, condition = sql`true`) =>
    (
      await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)} where ${condition}`.execute(
        ctx.db,
      )
    ).rows[0]?.n ?? -1

  it.skipIf(onCluster)(
    'C-49: each table with business_id has the policy, and nobody gets around it by a partition',
    async () => {
      // With a select of its own: the setting is then read once per statement, and not again for each row.
      expect(tables.length).toBeGreaterThan(40)
      const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_class c where c.relname = any(${tables}::text[]) and c.relnamespace = 'public'::regnamespace
        and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_business'
          and p.polcmd = '*' and pg_get_expr(p.polqual, p.polrelid) ilike '%business_id = ( select%jawort.business_id%'))`.execute(
        runtime.db,
      )
      expect(rows).toEqual([])
      const open = await sql<{ name: string }>`
      select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and (c.relispartition or c.relname = any(${['account_session', 'account_credential', 'account_verification', 'vault_key']}::text[]))
        and has_any_column_privilege(${role}, c.oid, 'select, insert, update')`.execute(runtime.db)
      expect(open.rows).toEqual([])
    },
  )

  it.skipIf(onCluster)('C-49: a table that comes later gets the policy by itself', async () => {
    await sql`create table parcel (business_id uuid not null, parcel_id uuid not null, primary key (business_id, parcel_id))`.execute(
      runtime.db,
    )
    await sql`insert into parcel values (${one.businessId}, ${newId()}), (${two.businessId}, ${newId()})`.execute(
      runtime.db,
    )
    await sql`select separate_businesses()`.execute(runtime.db)
    expect(await as(one.businessId, (tx) => countIn(tx, 'parcel'))).toBe(1)
    await sql`drop table parcel`.execute(runtime.db)
  })

  it.skipIf(onCluster)(
    'C-49: statements that name no business show the rows of one, and none when it is not said which',
    async () => {
      const full: string[] = []
      for (const table of tables) {
        const all = await countIn(runtime, table)
        const own = await countIn(runtime, table, sql`business_id = ${one.businessId}`)
        expect([table, await as(one.businessId, (tx) => countIn(tx, table))]).toEqual([table, own])
        expect([table, await as(null, (tx) => countIn(tx, table))]).toEqual([table, 0])
        if (own > 0 && all > own) full.push(table)
      }
      // What was asked is not empty tables.
      expect(full.length).toBeGreaterThan(12)
    },
  )

  it.skipIf(onCluster)('C-49: foreign rows are neither changed nor deleted nor made', async () => {
    for (const table of tables) {
      const condition = sql`business_id = ${two.businessId}`
      const before = await countIn(runtime, table, condition)
      const update = sql`update ${sql.table(table)} set business_id = business_id where ${condition}`
      const remove = sql`delete from ${sql.table(table)} where ${condition}`
      for (const statement of [update, remove]) {
        const trying = as(one.businessId, (tx) => statement.execute(tx.db))
        // What is append-only may not be changed by anybody, so there is no right to try.
        if (APPEND_ONLY.includes(table)) await expect(trying).rejects.toThrow('permission denied')
        else expect([table, Number((await trying).numAffectedRows)]).toEqual([table, 0])
      }
      expect([table, await countIn(runtime, table, condition)]).toEqual([table, before])
    }
    const insert = (tx: Pick<Context, 'db'>) =>
      tx.db
        .insertInto('country_block')
        .values({ business_id: two.businessId, waba_id: '1', country: 'DE', since: new Date() })
        .execute()
    await expect(as(one.businessId, insert)).rejects.toThrow('row-level security')
    await expect(as(null, insert)).rejects.toThrow('row-level security')
    const move = (tx: Pick<Context, 'db'>) =>
      sql`update topic set business_id = ${two.businessId} where business_id = ${one.businessId}`.execute(
        tx.db,
      )
    await expect(as(one.businessId, move)).rejects.toThrow(/row-level security|foreign key/)
  })

  it('C-49: partitions, sign-ins and keys of the installation are closed to the work of a business', async () => {
    for (const table of ['message_default', 'account_session', 'account_credential', 'vault_key'])
      await expect(
        as(one.businessId, (tx) => countIn(tx, table)),
        table,
      ).rejects.toThrow('permission denied')
  })

  describe.runIf(inject('store') === 'postgres')('on PostgreSQL', () => {
    it.skipIf(onCluster)(
      'C-49: every context of a business is bound to it, in and out of transactions, whoever used the connection before',
      async () => {
        const people = (ctx: Context) => countIn(ctx, 'contact')
        for (let round = 0; round < 3; round++) {
          const counts = await Promise.all([
            ...Array.from({ length: 6 }, () => people(one.ctx)),
            ...Array.from({ length: 6 }, () => withTransaction(two.ctx, people)),
            ...Array.from({ length: 6 }, () => countIn(runtime, 'contact')),
          ])
          expect(counts).toEqual([...Array(12).fill(1), ...Array(6).fill(2)])
        }
        const nobody = createContext(runtime, NO_BUSINESS, { kind: 'person', contactId: null })
        expect(await people(nobody)).toBe(0)
        expect(await people(createContext(runtime, '', { kind: 'person', contactId: null }))).toBe(0)
      },
    )

    it.skipIf(onCluster)(
      'C-49: a statement that fails leaves the connection with whom it belongs to',
      async () => {
        for (let round = 0; round < 8; round++) {
          await expect(withTransaction(one.ctx, (tx) => sql`select 1 / 0`.execute(tx.db))).rejects.toThrow()
          await expect(withTransaction(two.ctx, (tx) => sql`select 1 / 0`.execute(tx.db))).rejects.toThrow()
          expect(await countIn(one.ctx, 'contact')).toBe(1)
          expect(await countIn(runtime, 'contact')).toBe(2)
        }
      },
    )

    it('C-49: a login that may not make the role goes on with keys alone, until somebody makes it', async () => {
      const database = await openTestDatabase()
      const login = `small_${newId().slice(-12)}`
      await sql`create role ${sql.id(login)} login password 'small'`.execute(database.db)
      await sql`grant ${sql.id(login)} to current_user`.execute(database.db)
      const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.db)
      await sql`create database ${sql.id(`${rows[0]?.name}_s`)} owner ${sql.id(login)}`.execute(database.db)
      const url = new URL(database.url ?? '')
      url.pathname += '_s'
      url.username = login
      url.password = 'small'
      const small = await openDatabase({ databaseUrl: url.href, dataDir: 'memory', poolSize: 2 })
      try {
        await migrate(small)
        expect(await small.separate()).toBe('no_role')
        await sql`create role ${sql.id(`${login}_business`)} nologin noinherit`.execute(database.db)
        expect(await small.separate()).toBe('no_role')
        await sql`grant ${sql.id(`${login}_business`)} to ${sql.id(login)}`.execute(database.db)
        expect(await small.separate()).toBe('on')
      } finally {
        await small.close()
        await database.close()
      }
    })
  })
})

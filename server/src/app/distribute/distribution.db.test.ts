import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { onCluster } from '../../testing/database.ts'
import { createTestRuntime, type TestRuntime } from '../../testing/runtime.ts'
import { readCatalog, type Table } from './catalog.ts'
import { distribute } from './command.ts'
import { complaints, placeOfTable, planSteps } from './plan.ts'

describe('the schema on a cluster', () => {
  let runtime: TestRuntime
  let tables: Table[]
  beforeAll(async () => {
    runtime = await createTestRuntime()
    tables = await readCatalog(runtime.db)
  })
  afterAll(() => runtime.close())

  it('could be spread by business: every key has business_id, or its table says why not', () => {
    expect(complaints(tables)).toEqual([])
    const message = tables.find(({ name }) => name === 'message')
    expect(message?.uniques.map(({ columns }) => columns)).toContainEqual([
      'business_id',
      'month',
      'message_id',
    ])
    expect(message?.foreignKeys.map(({ to }) => to)).toContain('consent')
    expect(tables.some(({ name }) => name.startsWith('message_20'))).toBe(false)
  })

  // Citus gives keys to a reference table names of its own.
  it.skipIf(onCluster)('is refused with table, key and cure when a key lacks the business', async () => {
    await sql`create table loose (id uuid primary key)`.execute(runtime.db)
    await sql`create table parcel (business_id uuid not null, parcel_id uuid unique, contact_id uuid, sign_in_id text references
      account_verification (id), primary key (business_id, parcel_id))`.execute(runtime.db)
    await sql`create unique index parcel_contact on parcel (contact_id) where contact_id is not null`.execute(
      runtime.db,
    )
    await sql`create table parcel_stamp (business_id uuid not null, stamp_id uuid not null, parcel_id uuid references parcel (parcel_id),
      primary key (business_id, stamp_id))`.execute(runtime.db)
    await sql`alter table account add column parcel_id uuid references parcel (parcel_id)`.execute(runtime.db)
    await sql`alter table account_verification add column account_id text references account (id)`.execute(
      runtime.db,
    )
    await sql`create function nothing() returns trigger language plpgsql as 'begin return null; end'`.execute(
      runtime.db,
    )
    await sql`create trigger parcel_counted after insert on parcel for each statement execute function nothing()`.execute(
      runtime.db,
    )
    const found = complaints(await readCatalog(runtime.db)).sort()
    await sql`alter table account drop column parcel_id`.execute(runtime.db)
    await sql`alter table account_verification drop column account_id`.execute(runtime.db)
    await sql`drop table parcel_stamp, parcel, loose`.execute(runtime.db)
    expect(found).toEqual([
      'account.account_parcel_id_fkey: a reference table cannot refer to parcel, which is distributed: drop the key.',
      'account_verification.account_verification_account_id_fkey: a table on the coordinator is not told when a row of account goes: name it among REFERENCE_TABLES as well.',
      'loose has no business_id: add it, or name the table with a reason in app/distribute/shared.ts.',
      'parcel.parcel_contact is unique without business_id: put it first in the key.',
      'parcel.parcel_counted runs per statement: make it per row, or name it in app/distribute/shared.ts.',
      'parcel.parcel_parcel_id_key is unique without business_id: put it first in the key.',
      'parcel.parcel_sign_in_id_fkey: a distributed table cannot refer to account_verification, which is local: drop the key.',
      'parcel_stamp.parcel_stamp_parcel_id_fkey: a foreign key between distributed tables needs business_id on both sides.',
    ])
  })

  it('is spread in an order in which every table comes after those it refers to', () => {
    const steps = planSteps(tables, new Set())
    const created = steps.filter(({ sql: text }) => /create_(distributed|reference)_table/.test(text))
    const at = new Map(created.map(({ table }, index) => [table, index]))
    expect([...at.keys()].sort()).toEqual(
      tables.filter(({ name }) => placeOfTable(name) !== 'local').map(({ name }) => name),
    )
    expect(at.size).toBe(created.length)
    for (const { name, foreignKeys } of tables) {
      for (const { to } of foreignKeys) {
        if (to !== name && placeOfTable(name) !== 'local')
          expect([name, to, (at.get(to) ?? 0) < (at.get(name) ?? 0)]).toEqual([name, to, true])
      }
    }
    const beside = created.flatMap(({ sql: text }) => /colocate_with => '(\w+)'/.exec(text)?.[1] ?? [])
    expect(beside[0]).toBe('none')
    expect(new Set(beside.slice(1))).toEqual(new Set(['business_key']))
  })

  it.skipIf(onCluster)('takes off what a cluster refuses before it spreads a table', () => {
    const texts = planSteps(tables, new Set()).map((step) => step.sql)
    const drop = texts.indexOf('drop trigger ledger_entry_never_emptied on ledger_entry')
    const spread = texts.findIndex((text) => text.includes("create_distributed_table('ledger_entry'"))
    expect(drop).toBeGreaterThanOrEqual(0)
    expect(drop).toBeLessThan(spread)
  })

  it('leaves no second copy behind', () => {
    const texts = planSteps(tables, new Set()).map((step) => step.sql)
    const emptied = texts.filter((text) => text.includes('truncate_local_data'))
    expect(emptied).toHaveLength(tables.filter(({ name }) => placeOfTable(name) !== 'local').length)
    expect(texts.slice(-emptied.length)).toEqual(emptied)
  })

  it('goes on where it was broken off', () => {
    const all = new Set(tables.filter(({ name }) => placeOfTable(name) !== 'local').map(({ name }) => name))
    expect(planSteps(tables, all).every((step) => step.sql.includes('truncate_local_data'))).toBe(true)
    all.delete('message')
    expect(planSteps(tables, all)[0]).toEqual({
      table: 'message',
      sql: "select create_distributed_table('message', 'business_id', colocate_with => 'business_key')",
    })
  })

  it.skipIf(onCluster)('is refused without Citus, with what to do', async () => {
    const said: string[] = []
    expect(await distribute(runtime.db, false, (line) => said.push(line))).toBe(1)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('shared_preload_libraries')
  })

  it('is printed by the dry run, whether there is a cluster or not yet', async () => {
    const said: string[] = []
    expect(await distribute(runtime.db, true, (line) => said.push(line))).toBe(onCluster ? 0 : 1)
    // A cluster does not carry to its nodes which business a statement is for: there the keys alone keep businesses apart.
    expect(said).toContain('select join_businesses();')
    expect(said.includes("select create_reference_table('business');")).toBe(!onCluster)
    expect(said.some((line) => /by business, 6 on every node, 7 here/.test(line))).toBe(true)
  })

  it.runIf(onCluster)(
    'can be spread again: nothing is left to do but to look for second copies',
    async () => {
      const said: string[] = []
      expect(await distribute(runtime.db, false, (line) => said.push(line))).toBe(0)
      expect(said[0]).toBe('select join_businesses()')
      expect(said.at(-1)).toBe('Every table is where it belongs.')
      expect(said.slice(1, -1).every((line) => line.includes('truncate_local_data'))).toBe(true)
    },
  )
})

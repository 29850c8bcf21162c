import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Context } from '../platform/index.ts'
import { createTestBusiness } from '../testing/business.ts'
import { allowTriggers } from '../testing/database.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { createField } from './fields.ts'
import { importContacts } from './import.ts'
import { listContacts } from './list.ts'

let runtime: TestRuntime
let ctx: Context
beforeAll(async () => {
  runtime = await createTestRuntime()
  ctx = (await createTestBusiness(runtime)).ctx
  await createField(ctx, { key: 'stadt', label: 'Stadt', type: 'text', purpose: 'Einladungen in der Nähe' })
})
afterAll(() => runtime.close())

/** Arrives in pieces that end anywhere, as uploads do. */
async function* inPieces(text: string) {
  for (let at = 0; at < text.length; at += 10_007) yield Buffer.from(text.slice(at, at + 10_007))
}
const load = (lines: string[]) =>
  importContacts(ctx, {
    fileName: 'kunden.csv',
    mapping: { phoneColumn: 'Telefon', nameColumn: 'Name', attributes: { Stadt: 'stadt' } },
    bytes: inPieces(`Name;Telefon;Stadt\n${lines.join('\n')}\n`),
  })
const phone = (start: number, n: number) => `0151${String(start + n).padStart(8, '0')}`
const people = (start: number, count: number, city = 'Ulm') =>
  Array.from({ length: count }, (_, n) => `Name${n};${phone(start, n)};${city}`)
const count = async () => {
  const { rows } = await sql<{ contacts: number; keys: number; identities: number }>`
    select (select count(*) from contact)::int as contacts, (select count(*) from contact_key)::int as keys,
      (select count(*) from contact_identity)::int as identities`.execute(runtime.db)
  return rows[0]
}

it('of more people than one transaction takes is complete, whoever comes twice comes once, the later line wins', async () => {
  const lines = people(11_000_000, 5_000)
  const again = [`Anders;${phone(11_000_000, 7)};Köln`, `;${phone(11_000_000, 4_999)};Bonn`]
  const done = await load([...lines, 'Ohne;;', ...again])
  expect(done).toMatchObject({ state: 'finished', rowsTotal: 5_003, rowsGood: 5_002, rowsBad: 1 })
  expect(done.problems).toEqual([{ line: 5_002, reason: 'phone_missing' }])
  expect(await count()).toEqual({ contacts: 5_000, keys: 5_000, identities: 5_000 })
  const { rows } = await sql<{ city: string; people: number }>`
    select attributes->>'stadt' as city, count(*)::int as people from contact group by 1 order by 1`.execute(
    runtime.db,
  )
  expect(rows).toEqual([
    { city: 'Bonn', people: 1 },
    { city: 'Köln', people: 1 },
    { city: 'Ulm', people: 4_998 },
  ])
  expect((await listContacts(ctx, { search: 'name4999' })).items).toMatchObject([
    { name: 'Name4999', phone: '+4915111004999' },
  ])
})

it('can meet another import of the same people in another order', async () => {
  const before = await count()
  const lines = people(12_000_000, 3_000)
  const both = await Promise.all([load(lines), load(lines.toReversed())])
  expect(both.map(({ state, rowsGood }) => ({ state, rowsGood }))).toEqual([
    { state: 'finished', rowsGood: 3_000 },
    { state: 'finished', rowsGood: 3_000 },
  ])
  expect((await count())?.contacts).toBe((before?.contacts ?? 0) + 3_000)
  expect((await count())?.keys).toBe((before?.keys ?? 0) + 3_000)
})

it('closes in on the rows that the database refuses', async () => {
  const lines = people(13_000_000, 2_500)
  lines[3] = 'Cy;+35799123456;Ulm'
  lines[2_100] = 'Cy;+35799123457;Ulm'
  await sql`alter table contact add constraint test_no_cyprus check (country <> 'CY')`.execute(runtime.db)
  const done = await load(lines)
  await sql`alter table contact drop constraint test_no_cyprus`.execute(runtime.db)
  expect(done).toMatchObject({ state: 'finished', rowsGood: 2_498, rowsBad: 2 })
  expect(done.problems).toEqual([
    { line: 5, reason: 'not_saved' },
    { line: 2_102, reason: 'not_saved' },
  ])
})

it('ends where the database breaks: nothing is written after the gap, and the same file closes it', async () => {
  const before = (await count())?.contacts ?? 0
  const lines = people(14_000_000, 7_000)
  const digest = runtime.vault.digest(ctx.businessId, 'phone', '+4915114004500')
  await sql`create function test_full() returns trigger language plpgsql as
    $$ begin raise exception 'no space left' using errcode = '53100'; end $$`.execute(runtime.db)
  await runtime.db.transaction().execute(async (trx) => {
    await allowTriggers(trx)
    await sql`create trigger test_full before insert on contact_identity for each row
      when (new.digest = ${sql.lit(digest)}) execute function test_full()`.execute(trx)
  })
  const broken = await load(lines)
  await sql`drop function test_full cascade`.execute(runtime.db)
  const kept = broken.rowsGood
  expect(kept).toBeGreaterThan(0)
  expect(kept).toBeLessThanOrEqual(4_500)
  expect(broken).toMatchObject({ state: 'failed', rowsTotal: kept + 1, rowsBad: 1 })
  expect(broken.problems).toEqual([{ line: kept + 2, reason: 'stopped' }])
  expect((await count())?.contacts).toBe(before + kept)
  expect(await load(lines)).toMatchObject({ state: 'finished', rowsGood: 7_000 })
  expect((await count())?.contacts).toBe(before + 7_000)
})

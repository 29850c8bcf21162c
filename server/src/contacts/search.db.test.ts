import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Context, withTransaction } from '../platform/index.ts'
import { createTestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { eraseContact } from './erase.ts'
import { listContacts } from './list.ts'
import { rebuildSearch } from './rebuild-search.ts'
import { resolveContact } from './resolve.ts'

let runtime: TestRuntime
let ctx: Context
const find = async (search: string) =>
  (await listContacts(ctx, { search })).items.map((row) => row.name).sort()
const meet = (phone: string, name: string) =>
  withTransaction(ctx, (tx) => resolveContact(tx, { phone, name }))

beforeAll(async () => {
  runtime = await createTestRuntime()
  ctx = (await createTestBusiness(runtime)).ctx
})
afterAll(() => runtime.close())

it('numbers that share their last four digits are told apart by any digit more', async () => {
  await meet('+4915122340001', 'Uwe')
  await meet('+4915132340001', 'Vera')
  await meet('+4915142350001', 'Willi')
  expect(await find('0001')).toEqual(['Uwe', 'Vera', 'Willi'])
  expect(await find('40001')).toEqual(['Uwe', 'Vera'])
  expect(await find('22340001')).toEqual(['Uwe'])
  expect(await find('0151 3234 0001')).toEqual(['Vera'])
  expect(await find('99990001')).toEqual([])
})

it('names in letters of several bytes are found by what fits', async () => {
  await meet('+4915122340002', 'Александра Смирнова')
  await meet('+4915122340003', '王小明')
  for (const search of ['ал', 'алекс', 'александра', 'смирнова'])
    expect(await find(search), search).toHaveLength(1)
  expect(await find('王小')).toEqual(['王小明'])
  expect(await find('алена')).toEqual([])
})

it('contacts from before have no digests until the job gave them some; erased ones stay without', async () => {
  const { contactId } = await meet('+4915122340004', 'Zora')
  await withTransaction(ctx, (tx) => eraseContact(tx, contactId))
  await sql`update contact set search_digests = null`.execute(runtime.db)
  expect(await find('Uwe')).toEqual([])
  await rebuildSearch(runtime)
  expect(await find('Uwe')).toEqual(['Uwe'])
  expect(await find('32340001')).toEqual(['Vera'])
  expect(await find('Zora')).toEqual([])
})

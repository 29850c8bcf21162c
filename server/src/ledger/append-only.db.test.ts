import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createConsentBusiness } from '../testing/consent-business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { sealPending } from './index.ts'

/** In plain SQL, as somebody in psql would try it: no code of ours stands between. */
describe('the append-only tables', () => {
  let runtime: TestRuntime
  beforeAll(async () => {
    runtime = await createTestRuntime()
    const { record, contactIds } = await createConsentBusiness(runtime, 'blatt', 1)
    for (let i = 0; i < 3; i++) await record(contactIds[0] ?? '', 'withdrawn')
    await sealPending(runtime)
    await record(contactIds[0] ?? '', 'confirmed')
  })
  afterAll(() => runtime.close())

  it.each([
    ['a change of a sealed leaf', "update ledger_entry set state = 'confirmed' where seq = 1"],
    ['a new number for a sealed leaf', 'update ledger_entry set seq = 99 where seq = 1'],
    ['taking a number away', 'update ledger_entry set seq = null, leaf = null, hashes = null where seq = 1'],
    [
      'a change while sealing',
      "update ledger_entry set state = 'x', seq = 9, leaf = '', hashes = '{}' where seq is null",
    ],
    ['deleting a leaf', 'delete from ledger_entry where seq = 1'],
    ['deleting what is not sealed yet', 'delete from ledger_entry where seq is null'],
    ['emptying the ledger', 'truncate ledger_entry'],
    ['a change of a checkpoint', "update ledger_checkpoint set note = '' where size = 3"],
    ['deleting a checkpoint', 'delete from ledger_checkpoint where size = 3'],
    ['emptying the checkpoints', 'truncate ledger_checkpoint'],
  ])('refuse %s', async (_what, statement) => {
    await expect(sql.raw(statement).execute(runtime.db)).rejects.toThrow('The ledger is append-only')
  })

  it.each([
    ['half of a seal', 'seq', '7', 'ledger_entry_sealed_whole'],
    ['a name', 'purpose', "'Anna Schmidt'", 'ledger_entry_tokens'],
    ['a commitment that is no digest', 'commitment', "'x'", 'ledger_entry_digests'],
    ['a time that never comes', 'at', "'infinity'", 'ledger_entry_place'],
  ])('refuse an entry with %s', async (_what, column, value, constraint) => {
    const columns = [
      'business_id',
      'type',
      'state',
      'purpose',
      'wording_hash',
      'rule_pack',
      'at',
      'commitment',
    ]
    const values = columns.map((each) => (each === column ? value : each))
    const more = columns.includes(column) ? ['', ''] : [`, ${column}`, `, ${value}`]
    const statement = `insert into ledger_entry (entry_id, ${columns}${more[0]})
      select gen_random_uuid(), ${values}${more[1]} from ledger_entry where seq = 1`
    await expect(sql.raw(statement).execute(runtime.db)).rejects.toThrow(constraint)
  })
})

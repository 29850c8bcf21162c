import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Context, createContext, withTransaction } from '../platform/index.ts'
import { createConsentBusiness } from '../testing/consent-business.ts'
import { onCluster } from '../testing/database.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { storeAnchor } from './anchor/store.ts'
import { sealPending } from './index.ts'
import { appendRedaction } from './redact.ts'

/** In plain SQL, as somebody in psql would try it: no code of ours stands between. */
describe('the append-only tables', () => {
  let runtime: TestRuntime
  let ctx: Context
  beforeAll(async () => {
    runtime = await createTestRuntime()
    const business = await createConsentBusiness(runtime, 'blatt', 1)
    const { record, contactIds } = business
    ctx = createContext(runtime, business.ctx.businessId, { kind: 'system', job: 'test' })
    const entryIds: string[] = []
    for (let i = 0; i < 2; i++) entryIds.push(await record(contactIds[0] ?? '', 'withdrawn'))
    await withTransaction(ctx, (tx) => appendRedaction(tx, entryIds, 'retention'))
    await sealPending(runtime)
    const seen = { by: 'Test', proof: new Uint8Array(1), at: runtime.clock.now() }
    await withTransaction(ctx, (tx) => storeAnchor(tx, { ...seen, kind: 'timestamp', size: 3 }))
    await record(contactIds[0] ?? '', 'confirmed')
  })
  afterAll(() => runtime.close())

  const ATTEMPTS = [
    ['a change of a sealed leaf', "update ledger_entry set state = 'confirmed' where seq = 1"],
    ['a new number for a sealed leaf', 'update ledger_entry set seq = 99 where seq = 1'],
    ['taking a number away', 'update ledger_entry set seq = null, leaf = null, hashes = null where seq = 1'],
    [
      'a change while sealing',
      "update ledger_entry set state = 'x', seq = 9, leaf = '', hashes = '{}' where seq is null",
    ],
    ['deleting a leaf', 'delete from ledger_entry where seq = 1'],
    ['deleting what is not sealed yet', 'delete from ledger_entry where seq is null'],
    ['emptying the ledger', 'truncate ledger_entry cascade'],
    ['a change of a checkpoint', "update ledger_checkpoint set note = '' where size = 3"],
    ['deleting a checkpoint', 'delete from ledger_checkpoint where size = 3'],
    ['emptying the checkpoints', 'truncate ledger_checkpoint cascade'],
    ['a change of an anchor', 'update ledger_anchor set at = now() where size = 3'],
    ['deleting an anchor', 'delete from ledger_anchor where size = 3'],
    ['emptying the anchors', 'truncate ledger_anchor'],
    ['a change of a redaction', "update ledger_redaction set payload = '{}'"],
    ['deleting a redaction', 'delete from ledger_redaction'],
    ['emptying the redactions', 'truncate ledger_redaction'],
  ] as const

  // A cluster has no triggers that run per statement.
  const attempts = ATTEMPTS.filter(([_what, statement]) => !(onCluster && statement.startsWith('truncate')))

  it.each(attempts)('C-16: refuse whoever owns them %s', async (_what, statement) => {
    await expect(sql.raw(statement).execute(runtime.db)).rejects.toThrow('The ledger is append-only')
  })

  /** As the application does the work of a business; the embedded database has to be asked to. */
  const asApplication = <T>(work: (tx: Pick<Context, 'db'>) => Promise<T>): Promise<T> =>
    runtime.db.transaction().execute(async (trx) => {
      const role = sql`(select left(pg_get_userbyid(relowner), 54) || '_business' from pg_class where oid = 'business'::regclass)`
      await sql`select set_config('role', ${role}, true), set_config('jawort.business_id', ${ctx.businessId}, true)`.execute(
        trx,
      )
      return work({ db: trx })
    })

  it.each(ATTEMPTS)('C-16: refuse the application’s work for a business %s', async (_what, statement) => {
    const trying = asApplication(({ db }) => sql.raw(statement).execute(db))
    await expect(trying).rejects.toThrow(/^(The ledger is append-only|permission denied for table ledger_)/)
  })

  // A cluster has no role for the work of one business.
  it.skipIf(onCluster)('C-16: give the application’s work for a business no right to try', async () => {
    const { rows } = await asApplication(({ db }) =>
      sql<{ name: string; may: string }>`
        select c.relname as name, concat_ws(' ', variadic array(select p
          from unnest(array['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) p where has_table_privilege(c.oid, p))) as may
        from pg_class c join pg_trigger t on t.tgrelid = c.oid join pg_proc f on f.oid = t.tgfoid
        where f.proname = 'ledger_is_append_only' and t.tgname = c.relname || '_append_only' order by 1`.execute(
        db,
      ),
    )
    expect(rows).toEqual(
      ['ledger_anchor', 'ledger_checkpoint', 'ledger_entry', 'ledger_redaction'].map((name) => ({
        name,
        may: 'INSERT',
      })),
    )
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

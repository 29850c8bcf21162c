import { leafHash, toHex } from '@jawort/ledger'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ConsentBusiness, createConsentBusiness } from '../testing/consent-business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { inclusionProofFor, ledgerHead, sealPending, verifyBusinessLedger } from './index.ts'

const LEAVES = 12

describe('the check of a whole ledger', () => {
  let runtime: TestRuntime
  let made = 0
  beforeAll(async () => {
    runtime = await createTestRuntime()
  })
  afterAll(() => runtime.close())

  /** Twelve leaves of three people (who take turns), with checkpoints at 5, 10 and 12. */
  async function makeLog(): Promise<ConsentBusiness & { entryIds: string[] }> {
    const business = await createConsentBusiness(runtime, `shop-${++made}`, 3)
    const entryIds: string[] = []
    for (let i = 0; i < LEAVES; i++) {
      const state = i % 4 === 3 ? 'withdrawn' : 'confirmed'
      entryIds.push(await business.record(business.contactIds[i % 3] ?? '', state))
      if (i === 4 || i === 9) await sealPending(runtime, business.ctx.businessId)
    }
    await sealPending(runtime, business.ctx.businessId)
    return { ...business, entryIds }
  }

  /** As somebody with full rights in the database would do it: append-only triggers off, change, triggers on. */
  function tamper(...statements: RawBuilder<unknown>[]): Promise<void> {
    return runtime.db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx)
      for (const statement of statements) {
        const { numAffectedRows } = await statement.execute(trx)
        expect(Number(numAffectedRows), 'the statement changed something').toBeGreaterThan(0)
      }
    })
  }

  type Log = Awaited<ReturnType<typeof makeLog>>
  const entry = (log: Log, seq: number) => sql`business_id = ${log.ctx.businessId} and seq = ${seq}`
  const event = (log: Log, seq: number) =>
    sql`business_id = ${log.ctx.businessId} and event_id = ${log.entryIds[seq]}`
  const checkpoint = (log: Log, size: number) => sql`business_id = ${log.ctx.businessId} and size = ${size}`
  const flip = (column: string, at: number) =>
    sql`set_byte(${sql.ref(column)}, ${at}, get_byte(${sql.ref(column)}, ${at}) # 1)`
  const OTHER_HASH = '00'.repeat(32)

  it('says what is in order', async () => {
    const { ctx } = await makeLog()
    const head = await ledgerHead(ctx)
    expect(await verifyBusinessLedger(ctx)).toEqual({
      ok: true,
      size: LEAVES,
      checked: LEAVES,
      unsealed: 0,
      at: runtime.clock.now(),
      root: head.root,
      vouched: LEAVES,
      shredded: 0,
      unexplained: 0,
    })
  })

  it('says so of an empty ledger too', async () => {
    const { ctx } = await createConsentBusiness(runtime, 'empty', 0)
    expect(await verifyBusinessLedger(ctx)).toMatchObject({ ok: true, size: 0, vouched: 0 })
  })

  interface Case {
    what: string
    change: (log: Log) => RawBuilder<unknown>[]
    reason: string
    seq: number | null
    until?: number
    /** Which entry is named; by default the one that was logged at `seq`. */
    names?: number
  }
  const cases: Case[] = [
    {
      what: 'a byte of the sealed evidence',
      change: (log) => [
        sql`update consent_event set evidence_sealed = ${flip('evidence_sealed', 40)} where ${event(log, 6)}`,
      ],
      reason: 'commitment',
      seq: 6,
    },
    {
      what: 'a byte of the sealed salt',
      change: (log) => [
        sql`update consent_event set salt_sealed = ${flip('salt_sealed', 40)} where ${event(log, 0)}`,
      ],
      reason: 'commitment',
      seq: 0,
    },
    {
      what: "evidence, for another one of the same person's",
      change: (log) => [
        sql`update consent_event set (evidence_sealed, salt_sealed) =
          (select evidence_sealed, salt_sealed from consent_event where ${event(log, 9)}) where ${event(log, 6)}`,
      ],
      reason: 'commitment',
      seq: 6,
    },
    {
      what: 'the evidence itself: the event is gone',
      change: (log) => [sql`delete from consent_event where ${event(log, 8)}`],
      reason: 'evidenceGone',
      seq: 8,
    },
    {
      what: "a person's wrapped key",
      change: (log) => [
        sql`update contact_key set wrapped = ${flip('wrapped', 30)} where business_id = ${log.ctx.businessId}
          and contact_id = ${log.contactIds[1]}`,
      ],
      reason: 'commitment',
      seq: 1,
    },
    {
      what: 'a word in a leaf',
      change: (log) => [
        sql`update ledger_entry set leaf = replace(leaf, 'withdrawn', 'confirmed') where ${entry(log, 7)}`,
      ],
      reason: 'leafHash',
      seq: 7,
    },
    {
      what: 'one character of a leaf',
      change: (log) => [
        sql`update ledger_entry set leaf = overlay(leaf placing '_' from 30) where ${entry(log, 11)}`,
      ],
      reason: 'leafHash',
      seq: 11,
    },
    {
      what: "a leaf's own hash",
      change: (log) => [sql`update ledger_entry set hashes[1] = ${OTHER_HASH} where ${entry(log, 6)}`],
      reason: 'leafHash',
      seq: 6,
    },
    {
      what: 'a hash over several leaves',
      change: (log) => [sql`update ledger_entry set hashes[3] = ${OTHER_HASH} where ${entry(log, 7)}`],
      reason: 'subtreeHash',
      seq: 7,
    },
    {
      what: 'the list of hashes, which got one too many',
      change: (log) => [
        sql`update ledger_entry set hashes = hashes || ${OTHER_HASH}::text where ${entry(log, 6)}`,
      ],
      reason: 'subtreeHash',
      seq: 6,
    },
    {
      what: 'the state in the columns only',
      change: (log) => [sql`update ledger_entry set state = 'confirmed' where ${entry(log, 7)}`],
      reason: 'columns',
      seq: 7,
    },
    {
      what: 'the time in the columns only',
      change: (log) => [
        sql`update ledger_entry set at = (at at time zone 'UTC' - interval '1 day') at time zone 'UTC' where ${entry(log, 2)}`,
      ],
      reason: 'columns',
      seq: 2,
    },
    {
      what: 'what the consent event says',
      change: (log) => [sql`update consent_event set state = 'confirmed' where ${event(log, 7)}`],
      reason: 'event',
      seq: 7,
    },
    {
      what: 'a leaf: deleted in the middle',
      change: (log) => [sql`delete from ledger_entry where ${entry(log, 6)}`],
      reason: 'missing',
      seq: 6,
    },
    {
      what: 'a leaf: deleted at the end',
      change: (log) => [sql`delete from ledger_entry where ${entry(log, 11)}`],
      reason: 'missing',
      seq: 11,
    },
    {
      what: 'the last leaves, deleted with their checkpoint, so that the rest is consistent',
      change: (log) => [
        sql`delete from ledger_checkpoint where ${checkpoint(log, 12)}`,
        sql`delete from ledger_entry where business_id = ${log.ctx.businessId} and seq >= 10`,
      ],
      reason: 'unlogged',
      seq: null,
      names: 10,
    },
    {
      what: 'the order of two leaves',
      change: (log) => [
        sql`update ledger_entry set seq = 100 where ${entry(log, 6)}`,
        sql`update ledger_entry set seq = 6 where ${entry(log, 8)}`,
        sql`update ledger_entry set seq = 8 where ${entry(log, 100)}`,
      ],
      reason: 'misplaced',
      seq: 6,
      names: 8,
    },
    {
      what: 'the signature of a checkpoint',
      change: (log) => [
        sql`update ledger_checkpoint set note = overlay(note placing
          case when substr(note, length(note) - 20, 1) = 'A' then 'B' else 'A' end from length(note) - 20)
          where ${checkpoint(log, 10)}`,
      ],
      reason: 'badSignature',
      seq: 5,
    },
    {
      what: 'the size in a checkpoint',
      change: (log) => [
        sql`update ledger_checkpoint set note = replace(note, E'\\n10\\n', E'\\n11\\n'), size = 11 where ${checkpoint(log, 10)}`,
      ],
      reason: 'badSignature',
      seq: 5,
    },
    {
      what: 'a checkpoint, which is now that of another size',
      change: (log) => [
        sql`update ledger_checkpoint set (root, note) =
          (select root, note from ledger_checkpoint where ${checkpoint(log, 5)}) where ${checkpoint(log, 10)}`,
      ],
      reason: 'checkpoint',
      seq: 5,
    },
    {
      what: 'the root beside a checkpoint',
      change: (log) => [sql`update ledger_checkpoint set root = ${OTHER_HASH} where ${checkpoint(log, 12)}`],
      reason: 'checkpoint',
      seq: 10,
    },
  ]

  it.each(cases)(
    'names the leaf when someone changes $what',
    async ({ change, reason, seq, until, names }) => {
      const log = await makeLog()
      await tamper(...change(log))
      const check = await verifyBusinessLedger(log.ctx)
      const place = names ?? seq
      expect(check).toMatchObject({
        ok: false,
        reason,
        seq,
        until: until ?? seq,
        entryId: place === null ? null : log.entryIds[place],
        sentence: { de: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) },
      })
    },
  )

  it('finds a leaf that was rewritten together with its hash, between two leaves', async () => {
    const log = await makeLog()
    await rewriteLeaf(log, 6)
    expect(await verifyBusinessLedger(log.ctx)).toMatchObject({
      ok: false,
      reason: 'subtreeHash',
      seq: 6,
      until: 7,
    })
  })

  it('gives no proof of a leaf that was rewritten, and proofs of the others hold', async () => {
    const log = await makeLog()
    await rewriteLeaf(log, 6)
    await expect(inclusionProofFor(log.ctx, log.entryIds[6] ?? '')).rejects.toMatchObject({
      code: 'ledger_damaged',
    })
    expect(await inclusionProofFor(log.ctx, log.entryIds[4] ?? '')).toContain('\nindex 4\n')
  })

  /** Turns a confirmation into a withdrawal wherever this row says it. */
  async function rewriteLeaf(log: Log, seq: number) {
    const { leaf } = await runtime.db
      .selectFrom('ledger_entry')
      .select('leaf')
      .where('business_id', '=', log.ctx.businessId)
      .where('seq', '=', seq)
      .executeTakeFirstOrThrow()
    const forged = (leaf ?? '').replaceAll('"confirmed"', '"withdrawn"')
    const hash = toHex(leafHash(Buffer.from(forged)))
    await tamper(
      sql`update ledger_entry set leaf = ${forged}, hashes[1] = ${hash}, type = 'withdrawn', state = 'withdrawn'
        where ${entry(log, seq)}`,
      sql`update consent_event set type = 'withdrawn', state = 'withdrawn' where ${event(log, seq)}`,
    )
  }

  it('needs a copy from outside to see a log that was made anew with the right key', async () => {
    const log = await makeLog()
    const copy = (await ledgerHead(log.ctx)).note ?? ''
    await tamper(
      sql`delete from ledger_checkpoint where business_id = ${log.ctx.businessId}`,
      sql`delete from ledger_entry where ${entry(log, 7)}`,
      sql`delete from consent_event where ${event(log, 7)}`,
      sql`update ledger_entry set seq = null, leaf = null, hashes = null where business_id = ${log.ctx.businessId}`,
    )
    await sealPending(runtime, log.ctx.businessId)
    expect(await verifyBusinessLedger(log.ctx)).toMatchObject({ ok: true, size: 11 })
    const check = await verifyBusinessLedger(log.ctx, { externalCheckpoints: [copy] })
    expect(check).toMatchObject({ ok: false, reason: 'missing', seq: 11 })
    await log.record(log.contactIds[0] ?? '', 'confirmed')
    await sealPending(runtime, log.ctx.businessId)
    const later = await verifyBusinessLedger(log.ctx, { externalCheckpoints: [copy] })
    expect(later).toMatchObject({ ok: false, reason: 'root', seq: 11, until: 11 })
  })

  it('takes copies of its own checkpoints, of any age, and no others', async () => {
    const log = await makeLog()
    const notes = await runtime.db
      .selectFrom('ledger_checkpoint')
      .select('note')
      .where('business_id', '=', log.ctx.businessId)
      .execute()
    const copies = notes.map((row) => row.note).reverse()
    expect(await verifyBusinessLedger(log.ctx, { externalCheckpoints: copies })).toMatchObject({ ok: true })
    const other = await makeLog()
    await expect(verifyBusinessLedger(other.ctx, { externalCheckpoints: copies })).rejects.toMatchObject({
      code: 'checkpoint_not_ours',
    })
  })

  it('stays in order when a person was erased, and counts what can no longer be read', async () => {
    const log = await makeLog()
    const person = sql`business_id = ${log.ctx.businessId} and contact_id = ${log.contactIds[2]}`
    await sql`delete from contact_key where ${person}`.execute(runtime.db)
    expect(await verifyBusinessLedger(log.ctx)).toMatchObject({ ok: true, shredded: 4, unexplained: 4 })
    await sql`update contact set erased_at = now() where ${person}`.execute(runtime.db)
    expect(await verifyBusinessLedger(log.ctx)).toMatchObject({ ok: true, shredded: 4, unexplained: 0 })
    await tamper(sql`update ledger_entry set state = 'refused' where ${entry(log, 5)}`)
    expect(await verifyBusinessLedger(log.ctx)).toMatchObject({ ok: false, reason: 'columns', seq: 5 })
  })

  it('reads more leaves and more checkpoints than fit in one page', async () => {
    const log = await createConsentBusiness(runtime, 'large', 2)
    for (let i = 0; i < 505; i++) {
      await log.record(log.contactIds[i % 2] ?? '', 'confirmed')
      await sealPending(runtime, log.ctx.businessId)
    }
    expect(await verifyBusinessLedger(log.ctx)).toMatchObject({ ok: true, size: 505, vouched: 505 })
    await tamper(
      sql`update ledger_checkpoint set note = 'x' where business_id = ${log.ctx.businessId} and size = 503`,
    )
    expect(await verifyBusinessLedger(log.ctx)).toMatchObject({ ok: false, reason: 'checkpoint', seq: 502 })
  })
})

import { openCheckpoint, parseVerifierKey } from '@jawort/ledger'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId, withTransaction } from '../platform/index.ts'
import { createVault } from '../platform/vault/index.ts'
import { type ConsentBusiness, createConsentBusiness } from '../testing/consent-business.ts'
import { createTestRuntime, TEST_MASTER_KEY, type TestRuntime } from '../testing/runtime.ts'
import {
  appendLedger,
  inclusionProofFor,
  LedgerDamaged,
  ledgerDamaged,
  ledgerHead,
  ledgerPlace,
  listLedgerEntries,
  sealPending,
  startSealer,
  verifyBusinessLedger,
} from './index.ts'

describe('sealing', () => {
  let runtime: TestRuntime
  let blatt: ConsentBusiness
  beforeAll(async () => {
    runtime = await createTestRuntime()
    blatt = await createConsentBusiness(runtime, 'blatt', 20)
  })
  afterAll(() => runtime.close())

  const seqs = async (businessId: string) => {
    const rows = await runtime.db
      .selectFrom('ledger_entry')
      .select('seq')
      .where('business_id', '=', businessId)
      .where('seq', 'is not', null)
      .orderBy('seq')
      .execute()
    return rows.map((row) => row.seq)
  }
  const counted = (n: number) => Array.from({ length: n }, (_, i) => i)

  it('numbers 1,000 entries of interleaved transactions without a gap, while others are still being written', async () => {
    let next = 0
    const writer = async () => {
      while (next < 1_000) {
        const i = next++
        await blatt.record(blatt.contactIds[i % 20] ?? '', i % 3 === 0 ? 'withdrawn' : 'confirmed')
        if (i % 300 === 150) await sealPending(runtime)
      }
    }
    await Promise.all([writer(), writer(), writer(), writer()])
    await sealPending(runtime)
    expect(await seqs(blatt.ctx.businessId)).toEqual(counted(1_000))
    expect(await verifyBusinessLedger(blatt.ctx)).toMatchObject({
      ok: true,
      size: 1_000,
      checked: 1_000,
      vouched: 1_000,
      shredded: 0,
      unexplained: 0,
      unsealed: 0,
    })
  })

  it('leaves out what was rolled back', async () => {
    const failing = withTransaction(blatt.ctx, async (tx) => {
      await blatt.record(blatt.contactIds[0] ?? '', 'confirmed', tx)
      throw new Error('undone')
    })
    await expect(failing).rejects.toThrow('undone')
    expect(await sealPending(runtime)).toBe(0)
  })

  it('lets an entry that commits late take a later place, without a gap', async () => {
    const early = newId()
    await blatt.record(blatt.contactIds[1] ?? '', 'confirmed')
    await sealPending(runtime)
    await withTransaction(blatt.ctx, (tx) =>
      appendLedger(tx, { ...ENTRY, entryId: early, at: tx.clock.now() }),
    )
    expect(await sealPending(runtime)).toBe(1)
    expect((await ledgerPlace(blatt.ctx, [early])).get(early)?.seq).toBe(1_001)
  })

  it('refuses an entry that looks like a person, in the transaction that brings it', async () => {
    const append = appendLedger(blatt.ctx, {
      ...ENTRY,
      entryId: newId(),
      at: runtime.clock.now(),
      purpose: '4915112345678',
    })
    await expect(append).rejects.toMatchObject({ code: 'leaf' })
  })

  it('keeps each business its own log, also when two sealers work at once', async () => {
    const one = await createConsentBusiness(runtime, 'one', 3)
    const two = await createConsentBusiness(runtime, 'two', 3)
    // A second process: other caches, the same database.
    const other = { ...runtime, vault: createVault(TEST_MASTER_KEY) }
    const sealed = await Promise.all([
      ...counted(60).map((i) => one.record(one.contactIds[i % 3] ?? '', 'confirmed').then(() => 0)),
      ...counted(60).map((i) => two.record(two.contactIds[i % 3] ?? '', 'confirmed').then(() => 0)),
      ...counted(8).map((i) => sealPending(i % 2 ? runtime : other)),
    ])
    const rest = await Promise.all([sealPending(other), sealPending(runtime)])
    expect([...sealed, ...rest].reduce((sum, n) => sum + n, 0)).toBe(120)
    for (const { ctx } of [one, two]) {
      expect(await seqs(ctx.businessId)).toEqual(counted(60))
      expect(await verifyBusinessLedger(ctx)).toMatchObject({ ok: true, size: 60 })
    }
  })

  it('signs every batch, and the printed key reads the checkpoint', async () => {
    const head = await ledgerHead(blatt.ctx)
    const checkpoint = await openCheckpoint(head.note ?? '', [parseVerifierKey(head.publicKey)])
    expect(checkpoint).toMatchObject({ origin: `jawort/blatt/${blatt.ctx.businessId}`, size: head.size })
    expect(Buffer.from(checkpoint.root).toString('hex')).toBe(head.root)
  })

  it('is woken by a committed event, and stops when asked', async () => {
    const sealer = startSealer(runtime)
    const entryId = await blatt.record(blatt.contactIds[2] ?? '', 'confirmed')
    await expect.poll(async () => (await ledgerPlace(blatt.ctx, [entryId])).size, { timeout: 25_000 }).toBe(1)
    await sealer.stop()
    expect(await inclusionProofFor(blatt.ctx, entryId)).toMatch(/^c2sp\.org\/tlog-proof@v1\n/)
  })

  it('lists entries newest first, in pages, also those not sealed yet', async () => {
    const latest = await blatt.record(blatt.contactIds[3] ?? '', 'confirmed')
    const first = await listLedgerEntries(blatt.ctx, { limit: 2 }, 'de')
    expect(first.items[0]).toMatchObject({
      id: latest,
      seq: null,
      leafHash: null,
      topicName: 'Neuigkeiten',
      contactId: blatt.contactIds[3],
    })
    const second = await listLedgerEntries(blatt.ctx, { limit: 2, after: first.next ?? '' })
    expect(second.items).toHaveLength(2)
    expect((second.items[0]?.id ?? '') < (first.items[1]?.id ?? '')).toBe(true)
    await expect(inclusionProofFor(blatt.ctx, latest)).rejects.toMatchObject({ code: 'not_sealed' })
    await sealPending(runtime)
    await inclusionProofFor(blatt.ctx, latest)
  })

  it('is read by data protection officers and owners only, and by nobody from another business', async () => {
    const marketer = {
      ...blatt.ctx,
      actor: { kind: 'member' as const, memberId: newId(), role: 'marketer' as const },
    }
    await expect(ledgerHead(marketer)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(listLedgerEntries(marketer, {})).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(verifyBusinessLedger(marketer)).rejects.toMatchObject({ kind: 'forbidden' })
    const stranger = await createConsentBusiness(runtime, 'stranger', 1)
    const [entry] = (await listLedgerEntries(blatt.ctx, { limit: 1 })).items
    await expect(inclusionProofFor(stranger.ctx, entry?.id ?? '')).rejects.toMatchObject({
      kind: 'not_found',
    })
    expect((await ledgerPlace(stranger.ctx, [entry?.id ?? ''])).size).toBe(0)
  })

  it('seals nothing on top of a log that is not what was signed, and goes on with the other businesses', async () => {
    const [hurt, well] = [
      await createConsentBusiness(runtime, 'hurt', 1),
      await createConsentBusiness(runtime, 'well', 1),
    ]
    for (const { record, contactIds } of [hurt, hurt, hurt, well])
      await record(contactIds[0] ?? '', 'confirmed')
    await sealPending(runtime)
    await runtime.db.transaction().execute(async (trx) => {
      await sql`set local session_replication_role = replica`.execute(trx)
      await sql`update ledger_entry set hashes[2] = ${'00'.repeat(32)} where business_id = ${hurt.ctx.businessId} and seq = 1`.execute(
        trx,
      )
    })
    for (const { record, contactIds } of [hurt, well]) await record(contactIds[0] ?? '', 'withdrawn')
    await expect(sealPending(runtime)).rejects.toMatchObject({ errors: [expect.any(LedgerDamaged)] })
    expect(await seqs(hurt.ctx.businessId)).toEqual([0, 1, 2])
    expect(await seqs(well.ctx.businessId)).toEqual([0, 1])
    expect(await verifyBusinessLedger(hurt.ctx)).toMatchObject({
      ok: false,
      reason: 'subtreeHash',
      seq: 1,
      unsealed: 1,
    })
  })

  it('tells the members of a damaged log, and nobody else', async () => {
    const told: string[] = []
    runtime.hooks.on(ledgerDamaged, async (tx) => void told.push(tx.businessId))
    const { rows } = await sql<{ business_id: string }>`
      select distinct business_id from ledger_entry where seq is null`.execute(runtime.db)
    const sealer = startSealer(runtime)
    await expect.poll(() => told, { timeout: 25_000 }).toEqual(rows.map((row) => row.business_id))
    await sealer.stop()
    expect(told).toHaveLength(1)
  })
})

const ENTRY = {
  type: 'confirmed',
  state: 'confirmed',
  purpose: 'newsletter',
  wordingHash: '',
  rulePack: 'eu@2026-11',
  commitment: 'cd'.repeat(32),
}

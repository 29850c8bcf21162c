import { createHash } from 'node:crypto'
import { commit, fromHex, readArchive, toHex, verifyPackFile } from '@jawort/ledger'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { updateContact } from '../contacts/index.ts'
import { inclusionProofFor, sealPending, verifyBusinessLedger } from '../ledger/index.ts'
import type { Role } from '../platform/actor.ts'
import { type Context, createContext, newId } from '../platform/index.ts'
import { proofPack } from '../proof/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { dump, traces } from '../testing/dump.ts'
import { optIn, wireChats } from '../testing/opt-in.ts'
import { readPdf } from '../testing/pdf-text.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { erasePerson } from './erase.ts'
import { forgetBlock } from './forget-block.ts'
import { readRestricted } from './read-restricted.ts'
import { restrictedPack } from './restricted-pack.ts'
import { updatePrivacySettings } from './settings.ts'
import { rememberedShredded, shredDigest } from './shred-list.ts'
import { shredProofs } from './shred-proofs.ts'
import { decideUnlock, requestUnlock, restrictedView } from './unlock.ts'

const ANNA = { phone: '+4915127182818', name: 'Annegret Quittenbaum', text: 'Gern die Pflanzenpost!' }
const BEN = { phone: '+4915131415926', name: 'Benno Birnbaum', text: 'Ja bitte, Pflanzenpost' }
const CARL = { phone: '+4915114142135', name: 'Carl Kirsche', text: 'Ich will Pflanzenpost' }

describe('the proof of somebody who was erased', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let one: Context
  let two: Context
  beforeAll(async () => {
    runtime = await createTestRuntime()
    wireChats(runtime)
    business = await createTestBusiness(runtime)
    one = member('dpo')
    two = member('owner')
  })
  afterAll(() => runtime.close())

  const member = (role: Role) =>
    createContext(runtime, business.businessId, { kind: 'member', memberId: newId(), role })
  const evidenceOf = (contactId: string) =>
    runtime.db
      .selectFrom('consent_event')
      .select(['event_id', 'evidence_sealed', 'salt_sealed', 'shredded_at'])
      .where('contact_id', '=', contactId)
      .orderBy('event_id')
      .execute()
  const ask = (contactId: string) => ({ contactId, purpose: 'legal_claims' as const, note: 'Az. 12 O 3/26' })

  let anna: string

  it('C-40: moves to a restricted vault under a key of its own, everything else is gone at once', async () => {
    anna = await optIn(business, ANNA)
    const before = await evidenceOf(anna)
    const key = await runtime.db.selectFrom('contact_key').selectAll().executeTakeFirstOrThrow()
    const report = await erasePerson(one, anna, { confirm: 'ERASE' })
    expect(report.kept).toContain('proof')
    // Given, withdrawn by the erasure in November 2026: three years to the end of the year (C-44).
    expect(report.retainUntil).toBe('2030-01-01T00:00:00.000Z')
    const after = await evidenceOf(anna)
    expect(after.length).toBeGreaterThan(before.length)
    for (const row of after) expect([row.evidence_sealed, row.salt_sealed]).toEqual([null, null])
    const vault = await runtime.db.selectFrom('restricted_vault').selectAll().executeTakeFirstOrThrow()
    const pieces = await runtime.db.selectFrom('restricted_evidence').selectAll().execute()
    expect(pieces.map((piece) => piece.event_id).sort()).toEqual(after.map((row) => row.event_id))
    // Neither the business's key nor the person's old one opens it.
    expect(() => runtime.vault.unwrap(runtime.vault.master, vault.wrapped, anna)).toThrow()
    expect(() =>
      runtime.vault.open(runtime.vault.master, pieces[0]?.content_sealed ?? Buffer.of(), ''),
    ).toThrow()
    expect(
      await runtime.db
        .selectFrom('contact_key')
        .selectAll()
        .where('contact_id', '=', key.contact_id)
        .execute(),
    ).toEqual([])
    const all = await dump(runtime.db, 'public')
    expect(traces(all, [ANNA.phone.slice(1), 'Quittenbaum', 'Pflanzenpost!'])).toEqual([])
  })

  it('C-40: still verifies, as evidence that nobody may open just so', async () => {
    await sealPending(runtime, business.businessId)
    expect(await verifyBusinessLedger(one)).toMatchObject({ ok: true, shredded: 0, unexplained: 0 })
  })

  it('C-40: opens for two members together only, for one purpose, for a day, and every look is noted', async () => {
    await expect(requestUnlock(member('marketer'), ask(anna))).rejects.toThrow('role_missing')
    const program = createContext(runtime, business.businessId, {
      kind: 'apiKey',
      keyId: newId(),
      role: 'owner',
    })
    await expect(requestUnlock(program, ask(anna))).rejects.toThrow('member_only')
    await expect(requestUnlock(one, ask(newId()))).rejects.toThrow('not_found')
    const { unlockId } = await requestUnlock(one, ask(anna))
    await expect(readRestricted(one, unlockId)).rejects.toThrow('unlock_missing')
    await expect(decideUnlock(one, unlockId, { approve: true })).rejects.toThrow('own_request')
    await expect(
      sql`update restricted_unlock set decided_by = requested_by, decided_at = now(), approved = true, expires_at = now()`.execute(
        runtime.db,
      ),
    ).rejects.toThrow()
    await decideUnlock(two, unlockId, { approve: true })
    const proof = await readRestricted(one, unlockId)
    expect(JSON.stringify(proof)).toContain('Pflanzenpost!')
    for (const { payload, salt, proof: file } of proof.events) {
      const commitment = toHex(commit(payload, fromHex(salt) ?? new Uint8Array(0)))
      const leaf = Buffer.from(/^extra (.+)$/m.exec(file ?? '')?.[1] ?? '', 'base64').toString()
      expect(JSON.parse(leaf).commit).toBe(commitment)
    }
    await expect(readRestricted(member('owner'), unlockId)).rejects.toThrow('unlock_missing')
    await readRestricted(two, unlockId)
    runtime.clock.advance(24 * 3_600_000)
    await expect(readRestricted(one, unlockId)).rejects.toThrow('unlock_missing')
    const looks = await runtime.db
      .selectFrom('audit_entry')
      .select('actor')
      .where('action', '=', 'restricted.read')
      .execute()
    expect(looks.map((look) => (look.actor as { memberId: string }).memberId)).toEqual(
      [one, two].map(({ actor }) => (actor.kind === 'member' ? actor.memberId : '')),
    )
    const view = await restrictedView(two)
    expect(view).toMatchObject({
      people: 1,
      unlocks: [{ state: 'expired', reads: 2, note: 'Az. 12 O 3/26', mine: false }],
    })
  })

  it('C-15, C-40: a court gets a pack that holds, made by the two who unlocked it, while that lasts', async () => {
    const { unlockId } = await requestUnlock(two, ask(anna))
    await expect(restrictedPack(two, unlockId)).rejects.toThrow('unlock_missing')
    await decideUnlock(one, unlockId, { approve: true })
    await expect(restrictedPack(member('dpo'), unlockId)).rejects.toThrow('unlock_missing')
    await sealPending(runtime, business.businessId)
    const { zip } = await restrictedPack(two, unlockId)
    expect(await verifyPackFile(zip)).toMatchObject({ verdict: 'valid' })
    const files = readArchive(zip)
    const { text } = await readPdf(files.get('proof.pdf') ?? new Uint8Array(0))
    const flat = text.replaceAll(/\s/g, '')
    for (const words of [ANNA.text, 'zwei Mitglieder haben ihn für dieses Dokument gemeinsam geöffnet'])
      expect(flat).toContain(words.replaceAll(/\s/g, ''))
    // The ordinary way still names nobody.
    const { zip: without } = await proofPack(one, anna)
    const rest = await readPdf(readArchive(without).get('proof.pdf') ?? new Uint8Array(0))
    expect(rest.text.replaceAll(/\s/g, '')).not.toContain(ANNA.text.replaceAll(/\s/g, ''))
    const noted = await runtime.db
      .selectFrom('audit_entry')
      .select('action')
      .where('action', 'in', ['restricted.read', 'contact.proof'])
      .orderBy('audit_id', 'desc')
      .limit(3)
      .execute()
    expect(noted.map(({ action }) => action)).toEqual(['contact.proof', 'contact.proof', 'restricted.read'])
    runtime.clock.advance(24 * 3_600_000)
    await expect(restrictedPack(two, unlockId)).rejects.toThrow('unlock_missing')
  })

  it('is found by the number that a claim names, without keeping the number; no means no', async () => {
    const { unlockId } = await requestUnlock(one, {
      phone: '0151 27182818',
      purpose: 'legal_claims',
      note: 'Klage' + ' vom Mai',
    })
    await expect(requestUnlock(two, ask(anna))).rejects.toThrow('unlock_waits')
    await decideUnlock(two, unlockId, { approve: false })
    await expect(readRestricted(one, unlockId)).rejects.toThrow('unlock_missing')
    await expect(decideUnlock(two, unlockId, { approve: true })).rejects.toThrow('unlock_decided')
    await expect(
      requestUnlock(one, { phone: '+49 30 5550199', purpose: 'legal_claims', note: 'Klage B' }),
    ).rejects.toThrow('not_found')
  })

  it('C-44: goes with its key in the night after its time, the ledger says so, proofs still verify', async () => {
    const [first] = await evidenceOf(anna)
    const old = await inclusionProofFor(one, first?.event_id ?? '')
    runtime.clock.set('2029-12-31T23:59:59Z')
    expect(await shredProofs(runtime)).toBe(0)
    runtime.clock.set('2030-01-01T00:00:00Z')
    const pieces = (await evidenceOf(anna)).length
    expect(await shredProofs(runtime)).toBe(pieces)
    expect(await shredProofs(runtime)).toBe(0)
    for (const table of ['restricted_vault', 'restricted_evidence', 'restricted_unlock'] as const)
      expect(await runtime.db.selectFrom(table).selectAll().execute(), table).toEqual([])
    await sealPending(runtime, business.businessId)
    const check = await verifyBusinessLedger(one)
    expect(check).toMatchObject({ ok: true, shredded: pieces, unexplained: 0 })
    const redaction = await runtime.db.selectFrom('ledger_redaction').selectAll().executeTakeFirstOrThrow()
    expect(redaction.payload).toMatchObject({ reason: 'retention', t: '2030-01-01T00:00:00.000Z' })
    expect((redaction.payload as { indexes: number[] }).indexes).toHaveLength(pieces)
    expect(JSON.stringify(redaction.payload)).not.toContain(anna)
    const proof = await inclusionProofFor(one, first?.event_id ?? '')
    expect(proof.split('\n').find((line) => line.startsWith('extra'))).toBe(
      old.split('\n').find((line) => line.startsWith('extra')),
    )
    expect(rememberedShredded(runtime.config).map(({ kind, digest }) => [kind, digest])).toEqual([
      ['person', shredDigest(business.businessId, 'person', anna)],
      ['proof', shredDigest(business.businessId, 'proof', anna)],
    ])
  })

  it('C-40: what stays after the shredding cannot be tied to a number by trying hundreds of thousands', async () => {
    const rows = await runtime.db.selectFrom('ledger_entry').select('commitment').execute()
    const guess = (number: number) =>
      createHash('sha256')
        .update(Buffer.concat([Buffer.of(2), Buffer.alloc(32), Buffer.from(`{"phone":"+4915127${number}"}`)]))
        .digest('hex')
    // Without its salt the right number would be found among a million; with one of 256 bits that was destroyed, it is not.
    const control = toHex(commit({ phone: ANNA.phone }, new Uint8Array(32)))
    const among = new Set([...rows.map((row) => row.commitment), control])
    const hits: string[] = []
    for (let number = 182_818; number < 1_000_000; number++) {
      const hash = guess(number)
      if (among.has(hash)) hits.push(hash)
    }
    expect(hits).toEqual([control])
  }, 60_000)

  it('C-34, C-40: goes at once, and the block list entry too, when the person demands it', async () => {
    const ben = await optIn(business, BEN)
    const blocked = () => runtime.db.selectFrom('suppression').select('digest').execute()
    const before = await blocked()
    const report = await erasePerson(one, ben, { confirm: 'ERASE', shred: true, forgetBlock: true })
    expect(report.kept).not.toContain('proof')
    expect(report.kept).not.toContain('suppression')
    expect(report.retainUntil).toBeNull()
    expect(await blocked()).toEqual(before)
    expect(await runtime.db.selectFrom('restricted_vault').selectAll().execute()).toEqual([])
    await sealPending(runtime, business.businessId)
    expect(await verifyBusinessLedger(one)).toMatchObject({ ok: true, unexplained: 0 })
    await expect(forgetBlock(one, { phone: ANNA.phone, confirm: 'ERASE' })).resolves.toEqual({ forgotten: 1 })
    const audit = await runtime.db
      .selectFrom('audit_entry')
      .select('after')
      .where('action', '=', 'suppression.forget')
      .execute()
    expect(JSON.stringify(audit)).not.toContain(ANNA.phone.slice(4))
  })

  it('C-33: nobody takes somebody who is still here off the block list', async () => {
    await optIn(business, CARL)
    await expect(forgetBlock(one, { phone: CARL.phone, confirm: 'ERASE' })).rejects.toThrow('person_here')
  })

  it('C-44: of people who are still here it goes when all their consents ended long ago', async () => {
    const other = await createTestBusiness(runtime)
    const dora = await optIn(other, { ...ANNA, phone: '+4915116180339' })
    await updatePrivacySettings(other.ctx, { proofYears: 1 })
    runtime.clock.set('2034-06-01T00:00:00Z')
    expect(await shredProofs(runtime)).toBe(0)
    await runtime.db
      .updateTable('consent')
      .set({ state: 'withdrawn' })
      .where('contact_id', '=', dora)
      .execute()
    const gone = await shredProofs(runtime)
    expect(gone).toBe((await evidenceOf(dora)).length)
    expect(gone).toBeGreaterThan(1)
    await updateContact(other.ctx, dora, { language: 'en' })
    await sealPending(runtime, other.businessId)
    expect(await verifyBusinessLedger(other.ctx)).toMatchObject({ ok: true, shredded: gone, unexplained: 0 })
  })
})

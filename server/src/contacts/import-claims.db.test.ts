import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { getCard } from '../card/index.ts'
import { withdraw } from '../consent/index.ts'
import { explain } from '../dispatch/index.ts'
import { type Context, DAY, newId, type Role, withTransaction } from '../platform/index.ts'
import { erasePerson, exportPerson, nameRetention } from '../privacy/index.ts'
import { forgetOld } from '../retention/forget.ts'
import { describeRetention } from '../retention/index.ts'
import { shortenRetention } from '../retention/page.ts'
import { onClaimsUndecided } from '../standing/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { claimsUndecided } from './hooks.ts'
import { importContacts } from './import.ts'
import { claimsOf } from './import-claims.ts'
import { decideImport } from './import-decide.ts'
import type { EvidenceMapping } from './import-evidence.ts'
import { sampleClaims } from './import-sample.ts'
import { getImport } from './import-view.ts'
import { lapseClaims, UNDECIDED } from './lapse-claims.ts'
import { resolveContact } from './resolve.ts'

const WORDING = 'Ja, Blattwerk darf mir Neuigkeiten per WhatsApp schicken. Widerruf jederzeit mit STOP.'

/** Lists that say that people have agreed: recorded with their evidence, decided by two members, confirming nobody. */
describe('lists with evidence', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let anna: Context
  let ben: Context
  let numbers = 0
  let wordingId: string

  beforeAll(async () => {
    runtime = await createTestRuntime()
    runtime.hooks.on(claimsUndecided, onClaimsUndecided)
    runtime.hooks.on(nameRetention, describeRetention)
  })
  afterAll(() => runtime.close())
  beforeEach(async () => {
    business = await createTestBusiness(runtime)
    anna = await member('marketer', 'Anna Berg')
    ben = await member('dpo', 'Ben Roth')
    wordingId = (
      await runtime.db
        .selectFrom('wording')
        .select('wording_id')
        .where('business_id', '=', business.businessId)
        .executeTakeFirstOrThrow()
    ).wording_id
  })

  async function member(role: Role, name: string): Promise<Context> {
    const memberId = newId()
    const now = runtime.clock.now()
    await runtime.db
      .insertInto('account')
      .values({
        id: memberId,
        name,
        email: `${memberId}@blattwerk.example`,
        created_at: now,
        updated_at: now,
      })
      .execute()
    await runtime.db
      .insertInto('member')
      .values({
        business_id: business.businessId,
        member_id: memberId,
        account_id: memberId,
        role,
        created_at: now,
      })
      .execute()
    return { ...business.ctx, actor: { kind: 'member', memberId, role } }
  }

  const newNumber = () => `+49157${String(10_000_000 + ++numbers)}`
  const evidence = (part: Partial<EvidenceMapping> = {}): EvidenceMapping => ({
    dateColumn: 'Datum',
    sourceColumn: 'Quelle',
    wordingColumn: 'Text',
    origin: 'own_website',
    statement: 'Formular auf unserer Website, eigenes Häkchen, seit 2024.',
    collectedByUs: true,
    ...part,
  })
  const fileOf = (rows: string[]) => `Telefon;Datum;Quelle;Text\n${rows.join('\n')}\n`
  async function* bytesOf(text: string) {
    yield Buffer.from(text)
  }
  const load = (ctx: Context, rows: string[], mapping: EvidenceMapping = evidence()) =>
    importContacts(ctx, {
      fileName: 'zusagen.csv',
      mapping: { phoneColumn: 'Telefon', attributes: {}, evidence: mapping },
      bytes: bytesOf(fileOf(rows)),
    })
  const contactOf = async (phone: string) =>
    (await withTransaction(business.ctx, (tx) => resolveContact(tx, { phone }))).contactId
  const consents = async () =>
    (
      await sql<{
        n: number
      }>`select count(*)::int as n from consent where business_id = ${business.businessId}`.execute(
        runtime.db,
      )
    ).rows[0]?.n

  it('C-19, C-03: never confirm anybody, also once they were approved; the gate denies', async () => {
    const phone = newNumber()
    const { id } = await load(anna, [`${phone};2025-03-04;Website;${WORDING}`])
    await decideImport(ben, id, { decision: 'approve', note: 'Stichprobe mit den Formularen verglichen.' })
    const contactId = await contactOf(phone)
    expect(await consents()).toBe(0)
    const answer = await explain(business.ctx, {
      contactId,
      channelId: business.channelId,
      topicId: business.topics.newsletter,
    })
    expect(answer?.verdict).toBe('withheld')
    expect(await getCard(business.ctx, contactId, 'de')).toMatchObject({
      consents: [],
      claims: [{ claimedOn: '2025-03-04', origin: 'own_website' }],
    })
  })

  it('C-19: keep date, source, text and the hash of the file with every row', async () => {
    const [one, two] = [newNumber(), newNumber()]
    const rows = [`${one};04.03.2025;Website;${WORDING}`, `${two};2025-03-05;Laden;${wordingId}`]
    const done = await load(anna, rows)
    const fileHash = createHash('sha256').update(fileOf(rows)).digest('hex')
    expect(done.claims).toMatchObject({
      state: 'waiting',
      claims: 2,
      incomplete: 0,
      objected: 0,
      fileHash,
      attestedBy: 'Anna Berg',
      mine: true,
    })
    await decideImport(ben, done.id, { decision: 'approve', note: 'geprüft' })
    expect(await claimsOf(business.ctx, await contactOf(one))).toMatchObject([
      { claimedOn: '2025-03-04', source: 'Website', wording: WORDING, wordingId: null, fileHash },
    ])
    const [claim] = await claimsOf(business.ctx, await contactOf(two))
    expect(claim).toMatchObject({ claimedOn: '2025-03-05', source: 'Laden', wordingId })
    expect(claim?.wording).toContain('Blattwerk')
    // What a list says about a person is sealed with the person's key.
    const { rows: stored } = await sql<{ plain: string }>`
      select encode(evidence_sealed, 'escape') as plain from import_claim`.execute(runtime.db)
    expect(stored.some(({ plain }) => plain.includes('Website'))).toBe(false)
  })

  it.each([
    ['no date', ';Website;', WORDING],
    ['a date to come', '2099-01-01;Website;', WORDING],
    ['a date before there was anything to agree to', '2009-01-01;Website;', WORDING],
    ['no source', '2025-03-04;;', WORDING],
    ['no text', '2025-03-04;Website;', ''],
    ['the text of somebody else', '2025-03-04;Website;', newId()],
  ])('C-19: claim nothing without complete evidence: %s', async (_what, middle, text) => {
    const phone = newNumber()
    const done = await load(anna, [`${phone};${middle}${text}`])
    expect(done).toMatchObject({ rowsGood: 1, claims: { claims: 0, incomplete: 1 } })
    await decideImport(ben, done.id, { decision: 'approve', note: 'leer' })
    expect(await claimsOf(business.ctx, await contactOf(phone))).toEqual([])
  })

  it('C-19: wait for a second member; nobody decides about their own list', async () => {
    const phone = newNumber()
    const { id } = await load(anna, [`${phone};2025-03-04;Website;${WORDING}`])
    const contactId = await contactOf(phone)
    expect(await claimsOf(business.ctx, contactId)).toEqual([])
    await expect(decideImport(anna, id, { decision: 'approve', note: 'passt' })).rejects.toMatchObject({
      code: 'four_eyes',
    })
    await expect(
      decideImport(business.ctx, id, { decision: 'approve', note: 'x y z' }),
    ).rejects.toMatchObject({
      code: 'member_needed',
    })
    const agent = await member('agent', 'Ute Ast')
    await expect(decideImport(agent, id, { decision: 'approve', note: 'passt' })).rejects.toMatchObject({
      kind: 'forbidden',
    })
    expect(await sampleClaims(ben, id)).toMatchObject([
      { line: 2, phone, source: 'Website', wording: WORDING },
    ])
    const decided = await decideImport(ben, id, { decision: 'approve', note: 'Stichprobe stimmt' })
    expect(decided.claims).toMatchObject({ state: 'approved', decidedBy: 'Ben Roth', mine: false })
    expect(await claimsOf(business.ctx, contactId)).toHaveLength(1)
    await expect(decideImport(ben, id, { decision: 'refuse', note: 'doch nicht' })).rejects.toMatchObject({
      code: 'already_decided',
    })
    // Nor can the database be told otherwise.
    const cheat = runtime.db
      .updateTable('import_attestation')
      .set((eb) => ({ decided_by: eb.ref('attested_by') }))
      .where('import_id', '=', id)
      .execute()
    await expect(cheat).rejects.toThrow()
  })

  it('C-19: refused lists leave no claim behind', async () => {
    const phone = newNumber()
    const { id } = await load(anna, [`${phone};2025-03-04;Messe;${WORDING}`])
    await decideImport(ben, id, { decision: 'refuse', note: 'Die Adressen sind gekauft.' })
    expect(await claimsOf(business.ctx, await contactOf(phone))).toEqual([])
    const left = await sql<{
      n: number
    }>`select count(*)::int as n from import_claim where import_id = ${id}`.execute(runtime.db)
    expect(left.rows[0]?.n).toBe(0)
    expect((await getImport(ben, id)).claims).toMatchObject({
      state: 'refused',
      note: 'Die Adressen sind gekauft.',
    })
  })

  it('C-19, C-43: lapse after 30 days without a decision; members are reminded once, a week before', async () => {
    const phone = newNumber()
    const { id } = await load(anna, [`${phone};2025-03-04;Website;${WORDING}`])
    const contactId = await contactOf(phone)
    const claims = async () => (await getImport(ben, id)).claims
    const day = new Date(runtime.clock.now().getTime() + 30 * DAY).toISOString()
    expect(await claims()).toMatchObject({ state: 'waiting', lapsesAt: day })
    const told = async () => {
      await lapseClaims(runtime)
      await lapseClaims(runtime)
      const rows = await runtime.db
        .selectFrom('notification')
        .select(['kind', 'data'])
        .where('entity_id', '=', id)
        .orderBy('notification_id')
        .execute()
      return rows.map(({ kind, data }) => `${kind} ${JSON.stringify(data)}`)
    }
    const data = JSON.stringify({ day: day.slice(0, 10) })
    runtime.clock.advance(23 * DAY - 1)
    expect(await told()).toEqual([])
    runtime.clock.advance(1)
    expect(await told()).toEqual([`contact_import.undecided ${data}`])
    runtime.clock.advance(7 * DAY - 1)
    expect(await claims()).toMatchObject({ state: 'waiting' })
    expect(await told()).toHaveLength(1)
    runtime.clock.advance(1)
    expect(await told()).toEqual([`contact_import.undecided ${data}`, `contact_import.lapsed ${data}`])
    expect(await claims()).toMatchObject({ state: 'lapsed', lapsesAt: null, decidedBy: null, decidedAt: day })
    const left = await runtime.db
      .selectFrom('import_claim')
      .select('line')
      .where('import_id', '=', id)
      .execute()
    expect(left).toEqual([])
    const audit = await runtime.db
      .selectFrom('audit_entry')
      .select('after')
      .where('action', '=', 'contact_import.lapse')
      .where('entity_id', '=', id)
      .execute()
    expect(audit).toEqual([{ after: { claims: 1, days: 30 } }])
    // The person stays, known and without any consent; nobody can decide any more.
    expect((await getCard(business.ctx, contactId, 'de')).claims).toEqual([])
    await expect(decideImport(ben, id, { decision: 'approve', note: 'zu spät' })).rejects.toMatchObject({
      code: 'already_decided',
    })
  })

  it('C-43: lapse earlier where the business says so; what was decided stays, and so does a list that is waited for', async () => {
    const one = await load(anna, [`${newNumber()};2025-03-04;Website;${WORDING}`])
    const two = await load(anna, [`${newNumber()};2025-03-04;Website;${WORDING}`])
    await decideImport(ben, two.id, { decision: 'approve', note: 'Stichprobe stimmt' })
    await shortenRetention(ben, UNDECIDED.rule, { days: 14 })
    await shortenRetention(ben, 'imports', { days: 7 })
    expect((await getImport(ben, one.id)).claims?.lapsesAt).toBe(
      new Date(runtime.clock.now().getTime() + 14 * DAY).toISOString(),
    )
    runtime.clock.advance(13 * DAY)
    await forgetOld(runtime)
    expect((await getImport(ben, one.id)).claims?.state).toBe('waiting')
    runtime.clock.advance(1 * DAY)
    const gone = await forgetOld(runtime)
    expect(gone).toContainEqual(expect.objectContaining({ table: 'import_claim', rows: 1 }))
    const left = await runtime.db
      .selectFrom('import_attestation')
      .select(['import_id', 'state'])
      .where('business_id', '=', business.businessId)
      .orderBy('import_id')
      .execute()
    expect(left).toEqual([
      { import_id: one.id, state: 'refused' },
      { import_id: two.id, state: 'approved' },
    ])
  })

  it('C-19: need somebody who answers for their origin', async () => {
    const rows = [`${newNumber()};2025-03-04;Website;${WORDING}`]
    await expect(load(business.ctx, rows)).rejects.toMatchObject({ code: 'member_needed' })
    const unsure = { ...evidence(), collectedByUs: false }
    const loading = importContacts(anna, {
      fileName: 'gekauft.csv',
      // @ts-expect-error Bought lists cannot be said in types, nor sent as JSON.
      mapping: { phoneColumn: 'Telefon', attributes: {}, evidence: unsure },
      bytes: bytesOf(fileOf(rows)),
    })
    await expect(loading).rejects.toThrow()
  })

  it('C-33, C-35: do not lift an objection; who has objected gets no claim', async () => {
    const phone = newNumber()
    const contactId = await contactOf(phone)
    await withTransaction(business.ctx, (tx) =>
      withdraw(tx, {
        contactId,
        channelId: business.channelId,
        topicId: null,
        at: runtime.clock.now(),
        how: 'stop_word',
        receipt: false,
      }),
    )
    const done = await load(anna, [`${phone};2025-03-04;Website;${WORDING}`])
    expect(done.claims).toMatchObject({ claims: 0, objected: 1 })
    await decideImport(ben, done.id, { decision: 'approve', note: 'geprüft' })
    expect(await claimsOf(business.ctx, contactId)).toEqual([])
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from suppression where business_id = ${business.businessId} and lifted_at is null`.execute(
      runtime.db,
    )
    expect(rows[0]?.n).toBeGreaterThan(0)
  })

  it('C-37, C-40: are in the export of the person, and gone with the person', async () => {
    const phone = newNumber()
    const { id } = await load(anna, [`${phone};2025-03-04;Website;${WORDING}`])
    await decideImport(ben, id, { decision: 'approve', note: 'geprüft' })
    const contactId = await contactOf(phone)
    expect(JSON.stringify(await exportPerson(ben, contactId))).toContain(WORDING)
    await erasePerson(ben, contactId, { confirm: 'ERASE' })
    const left = await runtime.db
      .selectFrom('import_claim')
      .select('import_id')
      .where('contact_id', '=', contactId)
      .execute()
    expect(left).toEqual([])
  })

  it('say nothing about other businesses, and cannot be decided by them', async () => {
    const { id } = await load(anna, [`${newNumber()};2025-03-04;Website;${WORDING}`])
    const other = await createTestBusiness(runtime)
    const stranger: Context = { ...other.ctx, actor: { kind: 'member', memberId: newId(), role: 'owner' } }
    await expect(
      decideImport(stranger, id, { decision: 'approve', note: 'mal sehen' }),
    ).rejects.toMatchObject({
      kind: 'not_found',
    })
    await expect(sampleClaims(stranger, id)).rejects.toMatchObject({ kind: 'not_found' })
  })
})

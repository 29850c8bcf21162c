import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getBusiness } from '../businesses/index.ts'
import { noteStorage } from '../channels/index.ts'
import { createField } from '../contacts/fields.ts'
import { explain } from '../dispatch/index.ts'
import { type Context, createContext, newId, type Role, withTransaction } from '../platform/index.ts'
import { nameRetention, PERSON_TABLES } from '../privacy/index.ts'
import { describeRetention } from '../retention/index.ts'
import { shortenRetention } from '../retention/page.ts'
import { REGISTER } from '../retention/register.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { captureRecords } from './capture-job.ts'
import { saveDuties } from './duties.ts'
import { goLive, liveFacts, readGoLive, takeBack } from './go-live.ts'
import { currentNotice, findPublicNotice, listNotices, publishNotice } from './notice.ts'
import { NOTICE_ELEMENTS } from './notice-content.ts'
import { noticePage } from './notice-page.ts'
import { recordCsv } from './print.ts'
import { DATA_WORDS, RETENTION_WORDS } from './processing-words.ts'
import { proposeNotice } from './propose-notice.ts'
import { documentAssessment, screenImpact } from './screen.ts'
import {
  approveRecord,
  captureRecord,
  changesBetween,
  listVersions,
  liveRecord,
  sectionsOf,
} from './versions.ts'

const DUTIES = {
  address: 'Gärtnerweg 12, 10115 Berlin',
  dpo: { kind: 'named', name: 'Ines Falk', contact: 'dpo@blatt.example' },
  hoster: { name: 'Host GmbH', country: 'DE', contract: { reference: 'AVV 7', signedOn: '2026-09-01' } },
  metaContract: { reference: 'WhatsApp DPT', signedOn: '2026-09-01' },
} as const

describe('records', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let ctx: Context
  const as = (role: Role, of = business) =>
    createContext(runtime, of.businessId, { kind: 'member', memberId: newId(), role })
  const approve = async (by: Context) =>
    approveRecord(by, 'processing', (await liveRecord(by, 'processing')).hash)

  beforeAll(async () => {
    runtime = await createTestRuntime()
    runtime.hooks.on(nameRetention, describeRetention)
    business = await createTestBusiness(runtime)
    ctx = as('dpo')
    await takeBack(ctx, business.channelId)
  })
  afterAll(() => runtime.close())

  const why = () =>
    explain(business.ctx, { contactId, channelId: business.channelId, topicId: business.topics.newsletter })
  let contactId = ''

  it('C-52: a number goes live only when everything is recorded, and the gate keeps to it', async () => {
    contactId = newId()
    await sql`insert into contact (business_id, contact_id, created_at, updated_at)
      values (${business.businessId}, ${contactId}, now(), now())`.execute(runtime.db)
    const blocked = async () => (await why())?.checks.find((check) => check.key === 'not_live')?.ok === false
    const steps: [missing: string, done: () => Promise<unknown>][] = [
      ['meta_contract', () => saveDuties(ctx, { metaContract: DUTIES.metaContract })],
      ['hoster_contract', () => saveDuties(ctx, { hoster: DUTIES.hoster })],
      ['dpo', () => saveDuties(ctx, { dpo: DUTIES.dpo, address: DUTIES.address })],
      ['notice', async () => publishNotice(ctx, { language: 'de', content: await proposeNotice(ctx, 'de') })],
      ['dpia', () => screenImpact(ctx, { yes: [] })],
      ['record_approved', () => approve(ctx)],
    ]
    const open = steps.map(([missing]) => missing)
    for (const [missing, done] of steps) {
      expect((await readGoLive(ctx)).missing.sort()).toEqual([...open].sort())
      await expect(goLive(as('owner'), business.channelId)).rejects.toMatchObject({
        code: 'not_ready_for_live',
        fields: expect.objectContaining({ [missing]: expect.anything() }),
      })
      expect(await blocked()).toBe(true)
      await done()
      open.shift()
    }
    expect(await readGoLive(ctx)).toMatchObject({ missing: [], done: 6, total: 6 })
    for (const role of ['marketer', 'agent', 'dpo'] as const)
      await expect(goLive(as(role), business.channelId)).rejects.toMatchObject({ code: 'role_missing' })
    expect((await goLive(as('owner'), business.channelId)).liveAt).toEqual(runtime.clock.now())
    expect(await blocked()).toBe(false)
    await takeBack(ctx, business.channelId)
    expect(await blocked()).toBe(true)
    await goLive(as('owner'), business.channelId)
  })

  it('C-52: what comes up after the screening or the approval has to be looked at before another number', async () => {
    await createField(as('marketer'), {
      key: 'plz',
      label: 'PLZ',
      type: 'text',
      purpose: 'Angebote aus der Nähe',
    })
    expect(await liveFacts(ctx)).toMatchObject({ screening: 'stale', record: 'changed' })
    await expect(screenImpact(ctx, { yes: [] })).rejects.toMatchObject({
      code: 'reason_missing',
      fields: { location: expect.anything() },
    })
    await screenImpact(ctx, { yes: ['location', 'scale'] })
    expect((await liveFacts(ctx)).screening, 'C-56').toBe('required')
    await documentAssessment(ctx, { where: 'DSFA-Ordner, Nr. 3' })
    await approve(ctx)
    expect((await readGoLive(ctx)).missing).toEqual([])
  })

  it('C-51: the record follows the live configuration: a change of retention shows in its differences', async () => {
    const before = await withTransaction(ctx, (tx) => captureRecord(tx, 'processing'))
    expect(
      await withTransaction(ctx, (tx) => captureRecord(tx, 'processing')),
      'the same is one version',
    ).toEqual(before)
    const longer: Context = { ...ctx, config: { ...ctx.config, keepMessagesMonths: 24 } }
    const live = await liveRecord(longer, 'processing')
    expect(live.hash).not.toBe(before.hash)
    const changes = changesBetween('processing', before.content, live.content, 'de')
    expect(changes.length).toBeGreaterThan(0)
    expect(changes.every((change) => change.section === 'Löschfristen')).toBe(true)
    expect(changes.map((change) => [change.before?.[1], change.after?.[1]])).toContainEqual([
      '390 Tage',
      '720 Tage',
    ])
    await shortenRetention(ctx, 'notifications', { days: 30 })
    const shorter = await liveRecord(ctx, 'processing')
    expect(changesBetween('processing', before.content, shorter.content, 'en')).toMatchObject([
      {
        row: 'Notifications to the team',
        before: [expect.anything(), '180 days', expect.anything()],
        after: [expect.anything(), '30 days', expect.anything()],
      },
    ])
    await shortenRetention(ctx, 'notifications', { days: null })
    await expect(approveRecord(longer, 'processing', before.hash)).rejects.toMatchObject({
      code: 'record_changed',
    })
    const after = await withTransaction(longer, (tx) => captureRecord(tx, 'processing'))
    expect(after.version).toBe(before.version + 1)
    expect((await listVersions(ctx, 'processing'))[0]).toMatchObject({
      version: after.version,
      approvedAt: null,
    })
  })

  it('C-51: names roles, purposes, data, recipients, transfers, retention and measures', async () => {
    await saveDuties(ctx, {
      operator: { name: 'Agentur AG', address: 'Wien', contact: 'hi@agentur.example' },
    })
    const { content } = await liveRecord(ctx, 'processing')
    for (const language of ['de', 'en'] as const) {
      const sections = sectionsOf('processing', content, language)
      expect(sections.map((section) => section.key)).toEqual([
        'controller',
        'activities',
        'data',
        'recipients',
        'transfers',
        'retention',
        'measures',
        'processor',
      ])
      for (const section of sections) {
        expect(section.rows.length, section.key).toBeGreaterThan(0)
        for (const row of section.rows) expect(row).toHaveLength(section.columns.length)
      }
    }
    const csv = await recordCsv(ctx, 'processing', undefined, 'de')
    for (const said of [
      'Pflanzenpost',
      'Angebote aus der Nähe',
      'WhatsApp Ireland',
      'Host GmbH',
      'Agentur AG',
      'Ines Falk',
    ])
      expect(csv).toContain(said)
    expect(csv, 'nobody sends mail here').not.toContain('smtp')
    const mailing: Context = {
      ...ctx,
      config: { ...ctx.config, mail: { smtpUrl: 'smtps://u:p@mail.blatt.example', from: 'a@b.example' } },
    }
    const withMail = await recordCsv(mailing, 'processing', undefined, 'de')
    expect(withMail).toContain('mail.blatt.example')
    expect(withMail, 'no password').not.toContain('u:p')
    await saveDuties(ctx, { operator: null })
  })

  it('C-54: mirrors where Meta keeps content', async () => {
    const place = async () => {
      const { content } = await liveRecord(ctx, 'processing')
      return sectionsOf('processing', content, 'de').find((section) => section.key === 'transfers')
        ?.rows[0]?.[2]
    }
    expect(await place()).toContain('30 Tage')
    await withTransaction(ctx, (tx) =>
      noteStorage(tx, business.channelId, { kind: 'in_country', region: 'DE', from: 'meta' }),
    )
    expect(await place()).toContain('Deutschland (EU)')
  })

  it('C-13: notices are versions that nobody can change, and the page a business without one links', async () => {
    const other = await createTestBusiness(runtime)
    await sql`update business set privacy_url = null where business_id = ${other.businessId}`.execute(
      runtime.db,
    )
    const dpo = as('dpo', other)
    await saveDuties(dpo, DUTIES)
    const content = await proposeNotice(dpo, 'de')
    for (const element of NOTICE_ELEMENTS) {
      const publishing = publishNotice(dpo, { language: 'de', content: { ...content, [element]: ' ' } })
      await expect(publishing).rejects.toMatchObject({
        code: 'notice_incomplete',
        fields: { [element]: expect.anything() },
      })
    }
    expect((await liveFacts(dpo)).noticeLacks).toBeNull()
    const first = await publishNotice(dpo, { language: 'de', content })
    expect(await publishNotice(dpo, { language: 'de', content }), 'the same is one version').toMatchObject({
      version: 1,
    })
    const second = await publishNotice(dpo, {
      language: 'de',
      content: { ...content, dpo: 'Ines <b>Falk</b>, 030' },
    })
    expect([first.version, second.version]).toEqual([1, 2])
    expect((await listNotices(dpo)).map((notice) => notice.version)).toEqual([2, 1])
    const { slug, privacyUrl } = await getBusiness(dpo)
    expect(privacyUrl).toBe(`${runtime.config.publicUrl}/notice/${slug}`)
    const found = await findPublicNotice(runtime, slug, 'fr')
    expect(found).toMatchObject({ notice: { version: 2, language: 'de' } })
    const page = found ? noticePage(found) : ''
    expect(page).toContain('Ines &#60;b&#62;Falk')
    expect(page).not.toContain('<script')
    expect(await findPublicNotice(runtime, 'nobody', 'de')).toBeNull()
    for (const change of [
      sql`update privacy_notice set content = '{}' where business_id = ${other.businessId}`,
      sql`delete from privacy_notice where business_id = ${other.businessId}`,
      sql`delete from record_version`,
      sql`update record_version set hash = 'x'`,
    ]) {
      await expect(change.execute(runtime.db)).rejects.toThrow('append-only')
    }
    expect(await currentNotice(as('dpo'), 'de')).toMatchObject({ version: 1 })
    expect((await getBusiness(as('dpo'))).privacyUrl, 'its own page stays').toContain('blattwerk.example')
  })

  it('C-53: tells the members when the list of processors changes', async () => {
    await captureRecords(runtime)
    await saveDuties(ctx, {
      processors: [{ name: 'Druckerei', service: 'QR-Plakate', country: 'DE', from: '2027-01-01' }],
    })
    await captureRecords(runtime)
    await captureRecords(runtime)
    const told = await runtime.db
      .selectFrom('notification')
      .select('data')
      .where('business_id', '=', business.businessId)
      .where('kind', '=', 'records.processors_changed')
      .execute()
    expect(told).toEqual([{ data: { names: 'Druckerei' } }])
  })

  it('has words for every table about people; write them into records/processing-words.ts', () => {
    const titles = Object.values(PERSON_TABLES).map(({ title }) => title)
    expect(titles.filter((title) => !DATA_WORDS[title])).toEqual([])
    const ending = Object.keys(PERSON_TABLES).filter((table) =>
      REGISTER[table]?.some((rule) => rule.does !== 'keep'),
    )
    expect(ending.filter((table) => !RETENTION_WORDS[table])).toEqual([])
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getCard, listTimeline, whyContact } from '../card/index.ts'
import { holdContact, importContacts, listContacts, updateContact } from '../contacts/index.ts'
import { enqueueMessage } from '../dispatch/index.ts'
import { createContext, newId, withTransaction } from '../platform/index.ts'
import { describeRetention } from '../retention/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { dump, traces } from '../testing/dump.ts'
import { optIn, wamidFor, wireChats, write } from '../testing/opt-in.ts'
import { readPdf } from '../testing/pdf-text.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { wamidDigest } from '../whatsapp/index.ts'
import { erasePerson } from './erase.ts'
import { exportPerson } from './export.ts'
import { exportPersonPdf } from './export-pdf.ts'
import { nameRetention } from './hooks.ts'
import { listPrivacyRequests } from './list.ts'
import { PERSON_TABLES } from './person-tables.ts'
import { exportPortable, PortableExport } from './portability.ts'
import { sweepErased } from './sweep.ts'

const ANNA = {
  phone: '+4915127182818',
  name: 'Annegret Quittenbaum',
  text: 'Ich hätte gern eure Pflanzenpost, danke!',
}

describe('privacy', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let anna: string

  beforeAll(async () => {
    runtime = await createTestRuntime()
    wireChats(runtime)
    runtime.hooks.on(nameRetention, describeRetention)
    business = await createTestBusiness(runtime)
    anna = await optIn(business, ANNA)
  })
  afterAll(() => runtime.close())

  it('C-37: knows every table that holds something about a person', async () => {
    const { rows } = await sql<{ name: string; sealed: string[] | null }>`
      select c.table_name as name, array_agg(c.column_name::text) filter (where c.data_type = 'bytea') as sealed
      from information_schema.columns c
      where c.table_schema = 'public' and c.table_name in (
        select table_name from information_schema.columns
        where table_schema = 'public' and column_name in ('contact_id', 'used_by', 'person_id'))
        and not (select relispartition from pg_class where oid = to_regclass(c.table_name))
      group by c.table_name`.execute(runtime.db)
    expect(Object.keys(PERSON_TABLES).sort()).toEqual(rows.map((row) => row.name).sort())
    for (const { name, sealed } of rows) {
      const { sealed: opened = {}, hidden = [] } = PERSON_TABLES[name] ?? {}
      expect([...Object.keys(opened), ...hidden], name).toEqual(expect.arrayContaining(sealed ?? []))
    }
  })

  it('C-37: gives a person everything, opened', async () => {
    await holdContact(business.ctx, anna, { reason: 'Frau Quittenbaum überlegt' })
    const dpo = createContext(runtime, business.businessId, {
      kind: 'member',
      memberId: newId(),
      role: 'dpo',
    })
    const text = JSON.stringify(await exportPerson(dpo, anna))
    for (const part of [
      ANNA.phone,
      ANNA.name,
      ANNA.text,
      'Frau Quittenbaum überlegt',
      'JA',
      'Pflanzenpost',
      'blattwerk.example/blumen',
      'WhatsApp Ireland',
    ]) {
      expect(text, part).toContain(part)
    }
    expect(text).not.toMatch(/_sealed|wrapped|digest/)
    const marketer = createContext(runtime, business.businessId, {
      kind: 'member',
      memberId: newId(),
      role: 'marketer',
    })
    await expect(exportPerson(marketer, anna)).rejects.toThrow('role_missing')
    expect((await listPrivacyRequests(dpo, {}, 'de')).items).toMatchObject([
      { kind: 'access', contactId: anna, state: 'done' },
    ])
  })

  it('C-37: prints it, readable, with nothing left out', async () => {
    const { text } = await readPdf(await exportPersonPdf(business.ctx, anna))
    const plain = text.replaceAll(/\s+/g, '')
    for (const part of [
      'Auskunft über deine Daten',
      ANNA.phone,
      ANNA.name,
      ANNA.text,
      'Frau Quittenbaum überlegt',
      'blattwerk.example/blumen',
      'WhatsApp Ireland',
      'Pflanzenpost',
      'zugestimmt',
      'Profil',
    ])
      expect(plain, part).toContain(part.replaceAll(/\s+/g, ''))
    const said = (words: string) => plain.indexOf(words.replaceAll(/\s+/g, ''))
    expect(said('von dir'), 'as it was said, one after the other').toBeLessThan(
      said('Danke, du bist angemeldet'),
    )
  })

  it('C-37: tells what was said within one second in the order in which it came', async () => {
    const person = { phone: '+4915127182830', name: 'Bruno' }
    const said = ['Moin', 'zwei Fragen', 'habt ihr', 'die blauen', 'noch da']
    let bruno = ''
    for (const text of said) bruno = await write(business, { ...person, text })
    const { data } = await exportPerson(business.ctx, bruno)
    const texts = (data.messagesFromPerson ?? []).map((row) => row.content)
    expect(texts).toMatchObject(said.map((text) => ({ text })))
    const { text } = await readPdf(await exportPersonPdf(business.ctx, bruno))
    const places = said.map((words) => text.indexOf(words))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('C-42: gives what the person provided in a form to take along, with a receipt for each consent', async () => {
    const portable = await exportPortable(business.ctx, anna)
    expect(PortableExport.parse(JSON.parse(JSON.stringify(portable)))).toEqual(portable)
    expect(portable.profile).toMatchObject({ name: ANNA.name, phone: ANNA.phone })
    expect(portable.messages.map((message) => message.text)).toContain(ANNA.text)
    expect(portable.consents).toMatchObject([
      { 'dpv:hasPurpose': 'newsletter', 'dpv:hasConsentStatus': 'dpv:ConsentGiven' },
    ])
    expect(portable.consents[0]?.events.map((event) => event.state)).toEqual([
      'dpv:ConsentRequested',
      'dpv:ConsentRequested',
      'dpv:ConsentGiven',
    ])
    // What the business noted is for access, not for this.
    expect(JSON.stringify(portable)).not.toContain('überlegt')
  })

  it('erases nobody by a slip or by the wrong role', async () => {
    const marketer = createContext(runtime, business.businessId, {
      kind: 'member',
      memberId: newId(),
      role: 'marketer',
    })
    await expect(erasePerson(marketer, anna, { confirm: 'ERASE' })).rejects.toThrow('role_missing')
    await expect(erasePerson(business.ctx, anna, { confirm: 'erase' as 'ERASE' })).rejects.toThrow()
    expect((await getCard(business.ctx, anna, 'de')).consents[0]?.state).toBe('confirmed')
  })

  it('C-40: leaves nothing that opens, and no trace in a dump', async () => {
    const at = runtime.clock.now()
    await withTransaction(business.ctx, (tx) =>
      enqueueMessage(tx, {
        contactId: anna,
        channelId: business.channelId,
        kind: 'reply',
        category: 'service',
        body: { type: 'text', text: { body: 'Guten Tag Frau Quittenbaum' } },
      }),
    )
    await runtime.db
      .insertInto('webhook_update')
      .values({
        business_id: business.businessId,
        month: '2026-11-01',
        update_key: wamidDigest(business.ctx, wamidFor(ANNA.phone, 'raw')),
        channel_id: business.channelId,
        kind: 'message',
        person_digest: runtime.vault.digest(business.businessId, 'phone', ANNA.phone),
        at,
        received_at: at,
        payload_sealed: Buffer.from('sealed'),
      })
      .execute()
    await updateContact(business.ctx, anna, { language: 'de' })
    const ben = await write(business, { phone: '+4915131415926', name: 'Ben', text: 'Hallo, ich bin Ben' })

    const report = await erasePerson(business.ctx, anna, { confirm: 'ERASE' })
    expect(Object.fromEntries(report.erased.map(({ what, count }) => [what, count]))).toMatchObject({
      profile: 1,
      identities: 1,
      messages_from: 1,
      messages_to: 3,
      deliveries: 1,
      consents: 1,
    })
    const all = await dump(runtime.db)
    for (const needle of [
      ANNA.phone.slice(1),
      ANNA.phone.slice(3),
      'Quittenbaum',
      'Annegret',
      'Pflanzenpost, danke',
      'blumen',
    ]) {
      expect(traces(all, [needle]), needle).toEqual([])
    }
    const left = await runtime.db
      .selectFrom('message')
      .select(['state', 'reason'])
      .where('contact_id', '=', anna)
      .execute()
    expect(left.filter((row) => row.state === 'queued' || row.state === 'sending')).toEqual([])
    await expect(getCard(business.ctx, anna, 'de')).rejects.toThrow('not_found')
    await expect(listTimeline(business.ctx, anna, {})).rejects.toThrow('not_found')
    await expect(exportPerson(business.ctx, anna)).rejects.toThrow('not_found')
    await expect(erasePerson(business.ctx, anna, { confirm: 'ERASE' })).rejects.toThrow('not_found')
    expect((await listContacts(business.ctx, { search: ANNA.phone })).items).toEqual([])
    expect((await getCard(business.ctx, ben, 'de')).name).toBe('Ben')
    const [request] = (await listPrivacyRequests(business.ctx, {}, 'en')).items
    expect(request).toMatchObject({ kind: 'erasure', contactId: anna })
    expect(request?.report?.kept.map((kept) => kept.what)).toContain('Entry on the block list')
  })

  it('sweeps away what WhatsApp reports afterwards', async () => {
    const at = runtime.clock.now()
    const own = { business_id: business.businessId, contact_id: anna }
    await runtime.db
      .insertInto('webhook_update')
      .values({
        ...own,
        month: '2026-11-01',
        update_key: wamidDigest(business.ctx, `${wamidFor(ANNA.phone, 'late')}:read`),
        channel_id: business.channelId,
        kind: 'status',
        at,
        received_at: at,
        payload_sealed: Buffer.from('s'),
      })
      .execute()
    await sweepErased(runtime)
    expect(
      await runtime.db.selectFrom('webhook_update').selectAll().where('contact_id', '=', anna).execute(),
    ).toEqual([])
  })

  it('C-34: keeps the block list, and says so when the person comes back in a file', async () => {
    async function* file() {
      yield Buffer.from(`Name;Telefon\n${ANNA.name};${ANNA.phone}\n`)
    }
    await importContacts(business.ctx, {
      fileName: 'k.csv',
      mapping: { phoneColumn: 'Telefon', nameColumn: 'Name' },
      bytes: file(),
    })
    const [again] = (await listContacts(business.ctx, { search: ANNA.phone })).items
    expect(again).toMatchObject({ suppressed: true, consents: [] })
    expect(again?.id).not.toBe(anna)
    const why = await whyContact(business.ctx, again?.id ?? '', {}, 'en')
    expect(why.verdict).toBe('withheld')
    expect(why.checks.find((check) => check.key === 'suppressed')).toMatchObject({
      ok: false,
      title: 'On the block list',
    })
  })

  it('C-34: keeps what a plain digest of the number would give away out of the block list', async () => {
    const other = await createTestBusiness(runtime)
    const rows = await runtime.db.selectFrom('suppression').select('digest').execute()
    const [row] = rows
    expect(row?.digest).toBe(runtime.vault.digest(business.businessId, 'phone', ANNA.phone))
    expect(row?.digest).not.toBe(runtime.vault.digest(other.businessId, 'phone', ANNA.phone))
  })
})

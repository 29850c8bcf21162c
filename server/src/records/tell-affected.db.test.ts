import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHAT_LANGUAGES } from '../consent/index.ts'
import { openPerson, personKey, resolveContact, restrictContact } from '../contacts/index.ts'
import { payloadPlace } from '../dispatch/index.ts'
import { createContext, HOUR, newId, type Role, withTransaction } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { countReach } from './affected.ts'
import { exportAffected } from './affected-list.ts'
import { addToBreach, type Breach, getBreach, openBreach } from './breach.ts'
import { AffectedQuery } from './breach-entries.ts'
import { breachLetter } from './breach-text.ts'
import { runTellAffected, tellAffected, tellAffectedJob } from './tell-affected.ts'

const FORM = {
  nature: 'Eine Liste ging an die falsche Adresse.',
  peopleCategories: 'Abonnenten',
  people: 5,
  recordCategories: 'Namen und Nummern',
  records: 5,
  contact: 'datenschutz@blatt.example',
  consequences: 'Fremde könnten dir schreiben.',
  measures: 'Die Liste wurde gelöscht.',
}
const ALL = AffectedQuery.parse({ table: 'contact' })

/** Telling the people whom a breach concerns: in the chat only while their own message opens it, else by list. */
describe('telling the people concerned', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let breach: Breach
  const people: Record<'anna' | 'ben' | 'cem' | 'dora' | 'eva', string> = {
    anna: '',
    ben: '',
    cem: '',
    dora: '',
    eva: '',
  }
  const as = (role: Role) =>
    createContext(runtime, business.businessId, { kind: 'member', memberId: newId(), role })

  beforeAll(async () => {
    runtime = await createTestRuntime()
    runtime.jobs.on(tellAffectedJob, runTellAffected)
    await runtime.jobs.prepare()
    business = await createTestBusiness(runtime)
    people.anna = await person(1, 'Anna', 'de', 1)
    people.ben = await person(2, 'Ben', 'fr', 23)
    people.cem = await person(3, 'Cem', 'de', 25)
    people.dora = await person(4, 'Dora', 'de', null)
    people.eva = await person(5, 'Eva', 'es', 2)
    breach = await openBreach(as('dpo'), {
      knownAt: runtime.clock.now().toISOString(),
      what: 'Eine Liste ging an die Falschen.',
    })
  })
  afterAll(() => runtime.close())

  /** @param hoursAgo when they last wrote; null: never */
  async function person(n: number, name: string, language: string, hoursAgo: number | null): Promise<string> {
    const { contactId } = await withTransaction(business.ctx, (tx) =>
      resolveContact(tx, { phone: `+491511234570${n}`, name }),
    )
    const at = hoursAgo === null ? null : new Date(runtime.clock.now().getTime() - hoursAgo * HOUR)
    await runtime.db
      .updateTable('contact')
      .set({
        language,
        last_inbound_at: at,
        attributes: JSON.stringify({ email: `${name}@post.example`, umsatz: 12 }),
      })
      .where('contact_id', '=', contactId)
      .execute()
    if (at) {
      await runtime.db
        .insertInto('conversation')
        .values({
          business_id: business.businessId,
          contact_id: contactId,
          channel_id: business.channelId,
          state: 'open',
          last_inbound_at: at,
          last_at: at,
        })
        .execute()
    }
    return contactId
  }
  const messages = () =>
    runtime.db
      .selectFrom('message')
      .select(['contact_id', 'message_id', 'kind', 'category', 'state', 'payload_sealed'])
      .where('business_id', '=', business.businessId)
      .orderBy('message_id')
      .execute()
  const list = async (untold: boolean) => {
    let csv = ''
    for await (const part of await exportAffected(as('dpo'), breach.id, {
      query: ALL,
      language: 'de',
      untold,
    }))
      csv += part
    return csv
  }

  it('C-55: needs everything that Art. 34 (2) asks for before a text leaves', async () => {
    await expect(tellAffected(as('dpo'), breach.id, { query: ALL })).rejects.toMatchObject({
      code: 'facts_missing',
    })
    for (const role of ['agent', 'marketer'] as const)
      await expect(tellAffected(as(role), breach.id, { query: ALL })).rejects.toMatchObject({
        code: 'role_missing',
      })
    breach = await addToBreach(as('dpo'), breach.id, { kind: 'form', form: FORM })
    const long = { ...FORM, nature: 'x'.repeat(2_000), measures: 'x'.repeat(2_000) }
    await expect(
      tellAffected(as('dpo'), breach.id, { query: ALL, translations: { fr: long } }),
    ).rejects.toMatchObject({ code: 'letter_too_long' })
    expect(await messages()).toEqual([])
  })

  it('C-55: has the text in six languages, each with the facts and nothing else', () => {
    const texts = CHAT_LANGUAGES.map((language) => breachLetter(FORM, 'Blattwerk', language))
    expect(new Set(texts).size).toBe(CHAT_LANGUAGES.length)
    for (const text of texts) {
      for (const said of [FORM.nature, FORM.recordCategories, FORM.contact, FORM.consequences, FORM.measures])
        expect(text).toContain(said)
      expect(text).toMatch(/34/)
      expect(text).not.toMatch(/https?:|%|€|\[/)
    }
  })

  it('C-55, C-63: goes as an answer inside the open window, in the language of the person, once; to nobody else', async () => {
    expect(await countReach(as('dpo'), breach.id, ALL)).toEqual({
      told: 0,
      waiting: 0,
      reachable: 3,
      not_arrived: 0,
      window_closed: 1,
      number_off: 0,
      never_wrote: 1,
    })
    await restrictContact(as('dpo'), people.eva, { ground: 'accuracy_disputed' })
    const french = {
      nature: 'Une liste a été envoyée à la mauvaise adresse.',
      recordCategories: 'Noms et numéros',
      contact: 'datenschutz@blatt.example',
      consequences: 'Des inconnus pourraient t’écrire.',
      measures: 'La liste a été effacée.',
    }
    breach = await tellAffected(as('dpo'), breach.id, { query: ALL, translations: { fr: french } })
    expect(breach.entries.at(-1)).toMatchObject({ kind: 'affected', people: 5, told: { reachable: 3 } })
    await runtime.jobs.drain(runtime)
    const sent = await messages()
    expect(sent.map((row) => row.contact_id).sort()).toEqual([people.anna, people.ben, people.eva].sort())
    for (const row of sent) {
      expect(row).toMatchObject({ kind: 'notice', category: 'service' })
      const key = await personKey(business.ctx, row.contact_id)
      if (!key || !row.payload_sealed) throw new Error('A message has its text.')
      const body = openPerson(
        business.ctx,
        key,
        row.contact_id,
        payloadPlace(row.message_id),
        row.payload_sealed,
      )
      // Spanish was not translated: the facts are in the words of the form, and so is the frame.
      expect(body).toContain(row.contact_id === people.ben ? french.nature : FORM.nature)
      expect(body).toContain(row.contact_id === people.ben ? 'RGPD' : 'DSGVO')
    }
    // Again, by the job and by the member: nobody twice.
    const seq = breach.entries.at(-1)?.seq ?? 0
    await runTellAffected(runtime, { businessId: business.businessId, breachId: breach.id, seq })
    expect(await messages()).toHaveLength(3)
    await expect(tellAffected(as('dpo'), breach.id, { query: ALL })).rejects.toMatchObject({
      code: 'nobody_reachable',
    })
    expect(await countReach(as('dpo'), breach.id, ALL)).toMatchObject({ waiting: 3, reachable: 0 })
  })

  it('C-55: counts who was told, and lists all others with the reason and their address, for mail, post or phone', async () => {
    await runtime.db
      .updateTable('message')
      .set({ state: 'delivered' })
      .where('contact_id', '=', people.anna)
      .execute()
    await runtime.db
      .updateTable('message')
      .set({ state: 'withheld', reason: 'window_closed' })
      .where('contact_id', '=', people.ben)
      .execute()
    expect(await countReach(as('dpo'), breach.id, ALL)).toMatchObject({ told: 1, waiting: 1, not_arrived: 1 })
    await runtime.db
      .insertInto('contact_field')
      .values(
        [
          { key: 'email', label: 'E-Mail', type: 'text', purpose: 'Rechnungen senden' },
          { key: 'umsatz', label: 'Umsatz', type: 'number', purpose: 'Statistik für uns' },
        ].map((field) => ({
          ...field,
          type: field.type === 'number' ? ('number' as const) : ('text' as const),
          business_id: business.businessId,
          created_at: runtime.clock.now(),
        })),
      )
      .execute()
    const everybody = await list(false)
    expect(everybody).toContain('Anna')
    expect(everybody).toContain('benachrichtigt')
    const untold = await list(true)
    expect(untold).not.toContain('Anna')
    expect(untold).not.toContain('Eva')
    expect(untold).toMatch(/Ben.*die Nachricht kam nicht an.*Ben@post\.example/)
    expect(untold).toMatch(/Cem.*vor mehr als 24 Stunden/)
    expect(untold).toMatch(/Dora.*nie geschrieben/)
    expect(untold).not.toMatch(/Umsatz|;12/)
    const audit = await runtime.db
      .selectFrom('audit_entry')
      .select(['action', 'after'])
      .where('entity_id', '=', breach.id)
      .where('action', 'in', ['breach.tell', 'breach.export_affected'])
      .orderBy('audit_id')
      .execute()
    expect(audit).toEqual([
      { action: 'breach.tell', after: { seq: 3, people: 5, reachable: 3 } },
      { action: 'breach.export_affected', after: { people: 5, table: 'contact', untold: false } },
      { action: 'breach.export_affected', after: { people: 3, table: 'contact', untold: true } },
    ])
  })

  it('C-55: notes when and in which ways people were told', async () => {
    const noted = await addToBreach(as('dpo'), breach.id, {
      kind: 'people',
      decision: 'told',
      text: 'Drei im Chat, zwei per Brief',
      how: ['chat', 'post'],
      at: runtime.clock.now().toISOString(),
    })
    expect(noted.entries.at(-1)).toMatchObject({ how: ['chat', 'post'] })
    expect((await getBreach(as('dpo'), breach.id)).state.people).toBe('told')
  })
})

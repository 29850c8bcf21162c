import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBusiness } from '../businesses/index.ts'
import { type Context, createContext, newId, withTransaction } from '../platform/index.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { closeInterruptedImports } from './close-imports.ts'
import { eraseContact } from './erase.ts'
import { createField, deleteField } from './fields.ts'
import { holdContact, unholdContact } from './hold.ts'
import { importContacts } from './import.ts'
import { getImport, listImports } from './import-view.ts'
import { listContacts } from './list.ts'
import { resolveContact } from './resolve.ts'
import { updateContact } from './update.ts'

describe('contacts', () => {
  let runtime: TestRuntime
  let ctx: Context
  const as = (role: 'owner' | 'agent' | 'marketer' | 'dpo') =>
    createContext(runtime, ctx.businessId, { kind: 'member', memberId: newId(), role })

  async function* bytes(...texts: string[]) {
    for (const text of texts) yield Buffer.from(text)
  }
  const load = (text: string, mapping = { phoneColumn: 'Telefon', nameColumn: 'Name' }) =>
    importContacts(ctx, { fileName: 'kunden.csv', mapping, bytes: bytes(text) })
  const find = async (search: string) => (await listContacts(ctx, { search })).items.map((row) => row.name)

  beforeAll(async () => {
    runtime = await createTestRuntime()
    const system = createContext(runtime, newId(), { kind: 'system', job: 'test' })
    const business = await createBusiness(system, { slug: 'blatt', name: 'Blatt', legalName: 'Blatt GmbH' })
    ctx = createContext(runtime, business.id, { kind: 'member', memberId: newId(), role: 'owner' })
  })
  afterAll(() => runtime.close())

  it('are found by the start of each name and by any part of the number that makes sense', async () => {
    await withTransaction(ctx, (tx) =>
      resolveContact(tx, { phone: '+4915123450001', name: 'Anna-Lena Öztürk' }),
    )
    await withTransaction(ctx, (tx) => resolveContact(tx, { bsuid: 'DE.77', name: 'Ben' }))
    for (const search of [
      'anna',
      'LENA ozt',
      'anna ö',
      'Öztürk',
      '0151 23450001',
      '+49 151 23450001',
      '0001',
      '3450001',
    ]) {
      expect(await find(search), search).toEqual(['Anna-Lena Öztürk'])
    }
    for (const search of ['a', '001', 'nna', 'anna ben', '0002'])
      expect(await find(search), search).toEqual([])
  })

  it('come in pages, newest first, without gaps or repeats', async () => {
    for (let n = 0; n < 5; n++) {
      if (n % 2 === 0) runtime.clock.advance(1000)
      await withTransaction(ctx, (tx) => resolveContact(tx, { bsuid: `DE.page${n}` }))
    }
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await listContacts(ctx, { limit: 2, ...(after ? { after } : {}) })
      seen.push(...page.items.map((row) => row.id))
      after = page.next ?? undefined
    } while (after)
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
  })

  it('cannot be listed by a person or a webhook', async () => {
    const stranger = createContext(runtime, ctx.businessId, { kind: 'person', contactId: null })
    await expect(listContacts(stranger, {})).rejects.toThrow('role_missing')
  })

  describe('fields', () => {
    it('C-46, C-23: need a purpose, and are refused for special categories and for consent', async () => {
      const field = {
        key: 'stadt',
        label: 'Stadt',
        type: 'text' as const,
        purpose: 'Einladungen zu Terminen in der Nähe',
      }
      await expect(createField(ctx, { ...field, purpose: '' })).rejects.toThrow()
      await expect(createField(ctx, { ...field, key: 'religion' })).rejects.toThrow('special_category')
      await expect(createField(ctx, { ...field, key: 'opt_in' })).rejects.toThrow('consent_is_no_field')
      await expect(createField(as('agent'), field)).rejects.toThrow('role_missing')
      await createField(ctx, field)
      await expect(createField(ctx, field)).rejects.toThrow('field_exists')
      await createField(ctx, {
        key: 'umsatz',
        label: 'Umsatz',
        type: 'number',
        purpose: 'Angebote passend zum Bedarf',
      })
    })

    it('go with their values, unless a segment asks for them', async () => {
      await createField(ctx, { key: 'weg', label: 'Weg', type: 'text', purpose: 'nur für diesen Test' })
      const { contactId } = await withTransaction(ctx, (tx) => resolveContact(tx, { bsuid: 'DE.field' }))
      await updateContact(ctx, contactId, { attributes: { weg: 'ja', stadt: 'Köln' } })
      const rules = {
        match: 'all',
        groups: [{ match: 'all', rules: [{ field: 'attribute', key: 'weg', op: 'set' }] }],
      }
      const now = runtime.clock.now()
      await runtime.db
        .insertInto('segment')
        .values({
          business_id: ctx.businessId,
          segment_id: newId(),
          name: 'S',
          rules: JSON.stringify(rules),
          created_at: now,
          updated_at: now,
        })
        .execute()
      await expect(deleteField(ctx, 'weg')).rejects.toThrow('field_in_use')
      await runtime.db.deleteFrom('segment').execute()
      await deleteField(ctx, 'weg')
      const row = await runtime.db
        .selectFrom('contact')
        .select('attributes')
        .where('contact_id', '=', contactId)
        .executeTakeFirstOrThrow()
      expect(row.attributes).toEqual({ stadt: 'Köln' })
    })
  })

  it('change by what the business noted, and the audit log keeps no value of it', async () => {
    const { contactId } = await withTransaction(ctx, (tx) =>
      resolveContact(tx, { phone: '+4915123450009', name: 'Alt' }),
    )
    await updateContact(as('agent'), contactId, {
      name: 'Neumann',
      language: 'en',
      attributes: { umsatz: '12,5' },
    })
    expect(await find('neum')).toEqual(['Neumann'])
    expect(await find('alt')).toEqual([])
    await expect(
      updateContact(ctx, contactId, { attributes: { umsatz: 'viel', gibtsnicht: 1 } }),
    ).rejects.toThrow('attribute_wrong')
    await holdContact(as('agent'), contactId, { reason: 'Frau Neumann ist unsicher' })
    expect((await listContacts(ctx, { state: 'hold' })).items).toMatchObject([
      { id: contactId, hold: 'Frau Neumann ist unsicher' },
    ])
    await expect(unholdContact(as('agent'), contactId)).rejects.toThrow('role_missing')
    await unholdContact(as('marketer'), contactId)
    expect((await listContacts(ctx, { state: 'hold' })).items).toEqual([])
    const { rows } = await sql<{
      all: string
    }>`select string_agg(a::text, '') as all from audit_entry a`.execute(runtime.db)
    expect(rows[0]?.all).toMatch(/contact\.update/)
    expect(rows[0]?.all).not.toMatch(/Neumann|12\.5/)
  })

  describe('an import', () => {
    it('keeps good rows, reports bad ones with line and reason, and shows where it is', async () => {
      const done = await load(
        'Name;Telefon;Stadt\nIda;0151 11110001;Köln\nJan;123;Bonn\nKai;;Ulm\nLea;+43 664 1110002;Wien\n',
        {
          phoneColumn: 'Telefon',
          nameColumn: 'Name',
          attributes: { Stadt: 'stadt' },
        } as never,
      )
      expect(done).toMatchObject({ state: 'finished', rowsTotal: 4, rowsGood: 2, rowsBad: 2 })
      expect(done.problems).toEqual([
        { line: 3, reason: 'phone_invalid' },
        { line: 4, reason: 'phone_missing' },
      ])
      const [lea] = (await listContacts(ctx, { search: 'Lea' })).items
      expect(lea).toMatchObject({ phone: '+436641110002', country: 'AT', consents: [] })
      expect(await getImport(ctx, done.id)).toEqual(done)
      expect((await listImports(ctx, {})).items[0]?.id).toBe(done.id)
    })

    it('can be run again without doubling anyone; names that are known stay', async () => {
      const count = () =>
        runtime.db
          .selectFrom('contact')
          .select((eb) => eb.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      const before = await count()
      await load('Name;Telefon\nIda Anders;0151 11110001\nIda;+4915111110001\n')
      expect(await count()).toEqual(before)
      expect(await find('Ida')).toEqual(['Ida'])
    })

    it('gives a name to who had none, so that search finds them', async () => {
      await withTransaction(ctx, (tx) => resolveContact(tx, { phone: '+4915111110077' }))
      await load('Name;Telefon\nMia;015111110077\n')
      expect(await find('Mia')).toEqual(['Mia'])
    })

    it('has no way to a consent, and leaves suppression as it is', async () => {
      const digest = runtime.vault.digest(ctx.businessId, 'phone', '+4915111110099')
      await runtime.db
        .insertInto('suppression')
        .values({
          business_id: ctx.businessId,
          kind: 'phone',
          digest,
          reason: 'stop_word',
          since: runtime.clock.now(),
        })
        .execute()
      await load('Name;Telefon;Opt-In\nNoa;015111110099;ja\n')
      const [noa] = (await listContacts(ctx, { search: 'Noa' })).items
      expect(noa).toMatchObject({ consents: [], suppressed: true })
      expect(await runtime.db.selectFrom('consent').selectAll().execute()).toEqual([])
      await expect(
        load('Telefon;Opt-In\n015111110099;ja\n', {
          phoneColumn: 'Telefon',
          attributes: { 'Opt-In': 'opt_in' },
        } as never),
      ).rejects.toThrow('mapping_wrong')
    })

    it('does not bring an erased person back', async () => {
      const { contactId } = await withTransaction(ctx, (tx) =>
        resolveContact(tx, { phone: '+4915111110055', name: 'Olga' }),
      )
      await withTransaction(ctx, (tx) => eraseContact(tx, contactId))
      await load('Name;Telefon\nOlga;015111110055\n')
      const [olga] = (await listContacts(ctx, { search: 'Olga' })).items
      expect(olga?.id).not.toBe(contactId)
    })

    it('survives a value that the database refuses: the other rows are saved', async () => {
      await sql`alter table contact add constraint test_no_cyprus check (country <> 'CY')`.execute(runtime.db)
      const done = await load('Name;Telefon\nPia;015111110061\nQuin;+35799123456\nRia;015111110062\n')
      await sql`alter table contact drop constraint test_no_cyprus`.execute(runtime.db)
      expect(done).toMatchObject({
        state: 'finished',
        rowsGood: 2,
        problems: [{ line: 3, reason: 'not_saved' }],
      })
      expect(await find('Ria')).toEqual(['Ria'])
    })

    it('says so when the upload breaks in the middle, and keeps what was there', async () => {
      async function* broken() {
        yield Buffer.from(`Name;Telefon\n${'Sam;015111110071\n'.repeat(6000)}Tom;01511111`)
        throw new Error('connection lost')
      }
      const done = await importContacts(ctx, {
        fileName: 'x.csv',
        mapping: { phoneColumn: 'Telefon', nameColumn: 'Name' },
        bytes: broken(),
      })
      // The line that had not come to its end is named as the place to go on from.
      expect(done).toMatchObject({
        state: 'failed',
        rowsGood: 6000,
        rowsTotal: 6001,
        problems: [{ line: 6002, reason: 'stopped' }],
      })
      expect(await find('Sam')).toEqual(['Sam'])
    })

    it('whose process died is closed by a job', async () => {
      const done = await load('Telefon\n015111110081\n', { phoneColumn: 'Telefon' } as never)
      await runtime.db
        .updateTable('contact_import')
        .set({ state: 'running' })
        .where('import_id', '=', done.id)
        .execute()
      await closeInterruptedImports(runtime)
      expect((await getImport(ctx, done.id)).state).toBe('running')
      runtime.clock.advance(16 * 60_000)
      await closeInterruptedImports(runtime)
      expect((await getImport(ctx, done.id)).state).toBe('failed')
    })
  })
})

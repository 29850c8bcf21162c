import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resolveContact } from '../contacts/index.ts'
import { createContext, HOUR, newId, type Role, withTransaction } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { countAffected } from './affected.ts'
import { exportAffected } from './affected-list.ts'
import { addToBreach, getBreach, listBreaches, openBreach } from './breach.ts'
import { AffectedQuery } from './breach-entries.ts'
import { saveDuties } from './duties.ts'

describe('the breach desk', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  const as = (role: Role) =>
    createContext(runtime, business.businessId, { kind: 'member', memberId: newId(), role })

  beforeAll(async () => {
    runtime = await createTestRuntime()
    business = await createTestBusiness(runtime)
  })
  afterAll(() => runtime.close())

  it('C-55: counts down from the moment somebody knew, by the hours configured when it began', async () => {
    const knownAt = runtime.clock.now().toISOString()
    const breach = await openBreach(as('dpo'), { knownAt, what: 'Ein Notebook wurde gestohlen.' })
    expect(breach).toMatchObject({
      number: 1,
      deadlineHours: 72,
      state: { remaining: 72 * HOUR, late: false },
    })
    await saveDuties(as('dpo'), { breachHours: 96 })
    runtime.clock.advance(73 * HOUR)
    expect((await getBreach(as('dpo'), breach.id)).state).toMatchObject({ remaining: -HOUR, late: true })
    const late = { kind: 'authority', decision: 'notified', text: 'Online gemeldet, AZ 17' } as const
    await expect(addToBreach(as('dpo'), breach.id, late)).rejects.toMatchObject({
      code: 'delay_reason_missing',
    })
    const told = await addToBreach(as('dpo'), breach.id, { ...late, delay: 'Die Forensik dauerte.' })
    expect(told.state).toMatchObject({ authority: 'notified', late: true })
    const second = await openBreach(as('owner'), { knownAt, what: 'Eine Mail ging an die Falschen.' })
    expect(second).toMatchObject({ number: 2, deadlineHours: 96, state: { late: false } })
    await expect(
      openBreach(as('dpo'), {
        knownAt: new Date(runtime.clock.now().getTime() + 1).toISOString(),
        what: 'Morgen passiert etwas.',
      }),
    ).rejects.toMatchObject({ code: 'in_the_future' })
  })

  it('C-55: is a register of all breaches that nobody can change, sealed, for owners and data protection officers', async () => {
    expect((await listBreaches(as('dpo'))).map((breach) => breach.number)).toEqual([2, 1])
    for (const change of [
      sql`update breach set known_at = now()`,
      sql`delete from breach_entry`,
      sql`update breach_entry set at = now()`,
      sql`delete from breach`,
    ]) {
      await expect(change.execute(runtime.db)).rejects.toThrow('append-only')
    }
    const { rows } = await sql<{
      all: string
    }>`select string_agg(encode(content_sealed, 'escape'), '') as all from breach_entry`.execute(runtime.db)
    expect(rows[0]?.all).not.toContain('Notebook')
    for (const role of ['marketer', 'agent'] as const)
      await expect(listBreaches(as(role))).rejects.toMatchObject({ code: 'role_missing' })
  })

  it('C-55: finds the people concerned by table, time and segment, and lists them', async () => {
    const early = runtime.clock.now()
    const person = (phone: string, name: string) =>
      withTransaction(business.ctx, (tx) => resolveContact(tx, { phone, name }))
    const { contactId: anna } = await person('+4915112345601', 'Anna Früh')
    await person('+4915112345602', 'Ben Früh')
    runtime.clock.advance(10 * HOUR)
    await person('+4915112345603', 'Cem Spät')
    await sql`update contact set language = 'fr' where contact_id = ${anna}`.execute(runtime.db)
    const segmentId = newId()
    await sql`insert into segment (business_id, segment_id, name, rules, created_at, updated_at) values (${business.businessId}, ${segmentId}, 'fr',
      ${JSON.stringify({ match: 'all', groups: [{ match: 'all', rules: [{ field: 'language', op: 'is', value: 'fr' }] }] })}, now(), now())`.execute(
      runtime.db,
    )
    const count = (query: object) =>
      countAffected(as('dpo'), AffectedQuery.parse({ table: 'contact', ...query }))
    const to = new Date(early.getTime() + HOUR).toISOString()
    expect(await count({})).toBe(3)
    expect(await count({ to })).toBe(2)
    expect(await count({ from: to })).toBe(1)
    expect(await count({ segmentId })).toBe(1)
    expect(await count({ table: 'inbound_message' })).toBe(0)
    const [breach] = await listBreaches(as('dpo'))
    const noted = await addToBreach(as('dpo'), breach?.id ?? '', {
      kind: 'affected',
      query: { table: 'contact', to },
    })
    expect(noted.entries.at(-1)).toMatchObject({ kind: 'affected', people: 2 })
    let csv = ''
    const wanted = {
      query: AffectedQuery.parse({ table: 'contact', to }),
      language: 'de',
      untold: false,
    } as const
    for await (const part of await exportAffected(as('dpo'), noted.id, wanted)) csv += part
    expect(csv).toContain('Anna Früh')
    expect(csv).toContain('+4915112345602')
    expect(csv).not.toContain('Cem')
    await expect(countAffected(as('agent'), AffectedQuery.parse({ table: 'contact' }))).rejects.toMatchObject(
      { code: 'role_missing' },
    )
  })

  it('C-55: closes with both decisions and a complete form, and only notes come after', async () => {
    const [breach] = await listBreaches(as('dpo'))
    const add = (entry: Parameters<typeof addToBreach>[2]) => addToBreach(as('dpo'), breach?.id ?? '', entry)
    await add({ kind: 'authority', decision: 'no_risk', text: 'Die Daten waren verschlüsselt.' })
    await add({ kind: 'people', decision: 'not_needed', text: 'Art. 34 Abs. 3 lit. a: verschlüsselt' })
    await expect(add({ kind: 'closed', text: 'Alles ist erledigt.' })).rejects.toMatchObject({
      code: 'form_incomplete',
    })
    const open = await add({ kind: 'form', form: { nature: 'Fehlversand', people: 2 } })
    expect(open.state.missing).toEqual([
      'peopleCategories',
      'recordCategories',
      'records',
      'contact',
      'consequences',
      'measures',
    ])
    await add({
      kind: 'form',
      form: {
        nature: 'Fehlversand einer Liste',
        peopleCategories: 'Abonnenten',
        people: 2,
        recordCategories: 'Namen',
        records: 2,
        contact: 'dpo@blatt.example',
        consequences: 'Keine',
        measures: 'Rückruf der Mail',
      },
    })
    expect((await add({ kind: 'closed', text: 'Alles ist erledigt.' })).state.closed).toBe(true)
    await expect(
      add({ kind: 'people', decision: 'told', text: 'Doch noch benachrichtigt' }),
    ).rejects.toMatchObject({ code: 'breach_closed' })
    expect((await add({ kind: 'note', text: 'Nachtrag der Behörde' })).entries.at(-1)).toMatchObject({
      kind: 'note',
    })
  })
})

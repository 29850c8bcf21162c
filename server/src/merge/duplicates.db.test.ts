import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createField } from '../contacts/fields.ts'
import { rebuildSearch, resolveContact, updateContact } from '../contacts/index.ts'
import { createContext, newId, type Role, withTransaction } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { findDuplicates, type Likeness, listDuplicates } from './duplicates.ts'

describe('records that look like one person’s', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  beforeAll(async () => {
    runtime = await createTestRuntime()
  })
  afterAll(() => runtime.close())

  const as = (role: Role) =>
    createContext(runtime, business.businessId, { kind: 'member', memberId: newId(), role })
  let count = 0
  const person = async (
    name: string,
    over: { writes?: boolean; attributes?: Record<string, string> } = {},
  ) => {
    const number = ++count
    const { contactId } = await withTransaction(business.ctx, (tx) =>
      resolveContact(
        tx,
        over.writes
          ? { name, bsuid: `DE.77${number}`, phone: null }
          : { name, phone: `+49151${20_000_000 + number}` },
      ),
    )
    if (over.writes)
      await runtime.db
        .updateTable('contact')
        .set({ last_inbound_at: runtime.clock.now() })
        .where('contact_id', '=', contactId)
        .execute()
    if (over.attributes) await updateContact(as('marketer'), contactId, { attributes: over.attributes })
    return contactId
  }
  const listed = async (by: Likeness, limit = 50) => {
    const groups: string[][] = []
    let after: string | undefined
    do {
      const page = await listDuplicates(as('marketer'), { by, limit, after })
      groups.push(...page.items.map(({ people }) => people.map(({ id }) => id)))
      after = page.next ?? undefined
    } while (after)
    return groups
  }
  beforeAll(async () => {
    business = await createTestBusiness(runtime)
    for (const key of ['e_mail', 'kundennummer', 'stadt'])
      await createField(as('marketer'), {
        key,
        label: key,
        type: 'text',
        purpose: 'Damit wir Bestellungen finden.',
      })
  })

  it('lists who has the same full name in any order and spelling, the one who wrote last first; never two who both write', async () => {
    const [fromList, writes] = [await person('Müller, Anna'), await person('anna MULLER', { writes: true })]
    await person('Anna')
    await person('Anna')
    for (const _ of [1, 2]) await person('Ben Writer', { writes: true })
    for (const _ of [1, 2, 3, 4, 5, 6]) await person('Paul Schmidt')
    expect(await listed('name')).toEqual([[writes, fromList]])
    expect((await findDuplicates(as('agent'), fromList)).map(({ id }) => id)).toEqual([writes])
  })

  it('lists who has the same e-mail or customer number, whatever the name; other fields tell nothing', async () => {
    const one = await person('Carla Eins', { attributes: { e_mail: 'Carla@example.org', stadt: 'Ulm' } })
    const two = await person('C. Zwei', {
      writes: true,
      attributes: { e_mail: 'carla@EXAMPLE.org', kundennummer: 'K-1' },
    })
    const three = await person('Drei', { attributes: { kundennummer: 'k-1', stadt: 'Ulm' } })
    expect(await listed('email')).toEqual([[two, one]])
    expect(await listed('number')).toEqual([[two, three]])
    expect((await findDuplicates(as('agent'), two)).map(({ id }) => id).sort()).toEqual([one, three].sort())
  })

  it('shows every group once however long the pages are, and nobody who was merged, erased or renamed since', async () => {
    for (let at = 0; at < 7; at++) for (const _ of [1, 2]) await person(`Zwilling Nummer${at}`)
    const all = await listed('name')
    expect(await listed('name', 2)).toEqual(all)
    expect(all).toHaveLength(8)
    const [renamed, merged, erased] = all.flatMap(([id]) => id ?? [])
    await updateContact(as('marketer'), renamed ?? '', { name: 'Ganz Anders' })
    await sql`update contact set merged_into = ${erased} where contact_id = ${merged}`.execute(runtime.db)
    await sql`update contact set erased_at = now() where contact_id = ${erased}`.execute(runtime.db)
    expect(await listed('name', 3)).toHaveLength(5)
  })

  it('finds people from before once the job has read their names', async () => {
    const before = await listed('name')
    await sql`update contact set name_digest = null where business_id = ${business.businessId}`.execute(
      runtime.db,
    )
    expect(await listed('name')).toEqual([])
    await rebuildSearch(runtime)
    expect(await listed('name')).toEqual(before)
  })

  it('C-49: is for those who may merge', async () => {
    await expect(listDuplicates(as('agent'), {})).rejects.toMatchObject({ code: 'role_missing' })
  })
})

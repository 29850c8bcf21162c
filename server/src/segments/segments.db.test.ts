import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBusiness } from '../businesses/index.ts'
import { saveChannel } from '../channels/index.ts'
import { resolveContact } from '../contacts/index.ts'
import { createContext, newId, withTransaction } from '../platform/index.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { countSegment } from './count.ts'
import type { Rule, Rules } from './rules.ts'
import { sampleSegment } from './sample.ts'
import { createSegment, deleteSegment, updateSegment } from './save.ts'
import { getSegment, listSegments } from './segment.ts'

const only = (...rules: Rule[]): Rules => ({ match: 'all', groups: [{ match: 'all', rules }] })

describe('segments', () => {
  let runtime: TestRuntime
  let business: string
  let other: string
  let topic: string
  let otherTopic: string
  const people: Record<string, string> = {}
  const as = (businessId = business, role: 'owner' | 'marketer' | 'agent' = 'marketer') =>
    createContext(runtime, businessId, { kind: 'member', memberId: newId(), role })
  const found = async (rules: Rules) => {
    const rows = await sampleSegment(as(), { rules })
    const { count } = await countSegment(as(), { rules })
    // The count and the people shown come from one condition and can never disagree.
    expect(count).toBe(rows.length)
    return rows.map((row) => row.name?.toLowerCase()).sort()
  }

  beforeAll(async () => {
    runtime = await createTestRuntime()
    const operator = createContext(runtime, '', { kind: 'operator', accountId: 'o' })
    business = (await createBusiness(operator, { slug: 'blatt', name: 'Blatt', legalName: 'Blatt GmbH' })).id
    other = (await createBusiness(operator, { slug: 'other', name: 'Other', legalName: 'Other GmbH' })).id
    const channel = await saveChannel(as(business, 'owner'), {
      name: 'Shop',
      phoneNumberId: '106540352242922',
      wabaId: '102290129340398',
      displayPhoneNumber: '+49 30 123456',
      verifiedName: 'Blatt',
      accessToken: 't',
      appSecret: 's',
      verifyToken: 'v',
    })
    topic = newId()
    otherTopic = newId()
    for (const [id, key, owner] of [
      [topic, 'news', business],
      [otherTopic, 'news', other],
    ] as const) {
      await runtime.db
        .insertInto('topic')
        .values({
          business_id: owner,
          topic_id: id,
          key,
          name: '{}',
          description: '{}',
          position: 0,
          created_at: runtime.clock.now(),
        })
        .execute()
    }
    for (const [key, type, label] of [
      ['orders', 'number', 'Bestellungen'],
      ['city', 'text', 'Ort'],
      ['birthday', 'date', 'Geburtstag'],
      ['allergies', 'text', 'Allergien'],
    ] as const) {
      await runtime.db
        .insertInto('contact_field')
        .values({
          business_id: business,
          key,
          type,
          label,
          purpose: 'Auswahl passender Angebote',
          created_at: runtime.clock.now(),
        })
        .execute()
    }
    const rows = [
      {
        name: 'Anna',
        phone: '+4915112345671',
        language: 'de',
        attributes: { orders: 12, city: 'Berlin', birthday: '1990-05-01' },
        state: 'confirmed',
      },
      {
        name: 'Ben',
        phone: '+4366412345672',
        language: 'de',
        attributes: { orders: 2, city: 'wien' },
        state: 'pending',
      },
      {
        name: 'Chloe',
        phone: '+33612345673',
        language: 'fr',
        attributes: { city: '', orders: 'viele' },
        state: 'withdrawn',
      },
      { name: 'Dan', phone: '+447400123456', language: null, attributes: {}, state: null },
    ] as const
    for (const row of rows) {
      const { contactId } = await withTransaction(as(), (tx) => resolveContact(tx, row))
      people[row.name] = contactId
      await runtime.db
        .updateTable('contact')
        .set({ attributes: JSON.stringify(row.attributes) })
        .where('contact_id', '=', contactId)
        .execute()
      if (row.state) {
        await runtime.db
          .insertInto('consent')
          .values({
            business_id: business,
            contact_id: contactId,
            channel_id: channel.id,
            topic_id: topic,
            state: row.state,
            state_at: runtime.clock.now(),
            updated_at: runtime.clock.now(),
          })
          .execute()
      }
    }
    await runtime.db
      .updateTable('contact')
      .set({ last_inbound_at: new Date(runtime.clock.now().getTime() - 3 * 86_400_000) })
      .where('contact_id', '=', people.Anna ?? '')
      .execute()
  })
  afterAll(() => runtime.close())

  it('finds by topic, language, country and time', async () => {
    expect(await found({ match: 'all', groups: [] })).toEqual(['anna', 'ben', 'chloe', 'dan'])
    expect(await found(only({ field: 'topic', op: 'confirmed', value: topic }))).toEqual(['anna'])
    expect(await found(only({ field: 'topic', op: 'not_confirmed', value: topic }))).toEqual([
      'ben',
      'chloe',
      'dan',
    ])
    expect(await found(only({ field: 'language', op: 'is_not', value: 'de' }))).toEqual(['chloe', 'dan'])
    expect(await found(only({ field: 'country', op: 'is', value: 'AT' }))).toEqual(['ben'])
    expect(await found(only({ field: 'last_inbound', op: 'within_days', value: 7 }))).toEqual(['anna'])
    expect(await found(only({ field: 'last_inbound', op: 'not_within_days', value: 7 }))).toEqual([
      'ben',
      'chloe',
      'dan',
    ])
    expect(await found(only({ field: 'last_marketing', op: 'within_days', value: 7 }))).toEqual([])
  })

  it('finds by attributes, whatever is stored in them', async () => {
    const attribute = (
      key: string,
      op: 'is' | 'is_not' | 'contains' | 'gt' | 'lt' | 'set' | 'not_set',
      value?: string | number,
    ) => found(only({ field: 'attribute', key, op, ...(value === undefined ? {} : { value }) }))
    expect(await attribute('orders', 'gt', 5)).toEqual(['anna'])
    expect(await attribute('orders', 'lt', 5)).toEqual(['ben'])
    expect(await attribute('city', 'is', 'Wien')).toEqual(['ben'])
    expect(await attribute('city', 'is_not', 'Wien')).toEqual(['anna', 'chloe', 'dan'])
    expect(await attribute('city', 'contains', 'erl')).toEqual(['anna'])
    expect(await attribute('city', 'not_set')).toEqual(['chloe', 'dan'])
    expect(await attribute('birthday', 'lt', '2000-01-01')).toEqual(['anna'])
  })

  it('joins groups by any, and counts who said yes in them', async () => {
    const rules: Rules = {
      match: 'any',
      groups: [
        { match: 'all', rules: [{ field: 'country', op: 'is', value: 'GB' }] },
        { match: 'all', rules: [{ field: 'topic', op: 'confirmed', value: topic }] },
      ],
    }
    expect(await found(rules)).toEqual(['anna', 'dan'])
    expect(await countSegment(as(), { rules })).toEqual({
      count: 2,
      capped: false,
      confirmedByTopic: { [topic]: 1 },
    })
  })

  it('C-23: refuses special categories and what the business does not have', async () => {
    const attempt = (rule: Rule) => createSegment(as(), { name: 'x', rules: only(rule) })
    await expect(attempt({ field: 'attribute', key: 'allergies', op: 'set' })).rejects.toMatchObject({
      status: 422,
      code: 'special_category',
      fields: { 'rules.groups.0.rules.0': expect.anything() },
    })
    await expect(attempt({ field: 'attribute', key: 'shoe_size', op: 'set' })).rejects.toMatchObject({
      code: 'invalid_rules',
    })
    await expect(attempt({ field: 'attribute', key: 'city', op: 'is' })).rejects.toMatchObject({
      code: 'invalid_rules',
    })
    await expect(attempt({ field: 'topic', op: 'confirmed', value: otherTopic })).rejects.toMatchObject({
      code: 'invalid_rules',
    })
    await expect(
      countSegment(as(), { rules: only({ field: 'attribute', key: 'allergies', op: 'set' }) }),
    ).rejects.toMatchObject({ status: 422 })
  })

  it('is saved, changed and archived with an audit trail; others find nothing', async () => {
    const segment = await createSegment(as(), {
      name: 'Wien',
      rules: only({ field: 'country', op: 'is', value: 'AT' }),
    })
    await updateSegment(as(), segment.id, { name: 'Österreich' })
    await expect(getSegment(as(other), segment.id)).rejects.toMatchObject({ status: 404 })
    await expect(updateSegment(as(other), segment.id, { name: 'x' })).rejects.toMatchObject({ status: 404 })
    await expect(deleteSegment(as(business, 'agent'), segment.id)).rejects.toMatchObject({ status: 403 })
    await deleteSegment(as(), segment.id)
    expect(await listSegments(as())).toEqual([])
    expect((await getSegment(as(), segment.id)).name).toBe('Österreich')
    const audit = await runtime.db
      .selectFrom('audit_entry')
      .select('action')
      .where('entity', '=', 'segment')
      .orderBy('audit_id')
      .execute()
    expect(audit.map((entry) => entry.action)).toEqual(['segment.create', 'segment.update', 'segment.delete'])
  })

  it('leaves out erased people', async () => {
    await runtime.db
      .updateTable('contact')
      .set({ erased_at: runtime.clock.now() })
      .where('contact_id', '=', people.Dan ?? '')
      .execute()
    expect(await found({ match: 'all', groups: [] })).toEqual(['anna', 'ben', 'chloe'])
  })
})

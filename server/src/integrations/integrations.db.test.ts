import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { Live } from '../app/live.ts'
import { wire } from '../app/wire.ts'
import { withdraw } from '../consent/index.ts'
import { correctNumber, updateContact } from '../contacts/index.ts'
import { restrictContact, unrestrictContact } from '../contacts/restrict.ts'
import { createContext, DAY, newId, type Role, withTransaction } from '../platform/index.ts'
import { erasePerson, exportPerson } from '../privacy/index.ts'
import { captureRecords } from '../records/index.ts'
import { liveRecord } from '../records/versions.ts'
import { forgetOld } from '../retention/forget.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { dump, traces } from '../testing/dump.ts'
import { optIn } from '../testing/opt-in.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { type Receiver, startReceiver } from '../testing/webhook-receiver.ts'
import { createEndpoint } from './create-endpoint.ts'
import { listDeliveries } from './delivery.ts'
import { EVENTS, type EventName } from './events.ts'
import { deleteEndpoint, updateEndpoint } from './update-endpoint.ts'
import { deliverDue } from './worker.ts'

const MIA = { phone: '+4915127182818', name: 'Mia Quittenbaum', text: 'Ja bitte' }

describe('whoever was given data', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let receiver: Receiver
  let secret: string
  let endpointId: string
  let serial = 0
  beforeAll(async () => {
    runtime = await createTestRuntime({ JAWORT_WEBHOOK_TARGETS: 'any' })
    wire(runtime, new Live())
    await runtime.jobs.prepare()
    runtime.clock.set(new Date())
    receiver = await startReceiver()
    business = await createTestBusiness(runtime)
    const made = await register([...EVENTS])
    secret = made.secret
    endpointId = made.endpoint.id
  })
  afterAll(async () => {
    await receiver.close()
    await runtime.close()
  })
  beforeEach(async () => {
    await deliverDue(runtime)
    receiver.arrived.length = 0
    runtime.clock.advance(1_000)
  })

  const register = (events: EventName[], of = business) =>
    createEndpoint(of.ctx, { name: 'Shop', url: receiver.url, events })
  const as = (role: Role) =>
    createContext(runtime, business.businessId, { kind: 'member', memberId: newId(), role })
  const somebody = () =>
    optIn(business, { ...MIA, phone: `+49151271828${String(10 + ++serial)}`, text: `Ja bitte ${serial}` })
  /** What arrived, each delivery verified by the library. */
  const told = async () => {
    await deliverDue(runtime)
    return receiver.arrived.map(
      ({ body, headers }) =>
        new Webhook(secret).verify(body, headers as Record<string, string>) as {
          type: string
          data: Record<string, unknown>
        },
    )
  }

  it('C-02: learns of a consent when the person has said yes for the second time', async () => {
    const contactId = await somebody()
    expect(await told()).toEqual([
      {
        type: 'consent.confirmed',
        timestamp: expect.any(String),
        data: { contactId, topic: 'newsletter', channelId: business.channelId, state: 'confirmed' },
      },
    ])
  })

  it('C-24: learns of a withdrawal once, however often it is said', async () => {
    const contactId = await somebody()
    await told()
    receiver.arrived.length = 0
    for (let times = 0; times < 2; times++) {
      await withTransaction(business.ctx, (tx) =>
        withdraw(tx, { contactId, channelId: null, topicId: null, at: tx.clock.now(), how: 'member' }),
      )
    }
    expect(await told()).toMatchObject([
      { type: 'consent.withdrawn', data: { contactId, topic: 'newsletter', state: 'withdrawn' } },
    ])
  })

  it('C-39: learns that something was corrected, by name and without the values', async () => {
    const contactId = await somebody()
    await told()
    receiver.arrived.length = 0
    await updateContact(as('dpo'), contactId, { name: 'Mia Apfelbaum' })
    await correctNumber(as('dpo'), contactId, '+4915127189999')
    const events = await told()
    expect(events).toMatchObject([
      { type: 'person.rectified', data: { contactId, changed: ['name'] } },
      { type: 'person.rectified', data: { contactId, changed: ['phone'] } },
    ])
    for (const { body } of receiver.arrived) expect(body).not.toMatch(/Apfelbaum|49151/)
  })

  it('C-41: learns that the processing is restricted, and that it is free again', async () => {
    const contactId = await somebody()
    await told()
    receiver.arrived.length = 0
    await restrictContact(as('dpo'), contactId, { ground: 'accuracy_disputed' })
    await unrestrictContact(as('dpo'), contactId)
    expect(await told()).toMatchObject([
      { type: 'person.restricted', data: { contactId } },
      { type: 'person.released', data: { contactId } },
    ])
  })

  it('C-40: learns of an erasure by the id alone; what is kept of it leads to nobody', async () => {
    const phone = '+4915127180001'
    const contactId = await optIn(business, { ...MIA, phone })
    await updateContact(as('dpo'), contactId, { name: 'Mia Apfelbaum' })
    await erasePerson(as('dpo'), contactId, { confirm: 'ERASE' })
    const events = await told()
    expect(events.at(-1)).toEqual({
      type: 'person.erased',
      timestamp: expect.any(String),
      data: { contactId },
    })
    expect(events.map(({ type }) => type)).toContain('consent.withdrawn')
    const rows = await runtime.db
      .selectFrom('delivery')
      .selectAll()
      .where('contact_id', '=', contactId)
      .execute()
    expect(rows.length).toBeGreaterThan(2)
    expect(JSON.stringify(rows)).not.toMatch(/Mia|Quittenbaum|Apfelbaum|15127180001/)
    expect(traces(await dump(runtime.db), [phone, phone.slice(1), MIA.name, 'Apfelbaum'])).toEqual([])
  })

  it('C-37: stands in the answer to an access request, with what it was told', async () => {
    const contactId = await somebody()
    const { about, data } = await exportPerson(as('dpo'), contactId)
    expect(about.recipients).toContain('127.0.0.1 (webhook)')
    expect(data.changesToldToOthers).toMatchObject([
      { event: 'consent.confirmed', content: { topic: 'newsletter' }, state: 'waiting' },
    ])
  })

  it('C-43: what arrived is forgotten after 30 days, what never did after 90', async () => {
    const contactId = await somebody()
    await restrictContact(as('dpo'), contactId, { ground: 'unlawful' })
    await told()
    const own = () => listDeliveries(business.ctx, { contactId })
    const [last] = (await own()).items
    await runtime.db
      .updateTable('delivery')
      .set({ state: 'dead' })
      .where('delivery_id', '=', last?.id ?? '')
      .execute()
    const start = runtime.clock.now()
    const left = async (days: number) => {
      runtime.clock.set(new Date(start.getTime() + days * DAY))
      await forgetOld(runtime)
      return (await own()).items.length
    }
    try {
      expect([await left(29), await left(31), await left(89), await left(91)]).toEqual([2, 1, 1, 0])
    } finally {
      runtime.clock.set(start)
    }
  })

  it('C-39: learns nothing of what was rolled back', async () => {
    const contactId = await somebody()
    await told()
    receiver.arrived.length = 0
    await expect(
      withTransaction(as('dpo'), async (tx) => {
        await restrictContact(tx, contactId, { ground: 'unlawful' })
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    expect(await told()).toEqual([])
  })

  it('C-39: is told in the order in which it happened, and an erasure is not held up by what failed before', async () => {
    const contactId = await somebody()
    await told()
    receiver.arrived.length = 0
    receiver.answer = (response) => response.writeHead(500).end()
    for (const language of ['fr', 'it', 'es', 'nl', 'en'])
      await updateContact(as('dpo'), contactId, { language })
    await erasePerson(as('dpo'), contactId, { confirm: 'ERASE' })
    await deliverDue(runtime)
    receiver.answer = (response) => response.writeHead(204).end()
    const types = receiver.arrived.map(({ body }) => (JSON.parse(body) as { type: string }).type)
    expect(types).toEqual([
      ...Array.from({ length: 5 }, () => 'person.rectified'),
      'consent.withdrawn',
      'person.erased',
    ])
    const times = receiver.arrived.map(({ headers }) => String(headers['webhook-id']))
    expect(times).toEqual([...times].sort())
    runtime.clock.advance(5_000)
    expect(await deliverDue(runtime)).toBe(7)
  })

  it('is told only what it asked for, while it is switched on', async () => {
    const one = await register(['person.restricted'])
    const two = await register(['person.restricted'])
    await updateEndpoint(business.ctx, two.endpoint.id, { state: 'off' })
    const contactId = await somebody()
    await restrictContact(as('dpo'), contactId, { ground: 'unlawful' })
    await unrestrictContact(as('dpo'), contactId)
    const of = async (id: string) =>
      (await listDeliveries(business.ctx, { endpointId: id })).items.map(({ event }) => event)
    expect([await of(one.endpoint.id), await of(two.endpoint.id)]).toEqual([['person.restricted'], []])
    expect((await of(endpointId)).slice(0, 3)).toEqual([
      'person.released',
      'person.restricted',
      'consent.confirmed',
    ])
    for (const { endpoint } of [one, two]) await deleteEndpoint(business.ctx, endpoint.id)
  })

  it('C-49: learns nothing about the people of another business', async () => {
    const other = await createTestBusiness(runtime)
    await register([...EVENTS], other)
    const contactId = await somebody()
    expect((await listDeliveries(other.ctx, {})).items).toEqual([])
    expect((await listDeliveries(other.ctx, { contactId })).items).toEqual([])
    expect((await listDeliveries(business.ctx, { contactId })).items).toHaveLength(1)
    await expect(updateEndpoint(other.ctx, endpointId, { name: 'Meiner' })).rejects.toThrow('not_found')
  })

  it('C-51: stands in the record of processing, host by host, as long as it is switched on', async () => {
    const told = async () => {
      await captureRecords(runtime)
      const { content, stored } = await liveRecord(business.ctx, 'processing')
      const { recipients } = content as { recipients: { role: string; name: string }[] }
      return [stored?.version, recipients.filter(({ role }) => role === 'told').map(({ name }) => name)]
    }
    const [version, hosts] = await told()
    expect(hosts).toEqual(['127.0.0.1'])
    const crm = await createEndpoint(business.ctx, {
      name: 'CRM',
      url: 'https://crm.blattwerk.example/hooks/geheim',
      events: ['person.erased'],
    })
    expect(await told()).toEqual([Number(version) + 1, ['127.0.0.1', 'crm.blattwerk.example']])
    await updateEndpoint(business.ctx, crm.endpoint.id, { state: 'off' })
    expect(await told()).toEqual([Number(version) + 2, ['127.0.0.1']])
    await deleteEndpoint(business.ctx, crm.endpoint.id)
    const { items } = await import('../audit/list.ts').then(({ listAudit }) =>
      listAudit(business.ctx, { entityId: crm.endpoint.id }),
    )
    expect(items.map(({ action }) => action).sort()).toEqual([
      'endpoint.create',
      'endpoint.delete',
      'endpoint.update',
    ])
    expect(JSON.stringify(items)).not.toMatch(/geheim|whsec/)
  })
})

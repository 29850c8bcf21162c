import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personRectified, personRestricted, resolveContact } from '../contacts/index.ts'
import { explain } from '../dispatch/index.ts'
import type { Role } from '../platform/actor.ts'
import { type Context, createContext, DAY, newId, withTransaction } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { optIn, wireChats, write } from '../testing/opt-in.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { carryOutRequest } from './carry-out.ts'
import { cancelRequest, extendRequest, refuseRequest } from './decide.ts'
import { onInboundForRights } from './from-chat.ts'
import { personErased } from './hooks.ts'
import { askIdentity, confirmIdentity } from './identity.ts'
import { countPrivacyRequests, getPrivacyRequest, listPrivacyRequests } from './list.ts'
import { openRequest } from './open-request.ts'
import { remindRequests } from './remind.ts'

const NOON = '2026-11-18T11:00:00Z'

describe('requests of people', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let dpo: Context
  const told: unknown[] = []
  let serial = 0
  beforeAll(async () => {
    runtime = await createTestRuntime()
    wireChats(runtime)
    runtime.hooks.on(personErased, async (_tx, { contactId }) => void told.push(['erased', contactId]))
    runtime.hooks.on(personRestricted, async (_tx, event) => void told.push(['restricted', event.contactId]))
    runtime.hooks.on(personRectified, async (_tx, event) => void told.push(['rectified', ...event.changed]))
    business = await createTestBusiness(runtime)
    dpo = as('dpo')
  })
  afterAll(() => runtime.close())

  const as = (role: Role) =>
    createContext(runtime, business.businessId, { kind: 'member', memberId: newId(), role })
  const person = () => {
    serial++
    return optIn(business, {
      phone: `+49151271828${String(10 + serial)}`,
      name: `Anna ${serial}`,
      text: `Pflanzenpost ${serial}`,
    })
  }
  const request = (id: string) => getPrivacyRequest(dpo, id, 'de')
  const notices = async () => {
    const rows = await runtime.db
      .selectFrom('notification')
      .select('kind')
      .orderBy('notification_id')
      .execute()
    return rows.map((row) => row.kind)
  }
  const tap = (contactId: string, payload: string) =>
    withTransaction(business.ctx, (tx) =>
      onInboundForRights(tx, {
        contactId,
        channelId: business.channelId,
        message: { content: { type: 'reply', id: payload, title: 'Ja', list: false } },
        meaning: null,
      }),
    )
  /** What waits for the person in the queue of messages, newest last. */
  const said = async (contactId: string, start: string) => {
    const rows = await runtime.db
      .selectFrom('message')
      .select('dedupe_key')
      .where('contact_id', '=', contactId)
      .orderBy('message_id')
      .execute()
    return rows.map((row) => row.dedupe_key ?? '').filter((key) => key.startsWith(start))
  }

  it('C-37: AUSKUNFT in the chat opens an access request, proved by the number, and is answered once with the date', async () => {
    const contactId = await person()
    const hear = () =>
      withTransaction(business.ctx, (tx) =>
        onInboundForRights(tx, {
          contactId,
          channelId: business.channelId,
          message: { content: { type: 'text', text: 'AUSKUNFT' } },
          meaning: 'access',
        }),
      )
    await hear()
    await hear()
    const { items } = await listPrivacyRequests(dpo, { state: 'waiting' }, 'de')
    expect(items).toMatchObject([
      {
        kind: 'access',
        via: 'chat',
        state: 'open',
        identity: 'chat',
        dueAt: '2026-12-18T11:00:00.000Z',
        daysLeft: 30,
        urgency: 'calm',
      },
    ])
    expect(await said(contactId, 'access:')).toEqual([`access:${items[0]?.id}`])
    expect(await notices()).toContain('privacy.access')
    await carryOutRequest(dpo, items[0]?.id ?? '', { kind: 'access', handedBy: 'chat' })
    expect(await request(items[0]?.id ?? '')).toMatchObject({ state: 'done', outcome: { handedBy: 'chat' } })
  })

  it('C-37: what reaches staff is carried out only once it is known who asks', async () => {
    const contactId = await person()
    const { requestId } = await openRequest(as('agent'), {
      contactId,
      kind: 'access',
      via: 'staff',
      details: 'Brief vom 12. November',
    })
    await expect(carryOutRequest(dpo, requestId, { kind: 'access', handedBy: 'mail' })).rejects.toThrow(
      'identity_missing',
    )
    await expect(confirmIdentity(as('agent'), requestId, { note: 'Rückruf' })).rejects.toThrow('role_missing')
    await askIdentity(dpo, requestId)
    expect(await said(contactId, 'rights:')).toHaveLength(1)
    // Somebody else's tap says nothing about it.
    await tap(await person(), `rights:yes:${requestId}`)
    expect((await request(requestId)).state).toBe('received')
    await tap(contactId, `rights:yes:${requestId}`)
    expect(await request(requestId)).toMatchObject({
      state: 'open',
      identity: 'button',
      details: 'Brief vom 12. November',
    })
    await tap(contactId, `rights:no:${requestId}`)
    expect((await request(requestId)).state).toBe('open')

    const other = await openRequest(dpo, { contactId, kind: 'erasure', via: 'staff' })
    await tap(contactId, `rights:no:${other.requestId}`)
    expect((await request(other.requestId)).state).toBe('cancelled')
    await expect(confirmIdentity(dpo, other.requestId, { note: 'Rückruf' })).rejects.toThrow('request_ended')

    runtime.clock.advance(25 * 3_600_000)
    const late = await openRequest(dpo, { contactId, kind: 'portability', via: 'staff' })
    await expect(askIdentity(dpo, late.requestId)).rejects.toThrow('window_closed')
    await confirmIdentity(dpo, late.requestId, { note: 'Rückruf unter der bekannten Nummer' })
    expect(await request(late.requestId)).toMatchObject({
      state: 'open',
      identity: 'staff',
      identityNote: 'Rückruf unter der bekannten Nummer',
      windowOpen: false,
    })
    runtime.clock.set(NOON)
  })

  it('C-38: members are reminded ten and three days before, it turns red, two months more once and with a reason', async () => {
    const before = (await notices()).length
    const { requestId } = await openRequest(dpo, { contactId: await person(), kind: 'access', via: 'staff' })
    const fresh = async () => (await notices()).slice(before).filter((kind) => /due|overdue/.test(kind))
    const at = async (days: number) => {
      runtime.clock.set(new Date(Date.parse('2026-12-18T11:00:00Z') - days * DAY))
      await remindRequests(runtime)
      await remindRequests(runtime)
    }
    await at(11)
    const mine = async () => {
      const { reminded } = await runtime.db
        .selectFrom('privacy_request')
        .select('reminded')
        .where('request_id', '=', requestId)
        .executeTakeFirstOrThrow()
      return reminded
    }
    expect(await mine()).toEqual([])
    await at(10)
    expect(await mine()).toEqual([10])
    await at(3)
    expect(await mine()).toEqual([10, 3])
    expect((await request(requestId)).urgency).toBe('urgent')
    await expect(extendRequest(as('agent'), requestId, { reason: 'complex' })).rejects.toThrow('role_missing')
    await extendRequest(dpo, requestId, { reason: 'complex' })
    expect(await request(requestId)).toMatchObject({
      dueAt: '2027-02-18T11:00:00.000Z',
      extensionReason: 'complex',
      urgency: 'calm',
    })
    await expect(extendRequest(dpo, requestId, { reason: 'many' })).rejects.toThrow('extended_already')
    runtime.clock.set('2027-02-18T11:00:00Z')
    await remindRequests(runtime)
    expect(await mine()).toEqual([0])
    expect(await request(requestId)).toMatchObject({ urgency: 'overdue', daysLeft: 0 })
    expect(await countPrivacyRequests(dpo)).toMatchObject({ overdue: expect.any(Number) })
    expect(
      (await listPrivacyRequests(dpo, { state: 'overdue' }, 'de')).items.map((item) => item.id),
    ).toContain(requestId)
    expect(await fresh()).toEqual(expect.arrayContaining(['privacy.due', 'privacy.overdue']))
    const late = await openRequest(dpo, {
      contactId: await person(),
      kind: 'access',
      via: 'staff',
      receivedAt: new Date(NOON),
    })
    await expect(extendRequest(dpo, late.requestId, { reason: 'complex' })).rejects.toThrow('too_late')
    runtime.clock.set(NOON)
  })

  it('C-38: lists who waits by deadline, page by page, and everything newest first', async () => {
    const ids = async (query: { state?: 'waiting'; limit: number }) => {
      const found: string[] = []
      let after: string | null = null
      do {
        const page = await listPrivacyRequests(dpo, { ...query, ...(after ? { after } : {}) }, 'de')
        found.push(...page.items.map((item) => item.id))
        after = page.next
      } while (after)
      return found
    }
    await openRequest(dpo, {
      contactId: await person(),
      kind: 'access',
      via: 'staff',
      receivedAt: new Date('2026-11-01T00:00:00Z'),
    })
    const waiting = await ids({ state: 'waiting', limit: 2 })
    expect(waiting).toEqual(await ids({ state: 'waiting', limit: 100 }))
    const due = await Promise.all(waiting.map(async (id) => (await request(id)).dueAt))
    expect(due).toEqual([...due].sort())
    expect(waiting.length).toBeGreaterThan(2)
    const all = await ids({ limit: 3 })
    expect(all).toEqual([...all].sort().reverse())
    await expect(listPrivacyRequests(dpo, { after: 'x' }, 'de')).rejects.toThrow('cursor_wrong')
  })

  it('refuses with a ground and a text, or ends what was taken back; both once', async () => {
    const contactId = await person()
    const { requestId } = await openRequest(dpo, { contactId, kind: 'erasure', via: 'staff' })
    await expect(refuseRequest(dpo, requestId, { reason: 'excessive', text: 'nein' })).rejects.toThrow()
    const text = 'Wir müssen die Daten für einen laufenden Rechtsstreit behalten.'
    await refuseRequest(dpo, requestId, { reason: 'legal_claims', text })
    expect(await request(requestId)).toMatchObject({
      state: 'refused',
      refusalReason: 'legal_claims',
      refusalText: text,
    })
    await expect(cancelRequest(dpo, requestId)).rejects.toThrow('request_ended')
    const again = await openRequest(dpo, { contactId, kind: 'erasure', via: 'staff' })
    expect(again.requestId).not.toBe(requestId)
    await cancelRequest(dpo, again.requestId)
    await expect(refuseRequest(dpo, again.requestId, { reason: 'excessive', text })).rejects.toThrow(
      'request_ended',
    )
  })

  async function checked(
    contactId: string,
    kind: 'rectification' | 'restriction' | 'erasure',
  ): Promise<string> {
    const { requestId } = await openRequest(dpo, { contactId, kind, via: 'staff' })
    await confirmIdentity(dpo, requestId, { note: 'Ausweis gesehen' })
    return requestId
  }

  it('C-39: corrects what is wrong and tells recipients; another number inherits neither consent nor contact', async () => {
    const contactId = await person()
    const requestId = await checked(contactId, 'rectification')
    await expect(
      carryOutRequest(dpo, requestId, { kind: 'restriction', ground: 'unlawful' }),
    ).rejects.toThrow('kind_wrong')
    await expect(carryOutRequest(dpo, requestId, { kind: 'rectification' })).rejects.toThrow(
      'nothing_to_correct',
    )
    await expect(carryOutRequest(dpo, requestId, { kind: 'rectification', phone: '12' })).rejects.toThrow(
      'number_wrong',
    )
    told.length = 0
    const { phone: old } = { phone: `+49151271828${String(10 + serial)}` }
    await carryOutRequest(dpo, requestId, {
      kind: 'rectification',
      changes: { name: 'Anna Neu' },
      phone: '0151 60000001',
    })
    expect(told).toEqual([
      ['rectified', 'name'],
      ['rectified', 'phone'],
    ])
    expect(await request(requestId)).toMatchObject({ state: 'done', outcome: { changed: ['name', 'phone'] } })
    const consents = await runtime.db
      .selectFrom('consent')
      .select('state')
      .where('contact_id', '=', contactId)
      .execute()
    expect(consents).toEqual([{ state: 'suspended' }])
    const found = (phone: string) => withTransaction(business.ctx, (tx) => resolveContact(tx, { phone }))
    expect((await found('+4915160000001')).contactId).toBe(contactId)
    expect((await found(old)).contactId).not.toBe(contactId)
    const taken = await checked(await person(), 'rectification')
    await expect(
      carryOutRequest(dpo, taken, { kind: 'rectification', phone: '+4915160000001' }),
    ).rejects.toThrow('number_taken')
  })

  it('C-41: restricts: nothing is sent, nothing can be changed, recipients are told', async () => {
    const contactId = await person()
    const requestId = await checked(contactId, 'restriction')
    told.length = 0
    await carryOutRequest(dpo, requestId, { kind: 'restriction', ground: 'accuracy_disputed' })
    expect(told).toEqual([['restricted', contactId]])
    const why = await explain(business.ctx, {
      contactId,
      channelId: business.channelId,
      topicId: business.topics.newsletter,
    })
    expect(why?.verdict).toBe('withheld')
    expect((await request(requestId)).outcome).toMatchObject({ ground: 'accuracy_disputed' })
  })

  it('C-26: an objection takes effect at once, whoever notes it, without asking who it was', async () => {
    const contactId = await person()
    const { requestId } = await openRequest(as('agent'), { contactId, kind: 'objection', via: 'staff' })
    expect(await request(requestId)).toMatchObject({ state: 'done', outcome: { ended: 1 } })
    const [consent] = await runtime.db
      .selectFrom('consent')
      .select('state')
      .where('contact_id', '=', contactId)
      .execute()
    expect(consent?.state).toBe('withdrawn')
  })

  it('C-40: erases, tells recipients, ends what else waits; the person may do it for themselves', async () => {
    const contactId = await person()
    const requestId = await checked(contactId, 'erasure')
    const other = await openRequest(dpo, { contactId, kind: 'access', via: 'staff' })
    told.length = 0
    await expect(
      carryOutRequest(dpo, requestId, { kind: 'erasure', confirm: 'LÖSCHEN' as 'ERASE' }),
    ).rejects.toThrow()
    await carryOutRequest(dpo, requestId, { kind: 'erasure', confirm: 'ERASE' })
    expect(told).toEqual([['erased', contactId]])
    const done = await request(requestId)
    expect(done).toMatchObject({ state: 'done', name: null, erased: true, identityNote: null })
    expect(done.report?.kept.map((kept) => kept.what)).toContain('Nachweis der Einwilligungen, gesperrt')
    expect(done.report?.kept.find((kept) => kept.what.startsWith('Nachweis'))?.why).toContain(
      '1. Januar 2030',
    )
    expect((await request(other.requestId)).state).toBe('cancelled')

    const self = await write(business, { phone: '+4915127182899', name: 'Selma', text: 'Hallo' })
    const acts = createContext(runtime, business.businessId, { kind: 'person', contactId: self })
    await expect(openRequest(acts, { contactId, kind: 'erasure', via: 'page' })).rejects.toThrow(
      'role_missing',
    )
    const opened = await openRequest(acts, { contactId: self, kind: 'erasure', via: 'page' })
    expect((await request(opened.requestId)).state).toBe('open')
  })
})

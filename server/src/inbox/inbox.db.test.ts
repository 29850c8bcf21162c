import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installation, resumeSending, stopSending } from '../brake/index.ts'
import { createBusiness } from '../businesses/index.ts'
import { saveChannel } from '../channels/index.ts'
import { resolveContact } from '../contacts/index.ts'
import { payloadPlace } from '../dispatch/index.ts'
import { type Context, createContext, HOUR, MINUTE, newId, withTransaction } from '../platform/index.ts'
import { allowTriggers } from '../testing/database.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { assignConversation, closeConversation, reopenConversation } from './handle.ts'
import { conversationChanged } from './hooks.ts'
import { listConversations } from './list.ts'
import { listMessages } from './messages.ts'
import { markRead, markReadJob, readConversation } from './read.ts'
import { reply } from './reply.ts'
import { storeInbound } from './store-inbound.ts'
import { sendTestMessage } from './test-message.ts'

describe('the inbox', () => {
  let runtime: TestRuntime
  let meta: Server
  let ctx: Context
  let channelId: string
  let anna: string
  let ben: string
  const memberId = newId()
  const asked: string[] = []

  const say = (contactId: string, text: string, wamid = `wamid.${newId()}`, meaning: string | null = null) =>
    withTransaction(ctx, (tx) =>
      storeInbound(tx, {
        contactId,
        channelId,
        message: {
          content: { type: 'text', text },
          forwarded: false,
          wamid,
          at: runtime.clock.now(),
          contextWamid: null,
        },
        receivedAt: runtime.clock.now(),
        meaning,
      }),
    )
  const chat = (contactId: string) => ({ contactId, channelId })

  beforeAll(async () => {
    meta = createServer((request, response) => {
      request.on('data', (chunk: Buffer) => asked.push(chunk.toString()))
      request.on('end', () => response.setHeader('content-type', 'application/json').end('{"success":true}'))
    })
    await new Promise<void>((resolve) => meta.listen(0, '127.0.0.1', resolve))
    runtime = await createTestRuntime({
      GRAPH_BASE_URL: `http://127.0.0.1:${(meta.address() as AddressInfo).port}`,
    })
    runtime.jobs.on(markReadJob, markRead)
    await runtime.jobs.prepare()
    const system = createContext(runtime, newId(), { kind: 'system', job: 'test' })
    const business = await createBusiness(system, { slug: 'blatt', name: 'Blatt', legalName: 'Blatt GmbH' })
    ctx = createContext(runtime, business.id, { kind: 'member', memberId, role: 'owner' })
    const now = runtime.clock.now()
    await runtime.db
      .insertInto('account')
      .values({ id: 'a1', name: 'Mia Muster', email: 'mia@example.org', created_at: now, updated_at: now })
      .execute()
    await runtime.db
      .insertInto('member')
      .values({
        business_id: business.id,
        member_id: memberId,
        account_id: 'a1',
        role: 'owner',
        created_at: now,
      })
      .execute()
    const channel = await saveChannel(ctx, {
      name: 'Haupt',
      phoneNumberId: '1000001',
      wabaId: '2000001',
      displayPhoneNumber: '+49 30 123456',
      verifiedName: 'Blatt',
      accessToken: 't',
      appSecret: 's',
      verifyToken: 'v',
    })
    channelId = channel.id
    const resolve = (phone: string, name: string) =>
      withTransaction(ctx, (tx) => resolveContact(tx, { phone, name })).then((resolved) => resolved.contactId)
    anna = await resolve('+4915123450001', 'Anna')
    ben = await resolve('+4915123450002', 'Ben')
  })
  afterAll(async () => {
    await runtime.close()
    await new Promise((resolve) => meta.close(resolve))
  })

  it('lets intake try again when the disk is full, but costs no STOP', async () => {
    const { db } = runtime
    await sql`create function no_room() returns trigger language plpgsql as
      $$ begin raise exception 'no room' using errcode = '53100'; end $$`.execute(db)
    await db.transaction().execute(async (trx) => {
      await allowTriggers(trx)
      await sql`create trigger no_room before insert on inbound_message for each row execute function no_room()`.execute(
        trx,
      )
    })
    try {
      await expect(say(anna, 'Habt ihr offen?')).rejects.toThrow('no room')
      await say(anna, 'STOP', `wamid.${newId()}`, 'stop')
    } finally {
      await sql`drop function no_room cascade`.execute(db)
    }
  })

  it('keeps what a person wrote, once, sealed, and tells open pages', async () => {
    const changed: string[] = []
    runtime.hooks.on(conversationChanged, async (_tx, event) => {
      changed.push(event.contactId)
    })
    await say(anna, 'Guten Morgen!', 'wamid.1')
    await say(anna, 'Guten Morgen!', 'wamid.1')
    expect(changed).toEqual([anna])
    const { items } = await listConversations(ctx, {})
    expect(items).toMatchObject([
      { contactId: anna, name: 'Anna', unread: 1, state: 'open', lastText: 'Guten Morgen!', consents: [] },
    ])
    expect(items[0]?.windowEndsAt).toBe(new Date(runtime.clock.now().getTime() + 24 * HOUR).toISOString())
    const { rows } = await sql<{ row: string }>`select i::text as row from inbound_message i`.execute(
      runtime.db,
    )
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('Guten Morgen').toString('hex'))
  })

  it('never costs a STOP: what fails in it is undone alone', async () => {
    await sql`alter table inbound_message add constraint test_refuses check (type <> 'text') not valid`.execute(
      runtime.db,
    )
    const before = runtime.clock.now()
    runtime.clock.advance(MINUTE)
    await withTransaction(ctx, async (tx) => {
      await tx.db
        .updateTable('contact')
        .set({ hold_reason: 'unclear_stop' })
        .where('contact_id', '=', ben)
        .execute()
      await storeInbound(tx, {
        contactId: ben,
        channelId,
        message: {
          content: { type: 'text', text: 'STOP' },
          forwarded: false,
          wamid: 'wamid.stop',
          at: runtime.clock.now(),
          contextWamid: null,
        },
        receivedAt: before,
      })
    })
    await sql`alter table inbound_message drop constraint test_refuses`.execute(runtime.db)
    const row = await runtime.db
      .selectFrom('contact')
      .select('hold_reason')
      .where('contact_id', '=', ben)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ hold_reason: 'unclear_stop' })
    expect((await listConversations(ctx, { search: 'Ben' })).items).toEqual([])
  })

  it('answers while the window is open, and says who wrote', async () => {
    runtime.clock.advance(MINUTE)
    const sent = await reply(ctx, chat(anna), { text: 'Hallo Anna' })
    expect(sent).toMatchObject({ direction: 'out', state: 'queued', text: 'Hallo Anna' })
    const message = await runtime.db.selectFrom('message').selectAll().executeTakeFirstOrThrow()
    expect(message).toMatchObject({ kind: 'reply', category: 'service', state: 'queued' })
    expect(payloadPlace(message.message_id)).toBe(`message:${message.message_id}`)
    const page = await listMessages(ctx, chat(anna), {})
    expect(page.items).toMatchObject([
      { direction: 'out', text: 'Hallo Anna', author: 'Mia Muster', state: 'queued' },
      { direction: 'in', text: 'Guten Morgen!', type: 'text' },
    ])
    expect(JSON.stringify(page)).not.toContain('wamid')
    expect((await listConversations(ctx, {})).items[0]?.lastText).toBe('Hallo Anna')
  })

  it('refuses free text once the window is closed, and to whom there is no conversation', async () => {
    runtime.clock.advance(24 * HOUR)
    await expect(reply(ctx, chat(anna), { text: 'Zu spät' })).rejects.toThrow('window_closed')
    await expect(reply(ctx, chat(ben), { text: 'Hallo' })).rejects.toThrow('not_found')
    await expect(
      listConversations(
        createContext(runtime, ctx.businessId, { kind: 'member', memberId, role: 'dpo' }),
        {},
      ),
    ).rejects.toThrow('role_missing')
  })

  it('shows campaign messages as the person read them', async () => {
    const [topicId, templateId, campaignId] = [newId(), newId(), newId()]
    const at = runtime.clock.now()
    const business = { business_id: ctx.businessId }
    await runtime.db
      .insertInto('topic')
      .values({ ...business, topic_id: topicId, key: 'news', name: '{}', description: '{}', created_at: at })
      .execute()
    await runtime.db
      .insertInto('template')
      .values({
        ...business,
        template_id: templateId,
        channel_id: channelId,
        name: 'fruehling',
        language: 'de',
        category: 'marketing',
        state: 'approved',
        quality: 'GREEN',
        content: JSON.stringify({
          body: 'Hallo {{name}}, neu da!',
          buttons: [{ kind: 'quick_reply', text: 'Abmelden', optOut: true }],
          samples: { name: 'X' },
        }),
        created_at: at,
        updated_at: at,
      })
      .execute()
    await runtime.db
      .insertInto('campaign')
      .values({
        ...business,
        campaign_id: campaignId,
        name: 'F',
        channel_id: channelId,
        topic_id: topicId,
        template_id: templateId,
        variables: JSON.stringify({ name: { from: 'first_name', fallback: 'du' } }),
        state: 'finished',
        created_at: at,
        updated_at: at,
      })
      .execute()
    await runtime.db
      .insertInto('message')
      .values({
        ...business,
        month: '2026-11-01',
        message_id: newId(),
        contact_id: anna,
        channel_id: channelId,
        topic_id: topicId,
        campaign_id: campaignId,
        template_id: templateId,
        category: 'marketing',
        kind: 'campaign',
        state: 'read',
        created_at: at,
        accepted_at: at,
      })
      .execute()
    const { items } = await listMessages(ctx, chat(anna), { limit: 1 })
    expect(items).toMatchObject([
      {
        type: 'campaign',
        text: 'Hallo Anna, neu da!',
        buttons: [{ text: 'Abmelden' }],
        campaignId,
        state: 'read',
      },
    ])
  })

  it('pages through conversations, the latest word first', async () => {
    await say(ben, 'Hallo!')
    const first = await listConversations(ctx, { limit: 1 })
    const second = await listConversations(ctx, { limit: 1, after: first.next ?? '' })
    expect([first.items[0]?.name, second.items[0]?.name, second.next]).toEqual(['Ben', 'Anna', null])
    expect((await listConversations(ctx, { search: 'ann' })).items.map((item) => item.name)).toEqual(['Anna'])
  })

  it('marks as read here at once, and at WhatsApp in the background', async () => {
    expect((await readConversation(ctx, chat(ben))).unread).toBe(0)
    await runtime.jobs.drain(runtime)
    expect(asked.map((body) => JSON.parse(body))).toMatchObject([{ status: 'read' }])
    await readConversation(ctx, chat(ben))
    expect(await runtime.jobs.drain(runtime)).toBe(0)
  })

  it('tells WhatsApp nothing while nothing may leave', async () => {
    await say(ben, 'Hallo?')
    const before = asked.length
    await stopSending(installation(runtime), 'no_send')
    expect((await readConversation(ctx, chat(ben))).unread).toBe(0)
    expect(await runtime.jobs.drain(runtime)).toBe(1)
    await resumeSending(installation(runtime))
    expect(asked).toHaveLength(before)
  })

  it('asks nobody for what the system has answered by itself', async () => {
    for (const meaning of ['opt_in', 'confirmed', 'refused', 'stop'])
      await say(ben, 'Ein Wort', undefined, meaning)
    const unread = async () => (await listConversations(ctx, { search: 'Ben' })).items[0]?.unread
    expect(await unread()).toBe(0)
    await say(ben, 'Wie kann ich das beenden?', undefined, 'hold')
    await say(ben, 'Habt ihr offen?')
    expect(await unread()).toBe(2)
  })

  it('is unknown like everything that belongs to others', async () => {
    await expect(listMessages(ctx, chat(newId()), {})).rejects.toThrow('not_found')
    await expect(listMessages(ctx, { contactId: anna, channelId: newId() }, {})).rejects.toThrow('not_found')
    const other = createContext(runtime, newId(), { kind: 'member', memberId, role: 'owner' })
    await expect(listMessages(other, chat(anna), {})).rejects.toThrow('not_found')
  })

  it('is given to members, closed, and opened again by the person', async () => {
    expect((await assignConversation(ctx, chat(ben), { memberId })).assignedTo).toBe(memberId)
    expect((await listConversations(ctx, { filter: 'mine' })).items).toHaveLength(1)
    await expect(assignConversation(ctx, chat(ben), { memberId: newId() })).rejects.toThrow('member_unknown')
    expect((await closeConversation(ctx, chat(ben))).state).toBe('closed')
    expect((await listConversations(ctx, { filter: 'open' })).items.map((item) => item.name)).toEqual([
      'Anna',
    ])
    expect((await reopenConversation(ctx, chat(ben))).state).toBe('open')
    await closeConversation(ctx, chat(ben))
    await say(ben, 'Noch etwas')
    expect((await listConversations(ctx, { filter: 'open' })).items).toHaveLength(2)
  })

  it('C-63: tries a number out only on a phone that wrote to it first, and makes nobody a contact', async () => {
    const people = () => runtime.db.selectFrom('contact').select('contact_id').execute()
    const before = (await people()).length
    const send = (phone: string) => sendTestMessage(ctx, channelId, { phone })
    await expect(send('+49 1512 3450009')).rejects.toMatchObject({ code: 'write_first' })
    expect((await people()).length).toBe(before)
    const own = await withTransaction(ctx, (tx) =>
      resolveContact(tx, { phone: '+4915123450009', name: 'Mia' }),
    )
    await expect(send('+4915123450009')).rejects.toMatchObject({ code: 'write_first' })
    await say(own.contactId, 'Hallo')
    const { messageId } = await send('01512 3450009')
    const row = await runtime.db
      .selectFrom('message')
      .select(['kind', 'category', 'state'])
      .where('message_id', '=', messageId)
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ kind: 'reply', category: 'service', state: 'queued' })
    runtime.clock.advance(24 * HOUR)
    await expect(send('+4915123450009')).rejects.toMatchObject({ code: 'write_first' })
    await expect(send('12345')).rejects.toMatchObject({ code: 'number_wrong' })
  })
})

import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { saveChannel, webhookSecrets } from '../channels/index.ts'
import { updateChannel } from '../channels/save.ts'
import { consentWithdrawn, say } from '../consent/index.ts'
import { enqueueSaid, runDispatchOnce, settleStatuses, withholdQueued } from '../dispatch/index.ts'
import { type Api, createServer } from '../platform/http/index.ts'
import { createContext, DAY, newId, type Role } from '../platform/index.ts'
import { NUMBER, SETUP, type Story, startStory, WABA } from '../testing/story.ts'
import { putAside } from './aside.ts'
import { inboundMessage, messageStatuses, mountWebhooks, processOnce } from './index.ts'
import { listAside } from './list-aside.ts'
import { openAsideItem } from './open-aside.ts'
import { replayUpdates } from './replay.ts'

describe('intake', () => {
  let story: Story
  let app: Api
  const heard: { contactId: string; meaning: string | null }[] = []
  beforeAll(async () => {
    story = await startStory()
    const { hooks } = story.runtime
    hooks.on(consentWithdrawn, withholdQueued)
    hooks.on(say, enqueueSaid)
    hooks.on(messageStatuses, settleStatuses)
    hooks.on(inboundMessage, async (_tx, { contactId, meaning, message }) => {
      if (message.content.type === 'text' && message.content.text === 'poison')
        throw new Error('a handler is broken')
      heard.push({ contactId, meaning })
    })
    app = createServer(story.runtime)
    mountWebhooks(app, story.runtime)
    await app.ready()
  })
  afterAll(async () => {
    await app.close()
    await story.close()
  })
  beforeEach(() => {
    heard.length = 0
  })

  let count = 0
  const seconds = () => String(Math.floor(story.runtime.clock.now().getTime() / 1000))
  const text = (phone: string, body: string, more: object = {}) => ({
    from: phone.slice(1),
    id: `wamid.${++count}`,
    timestamp: seconds(),
    type: 'text',
    text: { body },
    ...more,
  })
  const webhook = (value: object, field = 'messages', account = WABA) => ({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: account,
        changes: [
          {
            field,
            value: { metadata: { display_phone_number: '4930123456', phone_number_id: NUMBER }, ...value },
          },
        ],
      },
    ],
  })
  const post = (body: object | string, secret = SETUP.appSecret, header?: string) => {
    const payload = typeof body === 'string' ? body : JSON.stringify(body)
    const signature = header ?? `sha256=${createHmac('sha256', secret).update(payload).digest('hex')}`
    return app.inject({
      method: 'POST',
      url: '/webhooks/whatsapp',
      payload,
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
    })
  }
  const waiting = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from webhook_waiting`.execute(story.ctx.db)).rows[0]
      ?.n
  const quarantined = async () =>
    (
      await sql<{ reason: string }>`select reason from webhook_aside order by received_at, aside_id`.execute(
        story.ctx.db,
      )
    ).rows.map((row) => row.reason)

  it('answers the handshake with the challenge, and only for a known token', async () => {
    const ask = (token: string) =>
      app.inject({
        url: '/webhooks/whatsapp',
        query: { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': token },
      })
    const good = await ask(SETUP.verifyToken)
    expect([good.statusCode, good.body]).toEqual([200, '1158201444'])
    expect((await ask('guess')).statusCode).toBe(403)
  })

  it('C-76: stores nothing that is not signed', async () => {
    const { phone } = await story.person()
    const body = webhook({ messages: [text(phone, 'STOP')] })
    for (const answer of [
      await post(body, 'other'),
      await post(body, '', 'sha256=00'),
      await post('{"broken', 'other'),
      await post('', 'other'),
    ]) {
      expect(answer.statusCode).toBe(401)
    }
    expect(await waiting()).toBe(0)
    expect(await quarantined()).toEqual([])
  })

  it('C-76: keeps signed updates sealed, once, and answers 200', async () => {
    const { phone } = await story.person()
    const body = webhook({
      contacts: [{ wa_id: phone.slice(1), profile: { name: 'Anna' } }],
      messages: [text(phone, 'Guten Tag')],
    })
    const answers = await Promise.all([post(body), post(body), post(body)])
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200])
    expect(await waiting()).toBe(1)
    const { rows } = await sql<{
      payload_sealed: Uint8Array
    }>`select payload_sealed from webhook_update`.execute(story.ctx.db)
    expect(Buffer.from(rows[0]?.payload_sealed ?? []).toString('latin1')).not.toContain('Guten Tag')
    expect(await processOnce(story.runtime)).toBe(1)
    expect(heard).toMatchObject([{ meaning: null }])
    await post(body)
    expect(await processOnce(story.runtime)).toBe(0)
  })

  it('C-24: a STOP counts from its receipt: nothing is sent to the person until it is processed, whatever processing does', async () => {
    const [anna, ben, cleo] = [await story.person(), await story.person(), await story.person()]
    const { campaignId } = await story.campaign([anna, ben, cleo].map((person) => person.contactId))
    // WhatsApp has given Anna an id since; we know her by her number.
    await post(webhook({ messages: [text(anna.phone, 'STOP', { from_user_id: 'DE.4912345678901' })] }))
    await post(webhook({ messages: [text(cleo.phone, 'Danke, schön!')] }))
    await runDispatchOnce(story.runtime)
    expect(await story.states(campaignId)).toEqual({ queued: 2, accepted: 1 })
    const { rows } = await sql<{ contact_id: string; reason: string }>`
      select contact_id, reason from message where campaign_id = ${campaignId} and state = 'queued'`.execute(
      story.ctx.db,
    )
    expect(new Map(rows.map((row) => [row.contact_id, row.reason]))).toEqual(
      new Map([
        [anna.contactId, 'just_wrote'],
        [cleo.contactId, 'just_wrote'],
      ]),
    )
    await processOnce(story.runtime)
    await runDispatchOnce(story.runtime)
    story.runtime.clock.advance(2_000)
    await runDispatchOnce(story.runtime)
    expect(await story.states(campaignId)).toEqual({ withheld: 1, accepted: 2 })
    const toAnna = (await story.requests()).filter((request) => request.to === anna.phone)
    expect(toAnna, 'only the receipt').toHaveLength(1)
  })

  it('quarantines what is signed but unreadable or for an unknown number, and answers 200', async () => {
    const answers = [
      await post('{"entry": ['),
      await post('{"entry": ['),
      await post({
        entry: [
          {
            id: '1',
            changes: [
              {
                field: 'messages',
                value: { metadata: { phone_number_id: '999' }, messages: [text('+491511', 'x')] },
              },
            ],
          },
        ],
      }),
      await post({ entry: 'nonsense' }),
    ]
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200, 200])
    // What Meta repeats counts once.
    expect((await quarantined()).sort()).toEqual(['unknown_number', 'unreadable', 'unreadable'])
  })

  it('C-24, C-30: judges STOP first, takes the queue down in the same transaction, and answers once', async () => {
    const { contactId, phone } = await story.person()
    const { campaignId } = await story.campaign([contactId])
    await post(webhook({ messages: [text(phone, 'Stopp!!'), text(phone, 'STOP')] }))
    await processOnce(story.runtime)
    expect(heard).toMatchObject([
      { contactId, meaning: 'stop' },
      { contactId, meaning: 'stop' },
    ])
    const { rows } =
      await sql`select kind, state, reason from message where contact_id = ${contactId} order by kind`.execute(
        story.ctx.db,
      )
    expect(rows).toEqual([
      { kind: 'campaign', state: 'withheld', reason: 'consent_withdrawn' },
      { kind: 'receipt', state: 'queued', reason: null },
    ])
    expect(await story.states(campaignId)).toEqual({ withheld: 1 })
  })

  it('C-29: puts a voice message of somebody who is held before a member, and never reads it as will', async () => {
    const { contactId, phone } = await story.person()
    const voice = {
      type: 'audio',
      text: undefined,
      audio: { id: '4711', mime_type: 'audio/ogg', voice: true },
    }
    const asked = () =>
      story.ctx.db
        .selectFrom('notification')
        .select(['kind', 'entity_id'])
        .where('entity_id', '=', contactId)
        .execute()
    await post(webhook({ messages: [text(phone, '', voice)] }))
    await processOnce(story.runtime)
    expect(heard).toEqual([{ contactId, meaning: null }])
    expect(await asked()).toEqual([])
    await post(webhook({ messages: [text(phone, 'kann ich mich hier abmelden'), text(phone, '', voice)] }))
    await processOnce(story.runtime)
    expect(heard.slice(1)).toEqual([
      { contactId, meaning: 'hold' },
      { contactId, meaning: 'hold' },
    ])
    expect(await asked()).toEqual([{ kind: 'conversation.unheard', entity_id: contactId }])
    await post(webhook({ messages: [text(phone, 'STOP')] }))
    await processOnce(story.runtime)
    expect(heard.at(-1)).toEqual({ contactId, meaning: 'stop' })
  })

  it('C-75: creates a person it never saw, by BSUID alone', async () => {
    await post(
      webhook({
        contacts: [{ user_id: 'DE.4711', profile: { name: 'Mia', username: '@mia' } }],
        messages: [
          {
            from_user_id: 'DE.4711',
            id: `wamid.${++count}`,
            timestamp: seconds(),
            type: 'text',
            text: { body: 'Hallo' },
          },
        ],
      }),
    )
    await processOnce(story.runtime)
    expect(heard).toHaveLength(1)
    const { rows } =
      await sql`select contact_id from webhook_update where contact_id = ${heard[0]?.contactId}`.execute(
        story.ctx.db,
      )
    expect(rows).toHaveLength(1)
  })

  it("C-32: takes WhatsApp's own stop for a withdrawal without a receipt, and resume for nothing but Meta's block", async () => {
    const { contactId, phone } = await story.person()
    const preference = (value: string, at: number) =>
      webhook(
        {
          user_preferences: [{ wa_id: phone.slice(1), category: 'marketing_messages', value, timestamp: at }],
        },
        'user_preferences',
      )
    const now = Number(seconds())
    const standing = async () =>
      (
        await sql`select c.meta_preference, s.state from contact c
          join consent s on s.business_id = c.business_id and s.contact_id = c.contact_id where c.contact_id = ${contactId}`.execute(
          story.ctx.db,
        )
      ).rows[0]
    await post(preference('stop', now))
    await processOnce(story.runtime)
    expect(await standing()).toEqual({ meta_preference: 'stop', state: 'withdrawn' })
    await post(preference('resume', now - 60))
    await processOnce(story.runtime)
    expect(await standing()).toEqual({ meta_preference: 'stop', state: 'withdrawn' })
    await post(preference('resume', now + 60))
    await processOnce(story.runtime)
    expect(await standing()).toEqual({ meta_preference: 'resume', state: 'withdrawn' })
    const { rows } = await sql`select 1 from message where contact_id = ${contactId}`.execute(story.ctx.db)
    expect(rows).toEqual([])
  })

  it('C-24: what is said in a group opens no window and asks nobody, but STOP is STOP', async () => {
    const { contactId, phone } = await story.person()
    await post(webhook({ messages: [text(phone, 'START', { group_id: 'Z3JvdXA' })] }))
    await post(webhook({ messages: [text(phone, 'STOP', { group_id: 'Z3JvdXA' })] }))
    await processOnce(story.runtime)
    expect(heard).toEqual([])
    const { rows } = await sql`select c.last_inbound_at, s.state,
        (select count(*)::int from message m where m.business_id = c.business_id and m.contact_id = c.contact_id) as messages
      from contact c join consent s on s.business_id = c.business_id and s.contact_id = c.contact_id
      where c.business_id = ${story.businessId} and c.contact_id = ${contactId}`.execute(story.ctx.db)
    expect(rows).toEqual([{ last_inbound_at: null, state: 'withdrawn', messages: 0 }])
  })

  it('C-76: works in the order in which things happened, per person', async () => {
    const { phone } = await story.person()
    const at = Number(seconds())
    await post(webhook({ messages: [text(phone, 'später', { timestamp: String(at + 5) })] }))
    await post(webhook({ messages: [text(phone, 'STOP', { timestamp: String(at) })] }))
    await processOnce(story.runtime)
    expect(heard.map((event) => event.meaning)).toEqual(['stop', null])
  })

  it('parks an update that breaks a handler, alone, and replays it on request', async () => {
    const bad = await story.person()
    const good = await story.person()
    await post(webhook({ messages: [text(bad.phone, 'poison'), text(good.phone, 'Hallo')] }))
    await processOnce(story.runtime)
    expect(heard).toMatchObject([{ contactId: good.contactId }])
    const { rows } = await sql`select problem from webhook_update where problem is not null`.execute(
      story.ctx.db,
    )
    expect(rows).toEqual([{ problem: 'Error' }])
    // It could have been a STOP: the person gets no marketing until somebody has looked.
    const { rows: held } = await sql`select contact_id from contact where hold_reason is not null`.execute(
      story.ctx.db,
    )
    expect(held).toEqual([{ contact_id: bad.contactId }])
    const parked = async () =>
      (await sql`select 1 from webhook_update where problem is not null`.execute(story.ctx.db)).rows.length
    expect(await parked()).toBe(1)
    const member = (role: Role) =>
      createContext(story.runtime, story.businessId, { kind: 'member', memberId: newId(), role })
    for (const role of ['marketer', 'agent', 'dpo'] as const)
      await expect(replayUpdates(member(role))).rejects.toThrow('role_missing')
    expect(await replayUpdates(member('owner'))).toEqual({ replayed: 1, attributed: 0, left: 3 })
    expect(await parked()).toBe(0)
    expect(await waiting()).toBe(1)
    await processOnce(story.runtime)
  })

  it('holds the person of a message that cannot be read, and tells the members', async () => {
    const { contactId, phone } = await story.person()
    await post(
      webhook({ messages: [{ from: phone.slice(1), id: 'wamid.odd', timestamp: 'never', type: 'text' }] }),
    )
    await processOnce(story.runtime)
    const { rows } =
      await sql`select 1 from contact where contact_id = ${contactId} and hold_reason is not null`.execute(
        story.ctx.db,
      )
    expect(rows).toHaveLength(1)
    const { rows: told } = await sql`select 1 from notification where kind = 'intake.parked'`.execute(
      story.ctx.db,
    )
    expect(told.length).toBeGreaterThan(1)
    await sql`update webhook_update set problem = null`.execute(story.ctx.db)
  })

  it('C-76: books statuses set-based and in any order; a bad one does not hold up the others', async () => {
    const people = await Promise.all([story.person(), story.person()])
    const { campaignId } = await story.campaign(people.map((person) => person.contactId))
    const wamid = (index: number) => `wamid.s${people[index]?.contactId}`
    await sql`update message set state = 'accepted', attempts = 1 where campaign_id = ${campaignId}`.execute(
      story.ctx.db,
    )
    const { rows: messages } = await sql<{
      id: string
      contact: string
    }>`select message_id as id, contact_id as contact from message where campaign_id = ${campaignId}`.execute(
      story.ctx.db,
    )
    const idOf = (index: number) => messages.find((each) => each.contact === people[index]?.contactId)?.id
    const status = (index: number, name: string, at: number) => ({
      id: wamid(index),
      status: name,
      timestamp: at,
      pricing: { billable: true, category: 'marketing', type: 'regular' },
      biz_opaque_callback_data: `jw1.${idOf(index)}`,
    })
    const now = Number(seconds())
    await post(
      webhook({
        statuses: [
          status(0, 'read', now + 3),
          status(0, 'sent', now + 1),
          { id: 'x', status: 'sent' },
          status(1, 'sent', now),
          status(0, 'delivered', now + 2),
        ],
      }),
    )
    await processOnce(story.runtime)
    expect(await story.states(campaignId)).toEqual({ read: 1, sent: 1 })
    expect(await waiting()).toBe(0)
  })

  it('attributes what was quarantined again, once its number is connected', async () => {
    const owner = createContext(story.runtime, story.businessId, {
      kind: 'member',
      memberId: newId(),
      role: 'owner',
    })
    await sql`delete from webhook_aside`.execute(story.ctx.db)
    await sql`update webhook_update set problem = null`.execute(story.ctx.db)
    const { phone } = await story.person()
    const early = webhook({
      metadata: { phone_number_id: '777777' },
      messages: [text(phone, 'zu früh'), text(phone, 'STOP')],
    })
    expect((await post(early)).statusCode).toBe(200)
    const { reasons, items } = await listAside(owner)
    expect(reasons).toMatchObject([{ reason: 'unknown_number', count: 2 }])
    expect(items).toMatchObject([{ place: '777777', kind: 'webhook', updates: 2, canOpen: true }])
    const id = items[0]?.id ?? ''
    expect((await openAsideItem(owner, id)).text).toContain('zu früh')
    const marketer = createContext(story.runtime, story.businessId, {
      kind: 'member',
      memberId: newId(),
      role: 'marketer',
    })
    await expect(openAsideItem(marketer, id)).rejects.toThrow('role_missing')
    const { rows: looks } = await sql`select 1 from audit_entry where action = 'webhook_aside.open'`.execute(
      story.ctx.db,
    )
    expect(looks).toHaveLength(1)

    expect(await replayUpdates(owner)).toEqual({ replayed: 0, attributed: 0, left: 2 })
    await saveChannel(owner, {
      ...SETUP,
      accessToken: 'a',
      name: 'Zweite',
      phoneNumberId: '777777',
      wabaId: WABA,
      displayPhoneNumber: '+49 30 999999',
      verifiedName: 'Blatt',
    })
    expect(await replayUpdates(owner)).toEqual({ replayed: 0, attributed: 2, left: 0 })
    heard.length = 0
    await processOnce(story.runtime)
    expect(heard.map((event) => event.meaning)).toEqual([null, 'stop'])
  })

  it('attributes again what stands behind hundreds without hope', async () => {
    const owner = createContext(story.runtime, story.businessId, {
      kind: 'member',
      memberId: newId(),
      role: 'owner',
    })
    await sql`delete from webhook_aside`.execute(story.ctx.db)
    for (let count = 0; count < 500; count++)
      await putAside(story.runtime, {
        reason: 'unreadable',
        businessIds: [story.businessId],
        shared: false,
        place: null,
        updates: 1,
        body: Buffer.from(`broken ${count}`),
        signature: '',
      })
    story.runtime.clock.advance(1_000)
    const { phone } = await story.person()
    await post(webhook({ metadata: { phone_number_id: '666666' }, messages: [text(phone, 'STOP')] }))
    await saveChannel(owner, {
      ...SETUP,
      accessToken: 'a',
      name: 'Dritte',
      phoneNumberId: '666666',
      wabaId: WABA,
      displayPhoneNumber: '+49 30 888888',
      verifiedName: 'Blatt',
    })
    expect(await replayUpdates(owner)).toMatchObject({ attributed: 1, left: 500 })
    await sql`delete from webhook_aside`.execute(story.ctx.db)
    await processOnce(story.runtime)
    expect(heard).toMatchObject([{ meaning: 'stop' }])
  })

  it('says what is damaged, and attributes what stands beside it', async () => {
    const owner = createContext(story.runtime, story.businessId, {
      kind: 'member',
      memberId: newId(),
      role: 'owner',
    })
    const aside = (body: string) =>
      putAside(story.runtime, {
        reason: 'unreadable',
        businessIds: [story.businessId],
        shared: false,
        place: null,
        updates: 1,
        body: Buffer.from(body),
        signature: '',
      })
    await aside('damaged later')
    await sql`update webhook_aside set body_sealed = overlay(body_sealed placing '\\x00'::bytea from 40)`.execute(
      story.ctx.db,
    )
    const { phone } = await story.person()
    await post(webhook({ metadata: { phone_number_id: '555555' }, messages: [text(phone, 'Hallo')] }))
    await post(webhook({ messages: [text(phone, 'poison')] }))
    await processOnce(story.runtime)
    await sql`update webhook_update set payload_sealed = overlay(payload_sealed placing '\\x00'::bytea from 40)
      where problem is not null`.execute(story.ctx.db)
    const { items } = await listAside(owner)
    const opened = await Promise.allSettled(items.map(({ id }) => openAsideItem(owner, id)))
    expect(opened.map((each) => (each.status === 'rejected' ? each.reason.code : 'opened')).sort()).toEqual([
      'aside_damaged',
      'aside_damaged',
      'opened',
    ])
    await saveChannel(owner, {
      ...SETUP,
      accessToken: 'a',
      name: 'Vierte',
      phoneNumberId: '555555',
      wabaId: WABA,
      displayPhoneNumber: '+49 30 777777',
      verifiedName: 'Blatt',
    })
    expect(await replayUpdates(owner)).toEqual({ replayed: 1, attributed: 1, left: 1 })
    await sql`delete from webhook_aside`.execute(story.ctx.db)
  })

  it('takes what the app secret before this one signed, while a rotation lasts', async () => {
    const owner = createContext(story.runtime, story.businessId, {
      kind: 'member',
      memberId: newId(),
      role: 'owner',
    })
    const { phone } = await story.person()
    const own = await sql<{
      id: string
    }>`select channel_id as id from channel where phone_number_id = ${NUMBER}`.execute(story.ctx.db)
    await updateChannel(owner, own.rows[0]?.id ?? '', { appSecret: 'the new secret' })
    const fresh = createServer(story.runtime)
    mountWebhooks(fresh, story.runtime)
    const send = (secret: string) => {
      const payload = JSON.stringify(webhook({ messages: [text(phone, 'Hallo')] }))
      const signature = `sha256=${createHmac('sha256', secret).update(payload).digest('hex')}`
      return fresh.inject({
        method: 'POST',
        url: '/webhooks/whatsapp',
        payload,
        headers: { 'content-type': 'application/json', 'x-hub-signature-256': signature },
      })
    }
    expect((await send('the new secret')).statusCode).toBe(200)
    expect((await send(SETUP.appSecret)).statusCode).toBe(200)
    await fresh.close()
    expect(await webhookSecrets(owner, own.rows[0]?.id ?? '')).toEqual(['the new secret', SETUP.appSecret])
    await updateChannel(owner, own.rows[0]?.id ?? '', { previousAppSecret: null })
    expect(await webhookSecrets(owner, own.rows[0]?.id ?? '')).toEqual(['the new secret'])
    await updateChannel(owner, own.rows[0]?.id ?? '', { appSecret: SETUP.appSecret })
    story.runtime.clock.advance(8 * DAY)
    expect(await webhookSecrets(owner, own.rows[0]?.id ?? '')).toEqual([SETUP.appSecret])
    story.runtime.clock.advance(-8 * DAY)
    await processOnce(story.runtime)
  })

  it('two workers share what waits and nobody is processed twice', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => story.person()))
    for (const { phone } of people)
      await post(webhook({ messages: [text(phone, 'eins'), text(phone, 'zwei')] }))
    heard.length = 0
    const done = await Promise.all([processOnce(story.runtime), processOnce(story.runtime)])
    await processOnce(story.runtime)
    expect(done[0] + done[1]).toBeGreaterThan(0)
    expect(heard).toHaveLength(12)
    expect(await waiting()).toBe(0)
  })
})

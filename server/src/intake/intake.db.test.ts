import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { consentWithdrawn, say } from '../consent/index.ts'
import { enqueueSaid, settleStatuses, withholdQueued } from '../dispatch/index.ts'
import { type Api, createServer } from '../platform/http/index.ts'
import { createContext, newId, type Role } from '../platform/index.ts'
import { NUMBER, SETUP, type Story, startStory, WABA } from '../testing/story.ts'
import { wamidDigest } from '../whatsapp/index.ts'
import { inboundMessage, messageStatuses, mountWebhooks, processOnce } from './index.ts'
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
    app = await createServer(story.runtime)
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

  it('stores nothing that is not signed', async () => {
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

  it('keeps signed updates sealed, once, and answers 200', async () => {
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

  it('quarantines what is signed but unreadable or for an unknown number, and answers 200', async () => {
    const before = (await quarantined()).length
    const answers = [
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
    expect(answers.map((answer) => answer.statusCode)).toEqual([200, 200, 200])
    expect((await quarantined()).slice(before)).toEqual(['unreadable', 'unknown_number', 'unreadable'])
  })

  it('judges STOP first, takes the queue down in the same transaction, and answers once', async () => {
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

  it('creates a person it never saw, by BSUID alone', async () => {
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

  it("takes WhatsApp's own stop for a withdrawal without a receipt, and resume for nothing but Meta's block", async () => {
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
        await sql`select c.meta_preference, s.state from contact c join consent s on s.contact_id = c.contact_id where c.contact_id = ${contactId}`.execute(
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

  it('works in the order in which things happened, per person', async () => {
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
    await expect(replayUpdates(member('marketer'))).rejects.toThrow('role_missing')
    expect(await replayUpdates(member('agent'))).toEqual({ replayed: 1, attributed: 0, left: 3 })
    expect(await parked()).toBe(0)
    expect(await waiting()).toBe(1)
    await processOnce(story.runtime)
  })

  it('books statuses set-based and in any order; a bad one does not hold up the others', async () => {
    const people = await Promise.all([story.person(), story.person()])
    const { campaignId } = await story.campaign(people.map((person) => person.contactId))
    const wamid = (index: number) => `wamid.s${people[index]?.contactId}`
    for (const [index, { contactId }] of people.entries())
      await sql`update message set state = 'accepted', wamid_digest = ${wamidDigest(story.ctx, wamid(index))}
        where campaign_id = ${campaignId} and contact_id = ${contactId}`.execute(story.ctx.db)
    const status = (index: number, name: string, at: number) => ({
      id: wamid(index),
      status: name,
      timestamp: at,
      pricing: { billable: true, category: 'marketing', type: 'regular' },
      biz_opaque_callback_data: index === 0 ? 'foreign' : undefined,
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
})

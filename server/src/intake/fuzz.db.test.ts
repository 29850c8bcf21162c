import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, createServer } from '../platform/http/index.ts'
import { dump } from '../testing/dump.ts'
import { NUMBER, SETUP, type Story, startStory, WABA } from '../testing/story.ts'
import { type GeneratedWebhook, webhooks } from '../testing/webhook-bodies.ts'
import { mountWebhooks, processOnce } from './index.ts'

const RUNS = 300

describe('whatever a webhook holds', () => {
  let story: Story
  let app: Api
  let bodies: fc.Arbitrary<GeneratedWebhook>
  beforeAll(async () => {
    story = await startStory()
    const people = [await story.person(), await story.person()]
    bodies = webhooks({
      phoneNumberId: NUMBER,
      wabaId: WABA,
      appSecret: SETUP.appSecret,
      phones: people.map((person) => person.phone.slice(1)),
    })
    app = await createServer(story.runtime)
    mountWebhooks(app, story.runtime)
    await app.ready()
  })
  afterAll(async () => {
    await app.close()
    await story.close()
  })

  const post = ({ payload, signature }: GeneratedWebhook) =>
    app.inject({
      method: 'POST',
      url: '/webhooks/whatsapp',
      payload,
      headers: {
        'content-type': 'application/json',
        ...(signature === undefined ? {} : { 'x-hub-signature-256': signature }),
      },
    })

  it('unsigned it is refused and changes nothing', async () => {
    const before = await dump(story.ctx.db, 'public')
    const unsigned = bodies.filter((each) => !each.signed)
    await fc.assert(
      fc.asyncProperty(unsigned, async (webhook) => {
        expect((await post(webhook)).statusCode).toBe(401)
      }),
      { numRuns: RUNS * 3 },
    )
    expect(await dump(story.ctx.db, 'public')).toBe(before)
  })

  it('signed it is kept and answered 200, and processing comes to an end', async () => {
    const signed = bodies.filter((each) => each.signed)
    await fc.assert(
      fc.asyncProperty(signed, async (webhook) => {
        expect((await post(webhook)).statusCode).toBe(200)
      }),
      { numRuns: RUNS },
    )
    await processOnce(story.runtime)
    const { rows } = await sql`select 1 from webhook_waiting`.execute(story.ctx.db)
    expect(rows).toEqual([])
  })

  it('is not tripped by a time that cannot be made a number', async () => {
    const from = { wa_id: '4915112345612', category: 'marketing_messages', value: 'signup' }
    const value = {
      metadata: { phone_number_id: NUMBER },
      user_preferences: [{ ...from, timestamp: { toString: 1 } }],
    }
    const payload = Buffer.from(
      JSON.stringify({ entry: [{ id: WABA, changes: [{ field: 'user_preferences', value }] }] }),
    )
    expect((await post({ payload, signature: sign(payload), signed: true })).statusCode).toBe(200)
    await processOnce(story.runtime)
    const { rows } = await sql`select 1 from webhook_waiting`.execute(story.ctx.db)
    expect(rows).toEqual([])
  })

  it('takes 3 MB and a thousand updates, and refuses what is too large to be Meta’s', async () => {
    const status = (index: number) => ({
      id: `wamid.large${index}`,
      status: 'sent',
      timestamp: '1',
      note: 'x'.repeat(2_900),
    })
    const value = {
      metadata: { phone_number_id: NUMBER },
      statuses: Array.from({ length: 1_000 }, (_, n) => status(n)),
    }
    const payload = Buffer.from(
      JSON.stringify({ entry: [{ id: WABA, changes: [{ field: 'messages', value }] }] }),
    )
    expect(payload.length).toBeGreaterThan(2_900_000)
    const signature = sign(payload)
    expect((await post({ payload, signature, signed: true })).statusCode).toBe(200)
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from webhook_waiting where lane = 'status'`.execute(story.ctx.db)
    expect(rows[0]?.n).toBe(1_000)
    const huge = Buffer.alloc(5 * 1024 * 1024, 0x20)
    expect((await post({ payload: huge, signature: sign(huge), signed: true })).statusCode).toBe(413)
    await processOnce(story.runtime)
  })
})

const sign = (payload: Buffer) =>
  `sha256=${createHmac('sha256', SETUP.appSecret).update(payload).digest('hex')}`

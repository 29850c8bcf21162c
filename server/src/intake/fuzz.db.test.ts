import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Live } from '../app/live.ts'
import { wire } from '../app/wire.ts'
import { type Api, createServer } from '../platform/http/index.ts'
import { dump } from '../testing/dump.ts'
import { postWebhook } from '../testing/post-webhook.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { type GeneratedWebhook, largeWebhooks, webhooks } from '../testing/webhook-bodies.ts'
import { controls } from '../testing/webhook-control.ts'
import { leftUndone } from '../testing/webhook-parked.ts'
import { createWebhookStage, type WebhookStage } from '../testing/webhook-stage.ts'
import type { Target } from '../testing/webhook-target.ts'
import { mountWebhooks, processOnce } from './index.ts'

const RUNS = 200
/** Hundreds of bodies, and some of 3 MB, beside other tests on a busy machine. */
const PATIENCE_MS = 120_000

describe('whatever a webhook holds', () => {
  let runtime: TestRuntime
  let stage: WebhookStage
  let target: Target
  let app: Api
  let bodies: fc.Arbitrary<GeneratedWebhook>
  beforeAll(async () => {
    runtime = await createTestRuntime()
    wire(runtime, new Live())
    await runtime.jobs.prepare()
    stage = await createWebhookStage(runtime)
    target = await stage.target()
    bodies = webhooks(target)
    app = createServer(runtime)
    mountWebhooks(app, runtime)
    await app.ready()
  })
  afterAll(async () => {
    await app.close()
    await runtime.jobs.stop(1_000)
    await runtime.close()
  })

  afterEach(() => sql`delete from webhook_update`.execute(runtime.db))

  const post = ({ payload, signature }: Pick<GeneratedWebhook, 'payload' | 'signature'>) =>
    postWebhook(app, { payload, signature })
  const postSigned = (payload: Buffer) => post({ payload, signature: stage.sign(payload) })
  /** What is told of, as it would come in the value of a change. */
  const changeOf = (value: object, field = 'messages') =>
    Buffer.from(
      JSON.stringify({
        entry: [
          {
            id: target.wabaId,
            time: Math.floor(target.now.getTime() / 1000),
            changes: [{ field, value: { metadata: { phone_number_id: target.phoneNumberId }, ...value } }],
          },
        ],
      }),
    )

  it('unsigned it is refused and changes nothing', async () => {
    const before = await dump(runtime.db, 'public')
    const unsigned = bodies.filter((each) => !each.signed)
    await fc.assert(
      fc.asyncProperty(unsigned, async (webhook) => {
        expect((await post(webhook)).statusCode).toBe(401)
      }),
      { numRuns: RUNS },
    )
    expect(await dump(runtime.db, 'public')).toBe(before)
  })

  it(
    'signed it is kept and answered 200, and only what cannot be read is put aside',
    async () => {
      const signed = bodies.filter((each) => each.signed)
      await fc.assert(
        fc.asyncProperty(signed, async (webhook) => {
          expect((await post(webhook)).statusCode).toBe(200)
        }),
        { numRuns: RUNS },
      )
      await processOnce(runtime)
      expect(await leftUndone(stage.ctx)).toEqual([])
    },
    PATIENCE_MS,
  )

  it('does not keep the next START, status, JA and STOP from being obeyed', async () => {
    let steps = 0
    for await (const { payload, broken } of controls(stage, '4915119000001')) {
      expect((await postSigned(payload)).statusCode).toBe(200)
      await processOnce(runtime)
      expect(await broken()).toBeNull()
      steps++
    }
    expect(steps).toBe(4)
  })

  it('is not tripped by a time that cannot be made a number', async () => {
    const from = { wa_id: '4915112345612', category: 'marketing_messages', value: 'signup' }
    const odd = changeOf({ user_preferences: [{ ...from, timestamp: { toString: 1 } }] }, 'user_preferences')
    expect((await postSigned(odd)).statusCode).toBe(200)
    await processOnce(runtime)
    expect(await leftUndone(stage.ctx)).toEqual([])
  })

  const now = () => String(Math.floor(target.now.getTime() / 1000))
  const status = (index: number, more: object) => ({
    id: `wamid.odd${index}`,
    status: 'delivered',
    timestamp: now(),
    biz_opaque_callback_data: `jw1.${target.messageIds[index]}.1`,
    ...more,
  })
  const price = { billable: true, category: 'utility', type: 'regular' }
  const region = { pricing_category: 'UTILITY', tier: '1:2', effective_month: '2026-11', region: 'Germany' }
  it.each<[string, string, () => object]>([
    [
      'callback data that names no message of ours',
      'messages',
      () => ({
        statuses: ['4', '7'].map((version, n) =>
          status(n, { biz_opaque_callback_data: `jw1.ffffffff-ffff-${version}fff-bfff-ffffffffffff.1` }),
        ),
      }),
    ],
    [
      'a price with a character that no database keeps',
      'messages',
      () => ({ statuses: [status(2, { pricing: { ...price, category: 'a\u0000b', type: '\u0000' } })] }),
    ],
    [
      'a price in words that an array would have to quote',
      'messages',
      () => ({
        statuses: ['', 'null', 'a,b', '{"'].map((category, n) =>
          status(n + 10, { pricing: { ...price, category, type: category } }),
        ),
      }),
    ],
    [
      'the number of an error that is too large',
      'messages',
      () => ({ statuses: [status(3, { status: 'failed', errors: [{ code: 2 ** 40, title: 'x' }] })] }),
    ],
    [
      'the last second that is written with four digits',
      'messages',
      () => ({ statuses: [status(4, { pricing: price, timestamp: '253402300799' })] }),
    ],
    [
      'the tap on a button whose id is none',
      'messages',
      () => ({
        messages: [`optout:${'-'.repeat(36)}`, `doi:yes:${'f'.repeat(36)}`].map((payload, n) => ({
          from: target.phones[n],
          id: `wamid.tap${n}`,
          timestamp: now(),
          type: 'button',
          button: { payload, text: 'Abmelden' },
        })),
      }),
    ],
    [
      'a limit that is no number of people',
      'business_capability_update',
      () => ({ max_daily_conversations_per_business: 2 ** 40 }),
    ],
    [
      'a part of a person',
      'business_capability_update',
      () => ({ max_daily_conversations_per_business: 0.5 }),
    ],
    [
      'a month that there never was',
      'account_update',
      () => ({
        event: 'VOLUME_BASED_PRICING_TIER_UPDATE',
        volume_tier_info: { ...region, effective_month: '0000-11' },
      }),
    ],
    [
      'half of a character in an alert',
      'account_alerts',
      () => ({ alert_info: { alert_type: '\ud83d', alert_description: 'a\u0000b', alert_status: 'ACTIVE' } }),
    ],
  ])('is not tripped by %s', async (_what, field, value) => {
    expect((await postSigned(changeOf(value(), field))).statusCode).toBe(200)
    await processOnce(runtime)
    expect(await leftUndone(stage.ctx)).toEqual([])
  })

  it(
    'takes 3 MB and a thousand updates, and refuses what is too large to be Meta’s',
    async () => {
      const sent = (index: number) => ({
        id: `wamid.large${index}`,
        status: 'sent',
        timestamp: '1',
        note: 'x'.repeat(2_900),
      })
      const large = changeOf({ statuses: Array.from({ length: 1_000 }, (_, n) => sent(n)) })
      expect(large.length).toBeGreaterThan(2_900_000)
      expect((await postSigned(large)).statusCode).toBe(200)
      const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from webhook_waiting where lane = 'status'`.execute(runtime.db)
      expect(rows[0]?.n).toBe(1_000)
      expect((await postSigned(Buffer.alloc(5 * 1024 * 1024, 0x20))).statusCode).toBe(413)
      for (const webhook of fc.sample(largeWebhooks(target), { seed: 1, numRuns: 2 }))
        expect((await post(webhook)).statusCode).toBe(200)
      await processOnce(runtime)
      expect(await leftUndone(stage.ctx)).toEqual([])
    },
    PATIENCE_MS,
  )
})

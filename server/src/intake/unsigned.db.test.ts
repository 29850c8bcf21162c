import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, createServer } from '../platform/http/index.ts'
import { postWebhook } from '../testing/post-webhook.ts'
import { NUMBER, SETUP, type Story, startStory, WABA } from '../testing/story.ts'
import { mountWebhooks } from './index.ts'

const zeros = (count: number) =>
  `{"entry":[{"id":"${WABA}","changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"${NUMBER}"},"statuses":[${Array(count).fill(0).join()}]}}]}]}`
/** Four megabytes of nothing, each of two million places of which would be an update. */
const ZEROS = zeros(2_094_000)
/** Cutting that many took nine seconds; refusing them takes what reading JSON takes. */
const SOON_MS = 3_000

describe('a body that nobody signed', () => {
  let story: Story
  let app: Api
  beforeAll(async () => {
    story = await startStory()
    app = createServer(story.runtime)
    mountWebhooks(app, story.runtime)
    await app.ready()
  })
  afterAll(async () => {
    await app.close()
    await story.close()
  })

  const post = (payload: string, signature: string | undefined) => postWebhook(app, { payload, signature })
  const sign = (payload: string) =>
    `sha256=${createHmac('sha256', SETUP.appSecret).update(payload).digest('hex')}`
  const left = async () =>
    (
      await sql`select reason, updates from webhook_aside union all
      select 'waits', count(*)::int from webhook_waiting having count(*) > 0`.execute(story.ctx.db)
    ).rows

  it.each([
    ['without a signature', undefined],
    ['with half a signature', 'sha256=00'],
    ['signed with another secret', `sha256=${'0'.repeat(64)}`],
  ])('C-76: %s is refused before anything is done with what it holds', async (_what, signature) => {
    const began = performance.now()
    expect((await post(ZEROS, signature)).statusCode).toBe(401)
    expect(performance.now() - began).toBeLessThan(SOON_MS)
    expect(await left()).toEqual([])
  })

  it('signed, but with more updates than Meta sends, it is kept whole', async () => {
    const body = zeros(20_001)
    expect((await post(body, sign(body))).statusCode).toBe(200)
    expect(await left()).toEqual([{ reason: 'unreadable', updates: 1 }])
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { DAY, withTransaction } from '../platform/index.ts'
import { NUMBER, SETUP, type Story, startStory } from '../testing/story.ts'
import { createGraphClient, type GraphClient } from '../whatsapp/index.ts'
import { announceResults } from './announce.ts'
import { claim } from './claim.ts'
import { compose } from './compose.ts'
import { errorSeen, sendingStopped } from './hooks.ts'
import { enqueueMessage } from './index.ts'
import { releaseLease, takeLease } from './lease.ts'
import { send } from './send.ts'
import { settle } from './settle.ts'

describe('what a refusal with the answer means', () => {
  let story: Story
  let client: GraphClient
  const heard: unknown[] = []
  beforeAll(async () => {
    story = await startStory()
    const { graphBaseUrl: baseUrl } = story.runtime.config
    client = createGraphClient({ baseUrl, version: 'v25.0', token: SETUP.token })
    const { hooks } = story.runtime
    hooks.on(sendingStopped, async (_tx, { scope, errorCode }) => void heard.push({ scope, errorCode }))
    hooks.on(errorSeen, async (_tx, { code }) => void heard.push({ look: code }))
  })
  afterAll(async () => {
    await client.close()
    await story.close()
  })
  beforeEach(async () => {
    heard.length = 0
    story.runtime.clock.advance(DAY)
    await sql`update message set state = 'withheld' where state in ('queued', 'sending', 'unknown')`.execute(
      story.ctx.db,
    )
    await sql`delete from message_queue`.execute(story.ctx.db)
    await story.sim('DELETE', '/sim/faults')
  })

  /** What a runner does with what is due, without the rest that a stopped channel takes afterwards. */
  async function round(): Promise<void> {
    const { ctx } = story
    const lease = await takeLease(ctx, story.channelId, 'test')
    if (!lease) throw new Error('The channel is held.')
    const claimed = await claim(ctx, lease, { messages: 10, initiated: 10 })
    const bodies = await compose(ctx, claimed)
    const sent = await Promise.all(
      claimed.map((message) => send(client, NUMBER, message, bodies.get(message.messageId) ?? null)),
    )
    await announceResults(ctx, await settle(ctx, lease, sent), sent)
    await releaseLease(ctx, lease)
  }

  /** A service message to somebody new, and what became of it. */
  async function single(): Promise<{ state: string; error_code: number | null; reason: string | null }> {
    const { contactId } = await story.person()
    await sql`update contact set last_inbound_at = ${story.runtime.clock.now()} where contact_id = ${contactId}`.execute(
      story.ctx.db,
    )
    const { messageId } = await withTransaction(story.ctx, (tx) =>
      enqueueMessage(tx, {
        contactId,
        channelId: story.channelId,
        kind: 'notice',
        category: 'service',
        body: { type: 'text', text: { body: 'Hallo' } },
      }),
    )
    await round()
    const { rows } = await sql<{ state: string; error_code: number | null; reason: string | null }>`
      select state, error_code, reason from message where message_id = ${messageId}`.execute(story.ctx.db)
    if (!rows[0]) throw new Error('The message is lost.')
    return rows[0]
  }

  it.each([132000, 132001, 132007, 132012, 131061, 134100])(
    '%i says that a template does not work: a single message with it is over, it would be refused again',
    async (code) => {
      await story.sim('POST', '/sim/faults', { code, times: 1 })
      expect(await single()).toEqual({ state: 'failed', error_code: code, reason: null })
      expect(heard).toEqual([{ scope: 'template', errorCode: code }])
    },
  )

  it('C-47: logs what Meta says about a request that was wrong, without the number of anybody', async () => {
    const warn = vi.spyOn(story.ctx.log, 'warn')
    await story.sim('POST', '/sim/faults', {
      code: 100,
      times: 1,
      details: 'Invalid parameter for +4915112345678: body',
    })
    expect(await single()).toMatchObject({ state: 'failed', error_code: 100 })
    expect(warn.mock.calls).toEqual([
      [
        { code: 100, channelId: story.channelId, details: 'Invalid parameter for …: body' },
        'WhatsApp refuses what we send',
      ],
    ])
    warn.mockRestore()
    expect(heard).toEqual([{ look: 100 }])
  })

  it('waits for a template that is paused, and a campaign waits for whoever mends its template', async () => {
    await story.sim('POST', '/sim/faults', { code: 132015, times: 1 })
    expect(await single()).toMatchObject({ state: 'queued', error_code: 132015 })
    const { contactId } = await story.person()
    const { campaignId } = await story.campaign([contactId])
    await story.sim('POST', '/sim/faults', { code: 132000, times: 1 })
    await round()
    expect(await story.states(campaignId)).toEqual({ queued: 1 })
  })

  it('a number that was deleted stops, also when Meta says so by a subcode only', async () => {
    await story.sim('POST', '/sim/faults', { code: 100, subcode: 33, times: 1 })
    expect(await single()).toEqual({ state: 'queued', error_code: 33, reason: null })
    expect(heard).toEqual([{ scope: 'channel', errorCode: 33 }])
  })
})

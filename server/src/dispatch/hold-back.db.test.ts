import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { installation, resumeSending, stopSending } from '../brake/index.ts'
import { MINUTE, withTransaction } from '../platform/index.ts'
import { type Story, startStory } from '../testing/story.ts'
import { claim } from './claim.ts'
import { WAKE } from './hooks.ts'
import { enqueueMessage, runDispatchOnce, startDispatch } from './index.ts'
import { takeLease } from './lease.ts'

describe('what is held back, and what is in doubt', () => {
  let story: Story
  beforeAll(async () => {
    story = await startStory()
  })
  afterAll(() => story.close())

  const to = async (phone: string) => (await story.requests()).filter((request) => request.to === phone)

  it('nothing leaves while the brake is on; after the go each message leaves once', async () => {
    const people = await Promise.all([1, 2, 3].map(() => story.person()))
    const { campaignId } = await story.campaign(people.map(({ contactId }) => contactId))
    await stopSending(installation(story.runtime), 'no_send')
    expect(await runDispatchOnce(story.runtime)).toBe(0)
    const dispatch = startDispatch(story.runtime)
    story.runtime.signals.raise(WAKE)
    expect(await story.states(campaignId)).toEqual({ queued: 3 })
    const before = (await story.requests()).length
    const went = Date.now()
    await resumeSending(installation(story.runtime))
    await vi.waitFor(async () => expect(await story.states(campaignId)).toEqual({ accepted: 3 }), 10_000)
    await dispatch.stop()
    expect(before).toBe(0)
    for (const { phone } of people) {
      const requests = await to(phone)
      expect(requests).toHaveLength(1)
      expect(Date.parse(requests[0]?.at ?? '')).toBeGreaterThanOrEqual(went)
    }
  })

  it('a question in doubt is asked once more after ten minutes, and only once; marketing never', async () => {
    const asked = await story.person({ state: 'none' })
    const marketed = await story.person()
    await sql`update contact set last_inbound_at = ${story.runtime.clock.now()}
      where contact_id = ${asked.contactId}`.execute(story.ctx.db)
    await withTransaction(story.ctx, (tx) =>
      enqueueMessage(tx, {
        contactId: asked.contactId,
        channelId: story.channelId,
        kind: 'question',
        category: 'service',
        body: { type: 'text', text: { body: 'Möchtest du?' } },
      }),
    )
    const { campaignId } = await story.campaign([marketed.contactId])
    /** A dispatcher that dies with what it claimed, before anything is on the wire. */
    const die = async (holder: string) => {
      const lease = await takeLease(story.ctx, story.channelId, holder)
      if (!lease) throw new Error('the channel is held by somebody')
      const claimed = await claim(story.ctx, lease, { messages: 5, initiated: 5 })
      story.runtime.clock.advance(MINUTE)
      return claimed.length
    }
    expect(await die('first')).toBe(2)
    await runDispatchOnce(story.runtime)
    story.runtime.clock.advance(8 * MINUTE)
    await runDispatchOnce(story.runtime)
    expect(await to(asked.phone)).toHaveLength(0)
    story.runtime.clock.advance(2 * MINUTE)
    await runDispatchOnce(story.runtime)
    expect(await to(asked.phone)).toHaveLength(1)
    expect(await story.states(campaignId)).toEqual({ unknown: 1 })
    // Its answer is lost as well.
    await sql`update message set state = 'unknown', wamid_digest = null where contact_id = ${asked.contactId}`.execute(
      story.ctx.db,
    )
    await sql`insert into message_queue (business_id, month, message_id, contact_id, channel_id, priority, not_before, epoch, claimed_at)
      select business_id, month, message_id, contact_id, channel_id, 1, ${story.runtime.clock.now()}, 1, ${story.runtime.clock.now()}
      from message where contact_id = ${asked.contactId}`.execute(story.ctx.db)
    story.runtime.clock.advance(20 * MINUTE)
    await runDispatchOnce(story.runtime)
    expect(await to(asked.phone)).toHaveLength(1)
    expect(await to(marketed.phone)).toHaveLength(0)
  })
})

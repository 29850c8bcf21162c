import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { HOUR, withTransaction } from '../platform/index.ts'
import { type Story, startStory } from '../testing/story.ts'
import { createGraphTransport, LOCAL_ERROR } from '../whatsapp/index.ts'
import { callbackData } from './callback.ts'
import { ChannelPace } from './channel-pace.ts'
import { ChannelRunner } from './channel-runner.ts'
import { claim } from './claim.ts'
import { headRoom } from './head-room.ts'
import { errorSeen } from './hooks.ts'
import { runDispatchOnce, settleStatuses, withholdQueued } from './index.ts'
import { releaseLease, takeLease } from './lease.ts'
import { markInterrupted } from './recover.ts'
import { settle } from './settle.ts'
import { UsageBrake } from './usage-brake.ts'

describe('nothing is lost', () => {
  let story: Story
  beforeAll(async () => {
    story = await startStory()
  })
  afterAll(() => story.close())

  it('sends the rest of a campaign once its ramp is open', async () => {
    const people = await Promise.all([1, 2, 3, 4].map(() => story.person()))
    const { campaignId } = await story.campaign(
      people.map((person) => person.contactId),
      0.5,
    )
    await sql`update campaign set ramp_open = false where campaign_id = ${campaignId}`.execute(story.ctx.db)
    await runDispatchOnce(story.runtime)
    expect(await story.states(campaignId)).toEqual({ accepted: 2, queued: 2 })
    await sql`update campaign set ramp_open = true where campaign_id = ${campaignId}`.execute(story.ctx.db)
    await runDispatchOnce(story.runtime)
    expect(await story.states(campaignId)).toEqual({ accepted: 4 })
  })

  it('counts a message whose status was faster than its answer like any other, once', async () => {
    const { ctx } = story
    const { contactId } = await story.person()
    const { campaignId } = await story.campaign([contactId])
    await ctx.db.updateTable('channel').set({ messaging_limit: 100_000 }).execute()
    const lease = await takeLease(ctx, story.channelId, 'slow')
    if (!lease) throw new Error('The channel is held.')
    const [claimed] = await claim(ctx, lease, { messages: 1, initiated: 1 })
    if (!claimed) throw new Error('Nothing was claimed.')
    const status = (name: 'sent' | 'delivered') => ({
      kind: 'status' as const,
      wamid: 'wamid.FAST',
      status: name,
      at: story.runtime.clock.now(),
      callback: callbackData(claimed.messageId, claimed.attempts),
      pricing: null,
      error: null,
    })
    const before = await headRoom(ctx, story.channelId, 100_000)
    await withTransaction(ctx, (tx) => settleStatuses(tx, { statuses: [status('sent')] }))
    await settle(ctx, lease, [
      { message: claimed, outcome: { result: 'accepted', wamid: 'wamid.FAST' }, error: null },
    ])
    await withTransaction(ctx, (tx) => settleStatuses(tx, { statuses: [status('delivered')] }))
    const pulse = () =>
      sql<{ accepted: number }>`select coalesce(sum(accepted), 0)::int as accepted from campaign_pulse
        where campaign_id = ${campaignId}`.execute(ctx.db)
    await vi.waitFor(async () => expect((await pulse()).rows).toEqual([{ accepted: 1 }]))
    await vi.waitFor(async () => {
      const { rows } =
        await sql`select cardinality(times) as n from contact_marketing where contact_id = ${contactId}`.execute(
          ctx.db,
        )
      expect(rows).toEqual([{ n: 1 }])
    })
    // It stays the one person it was while it was under way.
    expect(await headRoom(ctx, story.channelId, 100_000)).toBe(before)
    await ctx.db.updateTable('channel').set({ messaging_limit: null }).execute()
  })

  it('takes back what never started also from a holder that has lost the channel, and nothing else', async () => {
    const { ctx } = story
    story.runtime.clock.advance(60_000)
    const people = await Promise.all([1, 2].map(() => story.person()))
    const { campaignId } = await story.campaign(people.map((person) => person.contactId))
    const lost = await takeLease(ctx, story.channelId, 'sleeper')
    if (!lost) throw new Error('The channel is held.')
    const [one, two] = await claim(ctx, lost, { messages: 2, initiated: 2 })
    story.runtime.clock.advance(60_000)
    const next = await takeLease(ctx, story.channelId, 'next')
    if (!next || !one || !two) throw new Error('The channel was not taken over.')
    expect(await markInterrupted(ctx, next)).toBe(2)
    await settle(ctx, lost, [
      { message: one, outcome: { result: 'released' }, error: null },
      { message: two, outcome: { result: 'accepted', wamid: 'wamid.LATE' }, error: null },
    ])
    expect(await story.states(campaignId)).toEqual({ queued: 1, unknown: 1 })
    await releaseLease(ctx, next)
    await runDispatchOnce(story.runtime)
    expect(await story.states(campaignId)).toEqual({ accepted: 1, unknown: 1 })
  })

  it('does not put back what never started when its person withdrew after the take-over, nor does that hold up the others', async () => {
    const { ctx } = story
    story.runtime.clock.advance(60_000)
    const [anna, ben] = await Promise.all([1, 2].map(() => story.person()))
    if (!anna || !ben) throw new Error('Nobody is there.')
    const { campaignId } = await story.campaign([anna.contactId, ben.contactId])
    const lost = await takeLease(ctx, story.channelId, 'sleeper')
    if (!lost) throw new Error('The channel is held.')
    const claimed = await claim(ctx, lost, { messages: 2, initiated: 2 })
    story.runtime.clock.advance(60_000)
    const next = await takeLease(ctx, story.channelId, 'next')
    if (!next) throw new Error('The channel was not taken over.')
    await markInterrupted(ctx, next)
    await withTransaction(ctx, async (tx) => {
      await withholdQueued(tx, { contactId: anna.contactId, topicId: null, reason: 'withdrawn' })
      await sql`update consent set state = 'withdrawn' where contact_id = ${anna.contactId}`.execute(tx.db)
    })
    await settle(
      ctx,
      lost,
      claimed.map((message) => ({ message, outcome: { result: 'released' }, error: null })),
    )
    expect(await story.states(campaignId)).toEqual({ withheld: 1, queued: 1 })
    const { rows } =
      await sql`select reason, (select count(*)::int from message_queue q where q.message_id = m.message_id) as waiting
      from message m where campaign_id = ${campaignId} and contact_id = ${anna.contactId}`.execute(ctx.db)
    expect(rows).toEqual([{ reason: 'consent_withdrawn', waiting: 0 }])
    await releaseLease(ctx, next)
  })

  it('puts back what was claimed when it cannot be composed for the moment', async () => {
    story.runtime.clock.advance(60_000)
    const { contactId } = await story.person()
    const { campaignId } = await story.campaign([contactId])
    const away = new Proxy(story.ctx.db, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target)
        if (typeof value !== 'function') return value
        return (...input: unknown[]) => {
          if (name === 'selectFrom' && input[0] === 'campaign as c') throw new Error('The database is away.')
          return value.apply(target, input) as unknown
        }
      },
    })
    const transport = createGraphTransport({ baseUrl: story.runtime.config.graphBaseUrl, version: 'v25.0' })
    const runner = new ChannelRunner({ ...story.ctx, db: away }, story.channelId, {
      transport,
      pace: new ChannelPace(new UsageBrake()),
      holder: 'away',
      paced: false,
    })
    await expect(runner.run()).rejects.toThrow('away')
    await transport.close()
    expect(await story.states(campaignId)).toEqual({ queued: 1 })
    await runDispatchOnce(story.runtime)
    expect(await story.states(campaignId)).toEqual({ accepted: 1 })
  })

  it('lets nobody wait for a message that cannot be read: it is tried for an hour, told and over, and the others go', async () => {
    const { ctx, runtime } = story
    runtime.clock.advance(60_000)
    const seen: number[] = []
    runtime.hooks.on(errorSeen, async (_tx, { code }) => void seen.push(code))
    const [anna, ben] = await Promise.all([1, 2].map(() => story.person()))
    if (!anna || !ben) throw new Error('Nobody is there.')
    const { campaignId } = await story.campaign([anna.contactId, ben.contactId])
    await sql`update contact set phone_sealed = set_byte(phone_sealed, 40, 255 - get_byte(phone_sealed, 40))
      where contact_id = ${anna.contactId}`.execute(ctx.db)
    await runDispatchOnce(runtime)
    expect(await story.states(campaignId)).toEqual({ queued: 1, accepted: 1 })
    for (let tries = 0; tries < 3; tries++) {
      runtime.clock.advance(HOUR)
      await runDispatchOnce(runtime)
    }
    const { rows } = await sql`select state, reason, error_code from message
      where campaign_id = ${campaignId} and contact_id = ${anna.contactId}`.execute(ctx.db)
    expect(rows).toEqual([{ state: 'failed', reason: 'unsendable', error_code: LOCAL_ERROR.unreadable }])
    expect(new Set(seen)).toEqual(new Set([LOCAL_ERROR.unreadable]))
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { DAY, HOUR, MINUTE, withTransaction } from '../platform/index.ts'
import { type Story, startStory } from '../testing/story.ts'
import { wamidDigest } from '../whatsapp/index.ts'
import { callbackData } from './callback.ts'
import { claim } from './claim.ts'
import { messageAccepted, messageFailed, stoppedByMeta } from './hooks.ts'
import {
  enqueueMessage,
  explain,
  runDispatchOnce,
  setSendingPolicy,
  settleStatuses,
  startDispatch,
  withholdCampaign,
  withholdQueued,
} from './index.ts'
import { takeLease } from './lease.ts'
import { settle } from './settle.ts'

describe('dispatch', () => {
  let story: Story
  const heard: { hook: string; kind?: string; reason?: string; wamid?: string; contactId: string }[] = []
  beforeAll(async () => {
    story = await startStory()
    const { hooks } = story.runtime
    hooks.on(messageAccepted, async (_tx, event) => void heard.push({ hook: 'accepted', ...event }))
    hooks.on(messageFailed, async (_tx, event) => void heard.push({ hook: 'failed', ...event }))
    hooks.on(stoppedByMeta, async (_tx, event) => void heard.push({ hook: 'stopped', ...event }))
  })
  afterAll(() => story.close())
  beforeEach(async () => {
    heard.length = 0
    // Rolling limits of one test must not reach into the next.
    story.runtime.clock.advance(40 * DAY)
    await sql`update message set state = 'withheld' where state in ('queued', 'sending', 'unknown')`.execute(
      story.ctx.db,
    )
    await sql`delete from message_queue`.execute(story.ctx.db)
  })

  const row = async (messageId: string) =>
    (
      await sql<Record<string, unknown>>`select * from message where message_id = ${messageId}`.execute(
        story.ctx.db,
      )
    ).rows[0]
  const messageOf = async (campaignId: string, contactId: string) =>
    (
      await sql<{
        message_id: string
        state: string
        reason: string | null
        wamid_digest: string
        error_code: number
      }>`
      select * from message where campaign_id = ${campaignId} and contact_id = ${contactId}`.execute(
        story.ctx.db,
      )
    ).rows[0]
  const service = (contactId: string, kind: 'question' | 'receipt' | 'reply', dedupeKey?: string) =>
    withTransaction(story.ctx, (tx) =>
      enqueueMessage(tx, {
        contactId,
        channelId: story.channelId,
        kind,
        category: 'service',
        body: { type: 'text', text: { body: 'Hallo' } },
        dedupeKey,
      }),
    )
  const wrote = (contactId: string) =>
    sql`update contact set last_inbound_at = ${story.runtime.clock.now()} where contact_id = ${contactId}`.execute(
      story.ctx.db,
    )

  it('freezes an audience so that candidates are messages plus exclusions, and sends it', async () => {
    const people = await Promise.all([1, 2, 3].map(() => story.person()))
    const pending = await story.person({ state: 'pending' })
    const stranger = await story.person({ state: 'none' })
    const all = [...people, pending, stranger].map((person) => person.contactId)
    const { campaignId, messages, exclusions } = await story.campaign(all)
    expect({ messages, exclusions }).toEqual({ messages: 3, exclusions: 2 })
    const { rows } =
      await sql`select contact_id, reason from campaign_exclusion where campaign_id = ${campaignId} order by reason`.execute(
        story.ctx.db,
      )
    expect(rows).toEqual([
      { contact_id: pending.contactId, reason: 'consent_pending' },
      { contact_id: stranger.contactId, reason: 'no_consent' },
    ])
    await runDispatchOnce(story.runtime)
    expect(await story.states(campaignId)).toEqual({ accepted: 3 })
    const sent = (await story.requests()).filter((request) =>
      people.some((person) => person.phone === request.to),
    )
    expect(sent).toHaveLength(3)
    expect((await messageOf(campaignId, people[0]?.contactId ?? ''))?.wamid_digest).toMatch(/^[\w-]{43}$/)
  })

  it('sends single messages sealed for the person, tells who asked, and never twice', async () => {
    const { contactId, phone } = await story.person({ state: 'none' })
    await wrote(contactId)
    const { messageId } = await service(contactId, 'question', 'question:1')
    expect(await service(contactId, 'question', 'question:1')).toEqual({ messageId, created: false })
    expect(
      Buffer.from((await row(messageId))?.payload_sealed as Uint8Array).toString('latin1'),
    ).not.toContain('Hallo')
    await runDispatchOnce(story.runtime)
    expect(await row(messageId)).toMatchObject({ state: 'accepted', attempts: 1 })
    expect(heard).toEqual([
      expect.objectContaining({
        hook: 'accepted',
        kind: 'question',
        contactId,
        wamid: expect.stringMatching(/^wamid/),
      }),
    ])
    expect((await story.requests()).filter((request) => request.to === phone)).toHaveLength(1)
  })

  it('C-63: withholds a free-form message once the window is closed, and says so', async () => {
    const { contactId } = await story.person()
    await wrote(contactId)
    const { messageId } = await service(contactId, 'reply')
    story.runtime.clock.advance(24 * HOUR + MINUTE)
    await runDispatchOnce(story.runtime)
    expect(await row(messageId)).toMatchObject({ state: 'withheld', reason: 'window_closed' })
    expect(heard).toMatchObject([{ hook: 'failed', reason: 'window_closed' }])
  })

  it('lets service messages overtake a campaign', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => story.person()))
    await story.campaign(people.map((person) => person.contactId))
    const { contactId } = await story.person()
    await wrote(contactId)
    const { messageId } = await service(contactId, 'reply')
    const lease = await takeLease(story.ctx, story.channelId, 'test')
    if (!lease) throw new Error('the channel is held by somebody')
    const claimed = await claim(story.ctx, lease, { messages: 1, initiated: 1 })
    expect(claimed.map((message) => message.messageId)).toEqual([messageId])
    story.runtime.clock.advance(MINUTE)
  })

  it('lets campaigns take turns, and looks at no more of each than it is told', async () => {
    const campaigns: string[] = []
    for (let i = 0; i < 3; i++) {
      const people = await Promise.all(Array.from({ length: 4 }, () => story.person()))
      campaigns.push((await story.campaign(people.map((person) => person.contactId))).campaignId)
    }
    const lease = await takeLease(story.ctx, story.channelId, 'test')
    if (!lease) throw new Error('the channel is held by somebody')
    const shares = async (room: Parameters<typeof claim>[2]) => {
      const claimed = await claim(story.ctx, lease, room)
      return campaigns.map((id) => claimed.filter((message) => message.campaignId === id).length)
    }
    expect(await shares({ messages: 12, initiated: 12, each: 2 })).toEqual([2, 2, 2])
    expect((await shares({ messages: 2, initiated: 2 })).sort()).toEqual([0, 1, 1])
    expect((await shares({ messages: 12, initiated: 12 })).reduce((sum, share) => sum + share)).toBe(4)
    story.runtime.clock.advance(MINUTE)
  })

  it('reads the gate again when a message leaves', async () => {
    const [held, capped, erased] = await Promise.all([story.person(), story.person(), story.person()])
    const first = await story.campaign([capped.contactId])
    await runDispatchOnce(story.runtime)
    expect(await story.states(first.campaignId)).toEqual({ accepted: 1 })
    const again = await story.campaign([capped.contactId])
    expect(again).toMatchObject({ messages: 0, exclusions: 1 })
    story.runtime.clock.advance(8 * DAY)
    const third = await story.campaign([held.contactId, capped.contactId, erased.contactId])
    const other = await story.campaign([capped.contactId])
    await sql`update contact set hold_reason = 'unclear_stop' where contact_id = ${held.contactId}`.execute(
      story.ctx.db,
    )
    await sql`update contact set erased_at = now() where contact_id = ${erased.contactId}`.execute(
      story.ctx.db,
    )
    await runDispatchOnce(story.runtime)
    expect(await messageOf(third.campaignId, held.contactId)).toMatchObject({
      state: 'withheld',
      reason: 'on_hold',
    })
    expect(await messageOf(third.campaignId, erased.contactId)).toMatchObject({
      state: 'withheld',
      reason: 'erased',
    })
    // Two campaigns at once: one gets through, the cap takes the other.
    const both = [
      await messageOf(third.campaignId, capped.contactId),
      await messageOf(other.campaignId, capped.contactId),
    ]
    expect(both.map((message) => message?.state).sort()).toEqual(['accepted', 'withheld'])
    expect(both.find((message) => message?.state === 'withheld')?.reason).toBe('frequency_cap')
  })

  it("C-67: takes the business's own cap", async () => {
    const owner = {
      ...story.ctx,
      actor: { kind: 'member' as const, memberId: story.businessId, role: 'owner' as const },
    }
    await setSendingPolicy(owner, {
      marketingPer7Days: 5,
      marketingPer30Days: 5,
      quietHours: false,
      reason: 'Vorführung',
    })
    const { contactId } = await story.person()
    for (let round = 0; round < 2; round++) {
      const { messages } = await story.campaign([contactId])
      expect(messages).toBe(1)
      await runDispatchOnce(story.runtime)
    }
    await sql`update sending_policy set marketing_per_7_days = 1, marketing_per_30_days = 3, quiet_hours = false`.execute(
      story.ctx.db,
    )
  })

  it('C-68: postpones into the next opening hour of the business', async () => {
    const owner = {
      ...story.ctx,
      actor: { kind: 'member' as const, memberId: story.businessId, role: 'owner' as const },
    }
    await setSendingPolicy(owner, {
      marketingPer7Days: 5,
      marketingPer30Days: 5,
      quietHours: true,
      reason: 'Ruhezeiten',
    })
    // The last Saturday of October, 21:00 in Berlin; the clocks go back that night.
    story.runtime.clock.set('2027-10-30T19:00:00Z')
    const { contactId } = await story.person()
    const { campaignId } = await story.campaign([contactId])
    await runDispatchOnce(story.runtime)
    const message = await messageOf(campaignId, contactId)
    expect(message).toMatchObject({ state: 'queued', reason: 'quiet_hours' })
    const { rows } =
      await sql`select not_before from message_queue where message_id = ${message?.message_id}`.execute(
        story.ctx.db,
      )
    expect(rows).toEqual([{ not_before: new Date('2027-11-01T08:00:00Z') }])
    story.runtime.clock.set('2027-11-01T08:00:00Z')
    await runDispatchOnce(story.runtime)
    expect(await messageOf(campaignId, contactId)).toMatchObject({ state: 'accepted', reason: null })
    await sql`update sending_policy set marketing_per_7_days = 1, marketing_per_30_days = 3, quiet_hours = false`.execute(
      story.ctx.db,
    )
  })

  it('keeps 90 % of the messaging limit and goes on by itself a day later', async () => {
    await sql`update channel set messaging_limit = 10`.execute(story.ctx.db)
    const people = await Promise.all(Array.from({ length: 12 }, () => story.person()))
    const { campaignId } = await story.campaign(people.map((person) => person.contactId))
    await runDispatchOnce(story.runtime)
    expect(await story.states(campaignId)).toEqual({ accepted: 9, queued: 3 })
    const why = await explain(story.ctx, {
      contactId: (await story.person()).contactId,
      channelId: story.channelId,
      topicId: story.topicId,
      templateId: story.templateId,
    })
    expect(why).toMatchObject({
      verdict: 'later',
      // Counted in steps of five minutes: a step counts until its last moment is a day old.
      until: new Date(story.runtime.clock.now().getTime() + DAY + 5 * MINUTE),
    })
    story.runtime.clock.advance(DAY + 5 * MINUTE)
    await runDispatchOnce(story.runtime)
    expect(await story.states(campaignId)).toEqual({ accepted: 12 })
    await sql`update channel set messaging_limit = null`.execute(story.ctx.db)
  })

  it('C-63: leaves paused campaigns, paused templates and cancelled ones alone', async () => {
    const { contactId } = await story.person()
    const { campaignId } = await story.campaign([contactId])
    await sql`update campaign set state = 'paused' where campaign_id = ${campaignId}`.execute(story.ctx.db)
    await runDispatchOnce(story.runtime)
    await sql`update campaign set state = 'running' where campaign_id = ${campaignId}`.execute(story.ctx.db)
    await sql`update template set state = 'paused'`.execute(story.ctx.db)
    await runDispatchOnce(story.runtime)
    expect(await story.states(campaignId)).toEqual({ queued: 1 })
    await sql`update template set state = 'approved'`.execute(story.ctx.db)
    expect(await withTransaction(story.ctx, (tx) => withholdCampaign(tx, campaignId))).toBe(1)
    expect(await messageOf(campaignId, contactId)).toMatchObject({
      state: 'withheld',
      reason: 'campaign_cancelled',
    })
  })

  it('C-66: takes a failure with 131050 for a withdrawal', async () => {
    const stopped = await story.person()
    const { campaignId } = await story.campaign([stopped.contactId])
    await runDispatchOnce(story.runtime)
    const ours = await messageOf(campaignId, stopped.contactId)
    const wamid = 'wamid.stopped'
    await sql`update message set wamid_digest = ${wamidDigest(story.ctx, wamid)} where message_id = ${ours?.message_id}`.execute(
      story.ctx.db,
    )
    await withTransaction(story.ctx, (tx) =>
      settleStatuses(tx, {
        statuses: [
          {
            kind: 'status',
            wamid,
            status: 'failed',
            at: story.runtime.clock.now(),
            callback: callbackData(ours?.message_id ?? '', 1),
            pricing: null,
            error: { code: 131050, title: '', detail: '' },
          },
        ],
      }),
    )
    expect(await messageOf(campaignId, stopped.contactId)).toMatchObject({
      state: 'failed',
      error_code: 131050,
    })
    expect(heard).toMatchObject([{ hook: 'stopped', contactId: stopped.contactId }])
  })

  it('puts a rate-limited message back and tries again later', async () => {
    await story.sim('PATCH', '/sim/dials', { rateLimitRate: 1 })
    const { contactId } = await story.person()
    const { campaignId } = await story.campaign([contactId])
    await runDispatchOnce(story.runtime)
    expect(await messageOf(campaignId, contactId)).toMatchObject({ state: 'queued', error_code: 130429 })
    await story.sim('PATCH', '/sim/dials', { rateLimitRate: 0 })
    story.runtime.clock.advance(MINUTE)
    await runDispatchOnce(story.runtime)
    expect(await messageOf(campaignId, contactId)).toMatchObject({ state: 'accepted' })
  })

  it('does not send again what a dead dispatcher left in flight; a status settles it', async () => {
    const { contactId, phone } = await story.person()
    const { campaignId } = await story.campaign([contactId])
    const dead = await takeLease(story.ctx, story.channelId, 'dead')
    if (!dead) throw new Error('the channel is held by somebody')
    expect(await claim(story.ctx, dead, { messages: 5, initiated: 5 })).toHaveLength(1)
    story.runtime.clock.advance(MINUTE)
    await runDispatchOnce(story.runtime)
    const message = await messageOf(campaignId, contactId)
    expect(message?.state).toBe('unknown')
    expect((await story.requests()).filter((request) => request.to === phone)).toHaveLength(0)
    // The old holder comes back: it can neither claim nor settle.
    expect(await claim(story.ctx, dead, { messages: 5, initiated: 5 })).toEqual([])
    await withTransaction(story.ctx, (tx) =>
      settleStatuses(tx, {
        statuses: [
          {
            kind: 'status',
            wamid: 'wamid.late',
            status: 'delivered',
            at: story.runtime.clock.now(),
            callback: callbackData(message?.message_id ?? '', 1),
            pricing: null,
            error: null,
          },
        ],
      }),
    )
    expect(await messageOf(campaignId, contactId)).toMatchObject({
      state: 'delivered',
      wamid_digest: wamidDigest(story.ctx, 'wamid.late'),
    })
  })

  it('ends a doubt after a day, and believes a status that comes even later', async () => {
    const { contactId } = await story.person()
    const { campaignId } = await story.campaign([contactId])
    const dead = await takeLease(story.ctx, story.channelId, 'dead2')
    if (!dead) throw new Error('the channel is held by somebody')
    await claim(story.ctx, dead, { messages: 5, initiated: 5 })
    story.runtime.clock.advance(MINUTE)
    await runDispatchOnce(story.runtime)
    story.runtime.clock.advance(DAY + MINUTE)
    await runDispatchOnce(story.runtime)
    expect(await messageOf(campaignId, contactId)).toMatchObject({
      state: 'failed',
      reason: 'outcome_unknown',
    })
    const message = await messageOf(campaignId, contactId)
    await withTransaction(story.ctx, (tx) =>
      settleStatuses(tx, {
        statuses: [
          {
            kind: 'status',
            wamid: 'wamid.x',
            status: 'read',
            at: story.runtime.clock.now(),
            callback: callbackData(message?.message_id ?? '', 1),
            pricing: null,
            error: null,
          },
        ],
      }),
    )
    expect(await messageOf(campaignId, contactId)).toMatchObject({ state: 'read', reason: null })
  })

  it('gives up what Meta holds back after three days without a word, and believes a status that comes even later', async () => {
    const { contactId } = await story.person()
    const { campaignId } = await story.campaign([contactId])
    const lease = await takeLease(story.ctx, story.channelId, 'patient')
    if (!lease) throw new Error('the channel is held by somebody')
    const claimed = await claim(story.ctx, lease, { messages: 5, initiated: 5 })
    await settle(
      story.ctx,
      lease,
      claimed.map((message) => ({ message, outcome: { result: 'held', wamid: 'wamid.held' }, error: null })),
    )
    story.runtime.clock.advance(3 * DAY - MINUTE)
    await runDispatchOnce(story.runtime)
    expect(await messageOf(campaignId, contactId)).toMatchObject({ state: 'held' })
    story.runtime.clock.advance(2 * MINUTE)
    await runDispatchOnce(story.runtime)
    const message = await messageOf(campaignId, contactId)
    expect(message).toMatchObject({ state: 'failed', reason: 'held_unresolved' })
    const { rows } = await sql`select 1 from message_queue where campaign_id = ${campaignId}`.execute(
      story.ctx.db,
    )
    expect(rows, 'nothing is open').toEqual([])
    await withTransaction(story.ctx, (tx) =>
      settleStatuses(tx, {
        statuses: [
          {
            kind: 'status',
            wamid: 'wamid.held',
            status: 'sent',
            at: story.runtime.clock.now(),
            callback: callbackData(message?.message_id ?? '', 1),
            pricing: null,
            error: null,
          },
        ],
      }),
    )
    expect(await messageOf(campaignId, contactId)).toMatchObject({ state: 'sent', reason: null })
  })

  it('C-24: withholds everything of a person in the transaction of the withdrawal, and holds the receipt back for what is under way', async () => {
    const { contactId } = await story.person()
    await wrote(contactId)
    const first = await story.campaign([contactId])
    const lease = await takeLease(story.ctx, story.channelId, 'flying')
    if (!lease) throw new Error('the channel is held by somebody')
    await claim(story.ctx, lease, { messages: 5, initiated: 5 })
    const second = await story.campaign([contactId])
    await withTransaction(story.ctx, async (tx) => {
      await withholdQueued(tx, { contactId, topicId: null, reason: 'withdrawn' })
      await sql`update consent set state = 'withdrawn' where contact_id = ${contactId}`.execute(tx.db)
    })
    const receipt = await service(contactId, 'receipt')
    expect(second).toMatchObject({ messages: 0, exclusions: 1 })
    expect(await messageOf(first.campaignId, contactId)).toMatchObject({
      state: 'unknown',
      reason: 'consent_withdrawn',
    })
    expect(await claim(story.ctx, lease, { messages: 5, initiated: 5 })).toEqual([])
    story.runtime.clock.advance(2 * MINUTE)
    await runDispatchOnce(story.runtime)
    expect(await row(receipt.messageId)).toMatchObject({ state: 'accepted' })
  })

  it('stops in good order: an answer that does not come leaves the message in doubt, nothing hangs', async () => {
    await story.sim('PATCH', '/sim/dials', { latencyMs: [20_000, 20_000] })
    const { contactId } = await story.person()
    const { campaignId } = await story.campaign([contactId])
    const dispatch = startDispatch(story.runtime)
    const underWay = async () => (await story.runtime.metrics.inFlight.get()).values[0]?.value
    await vi.waitFor(async () => expect(await underWay()).toBe(1), { timeout: 20_000 })
    await dispatch.stop()
    expect(await story.states(campaignId)).toEqual({ unknown: 1 })
    await story.sim('PATCH', '/sim/dials', { latencyMs: [0, 0] })
  })
})

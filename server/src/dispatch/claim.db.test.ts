import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND, withTransaction } from '../platform/index.ts'
import { type Story, startStory } from '../testing/story.ts'
import { claim } from './claim.ts'
import { enqueueMessage } from './index.ts'
import { takeLease } from './lease.ts'
import { monthOfMessage } from './month.ts'
import { Pacer } from './pacer.ts'
import { QueueFront } from './queue-front.ts'
import { firstQueuedMonth } from './queued-months.ts'

describe('a claim', () => {
  let story: Story
  beforeAll(async () => {
    story = await startStory()
  })
  afterAll(() => story.close())
  beforeEach(async () => {
    story.runtime.clock.advance(40 * DAY)
    await sql`delete from message_queue`.execute(story.ctx.db)
  })

  async function hold() {
    const lease = await takeLease(story.ctx, story.channelId, 'test')
    if (!lease) throw new Error('the channel is held by somebody')
    return lease
  }

  const reply = (contactId: string) =>
    withTransaction(story.ctx, (tx) =>
      enqueueMessage(tx, {
        contactId,
        channelId: story.channelId,
        kind: 'reply',
        category: 'service',
        body: { type: 'text', text: { body: 'Ja' } },
      }),
    )

  it('gives every campaign its turn, also when there are more of them than messages in a claim', async () => {
    const campaigns: string[] = []
    for (let i = 0; i < 4; i++) {
      const people = await Promise.all(Array.from({ length: 8 }, () => story.person()))
      campaigns.push((await story.campaign(people.map((person) => person.contactId))).campaignId)
    }
    const lease = await hold()
    const front = new QueueFront()
    for (const [size, claims] of [
      [1, 8],
      [2, 4],
      [3, 4],
    ] as const) {
      const turns: string[] = []
      for (let i = 0; i < claims; i++) {
        const room = { messages: size, initiated: size, each: front.eachOf(size), after: front.last }
        const claimed = await claim(story.ctx, lease, room, front.known)
        front.advance(claimed)
        turns.push(...claimed.flatMap((message) => message.campaignId ?? []))
      }
      expect(campaigns.map((id) => turns.filter((turn) => turn === id).length)).toEqual(
        Array(4).fill((size * claims) / 4),
      )
    }
  })

  it('C-65: at half pace a campaign gets half of what its number may send, what gathers meanwhile included', async () => {
    const { clock } = story.runtime
    const lease = await hold()
    const sentAtPace = async (pace: number) => {
      const people = await Promise.all(Array.from({ length: 90 }, () => story.person()))
      const { campaignId } = await story.campaign(people.map((person) => person.contactId))
      await sql`update campaign set pace = ${pace} where campaign_id = ${campaignId}`.execute(story.ctx.db)
      const pacer = new Pacer(20, () => clock.now().getTime())
      // What is there at the start is nobody's share.
      pacer.take(pacer.available)
      let sent = 0
      for (let tenth = 0; tenth < 40; tenth++) {
        clock.advance(SECOND / 10)
        const messages = pacer.available
        const claimed = messages > 0 ? await claim(story.ctx, lease, { messages, initiated: messages }) : []
        pacer.take(claimed.length)
        sent += claimed.length
      }
      await sql`delete from message_queue`.execute(story.ctx.db)
      return sent
    }
    expect(await sentAtPace(1)).toBe(80)
    expect(await sentAtPace(0.5)).toBe(40)
  })

  it('takes messages of every month that is queued, the oldest first looked up once a minute', async () => {
    const { contactId } = await story.person()
    const old = await reply(contactId)
    story.runtime.clock.advance(70 * DAY)
    const fresh = await reply(contactId)
    const front = new QueueFront()
    const look = () => firstQueuedMonth(story.ctx)
    const since = await front.since(story.ctx.clock.now(), look)
    expect(since).toBe(monthOfMessage(old.messageId))
    const claimed = await claim(story.ctx, await hold(), { messages: 9, initiated: 9, since })
    expect(claimed.map(({ messageId }) => messageId)).toEqual(
      expect.arrayContaining([old.messageId, fresh.messageId]),
    )
    await sql`delete from message_queue where message_id = ${old.messageId}`.execute(story.ctx.db)
    expect(await front.since(story.ctx.clock.now(), look)).toBe(since)
    story.runtime.clock.advance(MINUTE + 1)
    expect(await front.since(story.ctx.clock.now(), look)).not.toBe(since)
  })

  it('lets nothing but answers go once nobody more may be written to, and nothing wait behind it', async () => {
    const { contactId } = await story.person()
    await sql`update contact set last_inbound_at = ${story.runtime.clock.now()} where contact_id = ${contactId}`.execute(
      story.ctx.db,
    )
    const tests = []
    for (let i = 0; i < 3; i++) {
      const message = { contactId, channelId: story.channelId, kind: 'test', category: 'marketing' } as const
      const body = { type: 'text', text: { body: 'Hallo' } } as const
      const { topicId, templateId } = story
      tests.push(
        await withTransaction(story.ctx, (tx) =>
          enqueueMessage(tx, { ...message, topicId, templateId, body }),
        ),
      )
    }
    const { messageId } = await reply(contactId)
    const lease = await hold()
    const take = async (room: Parameters<typeof claim>[2]) =>
      (await claim(story.ctx, lease, room)).map((message) => message.messageId)
    expect(await take({ messages: 2, initiated: 0 })).toEqual([messageId])
    expect(await take({ messages: 3, initiated: 1 })).toHaveLength(1)
    expect(await take({ messages: 3, initiated: 3 })).toHaveLength(1)
  })

  it('looks again a minute later at what should be free by now and is not', async () => {
    const { contactId } = await story.person()
    const { campaignId } = await story.campaign([contactId])
    const now = story.runtime.clock.now()
    await sql`insert into marketing_hold (business_id, channel_id, reason, since, until)
      values (${story.businessId}, ${story.channelId}, 'spam', ${new Date(now.getTime() - 25 * HOUR)}, ${new Date(now.getTime() - HOUR)})`.execute(
      story.ctx.db,
    )
    const lease = await hold()
    const room = { messages: 5, initiated: 5 }
    expect(await claim(story.ctx, lease, room)).toMatchObject([{ state: 'queued' }])
    expect(await story.states(campaignId)).toEqual({ queued: 1 })
    expect(await claim(story.ctx, lease, room)).toEqual([])
    await sql`delete from marketing_hold`.execute(story.ctx.db)
    story.runtime.clock.advance(MINUTE)
    const later = await hold()
    expect(await claim(story.ctx, later, room)).toMatchObject([{ state: 'sending' }])
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, newId } from '../platform/index.ts'
import { type Story, startStory } from '../testing/story.ts'
import { countReached, headRoomNow } from './head-room.ts'

describe('head room', () => {
  let story: Story
  let other: string
  beforeAll(async () => {
    story = await startStory({ quietHours: true })
    other = newId()
    await sql`insert into channel (business_id, channel_id, name, phone_number_id, waba_id, display_phone_number, verified_name,
        credentials_sealed, state, messaging_limit, created_at, updated_at)
      select business_id, ${other}, name, '77', waba_id, display_phone_number, verified_name, credentials_sealed, state, 2000,
        created_at, updated_at from channel where channel_id = ${story.channelId}`.execute(story.ctx.db)
  })
  afterAll(() => story.close())
  beforeEach(async () => {
    await sql`delete from channel_reach`.execute(story.ctx.db)
    await sql`delete from channel_start`.execute(story.ctx.db)
  })

  const limit = async (people: number | null) => {
    await sql`update channel set messaging_limit = ${people}`.execute(story.ctx.db)
    return headRoomNow(story.ctx, story.channelId, people)
  }
  const accept = (channelId: string, people: number, category = 'marketing', kind = 'campaign') =>
    sql`with ${countReached(
      story.ctx,
      sql`select ${channelId}::uuid as channel_id, ${category}::text as category, ${kind}::text as kind from generate_series(1, ${people}::int)`,
    )} select 1`.execute(story.ctx.db)

  it('counts nothing where there is no limit', async () => {
    expect(await limit(null)).toEqual({ people: Number.POSITIVE_INFINITY, moreAt: null })
  })

  it('is 90 % of the limit, shared by all numbers, of the last 24 hours, and says when there is more', async () => {
    expect(await limit(10_000)).toEqual({ people: 9_000, moreAt: null })
    await accept(other, 4_000, 'utility')
    await accept(story.channelId, 100, 'service')
    const first = story.runtime.clock.now()
    story.runtime.clock.advance(HOUR)
    await accept(story.channelId, 5_000)
    expect(await limit(10_000)).toEqual({ people: 0, moreAt: new Date(first.getTime() + DAY + 5 * 60_000) })
    story.runtime.clock.set(new Date(first.getTime() + DAY))
    expect((await limit(10_000)).people, 'the first step still has a moment to go').toBe(0)
    story.runtime.clock.set(new Date(first.getTime() + DAY + 5 * 60_000))
    expect(await limit(10_000)).toEqual({ people: 4_000, moreAt: null })
  })

  it('C-62: warms a new number up by days since its first marketing, which a business may only slow down', async () => {
    expect((await limit(2_000)).people).toBe(50)
    await accept(story.channelId, 30)
    expect((await limit(2_000)).people).toBe(20)
    await accept(story.channelId, 20)
    const first = story.runtime.clock.now()
    expect(await limit(2_000)).toEqual({ people: 0, moreAt: new Date(first.getTime() + DAY + 5 * 60_000) })
    expect((await limit(10_000)).people, 'a number that may reach ten thousand has shown itself').toBe(8_950)
    const after = async (days: number) => {
      story.runtime.clock.set(new Date(first.getTime() + days * DAY + HOUR))
      return (await limit(2_000)).people
    }
    expect([await after(1), await after(2), await after(3)]).toEqual([250, 1_000, 1_800])
    await sql`insert into sending_policy (business_id, marketing_per_7_days, marketing_per_30_days, quiet_hours, warm_up_days, reason, updated_at)
      values (${story.businessId}, 1, 3, true, 3, 'slower', now())`.execute(story.ctx.db)
    expect([await after(1), await after(3), await after(6), await after(9)]).toEqual([50, 250, 1_000, 1_800])
    await sql`delete from sending_policy`.execute(story.ctx.db)
    story.runtime.clock.set(first)
  })

  it('C-62: a test of a campaign does not start the warm-up, but counts towards its day', async () => {
    await accept(story.channelId, 2, 'marketing', 'test')
    const first = story.runtime.clock.now()
    expect((await limit(2_000)).people).toBe(48)
    story.runtime.clock.set(new Date(first.getTime() + 3 * DAY))
    expect((await limit(2_000)).people).toBe(50)
    story.runtime.clock.set(first)
  })

  it('C-70: a business on trial writes to few people a day with all its numbers, whatever Meta allows, until it is let in', async () => {
    const become = (state: string) => sql`update business set state = ${state}`.execute(story.ctx.db)
    await become('trial')
    expect((await limit(null)).people).toBe(50)
    await accept(other, 20)
    await accept(other, 500, 'utility')
    await accept(story.channelId, 30)
    const first = story.runtime.clock.now()
    expect(await limit(null)).toEqual({ people: 0, moreAt: new Date(first.getTime() + DAY + 5 * 60_000) })
    await become('live')
    expect((await limit(null)).people).toBe(Number.POSITIVE_INFINITY)
  })

  it('counts what is in flight, and forgets counts that nobody asks for any more', async () => {
    const { contactId } = await story.person()
    const { campaignId } = await story.campaign([contactId])
    await sql`update message set state = 'sending', sending_at = ${story.runtime.clock.now()} where campaign_id = ${campaignId}`.execute(
      story.ctx.db,
    )
    await sql`update message_queue set epoch = 1, claimed_at = ${story.runtime.clock.now()} where campaign_id = ${campaignId}`.execute(
      story.ctx.db,
    )
    expect((await limit(10_000)).people).toBe(8_999)
    await accept(story.channelId, 1)
    story.runtime.clock.advance(3 * DAY)
    await accept(story.channelId, 1)
    const { rows } = await sql`select people from channel_reach`.execute(story.ctx.db)
    expect(rows).toEqual([{ people: 1 }])
  })
})

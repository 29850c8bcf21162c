import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { marketOf, seedRates } from '../costs/index.ts'
import { putBilling } from '../costs/store.ts'
import { runDispatchOnce } from '../dispatch/index.ts'
import { DAY, MINUTE, withTransaction } from '../platform/index.ts'
import { type Story, startStory } from '../testing/story.ts'
import { findCampaign } from './campaign.ts'
import { pauseIfSpent } from './spent.ts'

describe('a budget', () => {
  let story: Story
  beforeAll(async () => {
    story = await startStory()
    await withTransaction(story.ctx, seedRates)
  })
  afterAll(() => story.close())

  beforeEach(() => story.runtime.clock.advance(40 * DAY))

  it('is not overdrawn; when it is used up while people wait, the campaign pauses and says why', async () => {
    const people = await Promise.all([1, 2, 3].map(() => story.person()))
    const { campaignId } = await story.campaign(people.map((person) => person.contactId))
    const price = 0.1131
    await sql`update price_rate set price = ${price} where category = 'marketing'`.execute(story.ctx.db)
    await sql`update campaign set budget = ${price * 2.5} where campaign_id = ${campaignId}`.execute(
      story.ctx.db,
    )
    expect(await pauseIfSpent(story.ctx, campaignId), 'nothing is spent yet').toBe(false)
    await runDispatchOnce(story.runtime)
    expect(await story.states(campaignId)).toEqual({ accepted: 2, queued: 1 })
    expect(await pauseIfSpent(story.ctx, campaignId)).toBe(true)
    expect(await findCampaign(story.ctx, campaignId)).toMatchObject({
      state: 'paused',
      pause_reason: 'over_budget',
    })
  })

  it('is used up in any currency once nobody who waits can be paid with what is left', async () => {
    const { db } = story.ctx
    await putBilling(story.ctx, { currency: 'JPY', timeZone: 'Asia/Tokyo', freeService: 1_000 })
    await sql`update price_rate set currency = 'JPY', price = 12 where currency = 'EUR'`.execute(db)
    await sql`update price_rate set price = 3 where currency = 'JPY' and market = ${marketOf('IN')}`.execute(
      db,
    )
    story.runtime.clock.advance(MINUTE)
    const people = await Promise.all([1, 2, 3, 4].map(() => story.person()))
    const { campaignId } = await story.campaign(people.map((person) => person.contactId))
    // The dear ones come first.
    await sql`update contact set country = case when contact_id = (select contact_id from message where campaign_id = ${campaignId}
        order by message_id desc limit 1) then 'IN' else 'DE' end`.execute(db)
    await sql`update campaign set budget = 20 where campaign_id = ${campaignId}`.execute(db)
    await runDispatchOnce(story.runtime)
    // 12 + 3; the 5 that are left pay for nobody else.
    expect(await story.states(campaignId)).toEqual({ accepted: 2, queued: 2 })
    expect(await pauseIfSpent(story.ctx, campaignId)).toBe(true)
  })

  it('is not used up while somebody who waits can be paid', async () => {
    const { db } = story.ctx
    const people = await Promise.all([1, 2].map(() => story.person()))
    const { campaignId } = await story.campaign(people.map((person) => person.contactId))
    await sql`update contact set country = 'DE'`.execute(db)
    await sql`update campaign set budget = 19 where campaign_id = ${campaignId}`.execute(db)
    await runDispatchOnce(story.runtime)
    expect(await story.states(campaignId)).toEqual({ accepted: 1, queued: 1 })
    await sql`update contact set country = 'IN' where contact_id = (select contact_id from message_queue where campaign_id = ${campaignId})`.execute(
      db,
    )
    expect(await pauseIfSpent(story.ctx, campaignId)).toBe(false)
    story.runtime.clock.advance(2 * MINUTE)
    await runDispatchOnce(story.runtime)
    expect(await story.states(campaignId)).toEqual({ accepted: 2 })
  })
})

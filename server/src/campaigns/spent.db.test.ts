import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedRates } from '../costs/index.ts'
import { runDispatchOnce } from '../dispatch/index.ts'
import { withTransaction } from '../platform/index.ts'
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
})

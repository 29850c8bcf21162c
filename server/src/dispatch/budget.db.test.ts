import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedRates } from '../costs/index.ts'
import { newId, SECOND, withTransaction } from '../platform/index.ts'
import { type Story, startStory } from '../testing/story.ts'
import { campaignSpending } from './budget.ts'
import { sendingPolicy } from './policy.ts'

describe('budget', () => {
  let story: Story
  let price: number
  let campaignId: string
  let people: string[]
  beforeAll(async () => {
    story = await startStory({ quietHours: true })
    await withTransaction(story.ctx, seedRates)
    const persons = await Promise.all([1, 2, 3, 4].map(() => story.person()))
    people = persons.map((person) => person.contactId)
    campaignId = (await story.campaign(people)).campaignId
    await budget(1_000)
    const policy = await sendingPolicy(story.ctx)
    price = policy.places.find((place) => place.country === 'DE')?.price ?? 0
  })
  afterAll(() => story.close())

  const budget = (euros: number | null) =>
    sql`update campaign set budget = ${euros} where campaign_id = ${campaignId}`.execute(story.ctx.db)
  const set = (n: number, values: string) =>
    sql`update message set ${sql.raw(values)} where campaign_id = ${campaignId} and contact_id = ${people[n]}`.execute(
      story.ctx.db,
    )
  const allowed = async () => (await sendingPolicy(story.ctx)).allowances[0]?.euros

  it('counts booked costs, and the price of what has no cost yet; what never left costs nothing', async () => {
    expect(price).toBeGreaterThan(0)
    await set(0, "state = 'delivered', cost = 0.5")
    await set(1, "state = 'delivered', billable = false")
    await set(2, "state = 'unknown'")
    const [spending] = await campaignSpending(story.ctx, [campaignId, newId()])
    expect(spending).toMatchObject({ campaignId, budget: 1_000 })
    expect(spending?.spent).toBeCloseTo(0.5 + price)
    await set(2, "state = 'failed'")
    expect((await campaignSpending(story.ctx, [campaignId]))[0]?.spent).toBeCloseTo(0.5)
  })

  it('gives each claim its share, never more than is left, and counts anew when the share is used up', async () => {
    await budget(0.5 + price * 401)
    expect(await allowed(), 'as much as the largest claim can cost').toBeCloseTo(price * 400)
    // The last count says that one message is left; counting anew finds that nothing was spent.
    expect(await allowed()).toBeCloseTo(price * 400)
    await set(3, "state = 'accepted'")
    await budget(0.5 + price * 1.5)
    expect(await allowed(), 'a raised or lowered budget counts at once').toBeCloseTo(price * 0.5)
    expect(await allowed(), 'that was all, for a while').toBe(0)
    story.runtime.clock.advance(60 * SECOND)
    expect(await allowed()).toBeCloseTo(price * 0.5)
    await budget(0.1)
    expect(await allowed()).toBe(0)
    await budget(null)
    expect((await sendingPolicy(story.ctx)).allowances).toEqual([])
  })
})

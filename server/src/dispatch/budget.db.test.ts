import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decimalOf, seedRates, unitsOf } from '../costs/index.ts'
import { newId, SECOND, withTransaction } from '../platform/index.ts'
import { type Story, startStory } from '../testing/story.ts'
import { countRoom, dearestPrices } from './budget.ts'
import { spendingNow } from './budget-room.ts'
import { claim } from './claim.ts'
import { runDispatchOnce } from './dispatcher.ts'
import { type Lease, takeLease } from './lease.ts'
import { sendingPolicy } from './policy.ts'

describe('budget', () => {
  let story: Story
  let price: number
  let campaignId: string
  let people: string[]
  beforeAll(async () => {
    story = await startStory()
    await withTransaction(story.ctx, seedRates)
    const persons = await Promise.all(Array.from({ length: 12 }, () => story.person()))
    people = persons.map((person) => person.contactId)
    campaignId = (await story.campaign(people.slice(0, 4))).campaignId
    await budget(1_000)
    price = Number((await spendingNow(story.ctx, await sendingPolicy(story.ctx)))?.priceOf('marketing', 'DE'))
  })
  afterAll(() => story.close())

  const budget = (amount: number | null) =>
    sql`update campaign set budget = ${amount} where campaign_id = ${campaignId}`.execute(story.ctx.db)
  const shared = async (topicId: string | null, period: 'month' | 'year', amount: number) => {
    const now = story.runtime.clock.now()
    await sql`insert into budget (business_id, budget_id, topic_id, period, amount, created_at, updated_at)
      values (${story.businessId}, ${newId()}, ${topicId}, ${period}, ${amount}, ${now}, ${now})`.execute(
      story.ctx.db,
    )
  }
  const set = (n: number, values: string) =>
    sql`update message set ${sql.raw(values)} where campaign_id = ${campaignId} and contact_id = ${people[n]}`.execute(
      story.ctx.db,
    )
  const room = async () => {
    await spendingNow(story.ctx, await sendingPolicy(story.ctx))
    const { rows } = await sql<{ room: string }>`select room from budget_room`.execute(story.ctx.db)
    return Number(rows[0]?.room)
  }
  /** Ends what is open, so that a test begins with nothing under way. */
  const clear = async () => {
    await sql`delete from message_queue`.execute(story.ctx.db)
    await sql`delete from message`.execute(story.ctx.db)
    await sql`delete from budget_room`.execute(story.ctx.db)
    await sql`delete from budget`.execute(story.ctx.db)
    await sql`delete from cost_day`.execute(story.ctx.db)
    await sql`delete from campaign`.execute(story.ctx.db)
    await sql`delete from contact_marketing`.execute(story.ctx.db)
  }

  interface Limits {
    campaign: number | null
    topic: number | null
    month: number | null
    year: number | null
  }

  /** Two campaigns of six people each, on two numbers, with budgets of so many messages and a half. */
  const arrange = async (limits: Limits, other: string) => {
    await clear()
    const amount = (n: number) => Math.ceil((n + 0.5) * price * 100) / 100
    for (const [half, channelId] of [story.channelId, other].entries()) {
      const { campaignId: id } = await story.campaign(people.slice(half * 6, half * 6 + 6))
      const own = limits.campaign === null ? null : amount(limits.campaign)
      await sql`update campaign set channel_id = ${channelId}, budget = ${own} where campaign_id = ${id}`.execute(
        story.ctx.db,
      )
      for (const table of ['message', 'message_queue'])
        await sql`update ${sql.table(table)} set channel_id = ${channelId} where campaign_id = ${id}`.execute(
          story.ctx.db,
        )
    }
    if (limits.topic !== null) await shared(story.topicId, 'month', amount(limits.topic))
    if (limits.month !== null) await shared(null, 'month', amount(limits.month))
    if (limits.year !== null) await shared(null, 'year', amount(limits.year))
  }
  const expectWithin = async (limits: Limits) => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from message where state = 'sending' group by campaign_id`.execute(
      story.ctx.db,
    )
    for (const { count } of rows) expect(count).toBeLessThanOrEqual(limits.campaign ?? 12)
    const all = rows.reduce((sum, row) => sum + row.count, 0)
    expect(all).toBeLessThanOrEqual(Math.min(limits.topic ?? 12, limits.month ?? 12, limits.year ?? 12))
  }

  it('C-71: counts booked costs, and the price of what has no cost yet; what never left costs nothing', async () => {
    expect(price).toBeGreaterThan(0)
    await set(0, "state = 'delivered', billable = true, cost = 0.5")
    await set(1, "state = 'delivered', billable = false")
    await set(2, "state = 'unknown'")
    const left = async () => {
      const { budgets } = await sendingPolicy(story.ctx)
      const rooms = await countRoom(story.ctx, budgets, await dearestPrices(story.ctx))
      return decimalOf(rooms.get(campaignId) ?? 0n)
    }
    expect(await left()).toBe(decimalOf(unitsOf(1_000) - unitsOf('0.5') - unitsOf(price)))
    await set(2, "state = 'failed'")
    expect(await left()).toBe('999.50000')
  })

  it('C-71: counts anew when little is left, when the budget changes, and not again at once', async () => {
    await budget(0.5 + price * 1.5)
    expect(await room(), 'a raised or lowered budget counts at once').toBeCloseTo(price * 1.5, 2)
    await set(3, "state = 'accepted'")
    expect(await room(), 'counted a moment ago').toBeCloseTo(price * 1.5, 2)
    story.runtime.clock.advance(11 * SECOND)
    expect(await room()).toBeCloseTo(price * 0.5, 2)
    await set(3, "state = 'failed'")
    story.runtime.clock.advance(11 * SECOND)
    expect(await room(), 'a failure gives back what it was thought to cost').toBeCloseTo(price * 1.5, 2)
    await budget(null)
    expect((await sendingPolicy(story.ctx)).budgets).toEqual([])
  })

  it('C-71: no budget of campaign, topic, month, year or business is overspent by claims at the same time', async () => {
    const leases: Lease[] = []
    const other = newId()
    await sql`insert into channel (business_id, channel_id, name, phone_number_id, waba_id, display_phone_number, verified_name,
        credentials_sealed, state, messaging_limit, live_at, throughput, created_at, updated_at)
      select business_id, ${other}, name, '77', waba_id, display_phone_number, verified_name, credentials_sealed, state, messaging_limit,
        live_at, throughput, created_at, updated_at from channel where channel_id = ${story.channelId}`.execute(
      story.ctx.db,
    )
    for (const contactId of people) {
      await sql`insert into consent (business_id, contact_id, channel_id, topic_id, state, state_at, updated_at)
        select business_id, contact_id, ${other}, topic_id, state, state_at, updated_at from consent
        where contact_id = ${contactId} and channel_id = ${story.channelId}`.execute(story.ctx.db)
    }
    for (const channelId of [story.channelId, other]) {
      const lease = await takeLease(story.ctx, channelId, 'test', true)
      if (lease) leases.push(lease)
    }
    const budgets = fc.record({
      campaign: fc.option(fc.integer({ min: 0, max: 7 })),
      topic: fc.option(fc.integer({ min: 0, max: 7 })),
      month: fc.option(fc.integer({ min: 0, max: 7 })),
      year: fc.option(fc.integer({ min: 0, max: 7 })),
    })
    const acts = fc.array(
      fc.record({ size: fc.integer({ min: 1, max: 4 }), fail: fc.boolean(), wait: fc.boolean() }),
      { minLength: 2, maxLength: 5 },
    )
    await fc.assert(
      fc.asyncProperty(budgets, acts, async (limits, steps) => {
        await arrange(limits, other)
        for (const { size, fail, wait } of steps) {
          await Promise.all(
            leases.map((lease) => claim(story.ctx, lease, { messages: size, initiated: size })),
          )
          await expectWithin(limits)
          if (fail) {
            await sql`delete from message_queue where message_id in (select message_id from message where state = 'sending')`.execute(
              story.ctx.db,
            )
            await sql`update message set state = 'failed' where state = 'sending'`.execute(story.ctx.db)
          }
          story.runtime.clock.advance(wait ? 61 * SECOND : SECOND)
        }
      }),
      { numRuns: 8 },
    )
  }, 120_000)

  it('C-71: what a budget leaves is used up to the last message, and answers still go', async () => {
    await clear()
    await story.campaign(people.slice(0, 5))
    await shared(null, 'month', Math.ceil(price * 3.5 * 100) / 100)
    await runDispatchOnce(story.runtime)
    expect(await story.states()).toEqual({ accepted: 3, queued: 2 })
    const { rows } = await sql<{
      reason: string
    }>`select distinct reason from message where state = 'queued'`.execute(story.ctx.db)
    expect(rows).toEqual([{ reason: 'budget_business' }])
  })

  it('C-71: a country without a price is taken for the dearest, and without any price nothing fits a budget', async () => {
    const queued = async () => {
      await clear()
      await story.campaign(people.slice(0, 3))
      await shared(null, 'month', 1_000)
      story.runtime.clock.advance(11 * SECOND)
      await runDispatchOnce(story.runtime)
      return story.states()
    }
    const { rows: dearest } = await sql<{ price: string }>`select max(price)::text as price from price_rate
      where category = 'marketing' and currency = 'EUR'`.execute(story.ctx.db)
    await sql`delete from price_rate where market in ('DE', 'other') and category = 'marketing'`.execute(
      story.ctx.db,
    )
    story.runtime.clock.advance(11 * SECOND)
    expect(Number((await dearestPrices(story.ctx))('marketing', 'DE'))).toBe(Number(dearest[0]?.price))
    expect(await queued()).toEqual({ accepted: 3 })
    await sql`delete from price_rate where category = 'marketing'`.execute(story.ctx.db)
    expect(await queued()).toEqual({ queued: 3 })
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setBilling } from '../costs/billing.ts'
import { seedRates } from '../costs/index.ts'
import { listBudgets, removeBudget, setBudget } from '../dispatch/budgets.ts'
import { runWarnBudgets } from '../dispatch/index.ts'
import { monthOfMessage } from '../dispatch/month.ts'
import { newId, withTransaction } from '../platform/index.ts'
import { type CampaignKit, startCampaignKit } from '../testing/campaign-kit.ts'
import { launchCampaign } from './launch.ts'
import { reviewCampaign } from './review.ts'

describe('budgets of a topic and of the business', () => {
  let kit: CampaignKit
  beforeAll(async () => {
    kit = await startCampaignKit()
    await withTransaction(kit.as(), seedRates)
  })
  afterAll(() => kit.runtime.close())

  const notices = async () => {
    const { rows } = await sql<{ kind: string; name: string }>`
      select kind, data ->> 'name' as name from notification where business_id = ${kit.business} and kind like 'budget.%' order by at, kind`.execute(
      kit.runtime.db,
    )
    return rows
  }
  const spend = (amount: number) =>
    sql`insert into cost_day (business_id, day, channel_id, topic_id, country, category, type, slot, messages, billed, unpriced, cost)
      values (${kit.business}, ${kit.now()}, ${kit.channel}, ${kit.topic}, 'DE', 'marketing', 'regular', 0, 1, 1, 0, ${amount})
      on conflict (business_id, day, channel_id, campaign_id, topic_id, country, category, type, slot) do update
        set cost = cost_day.cost + excluded.cost`.execute(kit.runtime.db)

  it('C-71: refuse a launch that would cost more than they leave, and say which one', async () => {
    const { id } = await kit.draft()
    await setBudget(kit.as(), { topicId: null, period: 'month', amount: 0.1 })
    await setBudget(kit.as(), { topicId: kit.topic, period: 'year', amount: 0.2 })
    const { problems } = await reviewCampaign(kit.as(), id, 'de')
    expect(problems.map(({ code }) => code).sort()).toEqual(['business_budget', 'topic_budget'])
    expect(problems.map(({ message }) => message).join()).toMatch(/0,10\s€/)
    await expect(launchCampaign(kit.as(), id, {})).rejects.toMatchObject({
      code: 'campaign_not_ready',
      fields: { business_budget: expect.anything() },
    })
    await setBudget(kit.as(), { topicId: null, period: 'month', amount: 50 })
    const [business, topic] = await setBudget(kit.as(), { topicId: kit.topic, period: 'year', amount: 100 })
    expect(business).toMatchObject({ topicId: null, amount: 50, spent: 0, left: 50, currency: 'EUR' })
    expect(topic).toMatchObject({ topicId: kit.topic, period: 'year', amount: 100 })
    expect((await reviewCampaign(kit.as(), id, 'de')).problems).toEqual([])
    await expect(setBudget(kit.as(), { topicId: newId(), period: 'year', amount: 1 })).rejects.toMatchObject({
      kind: 'not_found',
    })
  })

  it('C-71: where the price list knows no price a budget would hold nothing back: no launch until there is one', async () => {
    const { id } = await kit.draft()
    const prices = sql<{
      market: string
    }>`update price_rate set currency = 'GBP' where business_id = ${kit.business} and currency = 'EUR'`
    await prices.execute(kit.runtime.db)
    const codes = async () => (await reviewCampaign(kit.as(), id, 'de')).problems.map(({ code }) => code)
    expect(await codes()).toContain('no_price')
    await expect(launchCampaign(kit.as(), id, {})).rejects.toMatchObject({
      fields: { no_price: expect.anything() },
    })
    await sql`update price_rate set currency = 'EUR' where business_id = ${kit.business} and currency = 'GBP'`.execute(
      kit.runtime.db,
    )
    expect(await codes()).toEqual([])
  })

  it('C-71: tell once at 80 % and once when nothing is left, and again when they were changed', async () => {
    await spend(39)
    await runWarnBudgets(kit.runtime)
    expect(await notices()).toEqual([])
    await spend(2)
    await runWarnBudgets(kit.runtime)
    await runWarnBudgets(kit.runtime)
    expect(await notices()).toMatchObject([{ kind: 'budget.nearly' }])
    await spend(9)
    await runWarnBudgets(kit.runtime)
    expect(await notices()).toMatchObject([{ kind: 'budget.nearly' }, { kind: 'budget.reached' }])
    const [business] = await setBudget(kit.as(), { topicId: null, period: 'month', amount: 60 })
    await runWarnBudgets(kit.runtime)
    expect(await notices()).toHaveLength(3)
    await removeBudget(kit.as(), business?.id ?? '')
    expect((await listBudgets(kit.as())).map((budget) => budget.topicId)).toEqual([kit.topic])
  })

  it('C-71: begin anew at the midnight that Meta bills by, with what is still on its way; those of a year go on', async () => {
    for (const table of ['cost_day', 'budget'])
      await sql`delete from ${sql.table(table)} where business_id = ${kit.business}`.execute(kit.runtime.db)
    // Nine hours behind the business.
    const billing = { currency: 'EUR', timeZone: 'America/Los_Angeles', freeService: 1_000 }
    await setBilling(kit.as('owner'), billing)
    await setBudget(kit.as(), { topicId: null, period: 'month', amount: 10 })
    await setBudget(kit.as(), { topicId: null, period: 'year', amount: 100 })
    await sql`insert into cost_day (business_id, day, channel_id, topic_id, country, category, type, slot, messages, billed, unpriced, cost)
      values (${kit.business}, '2026-11-30', ${kit.channel}, ${kit.topic}, 'DE', 'marketing', 'regular', 0, 1, 1, 0, 4)`.execute(
      kit.runtime.db,
    )
    const at = async (time: string) => {
      kit.runtime.clock.set(new Date(time))
      return Object.fromEntries((await listBudgets(kit.as())).map(({ now, left }) => [now, left]))
    }
    expect(await at('2026-12-01T07:59:59Z')).toEqual({ '2026': 96, '2026-11': 6 })
    // One that was accepted and is not delivered yet: it will be paid in the new month.
    const messageId = newId()
    await sql`insert into message (business_id, month, message_id, contact_id, channel_id, topic_id, category, kind, state, attempts,
        wamid_digest, accepted_at, created_at)
      values (${kit.business}, ${monthOfMessage(messageId)}::date, ${messageId}, ${[...kit.people.values()][0]}, ${kit.channel}, ${kit.topic},
        'marketing', 'template', 'accepted', 1, 'w', ${kit.now()}, ${kit.now()})`.execute(kit.runtime.db)
    expect(await at('2026-12-01T08:00:00Z')).toEqual({ '2026': 95.89, '2026-12': 9.89 })
    expect(await at('2027-01-01T08:00:00Z'), 'after a month nothing is on its way').toEqual({
      '2027': 100,
      '2027-01': 10,
    })
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedRates } from '../costs/index.ts'
import { listBudgets, removeBudget, setBudget } from '../dispatch/budgets.ts'
import { runWarnBudgets } from '../dispatch/index.ts'
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
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CampaignKit, startCampaignKit } from '../testing/campaign-kit.ts'
import { costsOf } from './costs.ts'
import { costsCsv } from './costs-csv.ts'

describe('costs', () => {
  let kit: CampaignKit
  beforeAll(async () => {
    kit = await startCampaignKit()
    const put = (
      day: string,
      country: string,
      category: string,
      slot: number,
      messages: number,
      billed: number,
      cost: string,
    ) =>
      sql`insert into cost_day (business_id, day, channel_id, topic_id, country, category, type, slot, messages, billed, unpriced, cost)
        values (${kit.business}, ${day}, ${kit.channel}, ${category === 'marketing' ? kit.topic : null}, ${country}, ${category},
          ${billed > 0 ? 'regular' : 'free_customer_service'}, ${slot}, ${messages}, ${billed}, 0, ${cost})`.execute(
        kit.runtime.db,
      )
    await put('2026-11-01', 'DE', 'marketing', 0, 1_000, 1_000, '113.10000')
    await put('2026-11-01', 'DE', 'marketing', 1, 1, 1, '0.11310')
    await put('2026-11-02', 'AT', 'marketing', 0, 10, 10, '0.49000')
    await put('2026-11-02', 'DE', 'service', 0, 1_200, 0, '0')
    await put('2026-10-31', 'DE', 'marketing', 0, 5, 5, '0.56550')
  })
  afterAll(() => kit.runtime.close())

  it('C-71: are sums of what was booked, by month, market, category and topic, and foretell nothing', async () => {
    const costs = await costsOf(kit.as(), { month: '2026-11' }, 'de')
    expect(costs.total).toEqual({
      amount: 113.7,
      messages: 2_211,
      billed: 1_011,
      unpriced: 0,
      perDelivered: 0.05142,
      perRead: null,
    })
    expect(costs.byMarket).toMatchObject([
      { key: 'DE', amount: 113.21, messages: 2_201 },
      { key: 'rest_western_europe', amount: 0.49 },
    ])
    expect(costs.byCategory.map(({ key }) => key)).toEqual(['marketing', 'service'])
    expect(costs.byTopic[0]).toMatchObject({ key: kit.topic, amount: 113.7 })
    expect(costs.service).toMatchObject([{ delivered: 1_200, billed: 0, free: 1_000 }])
    expect(costs.months.filter(({ amount }) => amount > 0)).toMatchObject([
      { month: '2026-10', amount: 0.57 },
      { month: '2026-11', amount: 113.7 },
    ])
    expect(JSON.stringify(costs)).not.toMatch(/roi|forecast|revenue/i)
  })

  it('C-71: are divided by what was read over the same days: those that the nights have counted, and no others', async () => {
    const read = (day: string, messages: number, state = 'read') =>
      sql`insert into channel_day (business_id, channel_id, day, by_itself, state, messages)
        values (${kit.business}, ${kit.channel}, ${day}, true, ${state}, ${messages})`.execute(kit.runtime.db)
    await sql`insert into channel_day_mark (business_id, through, time_zone, counted_at)
      values (${kit.business}, '2026-11-01', 'Europe/Berlin', now())`.execute(kit.runtime.db)
    await read('2026-10-31', 3)
    await read('2026-11-01', 400)
    await read('2026-11-01', 601, 'delivered')
    const perRead = async (month: string) => (await costsOf(kit.as(), { month }, 'de')).total.perRead
    // 113.21310 of the first day, without the second one's 0.49.
    expect(await perRead('2026-11')).toEqual({
      amount: 0.28303,
      messages: 400,
      from: '2026-11-01',
      through: '2026-11-01',
    })
    expect(await perRead('2026-10')).toEqual({
      amount: 0.1885,
      messages: 3,
      from: '2026-10-31',
      through: '2026-10-31',
    })
    expect(await perRead('2026-09')).toBeNull()
  })

  it('go out as CSV to the last digit, as the language writes them, and not to everybody', async () => {
    const csv = await costsCsv(kit.as(), { month: '2026-11' }, 'de')
    expect(csv.split('\r\n').filter(Boolean)).toHaveLength(4)
    expect(csv).toContain('"113,21310"')
    expect(await costsCsv(kit.as(), { month: '2026-11' }, 'en')).toContain('"113.21310"')
    await expect(costsOf(kit.as('agent'), {}, 'de')).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

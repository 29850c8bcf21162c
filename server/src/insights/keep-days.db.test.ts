import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { monthOfMessage } from '../dispatch/month.ts'
import { DAY, HOUR, newId } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { getChannelDetail } from './channel-detail.ts'
import { runKeepDays } from './keep-days.ts'

/** One evening in Berlin; in London it is the same day. */
const NOW = '2026-11-20T19:00:00Z'

describe('the days of a number', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  beforeAll(async () => {
    runtime = await createTestRuntime()
    business = await createTestBusiness(runtime)
    runtime.clock.set(NOW)
  })
  afterAll(() => runtime.close())

  const daysAgo = (days: number) => new Date(Date.parse(NOW) - days * DAY)

  async function put(
    went: Date,
    {
      state = 'delivered',
      created = new Date(went.getTime() - HOUR),
      campaignId = null as string | null,
    } = {},
  ) {
    const id = newId(created)
    await sql`insert into message (business_id, month, message_id, contact_id, channel_id, topic_id, campaign_id, category, kind, state,
        attempts, created_at, accepted_at)
      values (${business.businessId}, ${monthOfMessage(id)}::date, ${id}, ${newId()}, ${business.channelId}, ${business.topics.offers},
        ${campaignId}, 'marketing', 'template', ${state}, 1, ${created}, ${went})`.execute(runtime.db)
    return id
  }
  const setState = (id: string, state: string) =>
    sql`update message set state = ${state} where message_id = ${id}`.execute(runtime.db)
  /** Days with messages, the oldest first. */
  const shown = async () =>
    (await getChannelDetail(business.ctx, business.channelId, 'en')).days
      .filter(({ sent }) => sent > 0)
      .map(({ day, sent, read, failed }) => [day, sent, read, failed])

  it('are counted from messages until they were counted for good, and then say the same', async () => {
    await put(daysAgo(60), { state: 'read' })
    await put(daysAgo(60), { state: 'failed' })
    await put(daysAgo(1))
    await put(daysAgo(0))
    const before = await shown()
    expect(before).toEqual([
      ['2026-09-21', 2, 1, 1],
      ['2026-11-19', 1, 0, 0],
      ['2026-11-20', 1, 0, 0],
    ])
    await runKeepDays(runtime)
    expect(await shown()).toEqual(before)
  })

  it('C-43: keep their figures when the messages of their month are dropped, however often they are counted', async () => {
    await sql`delete from message where month < '2026-10-01'`.execute(runtime.db)
    await runKeepDays(runtime)
    expect((await shown())[0]).toEqual(['2026-09-21', 2, 1, 1])
  })

  it('show what comes in late: today and yesterday at once, the month before after the night', async () => {
    const yesterday = await put(daysAgo(1))
    const older = await put(daysAgo(20))
    await runKeepDays(runtime)
    await setState(yesterday, 'read')
    await setState(older, 'read')
    expect(await shown()).toContainEqual(['2026-11-19', 2, 1, 0])
    expect(await shown()).toContainEqual(['2026-10-31', 1, 0, 0])
    await runKeepDays(runtime)
    expect(await shown()).toContainEqual(['2026-10-31', 1, 1, 0])
  })

  it('count a campaign that goes on for two weeks on the day each message went, also today', async () => {
    const launched = daysAgo(14)
    const [campaignId, templateId] = [newId(launched), newId()]
    await sql`insert into template (business_id, template_id, channel_id, name, language, category, state, content, created_at, updated_at)
      values (${business.businessId}, ${templateId}, ${business.channelId}, 'lang', 'de', 'marketing', 'approved', '{}', ${launched},
        ${launched})`.execute(runtime.db)
    await sql`insert into campaign (business_id, campaign_id, name, channel_id, topic_id, template_id, variables, state, created_at, updated_at, launched_at)
      values (${business.businessId}, ${campaignId}, 'Lang', ${business.channelId}, ${business.topics.offers}, ${templateId}, '{}',
        'running',
        ${launched}, ${launched}, ${launched})`.execute(runtime.db)
    await sql`insert into campaign_pulse (business_id, campaign_id, at, accepted)
      values (${business.businessId}, ${campaignId}, ${daysAgo(0)}, 1)`.execute(runtime.db)
    await put(daysAgo(0), { created: launched, campaignId })
    await put(daysAgo(5), { created: launched, campaignId })
    expect(await shown()).toContainEqual(['2026-11-20', 2, 0, 0])
    await runKeepDays(runtime)
    expect(await shown()).toContainEqual(['2026-11-15', 1, 0, 0])
    expect(await shown()).toContainEqual(['2026-11-20', 2, 0, 0])
  })

  it('are those of the business’s own zone, also after it has moved', async () => {
    const late = await put(new Date('2026-11-10T23:30:00Z'))
    await runKeepDays(runtime)
    expect(await shown()).toContainEqual(['2026-11-11', 1, 0, 0])
    await sql`update business set time_zone = 'America/New_York' where business_id = ${business.businessId}`.execute(
      runtime.db,
    )
    expect(await shown()).toContainEqual(['2026-11-10', 1, 0, 0])
    await runKeepDays(runtime)
    await sql`delete from message where message_id = ${late}`.execute(runtime.db)
    expect(await shown()).toContainEqual(['2026-11-10', 1, 0, 0])
  })
})

import { sql } from 'kysely'
import { judgeAudience } from '../server/src/campaigns/audience.ts'
import { findCampaign } from '../server/src/campaigns/campaign.ts'
import { runCampaignFreeze } from '../server/src/campaigns/freeze-job.ts'
import { launchCampaign } from '../server/src/campaigns/launch.ts'
import { expectReady, loadParts } from '../server/src/campaigns/readiness.ts'
import { createCampaign } from '../server/src/campaigns/save.ts'
import type { Context } from '../server/src/platform/index.ts'
import type { Bench } from './harness.ts'
import { seedCrowd } from './seed/crowd.ts'
import { seedPeople } from './seed/people.ts'
import { setPolicy, settleDown } from './seed/queue.ts'
import { type Shop, seedShop, shopContext } from './seed/shop.ts'

/** People who can be opened, for the previews; the others only count. */
const REAL = 1_000
/** Rows per second that a freeze should write. */
const TO_REACH = 30_000

const bench: Bench = {
  name: 'audience',
  title:
    'Everybody of a list, of whom 70 % said yes, 15 % withdrew, 10 % were asked and 5 % never answered: the waterfall of a ' +
    'review (every check of the gate, uncached, 95th percentile), and freezing the audience of a launch part by part.',
  stores: ['postgres', 'pglite'],
  async run(bench) {
    const people = bench.size ?? (bench.quick ? 8_000 : bench.store === 'pglite' ? 100_000 : 1_000_000)
    const { runtime } = await bench.openRuntime()
    const shop = await seedShop(runtime, 1_000)
    const ctx = shopContext(runtime, shop.businessId)
    await setPolicy(ctx, { often: false, quietHours: false })
    bench.say(`preparing ${people} people …`)
    // The newest come last, as in life: rows that are always added before others leave their indexes half empty.
    await seedCrowd(ctx, shop, people - REAL)
    await seedPeople(ctx, shop, REAL, people - REAL)
    await settleDown(ctx)
    const { id } = await createCampaign(ctx, {
      name: 'Neues',
      channelId: shop.channelId,
      topicId: shop.topicId,
      templateId: shop.templateId,
      variables: { vorname: { from: 'first_name', fallback: 'du' } },
    })

    bench.say('counting …')
    const parts = await expectReady(ctx, await loadParts(ctx, await findCampaign(ctx, id)))
    const runs = bench.quick ? 3 : 20
    const bare = await slowest(runs, () => countBare(ctx, shop))
    const counted = await slowest(runs, () => judgeAudience(ctx, parts))
    bench.report({
      name: 'audience.count',
      value: counted,
      unit: 'ms',
      limit: bare,
      against:
        'one select count(*) of the people joined with their confirmed consents; below 500 ms is to reach',
    })

    bench.say('freezing …')
    const began = performance.now()
    const { state } = await launchCampaign(ctx, id, {})
    if (state === 'freezing')
      await runCampaignFreeze(runtime, { businessId: shop.businessId, campaignId: id })
    const seconds = (performance.now() - began) / 1_000
    await expectClosed(ctx, id, people)
    bench.report({
      name: 'audience.freeze',
      value: people / seconds,
      unit: 'rows/s',
      limit: TO_REACH,
      against: 'to reach',
    })
  },
}

/** The 95th percentile in milliseconds; the first run only warms up. */
async function slowest(runs: number, work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  await work()
  for (let run = 0; run < runs; run++) {
    const began = performance.now()
    await work()
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  return times[Math.ceil(times.length * 0.95) - 1] ?? 0
}

/** The least that tells how many people said yes. */
async function countBare(ctx: Context, shop: Shop): Promise<void> {
  await sql`select count(*) from contact c join consent s on s.business_id = c.business_id and s.contact_id = c.contact_id
    where c.business_id = ${shop.businessId} and s.channel_id = ${shop.channelId} and s.topic_id = ${shop.topicId}
      and s.state = 'confirmed'`.execute(ctx.db)
}

async function expectClosed(ctx: Context, campaignId: string, people: number): Promise<void> {
  const { rows } = await sql<{ written: number; queued: number; messages: number }>`
    select (select count(*)::int from message where campaign_id = ${campaignId}) as messages,
      (select count(*)::int from message_queue where campaign_id = ${campaignId}) as queued,
      (select count(*)::int from message where campaign_id = ${campaignId})
        + (select count(*)::int from campaign_exclusion where campaign_id = ${campaignId}) as written`.execute(
    ctx.db,
  )
  const { state, candidates } = await findCampaign(ctx, campaignId)
  const [row] = rows
  if (state !== 'running' || candidates !== people || row?.written !== people || row.queued !== row.messages)
    throw new Error(`${people} people, ${JSON.stringify(row)}, the campaign is ${state}`)
}

export default bench

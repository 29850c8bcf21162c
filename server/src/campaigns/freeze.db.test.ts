import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { consentWithdrawn, withdraw } from '../consent/index.ts'
import { withholdQueued } from '../dispatch/index.ts'
import { DAY, MINUTE } from '../platform/clock.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { type CampaignKit, startCampaignKit } from '../testing/campaign-kit.ts'
import { getCampaign, lockCampaign } from './campaign.ts'
import { beginFreeze } from './freeze.ts'
import { runCampaignFreeze } from './freeze-job.ts'
import { campaignChanged } from './hooks.ts'
import { launchCampaign } from './launch.ts'
import { campaignProgress } from './progress.ts'
import { expectReady, loadParts } from './readiness.ts'
import { campaignReport } from './report.ts'
import { runCampaignTick } from './schedule.ts'
import { cancelCampaign, pauseCampaign, resumeCampaign } from './steer.ts'

/** Beside the kit's six people. */
const CROWD = 60
const YES = 40

describe('campaigns: a big audience is frozen part by part', () => {
  let kit: CampaignKit
  let fail: (() => void) | undefined
  let look: ((tx: Context) => Promise<void>) | undefined
  beforeAll(async () => {
    kit = await startCampaignKit()
    kit.runtime.hooks.on(campaignChanged, async (tx) => {
      fail?.()
      await look?.(tx)
    })
    kit.runtime.hooks.on(consentWithdrawn, withholdQueued)
    await sql`
      with people as (
        insert into contact (business_id, contact_id, country, created_at, updated_at)
        select ${kit.business}::uuid, gen_random_uuid(), case when i % 4 = 0 then 'AT' else 'DE' end, now(), now()
        from generate_series(1, ${CROWD}::int) i returning contact_id),
      numbered as (select contact_id, row_number() over () as i from people)
      insert into consent (business_id, contact_id, channel_id, topic_id, state, state_at, updated_at)
      select ${kit.business}::uuid, contact_id, ${kit.channel}::uuid, ${kit.topic}::uuid,
        case when i <= ${YES}::int then 'confirmed' else 'withdrawn' end, ${kit.now()}::timestamptz, now() from numbered`.execute(
      kit.runtime.db,
    )
  })
  afterAll(() => kit.runtime.close())
  beforeEach(() => {
    fail = undefined
    look = undefined
    kit.runtime.clock.advance(40 * DAY)
  })

  /** As the launch of a million people: its transaction, with small parts. */
  async function begin(extra: object = {}, partSize = 7): Promise<string> {
    const { id } = await kit.draft(extra)
    await withTransaction(kit.as(), async (tx) => {
      const row = await lockCampaign(tx, id)
      const parts = await expectReady(tx, await loadParts(tx, row))
      await beginFreeze(
        tx,
        row,
        parts,
        { launched_at: kit.now(), ramp_open: row.ramp_share === null },
        partSize,
      )
    })
    return id
  }
  const run = (campaignId: string) => runCampaignFreeze(kit.runtime, { businessId: kit.business, campaignId })
  const rowsOf = async (id: string) => {
    const { rows } = await sql<{
      messages: number
      people: number
      queued: number
      exclusions: number
      months: number
    }>`
      select (select count(*)::int from message where campaign_id = ${id}) as messages,
        (select count(distinct contact_id)::int from message where campaign_id = ${id}) as people,
        (select count(distinct month)::int from message where campaign_id = ${id}) as months,
        (select count(*)::int from message_queue where campaign_id = ${id}) as queued,
        (select count(*)::int from campaign_exclusion where campaign_id = ${id}) as exclusions`.execute(
      kit.runtime.db,
    )
    return rows[0]
  }

  it('starts once all of it is there, and everybody is in it once', async () => {
    const id = await begin()
    expect(await getCampaign(kit.as(), id)).toMatchObject({
      state: 'freezing',
      freezing: { done: 0, expected: 66 },
    })
    expect((await getCampaign(kit.as(), id)).counts).toBeUndefined()
    await kit.runtime.jobs.drain(kit.runtime)
    expect(await getCampaign(kit.as(), id)).toMatchObject({
      state: 'running',
      freezing: null,
      counts: { queued: 43, candidates: 66, excluded: 23 },
    })
    expect(await rowsOf(id)).toEqual({ messages: 43, people: 43, queued: 43, exclusions: 23, months: 1 })
    expect((await campaignProgress(kit.as(), id)).candidates).toBe(66)
    expect((await campaignReport(kit.as(), id, 'de')).closes).toBe(true)
    // Once more changes nothing.
    await run(id)
    expect(await rowsOf(id)).toMatchObject({ messages: 43, exclusions: 23 })
    await cancelCampaign(kit.as(), id)
  })

  it('reads no set again for each person of a part, however few the planner expects in it', async () => {
    const id = await begin()
    const loops: string[] = []
    look = async (tx) => {
      if ((await getCampaign(tx, id)).state !== 'freezing') return
      const { rows } = await sql<{
        setting: string
      }>`select current_setting('enable_nestloop') as setting`.execute(tx.db)
      loops.push(...rows.map((row) => row.setting))
    }
    await run(id)
    // Ten parts, and what ends them.
    expect(loops).toEqual([...Array.from({ length: 10 }, () => 'off'), 'on'])
    await cancelCampaign(kit.as(), id)
  })

  it('goes on after a crash where the parts end', async () => {
    const id = await begin()
    let parts = 0
    fail = () => {
      if (++parts > 3) throw new Error('the power went')
    }
    await expect(run(id)).rejects.toThrow('the power went')
    fail = undefined
    const half = await rowsOf(id)
    expect(half?.messages).toBeGreaterThan(0)
    expect(half?.messages).toBeLessThan(43)
    expect(half?.queued).toBe(half?.messages)
    const seen = await getCampaign(kit.as(), id)
    expect(seen).toMatchObject({ state: 'freezing' })
    expect(seen.freezing?.done).toBe((half?.messages ?? 0) + (half?.exclusions ?? 0))
    expect(seen.freezing?.stalledSince).toBeNull()
    // Nobody is left to go on: the page says so, and the tick sees to it.
    const since = kit.now().toISOString()
    kit.runtime.clock.advance(2 * MINUTE)
    expect((await getCampaign(kit.as(), id)).freezing?.stalledSince).toBe(since)
    await runCampaignTick(kit.runtime)
    await kit.runtime.jobs.drain(kit.runtime)
    expect((await getCampaign(kit.as(), id)).state).toBe('running')
    expect(await rowsOf(id)).toMatchObject({ messages: 43, people: 43, exclusions: 23 })
    await cancelCampaign(kit.as(), id)
  })

  it('too expensive, it waits for a person with nothing sent', async () => {
    const id = await begin({ budget: 0.5 })
    await run(id)
    expect(await getCampaign(kit.as(), id)).toMatchObject({
      state: 'paused',
      pauseReason: 'over_budget',
      counts: { queued: 43, candidates: 66 },
    })
    await cancelCampaign(kit.as(), id)
  })

  it('can be paused and cancelled in the middle, and the sums still close', async () => {
    const id = await begin()
    let parts = 0
    fail = () => {
      if (++parts > 3) throw new Error('the power went')
    }
    await expect(run(id)).rejects.toThrow()
    fail = undefined
    const paused = await pauseCampaign(kit.as(), id, {})
    const before = await rowsOf(id)
    kit.runtime.clock.advance(MINUTE)
    expect(paused.freezing).toEqual({
      done: (before?.messages ?? 0) + (before?.exclusions ?? 0),
      expected: 66,
      stalledSince: null,
    })
    expect((await getCampaign(kit.as(), id)).freezing).toEqual(paused.freezing)
    await run(id)
    expect(await rowsOf(id)).toEqual(before)
    expect((await resumeCampaign(kit.as(), id, {})).state).toBe('freezing')
    expect((await cancelCampaign(kit.as(), id)).state).toBe('cancelled')
    await kit.runtime.jobs.drain(kit.runtime)
    const candidates = (before?.messages ?? 0) + (before?.exclusions ?? 0)
    expect(await getCampaign(kit.as(), id)).toMatchObject({
      state: 'cancelled',
      counts: { candidates, withheld: before?.messages },
    })
    expect(await rowsOf(id)).toMatchObject({ queued: 0, messages: before?.messages })
    expect((await campaignReport(kit.as(), id, 'de')).closes).toBe(true)
  })

  it('the first part of a ramp is spread over all parts', async () => {
    const id = await begin({ ramp: { share: 0.2, waitMinutes: 60 } })
    await run(id)
    const { rows } = await sql<{ first: number; rest: number }>`
      select count(*) filter (where not_before < '9000-01-01')::int as first, count(*) filter (where not_before > '9000-01-01')::int as rest
      from message_queue where campaign_id = ${id}`.execute(kit.runtime.db)
    expect(rows[0]?.first).toBeGreaterThanOrEqual(5)
    expect(rows[0]?.first).toBeLessThanOrEqual(20)
    expect((rows[0]?.first ?? 0) + (rows[0]?.rest ?? 0)).toBe(43)
    await cancelCampaign(kit.as(), id)
  })

  it('a STOP between two parts counts, whichever side the person is on', async () => {
    const id = await begin()
    const ben = kit.people.get('Ben') ?? ''
    let parts = 0
    fail = () => {
      if (++parts > 3) throw new Error('the power went')
    }
    await expect(run(id)).rejects.toThrow()
    fail = undefined
    const done = (await rowsOf(id))?.messages ?? 0
    const frozen = await kit.messagesOf(id)
    // The crowd has no keys of its own; only whom the kit made can withdraw.
    const known = [...kit.people.values()]
    const inside =
      frozen.map((message) => message.contact_id).find((contactId) => known.includes(contactId)) ?? ben
    const people = inside === ben ? [ben] : [inside, ben]
    for (const contactId of people) {
      await withTransaction(kit.as(), (tx) =>
        withdraw(tx, {
          contactId,
          channelId: kit.channel,
          topicId: null,
          at: kit.now(),
          how: 'test',
          receipt: false,
        }),
      )
    }
    await run(id)
    const after = await rowsOf(id)
    expect(done).toBeGreaterThan(0)
    expect((after?.messages ?? 0) + (after?.exclusions ?? 0)).toBe(66)
    const left = await kit.runtime.db
      .selectFrom('message_queue')
      .select('contact_id')
      .where('campaign_id', '=', id)
      .where('contact_id', 'in', people)
      .execute()
    expect(left).toEqual([])
    expect((await campaignReport(kit.as(), id, 'de')).closes).toBe(true)
  })

  it('more than five thousand people are frozen by a job, and taken down by one', async () => {
    await sql`insert into contact (business_id, contact_id, country, created_at, updated_at)
      select ${kit.business}::uuid, gen_random_uuid(), 'CH', now(), now() from generate_series(1, 5000)`.execute(
      kit.runtime.db,
    )
    await sql`insert into consent (business_id, contact_id, channel_id, topic_id, state, state_at, updated_at)
      select ${kit.business}::uuid, contact_id, ${kit.channel}::uuid, ${kit.topic}::uuid, 'confirmed', ${kit.now()}::timestamptz, now()
      from contact where country = 'CH'`.execute(kit.runtime.db)
    // Without those who left in the tests before.
    const willing = await kit.runtime.db
      .selectFrom('consent')
      .where('state', '=', 'confirmed')
      .select('contact_id')
      .execute()
    expect(willing.length).toBeGreaterThan(5000)
    const { id } = await kit.draft()
    expect(await launchCampaign(kit.as(), id, {})).toMatchObject({
      state: 'freezing',
      freezing: { done: 0, expected: 5066 },
    })
    await kit.runtime.jobs.drain(kit.runtime)
    expect(await getCampaign(kit.as(), id)).toMatchObject({
      state: 'running',
      counts: { queued: willing.length },
    })
    await cancelCampaign(kit.as(), id)
    await kit.runtime.jobs.drain(kit.runtime)
    expect(await rowsOf(id)).toMatchObject({ queued: 0, messages: willing.length })
    expect((await campaignReport(kit.as(), id, 'de')).closes).toBe(true)
  }, 120_000)
})

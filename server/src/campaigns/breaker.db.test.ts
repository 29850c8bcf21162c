import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkPlace } from '../brake/index.ts'
import { getChannel } from '../channels/index.ts'
import { messagesReturn, settleStatuses, UNRELEASED } from '../dispatch/index.ts'
import { DAY, HOUR, MINUTE } from '../platform/clock.ts'
import { withTransaction } from '../platform/index.ts'
import { type CampaignKit, startCampaignKit } from '../testing/campaign-kit.ts'
import { getCampaign } from './campaign.ts'
import { launchCampaign } from './launch.ts'
import { liftMarketingHold, listMarketingHolds } from './marketing-hold.ts'
import { releaseCampaign } from './ramp.ts'
import { onChannelChanged, onMessagesReturn, onSendingStopped, onTemplateChanged } from './react.ts'
import { updateCampaign } from './save.ts'
import { runCampaignTick } from './schedule.ts'
import { cancelCampaign, resumeCampaign } from './steer.ts'
import { watchCampaign } from './watch.ts'

describe('campaigns: breaker and ramp', () => {
  let kit: CampaignKit
  beforeAll(async () => {
    kit = await startCampaignKit()
    kit.runtime.hooks.on(messagesReturn, onMessagesReturn)
  })
  afterAll(() => kit.runtime.close())
  beforeEach(() => kit.runtime.clock.advance(25 * DAY))

  const beat = (
    campaignId: string,
    figures: { accepted?: number; delivered?: number; failed?: number; unwanted?: number; optOuts?: number },
  ) =>
    sql`insert into campaign_pulse as p (business_id, campaign_id, at, accepted, delivered, failed, unwanted, opt_outs)
      values (${kit.business}, ${campaignId}, ${kit.now()}, ${figures.accepted ?? 0}, ${figures.delivered ?? 0}, ${figures.failed ?? 0},
        ${figures.unwanted ?? 0}, ${figures.optOuts ?? 0})
      on conflict (business_id, campaign_id, at) do update set delivered = p.delivered + excluded.delivered,
        failed = p.failed + excluded.failed, opt_outs = p.opt_outs + excluded.opt_outs`.execute(
      kit.runtime.db,
    )
  const running = async (extra: object = {}) => {
    const { id } = await kit.draft(extra)
    await launchCampaign(kit.as(), id, {})
    return id
  }
  const queue = async (campaignId: string) =>
    (
      await sql<{
        not_before: Date
      }>`select not_before from message_queue where campaign_id = ${campaignId}`.execute(kit.runtime.db)
    ).rows.map((row) => row.not_before.getTime())
  const news = async (campaignId: string) =>
    (
      await kit.runtime.db
        .selectFrom('notification')
        .select(['kind', 'data'])
        .where('entity_id', '=', campaignId)
        .orderBy('notification_id')
        .execute()
    ).map(({ kind, data }) => ({ kind, data }))

  /** Everything of the first part has gone, and the waiting time began. */
  const firstPartLeaves = async (campaignId: string) => {
    await sql`delete from message_queue where campaign_id = ${campaignId} and not_before < ${UNRELEASED}`.execute(
      kit.runtime.db,
    )
    await runCampaignTick(kit.runtime)
  }

  it('pauses by itself when too many opt out, says why in figures, and does not trip again on what was seen', async () => {
    const id = await running()
    await beat(id, { delivered: 200, optOuts: 5 })
    expect(await watchCampaign(kit.as(), id)).toBe(false)
    await beat(id, { optOuts: 5 })
    expect(await watchCampaign(kit.as(), id)).toBe(true)
    expect(await getCampaign(kit.as(), id)).toMatchObject({
      state: 'paused',
      pauseReason: 'breaker_opt_outs',
      pauseFacts: { kind: 'opt_outs', count: 10, of: 200, limit: 0.03 },
      resumeNeedsReason: false,
    })
    expect(await news(id)).toMatchObject([
      { kind: 'campaign.paused', data: { reason: expect.stringContaining('10 von 200') } },
    ])
    kit.runtime.clock.advance(MINUTE)
    await resumeCampaign(kit.as(), id, {})
    await runCampaignTick(kit.runtime)
    expect(await getCampaign(kit.as(), id)).toMatchObject({ state: 'running', pauseFacts: null })
    // New figures count again.
    await beat(id, { delivered: 100, failed: 60 })
    await runCampaignTick(kit.runtime)
    expect(await getCampaign(kit.as(), id)).toMatchObject({
      state: 'paused',
      pauseReason: 'breaker_failures',
    })
    await cancelCampaign(kit.as(), id)
  })

  it('forgets what is older than its window, and takes the thresholds of the campaign', async () => {
    const id = await running({
      breaker: { on: true, windowMinutes: 30, minimum: 10, optOuts: 0.5, failures: 0.5, blocks: 0.5 },
    })
    await beat(id, { delivered: 100, optOuts: 40 })
    expect(await watchCampaign(kit.as(), id)).toBe(false)
    await beat(id, { optOuts: 40 })
    kit.runtime.clock.advance(31 * MINUTE)
    expect(await watchCampaign(kit.as(), id)).toBe(false)
    await cancelCampaign(kit.as(), id)
  })

  it('C-65: halves the pace while the template is yellow', async () => {
    const id = await running()
    const quality = (quality: string) =>
      withTransaction(kit.as(), (tx) =>
        onTemplateChanged(tx, { templateId: kit.template, state: 'approved', quality }),
      )
    await quality('YELLOW')
    await quality('YELLOW')
    expect(await getCampaign(kit.as(), id)).toMatchObject({ state: 'running', pace: 0.5 })
    expect((await news(id)).map((one) => one.kind)).toEqual(['campaign.slowed'])
    await quality('GREEN')
    expect(await getCampaign(kit.as(), id)).toMatchObject({ pace: 1 })
    await quality('RED')
    expect(await getCampaign(kit.as(), id)).toMatchObject({ state: 'paused', resumeNeedsReason: true })
    await expect(resumeCampaign(kit.as(), id, {})).rejects.toMatchObject({ code: 'reason_needed' })
    await cancelCampaign(kit.as(), id)
  })

  it('C-65: lets all marketing of a number rest when its quality falls, until a person says why it may go on', async () => {
    const channel = await getChannel(kit.as(), kit.channel)
    const id = await running()
    await withTransaction(kit.as(), (tx) =>
      onChannelChanged(tx, {
        channelId: kit.channel,
        before: { ...channel, quality: 'GREEN' },
        after: { ...channel, quality: 'YELLOW' },
      }),
    )
    expect(await getCampaign(kit.as(), id)).toMatchObject({ state: 'paused', pauseReason: 'channel_quality' })
    const other = await kit.draft()
    await expect(launchCampaign(kit.as(), other.id, {})).rejects.toMatchObject({ code: 'campaign_not_ready' })
    await expect(resumeCampaign(kit.as(), id, {})).rejects.toMatchObject({ code: 'reason_needed' })
    await resumeCampaign(kit.as(), id, { reason: 'Neuer, ruhigerer Text' })
    expect(await listMarketingHolds(kit.as())).toEqual([])
    await cancelCampaign(kit.as(), id)
  })

  it('rests a day after spam reports, whatever anybody says', async () => {
    const id = await running()
    await withTransaction(kit.as(), (tx) =>
      onSendingStopped(tx, { scope: 'channel', channelId: kit.channel, templateId: null, restHours: 24 }),
    )
    expect(await getCampaign(kit.as(), id)).toMatchObject({ state: 'paused', pauseReason: 'spam_limited' })
    const reason = 'Wir haben die Liste geprüft'
    await expect(resumeCampaign(kit.as(), id, { reason })).rejects.toMatchObject({ code: 'resume_too_early' })
    await expect(liftMarketingHold(kit.as(), kit.channel, { reason })).rejects.toMatchObject({
      code: 'resume_too_early',
    })
    kit.runtime.clock.advance(24 * HOUR)
    expect(await resumeCampaign(kit.as(), id, { reason })).toMatchObject({
      state: 'running',
      resumeAfter: null,
    })
    await cancelCampaign(kit.as(), id)
  })

  it('sends the first part, waits, and goes on by itself when the figures are good', async () => {
    const id = await running({ ramp: { share: 0.34, waitMinutes: 60 } })
    expect(await getCampaign(kit.as(), id)).toMatchObject({ rampState: { endsAt: null } })
    // Two of three, rounded up; the third waits where no clock gets to.
    expect((await queue(id)).filter((at) => at === UNRELEASED.getTime())).toHaveLength(1)
    await runCampaignTick(kit.runtime)
    expect(await getCampaign(kit.as(), id)).toMatchObject({ rampState: { endsAt: null } })
    await sql`delete from message_queue where campaign_id = ${id} and not_before < ${UNRELEASED}`.execute(
      kit.runtime.db,
    )
    await runCampaignTick(kit.runtime)
    const ends = new Date(kit.now().getTime() + HOUR).toISOString()
    expect(await getCampaign(kit.as(), id)).toMatchObject({ state: 'running', rampState: { endsAt: ends } })
    kit.runtime.clock.advance(HOUR - MINUTE)
    await runCampaignTick(kit.runtime)
    expect((await getCampaign(kit.as(), id)).rampState).not.toBeNull()
    kit.runtime.clock.advance(MINUTE)
    await runCampaignTick(kit.runtime)
    expect(await getCampaign(kit.as(), id)).toMatchObject({ state: 'running', rampState: null })
    await cancelCampaign(kit.as(), id)
  })

  it('pauses instead when the first part went badly, and goes on with the rest when a person says so', async () => {
    const id = await running({ ramp: { share: 0.34, waitMinutes: 120 } })
    await sql`delete from message_queue where campaign_id = ${id} and not_before < ${UNRELEASED}`.execute(
      kit.runtime.db,
    )
    await runCampaignTick(kit.runtime)
    await beat(id, { delivered: 100, optOuts: 20 })
    // Longer ago than the window, but the first part is judged as a whole.
    kit.runtime.clock.advance(2 * HOUR)
    await runCampaignTick(kit.runtime)
    expect(await getCampaign(kit.as(), id)).toMatchObject({
      state: 'paused',
      pauseReason: 'breaker_opt_outs',
    })
    await resumeCampaign(kit.as(), id, {})
    await runCampaignTick(kit.runtime)
    expect(await getCampaign(kit.as(), id)).toMatchObject({ state: 'running', rampState: null })
    await cancelCampaign(kit.as(), id)
  })

  it('judges a first part that is smaller than the breaker asks for', async () => {
    const id = await running({ ramp: { share: 0.34, waitMinutes: 60 } })
    await firstPartLeaves(id)
    await beat(id, { failed: 2 })
    kit.runtime.clock.advance(HOUR)
    await runCampaignTick(kit.runtime)
    expect(await getCampaign(kit.as(), id)).toMatchObject({
      state: 'paused',
      pauseReason: 'breaker_failures',
      pauseFacts: { count: 2, of: 2 },
      rampState: { endsAt: expect.any(String) },
    })
    await cancelCampaign(kit.as(), id)
  })

  it('does not let the rest follow while WhatsApp says nothing about the first part, until a person does', async () => {
    const id = await running({ ramp: { share: 0.34, waitMinutes: 60 } })
    await firstPartLeaves(id)
    await beat(id, { accepted: 12 })
    kit.runtime.clock.advance(HOUR)
    await runCampaignTick(kit.runtime)
    expect(await getCampaign(kit.as(), id)).toMatchObject({
      state: 'paused',
      pauseReason: 'breaker_silence',
      pauseFacts: { kind: 'silence', count: 12 },
    })
    expect(await news(id)).toMatchObject([
      { data: {} },
      { kind: 'campaign.paused', data: { reason: 'keine Rückmeldung von WhatsApp zum ersten Teil' } },
    ])
    kit.runtime.clock.advance(MINUTE)
    await resumeCampaign(kit.as(), id, {})
    await runCampaignTick(kit.runtime)
    expect(await getCampaign(kit.as(), id)).toMatchObject({ state: 'running', rampState: null })
    await cancelCampaign(kit.as(), id)
  })

  it('waits anew for the figures when all processes stood still at the end of the waiting time', async () => {
    await checkPlace(kit.runtime)
    const id = await running({ ramp: { share: 0.34, waitMinutes: 60 } })
    await firstPartLeaves(id)
    kit.runtime.clock.advance(HOUR + 30 * MINUTE)
    await checkPlace(kit.runtime)
    await runCampaignTick(kit.runtime)
    const endsAt = new Date(kit.now().getTime() + 30 * MINUTE).toISOString()
    expect((await getCampaign(kit.as(), id)).rampState).toEqual({ endsAt })
    for (let minutes = 0; minutes < 30; minutes += 5) {
      kit.runtime.clock.advance(5 * MINUTE)
      await checkPlace(kit.runtime)
    }
    await runCampaignTick(kit.runtime)
    expect(await getCampaign(kit.as(), id)).toMatchObject({ state: 'running', rampState: null })
    await cancelCampaign(kit.as(), id)
  })

  it('does not wait when a person says so, and only once', async () => {
    const id = await running({ ramp: { share: 0.34, waitMinutes: 60 } })
    expect(await releaseCampaign(kit.as(), id)).toMatchObject({ rampState: null })
    await expect(releaseCampaign(kit.as(), id)).rejects.toMatchObject({ code: 'campaign_not_ramping' })
    await cancelCampaign(kit.as(), id)
  })

  it('is taken up again by a failure that can be retried, and finishes without being told twice', async () => {
    const id = await running()
    await sql`delete from message_queue where campaign_id = ${id}`.execute(kit.runtime.db)
    await sql`update message set state = 'accepted', attempts = 1, accepted_at = ${kit.now()} where campaign_id = ${id}`.execute(
      kit.runtime.db,
    )
    await runCampaignTick(kit.runtime)
    expect((await getCampaign(kit.as(), id)).state).toBe('finished')
    const [message] = await kit.messagesOf(id)
    await withTransaction(kit.as(), (tx) =>
      settleStatuses(tx, {
        statuses: [
          {
            kind: 'status',
            wamid: 'wamid.late',
            status: 'failed',
            at: kit.now(),
            callback: `jw1.${message?.message_id}.1`,
            pricing: null,
            error: { code: 131049, title: '', detail: '' },
          },
        ],
      }),
    )
    expect(await getCampaign(kit.as(), id)).toMatchObject({
      state: 'running',
      finishedAt: null,
      counts: { queued: 1 },
    })
    await sql`delete from message_queue where campaign_id = ${id}`.execute(kit.runtime.db)
    await sql`update message set state = 'delivered' where campaign_id = ${id}`.execute(kit.runtime.db)
    await runCampaignTick(kit.runtime)
    expect((await getCampaign(kit.as(), id)).state).toBe('finished')
    expect((await news(id)).map((one) => one.kind)).toEqual(['campaign.finished'])
  })

  it('keeps its tolerance, and waits for a person when it is missed', async () => {
    const { id } = await kit.draft({ toleranceMinutes: 10 })
    await updateCampaign(kit.as(), id, { toleranceMinutes: 5 })
    await launchCampaign(kit.as(), id, { at: new Date(kit.now().getTime() + HOUR).toISOString() })
    kit.runtime.clock.advance(HOUR + 6 * MINUTE)
    await runCampaignTick(kit.runtime)
    expect(await getCampaign(kit.as(), id)).toMatchObject({
      state: 'paused',
      pauseReason: 'schedule_missed',
      toleranceMinutes: 5,
    })
    await cancelCampaign(kit.as(), id)
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { getChannel } from '../channels/index.ts'
import { DAY, HOUR, MINUTE } from '../platform/clock.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { type CampaignKit, startCampaignKit } from '../testing/campaign-kit.ts'
import { getCampaign, lockCampaign } from './campaign.ts'
import { beginFreeze } from './freeze.ts'
import { runCampaignFreeze } from './freeze-job.ts'
import { launchCampaign } from './launch.ts'
import type { PauseReason } from './pause-reasons.ts'
import { onChannelChanged, onSendingStopped, onTemplateChanged } from './react.ts'
import { expectReady, loadParts } from './readiness.ts'
import { runCampaignStart, runCampaignTick } from './schedule.ts'
import { cancelCampaign, pauseCampaign, resumeCampaign, unscheduleCampaign } from './steer.ts'

describe('campaigns: time and trouble', () => {
  let kit: CampaignKit
  const inTransaction = (work: (tx: Context) => Promise<void>) => withTransaction(kit.as(), work)
  beforeAll(async () => {
    kit = await startCampaignKit()
  })
  afterAll(() => kit.runtime.close())
  // Each test writes to people who have not heard from us for a while.
  beforeEach(() => kit.runtime.clock.advance(40 * DAY))

  it('starts at its time by job, and can be taken back before', async () => {
    const { id } = await kit.draft()
    const at = new Date(kit.now().getTime() + HOUR).toISOString()
    expect(await launchCampaign(kit.as(), id, { at })).toMatchObject({ state: 'scheduled', scheduledAt: at })
    expect(await unscheduleCampaign(kit.as(), id)).toMatchObject({ state: 'draft' })
    await launchCampaign(kit.as(), id, { at })
    await runCampaignStart(kit.runtime, { businessId: kit.business, campaignId: id })
    expect((await getCampaign(kit.as(), id)).state).toBe('scheduled')
    kit.runtime.clock.advance(HOUR + 3 * MINUTE)
    await runCampaignTick(kit.runtime)
    expect(await getCampaign(kit.as(), id)).toMatchObject({ state: 'running', counts: { queued: 3 } })
    await cancelCampaign(kit.as(), id)
    await expect(
      launchCampaign(kit.as(), (await kit.draft()).id, { at: '2020-01-01T00:00:00Z' }),
    ).rejects.toMatchObject({ code: 'time_past' })
  })

  it('missed by more than its tolerance it waits for a person', async () => {
    const { id } = await kit.draft()
    await launchCampaign(kit.as(), id, { at: new Date(kit.now().getTime() + HOUR).toISOString() })
    kit.runtime.clock.advance(3 * HOUR + MINUTE)
    await runCampaignTick(kit.runtime)
    expect(await getCampaign(kit.as(), id)).toMatchObject({ state: 'paused', pauseReason: 'schedule_missed' })
    expect(await kit.messagesOf(id)).toEqual([])
    const told = await kit.runtime.db
      .selectFrom('notification')
      .select('kind')
      .where('entity_id', '=', id)
      .execute()
    expect(told).toEqual([{ kind: 'campaign.missed' }])
    // The person goes on: now the audience is frozen.
    expect(await resumeCampaign(kit.as(), id, {})).toMatchObject({ state: 'running', counts: { queued: 3 } })
    await cancelCampaign(kit.as(), id)
  })

  describe('while its audience is frozen', () => {
    const freezing = async (extra: object) => {
      const { id } = await kit.draft(extra)
      await inTransaction(async (tx) => {
        const row = await lockCampaign(tx, id)
        await beginFreeze(tx, row, await expectReady(tx, await loadParts(tx, row)), {
          launched_at: kit.now(),
        })
      })
      return id
    }

    it('interrupted for longer than its tolerance, it waits for a person, who may let it go on', async () => {
      const id = await freezing({ toleranceMinutes: 30 })
      kit.runtime.clock.advance(46 * MINUTE)
      await runCampaignTick(kit.runtime)
      await kit.runtime.jobs.drain(kit.runtime)
      expect(await getCampaign(kit.as(), id)).toMatchObject({
        state: 'paused',
        pauseReason: 'schedule_missed',
        counts: { queued: 3 },
      })
      expect((await resumeCampaign(kit.as(), id, {})).state).toBe('running')
      await cancelCampaign(kit.as(), id)
    })

    it('gone on with by a person in the middle, its time counts from then', async () => {
      const id = await freezing({ toleranceMinutes: 0 })
      await pauseCampaign(kit.as(), id, {})
      kit.runtime.clock.advance(DAY)
      expect((await resumeCampaign(kit.as(), id, {})).state).toBe('freezing')
      await runCampaignFreeze(kit.runtime, { businessId: kit.business, campaignId: id })
      expect((await getCampaign(kit.as(), id)).state).toBe('running')
      await cancelCampaign(kit.as(), id)
    })
  })

  it('what is not ready at its time pauses with the reason', async () => {
    const { id } = await kit.draft()
    await launchCampaign(kit.as(), id, { at: new Date(kit.now().getTime() + HOUR).toISOString() })
    await kit.runtime.db
      .updateTable('campaign')
      .set({ budget: '0.01' })
      .where('campaign_id', '=', id)
      .execute()
    kit.runtime.clock.advance(HOUR)
    await runCampaignStart(kit.runtime, { businessId: kit.business, campaignId: id })
    expect(await getCampaign(kit.as(), id)).toMatchObject({ state: 'paused', pauseReason: 'over_budget' })
    expect(await kit.messagesOf(id)).toEqual([])
    await cancelCampaign(kit.as(), id)
  })

  it('C-63: pauses when its template is stopped, and refuses to go on until it is approved', async () => {
    const { id } = await kit.draft()
    await launchCampaign(kit.as(), id, {})
    await kit.runtime.db
      .updateTable('template')
      .set({ state: 'paused' })
      .where('template_id', '=', kit.template)
      .execute()
    await withTransaction(kit.as(), (tx) =>
      onTemplateChanged(tx, { templateId: kit.template, state: 'paused', quality: 'RED' }),
    )
    expect(await getCampaign(kit.as(), id)).toMatchObject({
      state: 'paused',
      pauseReason: 'template_stopped',
    })
    await expect(resumeCampaign(kit.as(), id, {})).rejects.toMatchObject({ code: 'campaign_not_ready' })
    await kit.runtime.db
      .updateTable('template')
      .set({ state: 'approved' })
      .where('template_id', '=', kit.template)
      .execute()
    expect((await resumeCampaign(kit.as(), id, {})).state).toBe('running')
    await cancelCampaign(kit.as(), id)
  })

  it('pauses when its number turns red or may not send, or WhatsApp refuses everything', async () => {
    const channel = await getChannel(kit.as(), kit.channel)
    const { id } = await kit.draft()
    await launchCampaign(kit.as(), id, {})
    const events: [PauseReason, () => Promise<void>][] = [
      [
        'channel_quality',
        () =>
          inTransaction((tx) =>
            onChannelChanged(tx, {
              channelId: kit.channel,
              before: channel,
              after: { ...channel, quality: 'RED' },
            }),
          ),
      ],
      [
        'channel_stopped',
        () =>
          inTransaction((tx) =>
            onChannelChanged(tx, {
              channelId: kit.channel,
              before: channel,
              after: { ...channel, state: 'restricted' },
            }),
          ),
      ],
      [
        'sending_stopped',
        () =>
          inTransaction((tx) =>
            onSendingStopped(tx, { scope: 'waba', channelId: kit.channel, templateId: null }),
          ),
      ],
      [
        'template_stopped',
        () =>
          inTransaction((tx) =>
            onSendingStopped(tx, { scope: 'template', channelId: kit.channel, templateId: kit.template }),
          ),
      ],
    ]
    for (const [reason, happen] of events) {
      await happen()
      expect(await getCampaign(kit.as(), id)).toMatchObject({ state: 'paused', pauseReason: reason })
      await resumeCampaign(kit.as(), id, { reason: 'Geprüft' })
    }
    // Better news pauses nothing.
    await inTransaction((tx) =>
      onChannelChanged(tx, {
        channelId: kit.channel,
        before: { ...channel, quality: 'RED' },
        after: channel,
      }),
    )
    expect((await getCampaign(kit.as(), id)).state).toBe('running')
    await cancelCampaign(kit.as(), id)
  })

  it('notices a template that was stopped while it was launched', async () => {
    const { id } = await kit.draft()
    await launchCampaign(kit.as(), id, {})
    await kit.runtime.db
      .updateTable('template')
      .set({ state: 'paused' })
      .where('template_id', '=', kit.template)
      .execute()
    await runCampaignTick(kit.runtime)
    expect(await getCampaign(kit.as(), id)).toMatchObject({
      state: 'paused',
      pauseReason: 'template_stopped',
    })
    await kit.runtime.db
      .updateTable('template')
      .set({ state: 'approved' })
      .where('template_id', '=', kit.template)
      .execute()
    await cancelCampaign(kit.as(), id)
  })
})

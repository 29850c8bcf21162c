import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  brakeChanged,
  checkPlace,
  installation,
  isSendingBraked,
  resumeSending,
  stopSending,
} from '../brake/index.ts'
import { DAY, HOUR, MINUTE } from '../platform/clock.ts'
import { withTransaction } from '../platform/index.ts'
import { type CampaignKit, startCampaignKit } from '../testing/campaign-kit.ts'
import { getCampaign, lockCampaign } from './campaign.ts'
import { beginFreeze } from './freeze.ts'
import { runCampaignFreeze } from './freeze-job.ts'
import { launchCampaign } from './launch.ts'
import { expectReady, loadParts } from './readiness.ts'
import { onBrakeChanged } from './restored.ts'
import { runCampaignTick } from './schedule.ts'
import { cancelCampaign, pauseCampaign, resumeCampaign } from './steer.ts'

describe('campaigns while nothing may be sent', () => {
  let kit: CampaignKit
  beforeAll(async () => {
    kit = await startCampaignKit()
    kit.runtime.hooks.on(brakeChanged, onBrakeChanged)
  })
  afterAll(() => kit.runtime.close())
  beforeEach(() => kit.runtime.clock.advance(40 * DAY))

  const brake = (reason: 'no_send' | 'restored') => stopSending(installation(kit.runtime), reason)
  const go = () => resumeSending(installation(kit.runtime))
  const scheduled = async () => {
    const { id } = await kit.draft()
    await launchCampaign(kit.as(), id, { at: new Date(kit.now().getTime() + HOUR).toISOString() })
    return id
  }

  /** As the launch of a big audience. */
  const freezing = async (extra: object = {}) => {
    const { id } = await kit.draft(extra)
    await withTransaction(kit.as(), async (tx) => {
      const row = await lockCampaign(tx, id)
      await beginFreeze(tx, row, await expectReady(tx, await loadParts(tx, row)), { launched_at: kit.now() })
    })
    return id
  }

  it('an audience that is being frozen waits for the go, too', async () => {
    const id = await freezing()
    await brake('no_send')
    await runCampaignFreeze(kit.runtime, { businessId: kit.business, campaignId: id })
    expect((await getCampaign(kit.as(), id)).state).toBe('freezing')
    kit.runtime.clock.advance(2 * MINUTE)
    await go()
    await runCampaignTick(kit.runtime)
    await kit.runtime.jobs.drain(kit.runtime)
    expect((await getCampaign(kit.as(), id)).state).toBe('running')
    await cancelCampaign(kit.as(), id)
  })

  it('nothing starts at its time; what is overdue when a person says go waits for a person', async () => {
    const late = await scheduled()
    await brake('no_send')
    kit.runtime.clock.advance(HOUR + MINUTE)
    await runCampaignTick(kit.runtime)
    expect((await getCampaign(kit.as(), late)).state).toBe('scheduled')
    kit.runtime.clock.advance(2 * DAY)
    await go()
    await runCampaignTick(kit.runtime)
    expect(await getCampaign(kit.as(), late)).toMatchObject({
      state: 'paused',
      pauseReason: 'schedule_missed',
    })
    expect(await kit.messagesOf(late)).toEqual([])
    await cancelCampaign(kit.as(), late)
  })

  it('what came due a moment before the go starts after it', async () => {
    const id = await scheduled()
    await brake('no_send')
    kit.runtime.clock.advance(HOUR + MINUTE)
    await runCampaignTick(kit.runtime)
    await go()
    await runCampaignTick(kit.runtime)
    expect((await getCampaign(kit.as(), id)).state).toBe('running')
    await cancelCampaign(kit.as(), id)
  })

  it('a launch or a going-on by hand is refused and says why; planning is not', async () => {
    const { id } = await kit.draft()
    const running = (await kit.draft()).id
    await launchCampaign(kit.as(), running, {})
    await pauseCampaign(kit.as(), running, {})
    await brake('no_send')
    await expect(launchCampaign(kit.as(), id, {})).rejects.toMatchObject({ code: 'sending_braked' })
    await expect(resumeCampaign(kit.as(), running, {})).rejects.toMatchObject({ code: 'sending_braked' })
    const at = new Date(kit.now().getTime() + HOUR).toISOString()
    expect((await launchCampaign(kit.as(), id, { at })).state).toBe('scheduled')
    await go()
    expect((await resumeCampaign(kit.as(), running, {})).state).toBe('running')
    await cancelCampaign(kit.as(), id)
    await cancelCampaign(kit.as(), running)
  })

  it('at a start after hours in which nothing ran, what would go on by itself waits for a person', async () => {
    await checkPlace(kit.runtime)
    kit.runtime.clock.advance(3 * HOUR)
    await checkPlace(kit.runtime)
    // Nothing was open.
    expect(await isSendingBraked(kit.runtime)).toBe(false)
    const { id } = await kit.draft()
    await launchCampaign(kit.as(), id, {})
    kit.runtime.clock.advance(HOUR)
    await checkPlace(kit.runtime)
    expect(await isSendingBraked(kit.runtime)).toBe(false)
    kit.runtime.clock.advance(3 * HOUR)
    await checkPlace(kit.runtime)
    const put = await kit.runtime.db.selectFrom('sending_brake').select('reason').execute()
    expect(put).toEqual([{ reason: 'stood_still' }])
    await go()
    expect(await getCampaign(kit.as(), id)).toMatchObject({ state: 'paused', pauseReason: 'restored' })
    await cancelCampaign(kit.as(), id)
  })

  it('after a restore whatever runs, is frozen or came due waits for a person, each by itself', async () => {
    const { id: running } = await kit.draft()
    await launchCampaign(kit.as(), running, {})
    const frozen = await freezing()
    const due = await scheduled()
    const later = (await kit.draft()).id
    await launchCampaign(kit.as(), later, { at: new Date(kit.now().getTime() + DAY).toISOString() })
    kit.runtime.clock.advance(HOUR + MINUTE)
    await brake('restored')
    await runCampaignTick(kit.runtime)
    expect((await getCampaign(kit.as(), due)).state).toBe('scheduled')
    await go()
    for (const id of [running, frozen, due])
      expect(await getCampaign(kit.as(), id)).toMatchObject({ state: 'paused', pauseReason: 'restored' })
    expect((await getCampaign(kit.as(), later)).state).toBe('scheduled')
    await runCampaignTick(kit.runtime)
    expect(await kit.messagesOf(due)).toEqual([])
    const told = await kit.runtime.db
      .selectFrom('notification')
      .select('kind')
      .where('entity_id', '=', running)
      .execute()
    expect(told).toEqual([{ kind: 'campaign.paused' }])
    expect((await resumeCampaign(kit.as(), running, {})).state).toBe('running')
    for (const id of [running, frozen, due, later]) await cancelCampaign(kit.as(), id)
  })
})

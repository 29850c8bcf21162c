import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { messagesChanged } from '../dispatch/index.ts'
import { DAY, HOUR } from '../platform/clock.ts'
import { withTransaction } from '../platform/index.ts'
import { type CampaignKit, startCampaignKit } from '../testing/campaign-kit.ts'
import { getCampaign, lockCampaign } from './campaign.ts'
import { beginFreeze } from './freeze.ts'
import { runCampaignFreeze } from './freeze-job.ts'
import { launchCampaign } from './launch.ts'
import { onTemplateChanged } from './react.ts'
import { expectReady, loadParts } from './readiness.ts'
import { reviewCampaign } from './review.ts'
import { runCampaignTick } from './schedule.ts'
import { cancelCampaign, pauseCampaign, resumeCampaign } from './steer.ts'

const RED = { state: 'paused', pauseReason: 'template_quality', resumeNeedsReason: true }
const reason = 'Der Text ist geprüft'

describe('C-65: campaigns on a template whose quality is red', () => {
  let kit: CampaignKit
  beforeAll(async () => {
    kit = await startCampaignKit()
  })
  afterAll(() => kit.runtime.close())
  beforeEach(async () => {
    kit.runtime.clock.advance(40 * DAY)
    await quality('GREEN')
  })

  /** As it stands, without news of it: what crosses a launch on its way. */
  const quality = (now: 'GREEN' | 'YELLOW' | 'RED') =>
    kit.runtime.db
      .updateTable('template')
      .set({ quality: now })
      .where('template_id', '=', kit.template)
      .execute()
  const news = async (now: 'GREEN' | 'RED') => {
    await quality(now)
    await withTransaction(kit.as(), (tx) =>
      onTemplateChanged(tx, { templateId: kit.template, state: 'approved', quality: now }),
    )
  }
  const scheduled = async () => {
    const { id } = await kit.draft()
    await launchCampaign(kit.as(), id, { at: new Date(kit.now().getTime() + HOUR).toISOString() })
    return id
  }

  it('does not start at its time, but says why; with a reason it goes on at half the pace', async () => {
    const id = await scheduled()
    await news('RED')
    kit.runtime.clock.advance(HOUR)
    await runCampaignTick(kit.runtime)
    expect(await getCampaign(kit.as(), id)).toMatchObject(RED)
    expect(await kit.messagesOf(id)).toEqual([])
    await expect(resumeCampaign(kit.as(), id, {})).rejects.toMatchObject({ code: 'reason_needed' })
    expect(await resumeCampaign(kit.as(), id, { reason })).toMatchObject({ state: 'running', pace: 0.5 })
    // A person has looked at it: it is not paused again for the same.
    await runCampaignTick(kit.runtime)
    expect((await getCampaign(kit.as(), id)).state).toBe('running')
    await news('RED')
    expect(await getCampaign(kit.as(), id)).toMatchObject(RED)
    await cancelCampaign(kit.as(), id)
  })

  it('starts at half the pace when it is yellow', async () => {
    const id = await scheduled()
    await quality('YELLOW')
    kit.runtime.clock.advance(HOUR)
    await runCampaignTick(kit.runtime)
    expect(await getCampaign(kit.as(), id)).toMatchObject({ state: 'running', pace: 0.5 })
    await cancelCampaign(kit.as(), id)
  })

  it('is warned of before a launch, which is refused', async () => {
    const { id } = await kit.draft()
    await quality('RED')
    const review = await reviewCampaign(kit.as(), id, 'de')
    expect(review.problems.map(({ code }) => code)).toEqual(['template_quality'])
    await expect(launchCampaign(kit.as(), id, {})).rejects.toMatchObject({ code: 'campaign_not_ready' })
  })

  it('pauses when its audience is there', async () => {
    const { id } = await kit.draft()
    await withTransaction(kit.as(), async (tx) => {
      const row = await lockCampaign(tx, id)
      const parts = await expectReady(tx, await loadParts(tx, row))
      await beginFreeze(tx, row, parts, { launched_at: kit.now(), pause_reason: null })
    })
    await news('RED')
    await runCampaignFreeze(kit.runtime, { businessId: kit.business, campaignId: id })
    expect(await getCampaign(kit.as(), id)).toMatchObject(RED)
    expect((await resumeCampaign(kit.as(), id, { reason })).state).toBe('running')
    await cancelCampaign(kit.as(), id)
  })

  it('pauses with its first messages when the news crossed its launch, and at the latest by the tick', async () => {
    const first = (await kit.draft()).id
    await launchCampaign(kit.as(), first, {})
    await quality('RED')
    await kit.runtime.hooks.run(messagesChanged, kit.as(), { campaignIds: [first] })
    expect(await getCampaign(kit.as(), first)).toMatchObject(RED)
    await cancelCampaign(kit.as(), first)
    await quality('GREEN')
    kit.runtime.clock.advance(40 * DAY)
    const second = (await kit.draft()).id
    await launchCampaign(kit.as(), second, {})
    await quality('RED')
    await runCampaignTick(kit.runtime)
    expect(await getCampaign(kit.as(), second)).toMatchObject(RED)
    await cancelCampaign(kit.as(), second)
  })

  it('asks for a reason also when a person paused it before', async () => {
    const { id } = await kit.draft()
    await launchCampaign(kit.as(), id, {})
    await pauseCampaign(kit.as(), id, {})
    await news('RED')
    await expect(resumeCampaign(kit.as(), id, {})).rejects.toMatchObject({ code: 'reason_needed' })
    expect(await resumeCampaign(kit.as(), id, { reason })).toMatchObject({ state: 'running', pace: 0.5 })
    const { rows } = await sql<{ after: unknown }>`select after from audit_entry where entity_id = ${id}
      and action = 'campaign.resume'`.execute(kit.runtime.db)
    expect(rows).toMatchObject([{ after: { reason } }])
    await news('GREEN')
    expect(await getCampaign(kit.as(), id)).toMatchObject({ state: 'running', pace: 1 })
    await cancelCampaign(kit.as(), id)
  })
})

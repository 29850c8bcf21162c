import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY } from '../platform/clock.ts'
import { newId } from '../platform/index.ts'
import { type CampaignKit, startCampaignKit } from '../testing/campaign-kit.ts'
import { getCampaign, listCampaigns } from './campaign.ts'
import { exportCampaignMessages } from './export.ts'
import { launchCampaign } from './launch.ts'
import { listCampaignMessages } from './messages.ts'
import { campaignProgress } from './progress.ts'
import { campaignReport } from './report.ts'
import { reviewCampaign } from './review.ts'
import { createCampaign, deleteCampaign, updateCampaign } from './save.ts'
import { cancelCampaign, pauseCampaign, resumeCampaign } from './steer.ts'
import { testCampaign } from './test-send.ts'

describe('campaigns: review and launch', () => {
  let kit: CampaignKit
  beforeAll(async () => {
    kit = await startCampaignKit()
  })
  afterAll(() => kit.runtime.close())
  // Each test writes to people who have not heard from us for a while.
  beforeEach(() => kit.runtime.clock.advance(40 * DAY))

  it('C-71, C-73: is reviewed as the gate will judge it, with price and real previews', async () => {
    const { id } = await kit.draft()
    const review = await reviewCampaign(kit.as(), id, 'de')
    expect(review.waterfall).toMatchObject({ inSegment: 6, toSend: 3, later: 0 })
    expect(review.waterfall.steps).toEqual(
      expect.arrayContaining([
        { reason: 'no_consent', title: 'Keine Einwilligung', count: 1 },
        { reason: 'consent_pending', title: expect.any(String), count: 1 },
        { reason: 'consent_withdrawn', title: expect.any(String), count: 1 },
      ]),
    )
    expect(review.waterfall.steps.reduce((sum, step) => sum + step.count, 0) + 3).toBe(6)
    expect(review.cost).toMatchObject({ currency: 'EUR', verified: false, high: 0.28, low: 0.25 })
    expect(review.cost.byMarket.map((row) => [row.market, row.count])).toEqual([
      ['DE', 2],
      ['rest_western_europe', 1],
    ])
    expect(review.problems).toEqual([])
    expect(review.previews).toHaveLength(3)
    const anna = review.previews.find((preview) => preview.contactId === kit.people.get('Anna'))
    expect(anna?.rendered.body).toBe('Hallo Anna, heute gibt es 10 Prozent bei Blatt & Blüte.')
    const cmd = review.previews.find((preview) => preview.contactId === kit.people.get('=Cmd'))
    expect(cmd?.rendered.body).toBe('Hallo du, heute gibt es 10 Prozent bei Blatt & Blüte.')
  })

  it('names the people in countries whose rules nobody has checked', async () => {
    const moved = { GB: 'Anna', SE: 'Ben' }
    const move = (name: string, country: string | null) =>
      kit.runtime.db
        .updateTable('contact')
        .set({ country })
        .where('contact_id', '=', kit.people.get(name) ?? '')
        .execute()
    const { id } = await kit.draft()
    const rules = async () => (await reviewCampaign(kit.as(), id, 'de')).unverifiedRules
    expect(await rules()).toEqual([])
    for (const [country, name] of Object.entries(moved)) await move(name, country)
    // Nobody asks for the rules of people who get nothing, and unknown is at home.
    await move('Emil', 'GB')
    await move('=Cmd', null)
    expect(await rules()).toEqual([
      { country: 'GB', count: 1 },
      { country: 'SE', count: 1 },
    ])
    await move('Anna', 'DE')
    await move('Ben', 'AT')
    await move('Emil', 'DE')
    await move('=Cmd', 'DE')
  })

  it('says what is missing, in review and at launch', async () => {
    const empty = await createCampaign(kit.as(), { name: 'Leer' })
    const review = await reviewCampaign(kit.as(), empty.id, 'en')
    expect(review.problems.map((problem) => problem.code)).toEqual([
      'topic_missing',
      'channel_missing',
      'template_missing',
    ])
    await expect(launchCampaign(kit.as(), empty.id, {})).rejects.toMatchObject({
      status: 422,
      code: 'campaign_not_ready',
    })
    const open = await kit.draft({ variables: {}, budget: 0.1 })
    expect((await reviewCampaign(kit.as(), open.id, 'en')).problems.map((problem) => problem.code)).toEqual([
      'variable_unset',
      'over_budget',
    ])
    await deleteCampaign(kit.as(), empty.id)
    await expect(getCampaign(kit.as(), empty.id)).rejects.toMatchObject({ status: 404 })
  })

  it('freezes its audience once: candidates = messages + exclusions', async () => {
    const { id } = await kit.draft()
    const launched = await launchCampaign(kit.as(), id, {})
    expect(launched).toMatchObject({ state: 'running', counts: { queued: 3, candidates: 6, excluded: 3 } })
    await expect(launchCampaign(kit.as(), id, {})).rejects.toMatchObject({
      status: 409,
      code: 'campaign_state',
    })
    await expect(updateCampaign(kit.as(), id, { name: 'Neu' })).rejects.toMatchObject({
      code: 'campaign_state',
    })
    await expect(deleteCampaign(kit.as(), id)).rejects.toMatchObject({ code: 'campaign_state' })
    expect(await kit.messagesOf(id)).toHaveLength(3)
    const progress = await campaignProgress(kit.as(), id)
    expect(progress).toMatchObject({
      candidates: 6,
      messages: { queued: 3 },
      exclusions: { no_consent: 1, consent_pending: 1, consent_withdrawn: 1 },
    })
    // Somebody who says yes after the launch is not in this campaign.
    expect((await campaignReport(kit.as(), id, 'de')).closes).toBe(true)
    await cancelCampaign(kit.as(), id)
  })

  it('takes only the segment', async () => {
    const { id } = await kit.draft({ segmentId: kit.segment })
    expect((await launchCampaign(kit.as(), id, {})).counts).toMatchObject({
      queued: 1,
      candidates: 1,
      excluded: 0,
    })
    await cancelCampaign(kit.as(), id)
  })

  it('launched twice at the same time starts once', async () => {
    const { id } = await kit.draft()
    const results = await Promise.allSettled([
      launchCampaign(kit.as(), id, {}),
      launchCampaign(kit.as(), id, {}),
    ])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await kit.messagesOf(id)).toHaveLength(3)
    await cancelCampaign(kit.as(), id)
  })

  it('C-71: stays a draft with an unfrozen audience when it would cost more than the budget', async () => {
    const { id } = await kit.draft({ budget: 0.2 })
    await expect(launchCampaign(kit.as(), id, {})).rejects.toMatchObject({
      code: 'campaign_not_ready',
      fields: { over_budget: expect.anything() },
    })
    expect(await kit.messagesOf(id)).toEqual([])
    expect((await getCampaign(kit.as(), id)).state).toBe('draft')
  })

  it('pauses, goes on, and is cancelled with what waits withheld', async () => {
    const { id } = await kit.draft()
    await launchCampaign(kit.as(), id, {})
    expect(await pauseCampaign(kit.as(), id, { reason: 'Tippfehler' })).toMatchObject({
      state: 'paused',
      pauseReason: 'Tippfehler',
    })
    await expect(pauseCampaign(kit.as(), id, {})).rejects.toMatchObject({ code: 'campaign_state' })
    expect(await resumeCampaign(kit.as(), id, {})).toMatchObject({ state: 'running', pauseReason: null })
    expect(await cancelCampaign(kit.as(), id)).toMatchObject({ state: 'cancelled', counts: { withheld: 3 } })
    expect((await kit.messagesOf(id)).every((message) => message.reason === 'campaign_cancelled')).toBe(true)
    const report = await campaignReport(kit.as(), id, 'de')
    expect(report).toMatchObject({
      closes: true,
      withheld: [{ reason: 'campaign_cancelled', title: 'Kampagne abgebrochen', count: 3 }],
    })
    await expect(resumeCampaign(kit.as(), id, {})).rejects.toMatchObject({ code: 'campaign_state' })
  })

  it('is tried on somebody with consent only', async () => {
    const { id } = await kit.draft()
    expect(await testCampaign(kit.as(), id, { contactId: kit.people.get('Anna') ?? '' })).toMatchObject({
      state: 'queued',
    })
    await expect(
      testCampaign(kit.as(), id, { contactId: kit.people.get('Dora') ?? '' }),
    ).rejects.toMatchObject({
      code: 'consent_missing',
    })
    await expect(testCampaign(kit.as(), id, { contactId: newId() })).rejects.toMatchObject({ status: 404 })
    await kit.runtime.db.updateTable('message').set({ state: 'failed' }).where('kind', '=', 'test').execute()
  })

  it('refuses other roles, and other businesses find nothing', async () => {
    const { id } = await kit.draft()
    for (const role of ['agent', 'dpo'] as const) {
      await expect(launchCampaign(kit.as(role), id, {})).rejects.toMatchObject({ status: 403 })
      await expect(createCampaign(kit.as(role), { name: 'x' })).rejects.toMatchObject({ status: 403 })
      await expect(
        testCampaign(kit.as(role), id, { contactId: kit.people.get('Anna') ?? '' }),
      ).rejects.toMatchObject({ status: 403 })
    }
    const foreign = kit.as('owner', kit.other)
    for (const attempt of [
      () => getCampaign(foreign, id),
      () => launchCampaign(foreign, id, {}),
      () => cancelCampaign(foreign, id),
      () => campaignReport(foreign, id, 'de'),
      () => reviewCampaign(foreign, id, 'de'),
      () => listCampaignMessages(foreign, id, {}, 'de'),
      () => exportCampaignMessages(foreign, id, 'de'),
      () => createCampaign(foreign, { name: 'x', channelId: kit.channel }),
      () => createCampaign(foreign, { name: 'x', topicId: kit.topic }),
      () => createCampaign(foreign, { name: 'x', templateId: kit.template }),
      () => createCampaign(foreign, { name: 'x', segmentId: kit.segment }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ status: 404 })
    }
    expect((await listCampaigns(foreign, {})).items).toEqual([])
    const mine = await listCampaigns(kit.as(), { state: 'draft', limit: 1 })
    expect(mine.items[0]?.id).toBe(id)
  })

  it('cannot leave draft incomplete, not even by hand', async () => {
    const { id } = await createCampaign(kit.as(), { name: 'Leer' })
    await expect(
      sql`update campaign set state = 'running' where campaign_id = ${id}`.execute(kit.runtime.db),
    ).rejects.toThrow('campaign_complete')
  })
})

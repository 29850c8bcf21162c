import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { businessCreated, createBusiness } from '../businesses/index.ts'
import { saveChannel } from '../channels/index.ts'
import { resolveContact } from '../contacts/index.ts'
import { seedRates } from '../costs/index.ts'
import { messagesChanged } from '../dispatch/index.ts'
import type { Role } from '../platform/actor.ts'
import { DAY, HOUR, MINUTE } from '../platform/clock.ts'
import { createContext, newId, withTransaction } from '../platform/index.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { type Campaign, getCampaign, listCampaigns } from './campaign.ts'
import { exportCampaignMessages } from './export.ts'
import { campaignTickJob, startCampaignJob } from './jobs.ts'
import { launchCampaign } from './launch.ts'
import { listCampaignMessages } from './messages.ts'
import { campaignProgress } from './progress.ts'
import { onMessagesChanged, onTemplateChanged } from './react.ts'
import { campaignReport } from './report.ts'
import { reviewCampaign } from './review.ts'
import { createCampaign, deleteCampaign, updateCampaign } from './save.ts'
import { runCampaignStart, runCampaignTick } from './schedule.ts'
import { cancelCampaign, pauseCampaign, resumeCampaign, unscheduleCampaign } from './steer.ts'
import { testCampaign } from './test-send.ts'

const CONTENT = {
  body: 'Hallo {{first_name}}, heute gibt es {{discount}} bei Blatt & Blüte.',
  footer: 'Abmelden jederzeit mit STOP',
  buttons: [{ kind: 'quick_reply', text: 'Abmelden', optOut: true }],
  samples: { first_name: 'Mia', discount: '20 Prozent' },
}
const VARIABLES = {
  first_name: { from: 'first_name', fallback: 'du' },
  discount: { from: 'fixed', value: '10 Prozent' },
} as const

describe('campaigns', () => {
  let runtime: TestRuntime
  let business: string
  let other: string
  let channel: string
  let topic: string
  let template: string
  let segment: string
  const people = new Map<string, string>()
  const as = (role: Role = 'marketer', businessId = business) =>
    createContext(runtime, businessId, { kind: 'member', memberId: newId(), role })
  const now = () => runtime.clock.now()

  async function draft(extra: object = {}): Promise<Campaign> {
    return createCampaign(as(), {
      name: 'Herbst',
      channelId: channel,
      topicId: topic,
      templateId: template,
      variables: VARIABLES,
      ...extra,
    })
  }

  const messagesOf = (campaignId: string) =>
    runtime.db.selectFrom('message').selectAll().where('campaign_id', '=', campaignId).execute()
  const settle = (campaignId: string, state: 'delivered' | 'read' | 'failed') =>
    runtime.db
      .updateTable('message')
      .set({
        state,
        accepted_at: now(),
        delivered_at: now(),
        cost: '0.1131',
        ...(state === 'failed' ? { error_code: 131026 } : {}),
      })
      .where('campaign_id', '=', campaignId)
      .where('state', '=', 'queued')
      .execute()

  beforeAll(async () => {
    runtime = await createTestRuntime()
    runtime.hooks.on(businessCreated, seedRates)
    runtime.hooks.on(messagesChanged, onMessagesChanged)
    runtime.jobs.on(startCampaignJob, runCampaignStart)
    runtime.jobs.on(campaignTickJob, runCampaignTick)
    await runtime.jobs.prepare()
    await runtime.jobs.drain(runtime)
    const operator = createContext(runtime, '', { kind: 'operator', accountId: 'o' })
    business = (
      await createBusiness(operator, { slug: 'blatt', name: 'Blatt & Blüte', legalName: 'Blatt GmbH' })
    ).id
    other = (await createBusiness(operator, { slug: 'other', name: 'Other', legalName: 'Other GmbH' })).id
    channel = (
      await saveChannel(as('owner'), {
        name: 'Shop',
        phoneNumberId: '106540352242922',
        wabaId: '102290129340398',
        displayPhoneNumber: '+49 30 123456',
        verifiedName: 'Blatt',
        accessToken: 't',
        appSecret: 's',
        verifyToken: 'v',
      })
    ).id
    topic = newId()
    template = newId()
    segment = newId()
    await runtime.db
      .insertInto('topic')
      .values({
        business_id: business,
        topic_id: topic,
        key: 'news',
        name: '{}',
        description: '{}',
        position: 0,
        created_at: now(),
      })
      .execute()
    await runtime.db
      .insertInto('template')
      .values({
        business_id: business,
        template_id: template,
        channel_id: channel,
        name: 'herbst',
        language: 'de',
        category: 'marketing',
        state: 'approved',
        quality: 'UNKNOWN',
        content: JSON.stringify(CONTENT),
        meta_id: '1',
        created_at: now(),
        updated_at: now(),
      })
      .execute()
    await runtime.db
      .insertInto('segment')
      .values({
        business_id: business,
        segment_id: segment,
        name: 'Österreich',
        created_at: now(),
        updated_at: now(),
        rules: JSON.stringify({
          match: 'all',
          groups: [{ match: 'all', rules: [{ field: 'country', op: 'is', value: 'AT' }] }],
        }),
      })
      .execute()
    const rows = [
      ['Anna', '+4915112345671', 'confirmed'],
      ['Ben', '+4366412345672', 'confirmed'],
      ['=Cmd', '+4915112345673', 'confirmed'],
      ['Dora', '+4915112345674', 'pending'],
      ['Emil', '+4915112345675', 'withdrawn'],
      ['Fay', '+4915112345676', null],
    ] as const
    for (const [name, phone, state] of rows) {
      const { contactId } = await withTransaction(as(), (tx) => resolveContact(tx, { name, phone }))
      people.set(name, contactId)
      if (!state) continue
      await runtime.db
        .insertInto('consent')
        .values({
          business_id: business,
          contact_id: contactId,
          channel_id: channel,
          topic_id: topic,
          state,
          state_at: now(),
          updated_at: now(),
        })
        .execute()
    }
  })
  afterAll(() => runtime.close())
  // Each test writes to people who have not heard from us for a while.
  beforeEach(() => runtime.clock.advance(40 * DAY))

  it('is reviewed as the gate will judge it, with price and real previews', async () => {
    const { id } = await draft()
    const review = await reviewCampaign(as(), id, 'de')
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
    const anna = review.previews.find((preview) => preview.contactId === people.get('Anna'))
    expect(anna?.rendered.body).toBe('Hallo Anna, heute gibt es 10 Prozent bei Blatt & Blüte.')
    const cmd = review.previews.find((preview) => preview.contactId === people.get('=Cmd'))
    expect(cmd?.rendered.body).toBe('Hallo du, heute gibt es 10 Prozent bei Blatt & Blüte.')
  })

  it('says what is missing, in review and at launch', async () => {
    const empty = await createCampaign(as(), { name: 'Leer' })
    const review = await reviewCampaign(as(), empty.id, 'en')
    expect(review.problems.map((problem) => problem.code)).toEqual([
      'topic_missing',
      'channel_missing',
      'template_missing',
    ])
    await expect(launchCampaign(as(), empty.id, {})).rejects.toMatchObject({
      status: 422,
      code: 'campaign_not_ready',
    })
    const open = await draft({ variables: {}, budget: 0.1 })
    expect((await reviewCampaign(as(), open.id, 'en')).problems.map((problem) => problem.code)).toEqual([
      'variable_unset',
      'over_budget',
    ])
    await deleteCampaign(as(), empty.id)
    await expect(getCampaign(as(), empty.id)).rejects.toMatchObject({ status: 404 })
  })

  it('freezes its audience once: candidates = messages + exclusions', async () => {
    const { id } = await draft()
    const launched = await launchCampaign(as(), id, {})
    expect(launched).toMatchObject({ state: 'running', counts: { queued: 3, candidates: 6, excluded: 3 } })
    await expect(launchCampaign(as(), id, {})).rejects.toMatchObject({ status: 409, code: 'campaign_state' })
    await expect(updateCampaign(as(), id, { name: 'Neu' })).rejects.toMatchObject({ code: 'campaign_state' })
    await expect(deleteCampaign(as(), id)).rejects.toMatchObject({ code: 'campaign_state' })
    expect(await messagesOf(id)).toHaveLength(3)
    const progress = await campaignProgress(as(), id)
    expect(progress).toMatchObject({
      candidates: 6,
      messages: { queued: 3 },
      exclusions: { no_consent: 1, consent_pending: 1, consent_withdrawn: 1 },
    })
    // Somebody who says yes after the launch is not in this campaign.
    expect((await campaignReport(as(), id, 'de')).closes).toBe(true)
    await cancelCampaign(as(), id)
  })

  it('takes only the segment', async () => {
    const { id } = await draft({ segmentId: segment })
    expect((await launchCampaign(as(), id, {})).counts).toMatchObject({
      queued: 1,
      candidates: 1,
      excluded: 0,
    })
    await cancelCampaign(as(), id)
  })

  it('launched twice at the same time starts once', async () => {
    const { id } = await draft()
    const results = await Promise.allSettled([launchCampaign(as(), id, {}), launchCampaign(as(), id, {})])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await messagesOf(id)).toHaveLength(3)
    await cancelCampaign(as(), id)
  })

  it('stays a draft with an unfrozen audience when it would cost more than the budget', async () => {
    const { id } = await draft({ budget: 0.2 })
    await expect(launchCampaign(as(), id, {})).rejects.toMatchObject({
      code: 'campaign_not_ready',
      fields: { over_budget: expect.anything() },
    })
    expect(await messagesOf(id)).toEqual([])
    expect((await getCampaign(as(), id)).state).toBe('draft')
  })

  it('pauses, goes on, and is cancelled with what waits withheld', async () => {
    const { id } = await draft()
    await launchCampaign(as(), id, {})
    expect(await pauseCampaign(as(), id, { reason: 'Tippfehler' })).toMatchObject({
      state: 'paused',
      pauseReason: 'Tippfehler',
    })
    await expect(pauseCampaign(as(), id, {})).rejects.toMatchObject({ code: 'campaign_state' })
    expect(await resumeCampaign(as(), id, {})).toMatchObject({ state: 'running', pauseReason: null })
    expect(await cancelCampaign(as(), id)).toMatchObject({ state: 'cancelled', counts: { withheld: 3 } })
    expect((await messagesOf(id)).every((message) => message.reason === 'campaign_cancelled')).toBe(true)
    const report = await campaignReport(as(), id, 'de')
    expect(report).toMatchObject({
      closes: true,
      withheld: [{ reason: 'campaign_cancelled', title: 'Kampagne abgebrochen', count: 3 }],
    })
    await expect(resumeCampaign(as(), id, {})).rejects.toMatchObject({ code: 'campaign_state' })
  })

  it('finishes when the last message is settled, and reports', async () => {
    const { id } = await draft()
    await launchCampaign(as(), id, {})
    await runtime.hooks.run(messagesChanged, as(), { campaignIds: [id] })
    expect((await getCampaign(as(), id)).state).toBe('running')
    await settle(id, 'delivered')
    await runtime.hooks.run(messagesChanged, as(), { campaignIds: [id] })
    expect(await getCampaign(as(), id)).toMatchObject({ state: 'finished', finishedAt: now().toISOString() })
    // Anna says stop two hours later, Ben after a week.
    for (const [name, after] of [
      ['Anna', 2 * HOUR],
      ['Ben', 7 * DAY],
    ] as const) {
      await runtime.db
        .insertInto('consent_event')
        .values({
          business_id: business,
          event_id: newId(),
          contact_id: people.get(name) ?? '',
          channel_id: channel,
          topic_id: topic,
          type: 'withdrawn',
          state: 'withdrawn',
          at: new Date(now().getTime() + after),
          recorded_at: now(),
          evidence_sealed: Buffer.from(''),
          salt_sealed: Buffer.from(''),
        })
        .execute()
    }
    const report = await campaignReport(as(), id, 'en')
    expect(report).toMatchObject({
      funnel: { candidates: 6, excluded: 3, accepted: 3, delivered: 3, read: 0 },
      optOuts: 1,
      cost: { booked: 0.3393, estimated: 0.28 },
      closes: true,
    })
    expect(report.timeline.map((hour) => [hour.delivered, hour.optOuts])).toEqual([
      [3, 0],
      [0, 1],
    ])
    const told = await runtime.db
      .selectFrom('notification')
      .select('kind')
      .where('entity_id', '=', id)
      .execute()
    expect(told).toEqual([{ kind: 'campaign.finished' }])
  })

  it('shows who got it, and exports it without formulas', async () => {
    const { id } = await draft()
    await launchCampaign(as(), id, {})
    await settle(id, 'failed')
    const first = await listCampaignMessages(as(), id, { limit: 2 }, 'de')
    const second = await listCampaignMessages(as(), id, { limit: 2, after: first.next ?? '' }, 'de')
    expect([...first.items, ...second.items].map((row) => row.name).sort()).toEqual(['=Cmd', 'Anna', 'Ben'])
    expect(second.next).toBeNull()
    expect(first.items[0]).toMatchObject({
      state: 'failed',
      errorCode: '131026',
      reasonTitle: 'Nicht zustellbar (kein WhatsApp?)',
    })
    let csv = ''
    for await (const part of await exportCampaignMessages(as('dpo'), id, 'de')) csv += part
    expect(csv.trimEnd().split('\r\n')).toHaveLength(4)
    expect(csv).toContain('"\'=Cmd"')
    await expect(exportCampaignMessages(as('agent'), id, 'de')).rejects.toMatchObject({ status: 403 })
    await runCampaignTick(runtime)
    expect((await getCampaign(as(), id)).state).toBe('finished')
  })

  it('starts at its time by job, and can be taken back before', async () => {
    const { id } = await draft()
    const at = new Date(now().getTime() + HOUR).toISOString()
    expect(await launchCampaign(as(), id, { at })).toMatchObject({ state: 'scheduled', scheduledAt: at })
    expect(await unscheduleCampaign(as(), id)).toMatchObject({ state: 'draft' })
    await launchCampaign(as(), id, { at })
    await runCampaignStart(runtime, { businessId: business, campaignId: id })
    expect((await getCampaign(as(), id)).state).toBe('scheduled')
    runtime.clock.advance(HOUR + 3 * MINUTE)
    await runCampaignTick(runtime)
    expect(await getCampaign(as(), id)).toMatchObject({ state: 'running', counts: { queued: 3 } })
    await cancelCampaign(as(), id)
    await expect(
      launchCampaign(as(), (await draft()).id, { at: '2020-01-01T00:00:00Z' }),
    ).rejects.toMatchObject({ code: 'time_past' })
  })

  it('missed by more than its tolerance it waits for a person', async () => {
    const { id } = await draft()
    await launchCampaign(as(), id, { at: new Date(now().getTime() + HOUR).toISOString() })
    runtime.clock.advance(3 * HOUR + MINUTE)
    await runCampaignTick(runtime)
    expect(await getCampaign(as(), id)).toMatchObject({ state: 'paused', pauseReason: 'schedule_missed' })
    expect(await messagesOf(id)).toEqual([])
    const told = await runtime.db
      .selectFrom('notification')
      .select('kind')
      .where('entity_id', '=', id)
      .execute()
    expect(told).toEqual([{ kind: 'campaign.missed' }])
    // The person goes on: now the audience is frozen.
    expect(await resumeCampaign(as(), id, {})).toMatchObject({ state: 'running', counts: { queued: 3 } })
    await cancelCampaign(as(), id)
  })

  it('what is not ready at its time pauses with the reason', async () => {
    const { id } = await draft()
    await launchCampaign(as(), id, { at: new Date(now().getTime() + HOUR).toISOString() })
    await runtime.db.updateTable('campaign').set({ budget: '0.01' }).where('campaign_id', '=', id).execute()
    runtime.clock.advance(HOUR)
    await runCampaignStart(runtime, { businessId: business, campaignId: id })
    expect(await getCampaign(as(), id)).toMatchObject({ state: 'paused', pauseReason: 'over_budget' })
    expect(await messagesOf(id)).toEqual([])
    await cancelCampaign(as(), id)
  })

  it('pauses when its template is stopped, and refuses to go on until it is approved', async () => {
    const { id } = await draft()
    await launchCampaign(as(), id, {})
    await runtime.db
      .updateTable('template')
      .set({ state: 'paused' })
      .where('template_id', '=', template)
      .execute()
    await withTransaction(as(), (tx) =>
      onTemplateChanged(tx, { templateId: template, state: 'paused', quality: 'RED' }),
    )
    expect(await getCampaign(as(), id)).toMatchObject({ state: 'paused', pauseReason: 'template_stopped' })
    await expect(resumeCampaign(as(), id, {})).rejects.toMatchObject({ code: 'campaign_not_ready' })
    await runtime.db
      .updateTable('template')
      .set({ state: 'approved' })
      .where('template_id', '=', template)
      .execute()
    expect((await resumeCampaign(as(), id, {})).state).toBe('running')
    await cancelCampaign(as(), id)
  })

  it('is tried on somebody with consent only', async () => {
    const { id } = await draft()
    expect(await testCampaign(as(), id, { contactId: people.get('Anna') ?? '' })).toMatchObject({
      state: 'queued',
    })
    await expect(testCampaign(as(), id, { contactId: people.get('Dora') ?? '' })).rejects.toMatchObject({
      code: 'consent_missing',
    })
    await expect(testCampaign(as(), id, { contactId: newId() })).rejects.toMatchObject({ status: 404 })
    await runtime.db.updateTable('message').set({ state: 'failed' }).where('kind', '=', 'test').execute()
  })

  it('refuses other roles, and other businesses find nothing', async () => {
    const { id } = await draft()
    for (const role of ['agent', 'dpo'] as const) {
      await expect(launchCampaign(as(role), id, {})).rejects.toMatchObject({ status: 403 })
      await expect(createCampaign(as(role), { name: 'x' })).rejects.toMatchObject({ status: 403 })
      await expect(testCampaign(as(role), id, { contactId: people.get('Anna') ?? '' })).rejects.toMatchObject(
        { status: 403 },
      )
    }
    const foreign = as('owner', other)
    for (const attempt of [
      () => getCampaign(foreign, id),
      () => launchCampaign(foreign, id, {}),
      () => cancelCampaign(foreign, id),
      () => campaignReport(foreign, id, 'de'),
      () => reviewCampaign(foreign, id, 'de'),
      () => listCampaignMessages(foreign, id, {}, 'de'),
      () => exportCampaignMessages(foreign, id, 'de'),
      () => createCampaign(foreign, { name: 'x', channelId: channel }),
      () => createCampaign(foreign, { name: 'x', topicId: topic }),
      () => createCampaign(foreign, { name: 'x', templateId: template }),
      () => createCampaign(foreign, { name: 'x', segmentId: segment }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ status: 404 })
    }
    expect((await listCampaigns(foreign, {})).items).toEqual([])
    const mine = await listCampaigns(as(), { state: 'draft', limit: 1 })
    expect(mine.items[0]?.id).toBe(id)
  })

  it('cannot leave draft incomplete, not even by hand', async () => {
    const { id } = await createCampaign(as(), { name: 'Leer' })
    await expect(
      sql`update campaign set state = 'running' where campaign_id = ${id}`.execute(runtime.db),
    ).rejects.toThrow('campaign_complete')
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { Live } from '../app/live.ts'
import { wire } from '../app/wire.ts'
import { liftMarketingHold, listMarketingHolds } from '../campaigns/marketing-hold.ts'
import { fullPace } from '../campaigns/slow-down.ts'
import { resumeCampaign } from '../campaigns/steer.ts'
import { getChannel } from '../channels/index.ts'
import { allowCountry } from '../dispatch/allow-country.ts'
import { startDispatch } from '../dispatch/index.ts'
import { mountWebhooks, startIntake } from '../intake/index.ts'
import { type Api, createServer, equip } from '../platform/http/index.ts'
import { DAY, HOUR } from '../platform/index.ts'
import { NUMBER, type Story, startStory, WABA } from '../testing/story.ts'
import { refreshChannel } from './refresh.ts'
import { liftRestriction, listRestrictions } from './restrictions.ts'

/** What Meta tells and refuses comes from the simulator over HTTP; what follows by itself, and how a person undoes it. */
describe('what happens by itself', () => {
  let story: Story
  let app: Api
  let reading: { stop(): Promise<void> }
  let metaId: string
  beforeAll(async () => {
    story = await startStory()
    const { runtime } = story
    runtime.clock.set(new Date())
    wire(runtime, new Live())
    await runtime.jobs.prepare()
    app = createServer(runtime)
    await equip(app, runtime)
    mountWebhooks(app, runtime)
    await story.callback(`${await app.listen({ host: '127.0.0.1', port: 0 })}/webhooks/whatsapp`)
    reading = startIntake(runtime)
    const template = await story.ctx.db.selectFrom('template').select('meta_id').executeTakeFirstOrThrow()
    metaId = template.meta_id ?? ''
  })
  afterAll(async () => {
    await reading.stop()
    await app.close()
    await story.close()
  })
  beforeEach(async () => {
    const { db } = story.ctx
    await sql`update campaign set state = 'cancelled'`.execute(db)
    await sql`update channel set state = 'connected', quality = 'GREEN'`.execute(db)
    await sql`update template set state = 'approved', quality = 'GREEN'`.execute(db)
    for (const table of ['marketing_hold', 'standing_restriction', 'message_queue', 'audit_entry'])
      await sql`delete from ${sql.table(table)}`.execute(db)
  })

  /** A webhook of any field, signed and sent by the simulator. */
  const tell = (field: string, value: object) =>
    story.sim('POST', '/sim/webhooks', { wabaId: WABA, field, value })
  const templateQuality = (after: string) =>
    tell('message_template_quality_update', {
      previous_quality_score: 'GREEN',
      new_quality_score: after,
      message_template_id: metaId,
      message_template_name: 'neues',
      message_template_language: 'de',
    })
  /** A running campaign to one person. */
  const campaign = async () => {
    const { campaignId } = await story.campaign([(await story.person()).contactId])
    const now = story.runtime.clock.now()
    await sql`update campaign set launched_at = ${now}, frozen_at = ${now} where campaign_id = ${campaignId}`.execute(
      story.ctx.db,
    )
    return campaignId
  }
  const rowOf = (campaignId: string) =>
    story.ctx.db
      .selectFrom('campaign')
      .select(['state', 'pace', 'pause_reason'])
      .where('campaign_id', '=', campaignId)
      .executeTakeFirstOrThrow()
  const becomes = (campaignId: string, expected: object) =>
    vi.waitFor(async () => expect(await rowOf(campaignId)).toMatchObject(expected), { timeout: 20_000 })
  const audited = async (action: string) => {
    const rows = await story.ctx.db
      .selectFrom('audit_entry')
      .select('after')
      .where('action', '=', action)
      .orderBy('audit_id')
      .execute()
    return rows.map(({ after }) => after)
  }
  const holds = async () => (await listMarketingHolds(story.ctx)).map(({ reason }) => reason)
  /** Sends until what is expected has happened. */
  async function send(expected: () => Promise<unknown>): Promise<void> {
    const sending = startDispatch(story.runtime)
    try {
      await expected()
    } finally {
      await sending.stop()
    }
  }
  const reason = 'Wir haben Text und Empfänger geprüft.'

  it('C-65: a yellow template halves the pace; a person gives it back with a reason, both are in the audit', async () => {
    const id = await campaign()
    await templateQuality('YELLOW')
    await becomes(id, { state: 'running', pace: '0.50' })
    await expect(fullPace(story.ctx, id, { reason: '' })).rejects.toThrow()
    expect((await fullPace(story.ctx, id, { reason })).pace).toBe(1)
    expect(await audited('campaign.pace')).toMatchObject([
      { pace: '0.5', reason: 'template_quality' },
      { pace: '1', reason },
    ])
    await expect(fullPace(story.ctx, id, { reason })).rejects.toMatchObject({ code: 'not_slowed' })
  })

  it('C-65: a red template pauses its campaigns, and goes on only with a reason', async () => {
    const id = await campaign()
    await templateQuality('RED')
    await becomes(id, { state: 'paused', pause_reason: 'template_quality' })
    await expect(resumeCampaign(story.ctx, id, {})).rejects.toMatchObject({ code: 'reason_needed' })
    expect((await resumeCampaign(story.ctx, id, { reason })).state).toBe('running')
    expect(await audited('campaign.resume')).toMatchObject([{ reason }])
  })

  it('C-65: a fallen number lets all marketing rest until a person says why it may go on', async () => {
    const id = await campaign()
    await story.sim('PATCH', `/sim/numbers/${NUMBER}`, { quality: 'RED' })
    await becomes(id, { state: 'paused', pause_reason: 'channel_quality' })
    expect(await holds()).toEqual(['quality'])
    expect(await audited('channel.hold')).toMatchObject([{ reason: 'quality' }])
    await liftMarketingHold(story.ctx, story.channelId, { reason })
    expect(await holds()).toEqual([])
    expect(await audited('channel.lift_hold')).toMatchObject([{ reason }])
    await story.sim('PATCH', `/sim/numbers/${NUMBER}`, { quality: 'GREEN' })
  })

  it('C-66: a restriction of the account stops everything until its end, whatever the number’s own status says', async () => {
    const id = await campaign()
    const until = new Date(Math.floor(story.runtime.clock.now().getTime() / 1000) * 1000 + 2 * DAY)
    await tell('account_update', {
      event: 'ACCOUNT_RESTRICTION',
      restriction_info: [
        {
          restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING',
          expiration: until.getTime() / 1000,
        },
      ],
    })
    await becomes(id, { state: 'paused', pause_reason: 'channel_stopped' })
    expect(await listRestrictions(story.ctx)).toMatchObject([
      { kind: 'RESTRICTED_BIZ_INITIATED_MESSAGING', until: until.toISOString() },
    ])
    expect(await holds()).toEqual(['account'])
    const state = async () => (await getChannel(story.ctx, story.channelId)).state
    await refreshChannel(story.ctx, story.channelId)
    expect(await state()).toBe('restricted')
    story.runtime.clock.advance(2 * DAY + HOUR)
    await refreshChannel(story.ctx, story.channelId)
    expect(await state()).toBe('connected')
    expect(await listRestrictions(story.ctx)).toEqual([])
    await expect(resumeCampaign(story.ctx, id, {})).rejects.toMatchObject({ code: 'reason_needed' })
    story.runtime.clock.set(new Date())
  })

  it('C-66: an announced ban stops everything; a person who knows better lifts it with a reason', async () => {
    await campaign()
    await tell('account_update', {
      event: 'DISABLED_UPDATE',
      ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE', waba_ban_date: 'November 30, 2026' },
    })
    const state = async () => (await getChannel(story.ctx, story.channelId)).state
    await vi.waitFor(async () => expect(await state()).toBe('restricted'), { timeout: 20_000 })
    await liftRestriction(story.ctx, story.channelId, { kind: 'SCHEDULE_FOR_DISABLE', reason })
    expect(await state()).toBe('connected')
    expect(await audited('channel.lift_restriction')).toMatchObject([{ reason }])
    await tell('account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE' } })
    await vi.waitFor(async () => expect(await state()).toBe('banned'), { timeout: 20_000 })
    await tell('account_update', { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'REINSTATE' } })
    await vi.waitFor(async () => expect(await state()).toBe('connected'), { timeout: 20_000 })
    expect(await holds()).toEqual(['account'])
  })

  it('C-66: a payment problem stops everything, and nothing is lost', async () => {
    const id = await campaign()
    await story.sim('POST', '/sim/faults', { code: 131042, times: 1 })
    await send(() => becomes(id, { state: 'paused', pause_reason: 'sending_stopped' }))
    expect(await holds()).toEqual(['account'])
    expect(await story.states(id)).toEqual({ queued: 1 })
  })

  it('C-66: what Meta keeps from a person (131049) goes again once, a day later, and not before', async () => {
    const id = await campaign()
    await story.sim('POST', '/sim/faults', { code: 131049, times: 1 })
    const before = story.runtime.clock.now().getTime()
    const waits = async () => {
      const next = await story.ctx.db
        .selectFrom('message_queue')
        .select('not_before')
        .where('campaign_id', '=', id)
        .executeTakeFirstOrThrow()
      expect(next.not_before.getTime()).toBeGreaterThanOrEqual(before + DAY)
    }
    await send(() => vi.waitFor(waits, { timeout: 20_000 }))
    expect(await story.states(id)).toEqual({ queued: 1 })
  })

  it('C-66: a country that Meta refuses is closed, in the audit, and opened by a person with a reason', async () => {
    await campaign()
    await story.sim('POST', '/sim/faults', { code: 130497, times: 1 })
    const blocked = async () =>
      expect(await audited('channel.block_country')).toMatchObject([{ country: 'DE' }])
    await send(() => vi.waitFor(blocked, { timeout: 20_000 }))
    await allowCountry(story.ctx, story.channelId, { country: 'DE', reason })
    expect(await story.ctx.db.selectFrom('country_block').selectAll().execute()).toEqual([])
    expect(await audited('channel.allow_country')).toMatchObject([{ reason }])
  })
})

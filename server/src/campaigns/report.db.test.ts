import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { messagesChanged } from '../dispatch/index.ts'
import { DAY, HOUR } from '../platform/clock.ts'
import { newId } from '../platform/index.ts'
import { type CampaignKit, startCampaignKit } from '../testing/campaign-kit.ts'
import { getCampaign } from './campaign.ts'
import { exportCampaignMessages } from './export.ts'
import { launchCampaign } from './launch.ts'
import { listCampaignMessages } from './messages.ts'
import { campaignReport } from './report.ts'
import { runCampaignTick } from './schedule.ts'

describe('campaigns: the end of a campaign', () => {
  let kit: CampaignKit
  beforeAll(async () => {
    kit = await startCampaignKit()
  })
  afterAll(() => kit.runtime.close())
  // Each test writes to people who have not heard from us for a while.
  beforeEach(() => kit.runtime.clock.advance(40 * DAY))

  it('finishes when the last message is settled, and reports', async () => {
    const { id } = await kit.draft()
    await launchCampaign(kit.as(), id, {})
    await kit.runtime.hooks.run(messagesChanged, kit.as(), { campaignIds: [id] })
    expect((await getCampaign(kit.as(), id)).state).toBe('running')
    await kit.settle(id, 'delivered')
    await kit.runtime.hooks.run(messagesChanged, kit.as(), { campaignIds: [id] })
    expect(await getCampaign(kit.as(), id)).toMatchObject({
      state: 'finished',
      finishedAt: kit.now().toISOString(),
    })
    // Anna says stop two hours later, Ben after a week.
    for (const [name, after] of [
      ['Anna', 2 * HOUR],
      ['Ben', 7 * DAY],
    ] as const) {
      await kit.runtime.db
        .insertInto('consent_event')
        .values({
          business_id: kit.business,
          event_id: newId(),
          contact_id: kit.people.get(name) ?? '',
          channel_id: kit.channel,
          topic_id: kit.topic,
          type: 'withdrawn',
          state: 'withdrawn',
          at: new Date(kit.now().getTime() + after),
          recorded_at: kit.now(),
          evidence_sealed: Buffer.from(''),
          salt_sealed: Buffer.from(''),
        })
        .execute()
    }
    const report = await campaignReport(kit.as(), id, 'en')
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
    const told = await kit.runtime.db
      .selectFrom('notification')
      .select('kind')
      .where('entity_id', '=', id)
      .execute()
    expect(told).toEqual([{ kind: 'campaign.finished' }])
  })

  it('shows who got it, and exports it without formulas', async () => {
    const { id } = await kit.draft()
    await launchCampaign(kit.as(), id, {})
    await kit.settle(id, 'failed')
    const first = await listCampaignMessages(kit.as(), id, { limit: 2 }, 'de')
    const second = await listCampaignMessages(kit.as(), id, { limit: 2, after: first.next ?? '' }, 'de')
    expect([...first.items, ...second.items].map((row) => row.name).sort()).toEqual(['=Cmd', 'Anna', 'Ben'])
    expect(second.next).toBeNull()
    expect(first.items[0]).toMatchObject({
      state: 'failed',
      errorCode: '131026',
      reasonTitle: 'Nicht zustellbar (kein WhatsApp?)',
    })
    let csv = ''
    for await (const part of await exportCampaignMessages(kit.as('dpo'), id, 'de')) csv += part
    expect(csv.trimEnd().split('\r\n')).toHaveLength(4)
    expect(csv).toContain('"\'=Cmd"')
    await expect(exportCampaignMessages(kit.as('agent'), id, 'de')).rejects.toMatchObject({ status: 403 })
    await runCampaignTick(kit.runtime)
    expect((await getCampaign(kit.as(), id)).state).toBe('finished')
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOUR } from '../platform/clock.ts'
import { type CampaignKit, startCampaignKit } from '../testing/campaign-kit.ts'
import { audienceSql } from './freeze-audience.ts'
import { gateSql, type Verdict } from './gate.ts'
import { channelLimits } from './head-room.ts'
import { sendingPolicy } from './policy.ts'

const PEOPLE = 210

describe('the gate over an audience', () => {
  let kit: CampaignKit
  const candidates = sql`select contact_id, country from contact`

  beforeAll(async () => {
    kit = await startCampaignKit()
    const { business, channel, topic, template } = kit
    const now = kit.now()
    const ago = (days: number) => sql`${now}::timestamptz - ${`${days} days`}::interval`
    // Facts come around at different beats, so that they meet in many ways.
    await sql`
      with people as (
        insert into contact (business_id, contact_id, country, restricted_at, hold_reason, meta_preference,
          last_inbound_at, created_at, updated_at)
        select ${business}::uuid, gen_random_uuid(), (array['DE', 'AT', 'CH', 'US', null])[1 + i % 5],
          case when i % 11 = 0 then ${ago(1)} end, case when i % 13 = 0 then 'undeliverable' end,
          case when i % 17 = 0 then 'stop' else 'none' end,
          case when i % 10 = 0 then ${ago(300)} when i % 23 = 0 then ${ago(450)} end, ${ago(900)}, ${ago(900)}
        from generate_series(1, ${PEOPLE}::int) i returning contact_id),
      numbered as (select contact_id, row_number() over () as i from people),
      written as (
        insert into contact_marketing (business_id, contact_id, last_at, times)
        select ${business}::uuid, contact_id, case when i % 7 = 0 then ${ago(2)} when i % 8 = 0 then ${ago(9)} when i % 5 = 0
          then ${ago(200)} else ${ago(500)} end,
          case when i % 7 = 0 then array[${ago(2)}] when i % 8 = 0 then array[${ago(9)}, ${ago(10)}, ${ago(11)}] else '{}' end
        from numbered where i % 12 <> 0),
      identities as (
        insert into contact_identity (business_id, kind, digest, contact_id, created_at)
        select ${business}::uuid, 'phone', 'digest ' || i, contact_id, ${now}::timestamptz from numbered),
      suppressed as (
        insert into suppression (business_id, kind, digest, reason, since)
        select ${business}::uuid, 'phone', 'digest ' || i, 'asked', ${now}::timestamptz from numbered where i % 19 = 0),
      pauses as (
        insert into marketing_pause (business_id, contact_id, since, until)
        select ${business}::uuid, contact_id, ${ago(20)}, case when i % 2 = 0 then ${ago(-10)} else ${ago(1)} end
        from numbered where i % 14 < 2),
      writers as (
        insert into webhook_waiting (business_id, lane, received_at, update_key, month, person_digest, at)
        select ${business}::uuid, case when i % 2 = 0 then 'person' else 'status' end, ${now}::timestamptz, 'update ' || i,
          date_trunc('month', ${now}::timestamptz at time zone 'UTC')::date, 'digest ' || i, ${now}::timestamptz
        from numbered where i % 16 < 2),
      consents as (
        insert into consent (business_id, contact_id, channel_id, topic_id, state, state_at, updated_at)
        select ${business}::uuid, contact_id, ${channel}::uuid, ${topic}::uuid,
          (array['confirmed', 'confirmed', 'confirmed', 'pending', 'withdrawn', 'suspended'])[1 + i % 6],
          case when i % 4 = 0 then ${ago(800)} when i % 4 = 1 then ${ago(400)} else ${ago(1)} end, ${now}::timestamptz
        from numbered where i % 9 <> 0)
      select 1`.execute(kit.runtime.db)
    // Some are being written to right now.
    await sql`
      with busy as (select contact_id, gen_random_uuid() as id from consent where state = 'confirmed' and channel_id = ${channel}
        order by contact_id limit 20),
      messages as (
        insert into message (business_id, month, message_id, contact_id, channel_id, topic_id, template_id, category, kind, state,
          created_at, sending_at)
        select ${business}::uuid, date_trunc('month', ${now}::timestamptz at time zone 'UTC')::date, id, contact_id, ${channel}::uuid,
          ${topic}::uuid, ${template}::uuid, 'marketing', 'campaign', 'sending', ${now}::timestamptz, ${now}::timestamptz from busy)
      insert into message_queue (business_id, month, message_id, contact_id, channel_id, priority, not_before, epoch, claimed_at)
      select ${business}::uuid, date_trunc('month', ${now}::timestamptz at time zone 'UTC')::date, id, contact_id, ${channel}::uuid,
        1, ${now}::timestamptz, 1, ${now}::timestamptz from busy`.execute(kit.runtime.db)
  })
  afterAll(() => kit.runtime.close())

  type Judged = Verdict & { contact_id: string }

  /** Each person's verdict by the audience's joins, and by those that everybody else uses. */
  async function both(): Promise<[Judged[], Judged[]]> {
    const ctx = kit.as()
    const { channel: channelId, topic: topicId, template: templateId } = kit
    const one = await audienceSql(ctx, { channelId, topicId, templateId, candidates })
    const rows = sql`select ${kit.business}::uuid as business_id, null::uuid as message_id, a.contact_id, ${channelId}::uuid as channel_id,
      ${topicId}::uuid as topic_id, ${templateId}::uuid as template_id, null::uuid as campaign_id, 'marketing'::text as category,
      'campaign'::text as kind from (${candidates}) a`
    const other = gateSql(rows, {
      businessId: kit.business,
      now: ctx.clock.now(),
      policy: await sendingPolicy(ctx),
      limits: await channelLimits(ctx),
    })
    const judge = async (judged: typeof one) =>
      (
        await sql<Judged>`select contact_id, withheld, later, until from (${judged}) judged order by contact_id`.execute(
          ctx.db,
        )
      ).rows
    return [await judge(one), await judge(other)]
  }

  it('C-35: says the same as the gate everywhere else', async () => {
    const [audience, gate] = await both()
    expect(audience).toHaveLength(PEOPLE + kit.people.size)
    expect(audience).toEqual(gate)
    const reasons = new Set(audience.map((row) => row.withheld))
    for (const reason of [
      'suppressed',
      'restricted',
      'no_consent',
      'consent_dormant',
      'consent_lapsed',
      'on_hold',
      'meta_stop',
      'paused',
      'frequency_cap',
    ])
      expect(reasons).toContain(reason)
    expect(audience.some((row) => row.later === 'just_wrote')).toBe(true)
  })

  it('also by night, with a number that rests, a country that is blocked and a template that was paused', async () => {
    const { db } = kit.runtime
    await sql`insert into country_block (business_id, waba_id, country, since)
      select business_id, waba_id, 'CH', ${kit.now()}::timestamptz from channel where channel_id = ${kit.channel}`.execute(
      db,
    )
    for (let step = 0; step < 4; step++) {
      kit.runtime.clock.advance(7 * HOUR)
      const [audience, gate] = await both()
      expect(audience).toEqual(gate)
    }
    await sql`insert into marketing_hold (business_id, channel_id, reason, since)
      values (${kit.business}, ${kit.channel}, 'quality', ${kit.now()}::timestamptz)`.execute(db)
    const [resting, restingToo] = await both()
    expect(resting).toEqual(restingToo)
    expect(resting.some((row) => row.later === 'marketing_resting')).toBe(true)
    await sql`update template set state = 'paused' where template_id = ${kit.template}`.execute(db)
    await sql`delete from message_queue`.execute(db)
    await sql`delete from suppression`.execute(db)
    await sql`delete from marketing_pause`.execute(db)
    // Nobody's yes is old any more: the audience no longer asks when people were written to last.
    await sql`update consent set state_at = ${kit.now()} where state = 'confirmed'`.execute(db)
    const [paused, pausedToo] = await both()
    expect(paused).toEqual(pausedToo)
    expect(paused.some((row) => row.withheld === 'country_blocked')).toBe(true)
  })
})

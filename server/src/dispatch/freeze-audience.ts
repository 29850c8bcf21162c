import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import { wakeDispatch } from './enqueue.ts'
import { gateSql } from './gate.ts'
import { commonFacts, isWithin, type Range } from './gate-audience.ts'
import { unusedSince } from './gate-checks.ts'
import { channelLimits } from './head-room.ts'
import { KINDS } from './kinds.ts'
import { monthOf } from './month.ts'
import { sendingPolicy } from './policy.ts'
import { UNRELEASED } from './ramp.ts'

export interface Audience {
  channelId: string
  topicId: string
  templateId: string
  /** Yields `contact_id, country`, each person once; for example the people of a segment. */
  candidates: RawBuilder<unknown>
  /** Only these of the candidates; everybody by default. */
  range?: Range
}

/**
 * The gate for one channel, topic and template as it stands: judges candidates, all at once or range by range. What they have in
 * common is asked here, once.
 * @returns makes a select with one row per candidate: `contact_id, country, withheld, later, until`
 */
export async function audienceGate(
  ctx: Context,
  { channelId, topicId, templateId }: Pick<Audience, 'channelId' | 'topicId' | 'templateId'>,
): Promise<(candidates: RawBuilder<unknown>, range?: Range) => RawBuilder<unknown>> {
  const now = ctx.clock.now()
  const policy = await sendingPolicy(ctx)
  const limits = await channelLimits(ctx)
  const facts = await commonFacts(ctx, { channelId, topicId, templateId }, unusedSince({ now, policy }))
  return (candidates, range) => {
    const rows = sql`select ${ctx.businessId}::uuid as business_id, null::uuid as message_id, a.contact_id, a.country,
      ${channelId}::uuid as channel_id, ${topicId}::uuid as topic_id, ${templateId}::uuid as template_id,
      null::uuid as campaign_id, 'marketing'::text as category, 'campaign'::text as kind from (${candidates}) a
      where ${isWithin(range, 'a.contact_id')}`
    const common = range ? { ...facts, range } : facts
    return gateSql(rows, { businessId: ctx.businessId, now, policy, limits, common })
  }
}

/** The audience judged by the gate as it stands, for one statement. */
export async function audienceSql(ctx: Context, audience: Audience): Promise<RawBuilder<unknown>> {
  return (await audienceGate(ctx, audience))(audience.candidates, audience.range)
}

/** What a frozen audience, or a part of one, became. */
export interface Frozen {
  messages: number
  exclusions: number
  /** Messages by the people's country, '' where it is not known. */
  countries: Record<string, number>
}

/**
 * Freezes who gets a campaign, once, in the caller's transaction: every candidate ends as a queued message or as an
 * exclusion with its reason (G3). Whatever the template's category, a campaign needs the consent to its topic (C-64).
 * @returns two counts, whose sum is the number of candidates
 */
export async function freezeAudience(
  tx: Context,
  audience: Audience & {
    campaignId: string
    /** Share of the audience that goes ahead, evenly spread over it; the rest waits for `ramp_open`. Null: everybody at once. */
    firstShare?: number | null
    /** The messages' time and month; now by default. */
    launchedAt?: Date
    /** How many candidates the parts before this one had, about: messages of an earlier part have smaller ids. */
    before?: number
  },
): Promise<Frozen> {
  const { campaignId, channelId, topicId, templateId, firstShare = null, before = 0 } = audience
  const now = tx.clock.now()
  const launchedAt = audience.launchedAt ?? now
  const number = sql<number>`(row_number() over () + ${before}::bigint)`
  // One statement, so that both halves see the same people. `held` locks the consents it sends on against withdrawal;
  // who withdraws at this very moment drops out there and is excluded.
  const { rows } = await sql<Frozen>`
    with judged as materialized (${await audienceSql(tx, audience)}),
    held as materialized (
      -- One look-up by the consent's key for each candidate, whatever the planner believes about their number.
      select l.contact_id, j.country from judged j cross join lateral (
        select s.contact_id from consent s
        where s.business_id = ${tx.businessId} and s.contact_id = j.contact_id and s.channel_id = ${channelId}
          and s.topic_id = ${topicId} and s.state = 'confirmed'
        for key share of s) l
      where j.withheld is null),
    queued as (
      insert into message (business_id, month, message_id, contact_id, channel_id, topic_id, campaign_id, template_id,
        category, kind, state, created_at)
      select ${tx.businessId}::uuid, ${monthOf(launchedAt)}::date, ${orderedId(launchedAt, number)}, held.contact_id,
        ${channelId}::uuid, ${topicId}::uuid, ${campaignId}::uuid, ${templateId}::uuid, 'marketing', 'campaign', 'queued',
        ${now}::timestamptz
      from held returning message_id, contact_id),
    waiting as (
      insert into message_queue (business_id, month, message_id, contact_id, channel_id, campaign_id, priority, not_before)
      select ${tx.businessId}::uuid, ${monthOf(launchedAt)}::date, message_id, contact_id, ${channelId}::uuid, ${campaignId}::uuid,
        ${KINDS.campaign.priority}::smallint, ${dueAt(launchedAt, firstShare, number)} from queued),
    excluded as (
      insert into campaign_exclusion (business_id, campaign_id, contact_id, reason)
      select ${tx.businessId}::uuid, ${campaignId}::uuid, j.contact_id, coalesce(j.withheld, 'consent_withdrawn')
      from judged j left join held on held.contact_id = j.contact_id where held.contact_id is null
      returning contact_id)
    select (select count(*)::int from queued) as messages, (select count(*)::int from excluded) as exclusions,
      (select coalesce(jsonb_object_agg(country, people), '{}') from (
        select coalesce(country::text, '') as country, count(*) as people from held group by 1) by_country) as countries`.execute(
    tx.db,
  )
  wakeDispatch(tx)
  return rows[0] ?? { messages: 0, exclusions: 0, countries: {} }
}

/** Every so many-th message goes at once: as many as the share says, rounded up, and from everywhere in the audience. */
function dueAt(now: Date, firstShare: number | null, number: RawBuilder<number>): RawBuilder<unknown> {
  if (firstShare === null) return sql`${now}::timestamptz`
  return sql`case when ceil(${number} * ${firstShare}::numeric) > ceil((${number} - 1) * ${firstShare}::numeric)
    then ${now}::timestamptz else ${UNRELEASED}::timestamptz end`
}

/**
 * A version 7 UUID made by the database: time, then a counter of 24 bits, then chance (RFC 9562, section 6.2): messages that
 * are written side by side are claimed side by side.
 */
function orderedId(now: Date, counter: RawBuilder<unknown>): RawBuilder<string> {
  const time = now.getTime().toString(16).padStart(12, '0')
  const head = `${time.slice(0, 8)}-${time.slice(8, 12)}-7`
  const digits = (value: RawBuilder<unknown>) => sql`lpad(to_hex(${value}), 3, '0')`
  return sql<string>`(${head}::text || ${digits(sql`(${counter} >> 12) & 4095`)} || '-8' || ${digits(sql`${counter} & 4095`)}
    || '-' || right(gen_random_uuid()::text, 12))::uuid`
}

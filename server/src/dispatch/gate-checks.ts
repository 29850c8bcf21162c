import { type RawBuilder, sql } from 'kysely'
import { DAY } from '../platform/index.ts'
import { kindsWith } from './kinds.ts'
import { LIMIT_SHARE, type SendingPolicy, WINDOW_MS } from './policy.ts'
import type { ReasonCode } from './reasons.ts'

/** What the gate is asked with, beside the rows. */
export interface GateInput {
  businessId: string
  now: Date
  policy: SendingPolicy
  /** True when the caller keeps within the messaging limit by itself, so that it is not counted again. */
  limitKept?: boolean
}

type Bool = RawBuilder<boolean>

/**
 * One condition of the gate over a row `g` (the candidate) joined with its contact `c`, consent `s`, channel `ch`,
 * template `t`, campaign `cp` and business `b`.
 */
export interface Check {
  key: string
  /** Codes it can answer with. */
  reasons: readonly ReasonCode[]
  /** Candidates it concerns. */
  applies: Bool
  /** True when the message may not go. Never null. */
  blocks: Bool
  /** The code to give; only needed when there are several. */
  reason?: RawBuilder<string>
  /** For postponements: when to try again, null when nobody knows. Absent means the message is withheld for good. */
  until?: RawBuilder<Date | null>
}

const always = sql<boolean>`true`
const marketing = sql<boolean>`g.category = 'marketing'`
const list = (values: readonly string[]) => sql.join(values.map((value) => sql`${value}::text`))

/** Every conjunct of the one gate, in the order in which people read the answer. Each has a partner in the tests' oracle. */
export function gateChecks(input: GateInput): Check[] {
  const { now, policy } = input
  const ago = (ms: number) => sql`${new Date(now.getTime() - ms)}::timestamptz`
  const marketingSince = (ms: number) => sql`(select count(*) from message f
    where f.business_id = g.business_id and f.contact_id = g.contact_id and f.category = 'marketing'
      and f.kind <> 'test' and f.message_id is distinct from g.message_id
      and f.state in ('sending', 'unknown', 'accepted', 'held', 'sent', 'delivered', 'read')
      and coalesce(f.accepted_at, f.sending_at) > ${ago(ms)})`
  const local = sql`(${now}::timestamptz at time zone b.time_zone)`

  return [
    { key: 'erased', reasons: ['erased'], applies: always, blocks: sql`c.erased_at is not null` },
    {
      key: 'restricted',
      reasons: ['restricted'],
      applies: sql`g.kind not in (${list(kindsWith('last'))}, 'reply', 'notice')`,
      blocks: sql`c.restricted_at is not null`,
    },
    {
      key: 'suppressed',
      reasons: ['suppressed'],
      applies: marketing,
      blocks: sql`exists (select 1 from contact_identity i join suppression x
        on x.business_id = i.business_id and x.kind = i.kind and x.digest = i.digest
        where i.business_id = g.business_id and i.contact_id = g.contact_id and x.lifted_at is null)`,
    },
    {
      key: 'consent',
      reasons: [
        'no_consent',
        'consent_pending',
        'consent_withdrawn',
        'consent_refused',
        'consent_expired',
        'consent_inactive',
      ],
      applies: marketing,
      blocks: sql`s.state is distinct from 'confirmed'`,
      reason: sql`case when s.state is null then 'no_consent' when s.state in ('requested', 'pending') then 'consent_pending'
        when s.state in ('withdrawn', 'refused', 'expired') then 'consent_' || s.state else 'consent_inactive' end`,
    },
    { key: 'meta_stop', reasons: ['meta_stop'], applies: marketing, blocks: sql`c.meta_preference = 'stop'` },
    { key: 'on_hold', reasons: ['on_hold'], applies: marketing, blocks: sql`c.hold_reason is not null` },
    {
      key: 'category_changed',
      reasons: ['category_changed'],
      applies: sql`g.template_id is not null and g.category <> 'marketing'`,
      blocks: sql`coalesce(t.category = 'marketing', false)`,
    },
    {
      key: 'frequency_cap',
      reasons: ['frequency_cap'],
      applies: sql`g.category = 'marketing' and g.kind <> 'test'`,
      blocks: sql`(${marketingSince(7 * DAY)} >= ${policy.marketingPer7Days}::int
        or ${marketingSince(30 * DAY)} >= ${policy.marketingPer30Days}::int)`,
    },
    {
      key: 'window_closed',
      reasons: ['window_closed'],
      applies: sql`g.kind in (${list(kindsWith('freeForm'))})`,
      blocks: sql`coalesce((select v.last_inbound_at from conversation v where v.business_id = g.business_id
        and v.contact_id = g.contact_id and v.channel_id = g.channel_id), c.last_inbound_at, '-infinity') <= ${ago(WINDOW_MS)}`,
    },
    {
      key: 'template_not_approved',
      reasons: ['template_not_approved'],
      applies: sql`g.template_id is not null`,
      blocks: sql`t.state is distinct from 'approved'`,
      until: sql`null::timestamptz`,
    },
    {
      key: 'channel_unavailable',
      reasons: ['channel_unavailable'],
      applies: always,
      // A restricted number may still answer people who wrote first.
      blocks: sql`(ch.state in ('disconnected', 'banned') or (ch.state = 'restricted' and g.category <> 'service'))`,
      until: sql`null::timestamptz`,
    },
    {
      key: 'campaign_not_running',
      reasons: ['campaign_not_running'],
      applies: sql`g.message_id is not null and g.campaign_id is not null`,
      blocks: sql`cp.state is distinct from 'running'`,
      until: sql`null::timestamptz`,
    },
    {
      key: 'limit_reached',
      reasons: ['limit_reached'],
      applies: input.limitKept ? sql`false` : sql`g.category <> 'service'`,
      blocks: sql`coalesce(reach.people >= floor(ch.messaging_limit * ${LIMIT_SHARE}::numeric), false)`,
      until: sql`reach.first_at + interval '24 hours'`,
    },
    {
      key: 'quiet_hours',
      reasons: ['quiet_hours'],
      applies: marketing,
      blocks: policy.quietHours
        ? sql`(extract(isodow from ${local}) = 7 or extract(hour from ${local}) not between 9 and 19)`
        : sql`false`,
      until: nextOpening(local),
    },
  ]
}

/** The next moment inside Monday to Saturday, 9 to 20, in the business's own time; right across changes of daylight saving. */
function nextOpening(local: RawBuilder<unknown>): RawBuilder<Date> {
  const day = sql`(date_trunc('day', ${local}) + case when extract(hour from ${local}) < 9 then interval '0' else interval '1 day' end)`
  return sql<Date>`((${day} + case when extract(isodow from ${day}) = 7 then interval '1 day' else interval '0' end
    + interval '9 hours') at time zone b.time_zone)`
}

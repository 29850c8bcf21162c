import { type RawBuilder, sql } from 'kysely'
import { DAY } from '../platform/index.ts'
import type { Spending } from './budget-room.ts'
import { COUNTED_STATES } from './counted.ts'
import { type Common, isWithin } from './gate-audience.ts'
import { laterChecks, TEMPLATE_GONE } from './gate-later.ts'
import type { ChannelLimits } from './head-room.ts'
import { kindsWith } from './kinds.ts'
import { monthOf } from './month.ts'
import { type PolicyNow, WINDOW_MS } from './policy.ts'
import type { ReasonCode } from './reasons.ts'

/** What the gate is asked with, beside the rows. */
export interface GateInput {
  businessId: string
  now: Date
  policy: PolicyNow
  /** What the messaging limits leave; absent when the caller keeps within them by itself. */
  limits?: readonly ChannelLimits[]
  /** True for a claim, which keeps within the messaging limit by itself and has few candidates. */
  limitKept?: boolean
  /** True when there are at most some hundred candidates: each is looked up, instead of reading about everybody. */
  few?: boolean
  /** For a claim while there are budgets; it brings the relation `room` along. */
  spending?: Spending | null
  /** What all candidates of an audience have in common; absent when they are of all kinds. */
  common?: Common
}

type Bool = RawBuilder<boolean>

/** Every check there is; whoever explains them has a word for each. */
export type CheckKey =
  | 'erased'
  | 'restricted'
  | 'suppressed'
  | 'consent'
  | 'consent_unused'
  | 'meta_stop'
  | 'on_hold'
  | 'paused'
  | 'country_off'
  | 'country_blocked'
  | 'template_gone'
  | 'category_changed'
  | 'frequency_cap'
  | 'window_closed'
  | 'just_wrote'
  | 'template_not_approved'
  | 'template_quality'
  | 'channel_unavailable'
  | 'not_live'
  | 'marketing_resting'
  | 'business_frozen'
  | 'campaign_not_running'
  | 'budget_reached'
  | 'limit_reached'
  | 'warm_up'
  | 'trial_cap'
  | 'quiet_hours'

/**
 * One condition of the gate over a row `g` (the candidate) joined with its contact `c`, consent `s`, channel `ch`,
 * template `t`, campaign `cp`, business `b`, and the facts of `gate-facts.ts`.
 */
export interface Check {
  key: CheckKey
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
const initiated = sql<boolean>`g.category <> 'service'`
const list = (values: readonly string[]) => sql.join(values.map((value) => sql.lit(value)))

/** Every conjunct of the one gate, in the order in which people read the answer. Each has a partner in the tests' oracle. */
export function gateChecks(input: GateInput): Check[] {
  return [...willChecks(input), ...placeChecks(), ...messageChecks(input), ...laterChecks(input)]
}

/** What the person wants, or what protects them. */
function willChecks(input: GateInput): Check[] {
  const { policy, now } = input
  return [
    { key: 'erased', reasons: ['erased'], applies: always, blocks: sql`c.erased_at is not null` },
    {
      key: 'restricted',
      reasons: ['restricted'],
      applies: sql`g.kind not in (${list([...kindsWith('last'), 'reply', 'notice'])})`,
      blocks: sql`c.restricted_at is not null`,
    },
    {
      key: 'suppressed',
      reasons: ['suppressed'],
      applies: marketing,
      blocks: sql`suppressed.contact_id is not null`,
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
    {
      key: 'consent_unused',
      reasons: ['consent_dormant', 'consent_lapsed'],
      applies: marketing,
      blocks: sql`(s.state = 'confirmed' and ${unusedFor(policy.holdAfterMonths, input)}) is true`,
      reason: sql`case when ${unusedFor(policy.expireAfterMonths, input)} then 'consent_lapsed' else 'consent_dormant' end`,
    },
    { key: 'meta_stop', reasons: ['meta_stop'], applies: marketing, blocks: sql`c.meta_preference = 'stop'` },
    { key: 'on_hold', reasons: ['on_hold'], applies: marketing, blocks: sql`c.hold_reason is not null` },
    // Not later: when the pause is over, what a campaign had to say is old, and the campaign would wait for it.
    {
      key: 'paused',
      reasons: ['paused'],
      applies: marketing,
      blocks: sql`coalesce(paused.until > ${now}::timestamptz, false)`,
    },
  ]
}

/** Neither a yes, nor marketing, nor a message of the person for so long; what came later is only looked up after an old yes. */
function unusedFor(months: number, { businessId, now, common }: GateInput): Bool {
  const since = sql`${monthsBefore(now, months)}::timestamptz`
  if (common) return common.someOld ? sql`(unused.last_use <= ${since})` : sql`false`
  const lastMarketing = sql`(select m.last_at from contact_marketing m
    where m.business_id = ${businessId} and m.contact_id = g.contact_id)`
  return sql<boolean>`(s.state_at <= ${since} and coalesce(${lastMarketing} <= ${since}, true)
    and coalesce(c.last_inbound_at <= ${since}, true))`
}

/** Those whose consent to the audience's topic was of no use for so long that it rests, each with `last_use`. */
export function unusedPeople(input: GateInput, { channelId, topicId, range }: Common): RawBuilder<unknown> {
  const { businessId } = input
  const since = sql`${unusedSince(input)}::timestamptz`
  return sql`(select o.contact_id, greatest(o.state_at, m.last_at, w.last_inbound_at) as last_use from consent o
    left join contact_marketing m on m.business_id = ${businessId} and m.contact_id = o.contact_id and ${isWithin(range, 'm.contact_id')}
    join contact w on w.business_id = ${businessId} and w.contact_id = o.contact_id and ${isWithin(range, 'w.contact_id')}
    where o.business_id = ${businessId} and o.channel_id = ${channelId} and o.topic_id = ${topicId} and o.state = 'confirmed'
      and o.state_at <= ${since} and ${isWithin(range, 'o.contact_id')}
      and coalesce(m.last_at <= ${since}, true) and coalesce(w.last_inbound_at <= ${since}, true))`
}

/** A consent that was confirmed later cannot be unused. */
export function unusedSince({ now, policy }: Pick<GateInput, 'now' | 'policy'>): Date {
  return monthsBefore(now, Math.min(policy.holdAfterMonths, policy.expireAfterMonths))
}

/** What holds where the person is. */
function placeChecks(): Check[] {
  return [
    {
      key: 'country_off',
      reasons: ['country_off'],
      applies: marketing,
      blocks: sql`place.marketing is false`,
    },
    {
      key: 'country_blocked',
      reasons: ['country_blocked'],
      applies: initiated,
      blocks: sql`blocked.country is not null`,
    },
  ]
}

/** What this message needs. */
function messageChecks(input: GateInput): Check[] {
  const windowFrom = sql`${new Date(input.now.getTime() - WINDOW_MS)}::timestamptz`
  return [
    {
      key: 'template_gone',
      reasons: ['template_gone'],
      applies: sql`g.template_id is not null`,
      blocks: TEMPLATE_GONE,
    },
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
      blocks: tooMuchMarketing(input),
    },
    {
      key: 'window_closed',
      reasons: ['window_closed'],
      applies: sql`g.kind in (${list(kindsWith('freeForm'))})`,
      blocks: sql`coalesce((select v.last_inbound_at from conversation v where v.business_id = ${input.businessId}
        and v.contact_id = g.contact_id and v.channel_id = g.channel_id), c.last_inbound_at, '-infinity') <= ${windowFrom}`,
    },
  ]
}

/**
 * More marketing than the business allows in 7 and in 30 days, over all campaigns (C-67). A handful of people is asked by
 * their messages; over many, their own note of what was accepted is read, and messages only of those who are being written to
 * right now.
 */
function tooMuchMarketing(input: GateInput): Bool {
  if (input.few || input.limitKept) return countedTooMuch(input)
  return input.common
    ? sql`(capped.contact_id is not null or coalesce(busy.too_much, false))`
    : sql`(exists (select 1 from ${cappedPeople(input)} capped where capped.contact_id = g.contact_id)
      or (busy.contact_id is not null and ${countedTooMuch(input)}))`
}

/** Those whose note of accepted marketing says that it was too much. */
export function cappedPeople({ businessId, now, policy, common }: GateInput): RawBuilder<unknown> {
  // The times stand newest first: the third newest tells whether there were three.
  const noted = (most: number, days: number) => sql`n.times[${sql.lit(most)}] > ${daysAgo(now, days)}`
  return sql`(select n.contact_id from contact_marketing n where n.business_id = ${businessId} and n.last_at > ${daysAgo(now, 30)}
    and (${noted(policy.marketingPer7Days, 7)} or ${noted(policy.marketingPer30Days, 30)})
    and ${isWithin(common?.range, 'n.contact_id')})`
}

function countedTooMuch(input: GateInput): Bool {
  return sql<boolean>`(select ${manyMessages(input)} from message f where ${recentMarketing(input)}
    and f.contact_id = g.contact_id and f.message_id is distinct from g.message_id)`
}

/** Over a person's messages `f` of `recentMarketing`. */
function manyMessages({ now, policy }: GateInput): Bool {
  return sql<boolean>`(count(*) filter (where coalesce(f.accepted_at, f.sending_at) > ${daysAgo(now, 7)}) >= ${policy.marketingPer7Days}::int
    or count(*) >= ${policy.marketingPer30Days}::int)`
}

function recentMarketing({ businessId, now }: GateInput): Bool {
  return sql<boolean>`(f.business_id = ${businessId} and f.month between ${oldestMonth(now)}::date and ${monthOf(now)}::date
    and f.category = 'marketing' and f.kind <> 'test' and f.state in (${COUNTED_STATES})
    and coalesce(f.accepted_at, f.sending_at) > ${daysAgo(now, 30)})`
}

/** Those who are being written to right now, each with `too_much`; a join and no subquery per person, so that the database can share the work. */
export function busyPeople(input: GateInput): RawBuilder<unknown> {
  return sql`(select f.contact_id, ${manyMessages(input)} as too_much from message f where ${recentMarketing(input)}
    and f.contact_id in (select q.contact_id from message_queue q where q.business_id = ${input.businessId} and q.epoch is not null)
    group by f.contact_id)`
}

function daysAgo(now: Date, days: number): RawBuilder<Date> {
  return sql<Date>`${new Date(now.getTime() - days * DAY)}::timestamptz`
}

/** A message waits in its campaign for some months at most; without a bound every month ever kept would be searched. */
function oldestMonth(now: Date): string {
  return monthOf(monthsBefore(new Date(now.getTime() - 30 * DAY), 3))
}

/** The same day of an earlier month at the same time, in UTC; the month's last day where there is no such day. */
function monthsBefore(at: Date, months: number): Date {
  const earlier = new Date(at)
  earlier.setUTCDate(1)
  earlier.setUTCMonth(earlier.getUTCMonth() - months)
  const lastDay = new Date(Date.UTC(earlier.getUTCFullYear(), earlier.getUTCMonth() + 1, 0)).getUTCDate()
  earlier.setUTCDate(Math.min(at.getUTCDate(), lastDay))
  return earlier
}

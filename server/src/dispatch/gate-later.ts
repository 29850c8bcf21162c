import { type RawBuilder, sql } from 'kysely'
import { MINUTE, SECOND } from '../platform/index.ts'
import { GONE_STATES } from '../templates/index.ts'
import type { Check, GateInput } from './gate-checks.ts'
import type { ChannelLimits } from './head-room.ts'

const marketing = sql<boolean>`g.category = 'marketing'`
const initiated = sql<boolean>`g.category <> 'service'`
const never = sql<boolean>`false`
/** Somebody has to act first, or news has to come. */
const nobodyKnows: RawBuilder<Date | null> = sql`null::timestamptz`

/** What only postpones: the message stays in the queue and is asked about again. */
export function laterChecks(input: GateInput): Check[] {
  return [
    justWrote(input),
    ...standingChecks(),
    ...budgetChecks(input),
    ...limitChecks(input),
    quietHours(input),
  ]
}

/** Reading somebody's words takes a moment, or until processing runs again. */
const HEARD_AFTER_MS = 2 * SECOND

/** A STOP counts from its receipt, read or not: whoever has written is heard before anything more is sent to them (G2, C-24). */
function justWrote({ businessId, now, common }: GateInput): Check {
  return {
    key: 'just_wrote',
    reasons: ['just_wrote'],
    applies: marketing,
    blocks: common?.someWrote === false ? never : sql`g.contact_id in (${peopleWhoWrote(businessId)})`,
    until: sql`${new Date(now.getTime() + HEARD_AFTER_MS)}::timestamptz`,
  }
}

/**
 * Those of whom something was received that is not processed yet. They are few, so each is looked up by their digest; without the
 * limit the planner may read about everybody instead, because it takes the statuses that wait beside them for people.
 */
export function peopleWhoWrote(businessId: string): RawBuilder<{ contact_id: string }> {
  return sql`select i.contact_id from webhook_waiting w cross join lateral (
      select contact_id from contact_identity where business_id = ${businessId} and kind in ('phone', 'bsuid')
        and digest = any(array[w.person_digest, w.phone_digest]) limit 2) i
    where w.business_id = ${businessId} and w.lane = 'person'`
}

/** Of a single message, which then has nothing to wait for; a campaign is paused instead, and people decide about it. */
export const TEMPLATE_GONE = sql<boolean>`(g.message_id is not null and g.campaign_id is null
  and coalesce(t.state in (${sql.join(GONE_STATES.map((state) => sql.lit(state)))}), false))`

function standingChecks(): Check[] {
  return [
    {
      key: 'template_not_approved',
      reasons: ['template_not_approved'],
      applies: sql`g.template_id is not null`,
      blocks: sql`(t.state is distinct from 'approved' and not ${TEMPLATE_GONE})`,
      until: nobodyKnows,
    },
    {
      key: 'template_quality',
      reasons: ['template_quality'],
      // Whether a campaign goes on with a red template is for the person who resumes it.
      applies: sql`g.category = 'marketing' and g.template_id is not null and g.message_id is not null and g.campaign_id is null`,
      blocks: sql`coalesce(t.quality = 'RED', false)`,
      until: nobodyKnows,
    },
    {
      key: 'channel_unavailable',
      reasons: ['channel_unavailable'],
      applies: sql`true`,
      // A restricted number may still answer people who wrote first.
      blocks: sql`(ch.state in ('disconnected', 'banned') or (ch.state = 'restricted' and g.category <> 'service'))`,
      until: nobodyKnows,
    },
    {
      key: 'not_live',
      reasons: ['not_live'],
      applies: marketing,
      blocks: sql`ch.live_at is null`,
      until: nobodyKnows,
    },
    {
      key: 'marketing_resting',
      reasons: ['marketing_resting'],
      applies: marketing,
      blocks: sql`resting.channel_id is not null`,
      until: sql`resting.until`,
    },
    {
      key: 'business_frozen',
      reasons: ['business_frozen'],
      applies: initiated,
      blocks: sql`b.state = 'frozen'`,
      until: nobodyKnows,
    },
    {
      key: 'campaign_not_running',
      reasons: ['campaign_not_running'],
      applies: sql`g.message_id is not null and g.campaign_id is not null`,
      blocks: sql`cp.state is distinct from 'running'`,
      until: nobodyKnows,
    },
  ]
}

/** What budgets hold back. Answers, questions and receipts are owed to people: they go, and are counted. */
const BUDGETED = sql<boolean>`(g.kind in ('campaign', 'template', 'test') and g.category <> 'service')`

/**
 * No budget is ever overspent (C-71): what this claim would spend up to and including the message, with everything before it
 * that no budget holds back, must fit into what is left. The cheapest first: what is left for one of them is not lost behind others.
 */
function budgetChecks({ spending }: GateInput): Check[] {
  const until = (partition: RawBuilder<unknown>) =>
    sql`sum(expected.price) over (${partition} order by (not ${BUDGETED}) desc, expected.price, g.message_id)`
  const exceeds = (partition: RawBuilder<unknown>, room: RawBuilder<unknown>) =>
    sql<boolean>`coalesce(${until(partition)} > ${room}, false)`
  const own = exceeds(sql`partition by g.campaign_id`, sql`own.room`)
  const themed = exceeds(sql`partition by g.topic_id`, sql`themed.room`)
  const whole = exceeds(sql``, sql`whole.room`)
  return [
    {
      key: 'budget_reached',
      reasons: ['budget_reached', 'budget_topic', 'budget_business'],
      applies: sql`g.message_id is not null and ${BUDGETED}`,
      blocks: spending ? sql`(${own} or ${themed} or ${whole})` : never,
      reason: spending
        ? sql`case when ${own} then 'budget_reached' when ${themed} then 'budget_topic' else 'budget_business' end`
        : sql`'budget_reached'`,
      until: nobodyKnows,
    },
  ]
}

/** Channels that have just used up a limit; the others need not be asked about. */
export function limitedChannels({ limits }: GateInput): readonly ChannelLimits[] {
  return (limits ?? []).filter(({ room, warmRoom, trialRoom }) =>
    [room, warmRoom, trialRoom].some((left) => left !== null && left <= 0),
  )
}

function limitChecks(input: GateInput): Check[] {
  const some = limitedChannels(input).length > 0
  return [
    {
      key: 'limit_reached',
      reasons: ['limit_reached'],
      applies: initiated,
      blocks: some ? sql`coalesce(reach.room <= 0, false)` : never,
      until: some ? sql`reach.frees_at` : nobodyKnows,
    },
    {
      key: 'warm_up',
      reasons: ['warm_up'],
      applies: marketing,
      blocks: some ? sql`coalesce(reach.warm_room <= 0, false)` : never,
      until: some ? sql`reach.warm_frees_at` : nobodyKnows,
    },
    {
      key: 'trial_cap',
      reasons: ['trial_cap'],
      applies: marketing,
      blocks: some ? sql`coalesce(reach.trial_room <= 0, false)` : never,
      until: some ? sql`reach.trial_frees_at` : nobodyKnows,
    },
  ]
}

/** Hours and holidays where the person is (C-68). A country that came up this minute is closed until it was looked at. */
function quietHours({ now, policy }: GateInput): Check {
  return {
    key: 'quiet_hours',
    reasons: ['quiet_hours'],
    applies: marketing,
    blocks: policy.quietHours ? sql`(place.country is null or place.opens_at is not null)` : never,
    until: sql`coalesce(place.opens_at, ${new Date(now.getTime() + MINUTE)}::timestamptz)`,
  }
}

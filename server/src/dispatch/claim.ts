import { sql } from 'kysely'
import { type Context, MINUTE } from '../platform/index.ts'
import { gateSql } from './gate.ts'
import { kindsWith } from './kinds.ts'
import { holdsLease, type Lease } from './lease.ts'
import { sendingPolicy } from './policy.ts'

/** A message that this dispatcher has taken over: sent next, or just withheld or postponed. */
export interface Claimed {
  messageId: string
  contactId: string
  topicId: string | null
  campaignId: string | null
  kind: string
  category: string
  state: 'sending' | 'withheld' | 'queued'
  reason: string | null
  payload: Uint8Array | null
  dedupeKey: string | null
  attempts: number
}

interface Room {
  /** Messages that can be on their way within some 200 ms. */
  messages: number
  /** Of these, how many may be marketing or utility (the messaging limit counts people). */
  initiated: number
}

/** A postponed message without a known time is looked at again after this. */
const LOOK_AGAIN_MS = MINUTE
/** A receipt waits at most this long for messages whose answer never came. */
const FLIGHT_MS = MINUTE

/**
 * Takes the next messages of a channel through the gate: `queued → sending` for what may go now, `withheld` or a later
 * time for the rest, in one statement. It is the last statement before the requests.
 *
 * The row lock and the repeated check of `state` decide every race with a withdrawal: whoever locks the message first
 * wins, the other one sees the new state.
 */
export async function claim(ctx: Context, lease: Lease, room: Room): Promise<Claimed[]> {
  const now = ctx.clock.now()
  const { businessId } = ctx
  const gate = gateSql(sql`select * from taken`, {
    businessId,
    now,
    policy: await sendingPolicy(ctx),
    limitKept: true,
  })
  const { rows } = await sql<Claimed>`
    with single as (
      select m.message_id, 0 as turn, m.priority, m.not_before from message m
      where m.business_id = ${businessId} and m.channel_id = ${lease.channelId} and m.state = 'queued'
        and m.campaign_id is null and m.not_before <= ${now}
        and (m.kind not in (${sql.join(kindsWith('last'))}) or not exists (
          select 1 from message o where o.business_id = m.business_id and o.contact_id = m.contact_id
            and o.message_id <> m.message_id
            and (o.state = 'sending' or (o.state = 'unknown' and o.sending_at > ${new Date(now.getTime() - FLIGHT_MS)}))))
      order by m.priority, m.not_before, m.message_id limit ${room.messages}),
    -- Running campaigns take turns, one message each.
    shared as (
      select due.message_id, due.turn, due.priority, due.not_before from campaign cp
      join template t on t.business_id = cp.business_id and t.template_id = cp.template_id and t.state = 'approved'
      cross join lateral (
        select m.message_id, m.priority, m.not_before, row_number() over (order by m.not_before, m.message_id) as turn
        from message m where m.business_id = cp.business_id and m.campaign_id = cp.campaign_id
          and m.state = 'queued' and m.not_before <= ${now}
        order by m.not_before, m.message_id limit ${room.initiated}) due
      where cp.business_id = ${businessId} and cp.channel_id = ${lease.channelId} and cp.state = 'running'
      order by due.turn limit ${room.initiated}),
    next as materialized (
      select message_id from (select * from single union all select * from shared) every
      order by priority, turn, not_before limit ${room.messages}),
    taken as (
      select m.business_id, m.message_id, m.contact_id, m.channel_id, m.topic_id, m.template_id, m.campaign_id,
        m.category, m.kind
      from message m join next on next.message_id = m.message_id
      where m.business_id = ${businessId} and m.state = 'queued'
      for update of m skip locked),
    judged as materialized (select v.*, row_number() over (partition by v.contact_id, v.category order by v.message_id) as nth from (${gate}) v)
    update message m set
      state = case when j.withheld is not null then 'withheld' when j.later is not null then 'queued' else 'sending' end,
      reason = coalesce(j.withheld, j.later),
      not_before = case when j.withheld is null and j.later is not null
        then coalesce(j.until, ${new Date(now.getTime() + LOOK_AGAIN_MS)}) else m.not_before end,
      ended_at = case when j.withheld is not null then ${now}::timestamptz end,
      sending_at = case when j.withheld is null and j.later is null then ${now}::timestamptz else m.sending_at end,
      lease_epoch = ${lease.epoch}::bigint,
      attempts = m.attempts + case when j.withheld is null and j.later is null then 1 else 0 end
    from judged j
    where m.business_id = ${businessId} and m.message_id = j.message_id and m.state = 'queued'
      -- Two marketing messages to one person in one go would both pass the frequency cap.
      and (j.nth = 1 or j.category <> 'marketing')
      and ${holdsLease(ctx, lease)}
    returning m.message_id as "messageId", m.contact_id as "contactId", m.topic_id as "topicId",
      m.campaign_id as "campaignId", m.kind, m.category, m.state, m.reason, m.payload_sealed as payload,
      m.dedupe_key as "dedupeKey", m.attempts`.execute(ctx.db)
  return rows
}

import { sql } from 'kysely'
import { type SealedAddress, sealedPerson } from '../contacts/index.ts'
import { PREPARED } from '../platform/db/index.ts'
import { type Context, MINUTE } from '../platform/index.ts'
import { lockRooms, spendingNow, takeRoom } from './budget-room.ts'
import { gateSql } from './gate.ts'
import { kindsWith } from './kinds.ts'
import { holdsLease, type Lease } from './lease.ts'
import { monthOf, monthsBetween } from './month.ts'
import { sendingPolicy } from './policy.ts'
import { firstQueuedMonth } from './queued-months.ts'
import { UNRELEASED } from './ramp.ts'

/** A message that this dispatcher has taken over: sent next, or just withheld or postponed. */
export interface Claimed extends SealedAddress {
  messageId: string
  /** Its partition. */
  month: string
  contactId: string
  topicId: string | null
  templateId: string | null
  campaignId: string | null
  kind: string
  category: 'marketing' | 'utility' | 'authentication' | 'service'
  state: 'sending' | 'withheld' | 'queued'
  reason: string | null
  payload: Uint8Array | null
  dedupeKey: string | null
  /** Requests for it, this one included. */
  attempts: number
  /** How many of them failed by the message's own fault. */
  tries: number
  notBefore: Date
  /** Tells this claim from any other of the message, also when none of them became a request. */
  claimedAt: Date
}

interface Room {
  /** Messages that can be on their way within some 200 ms. */
  messages: number
  /** Of these, how many may be marketing or utility (the messaging limit counts people). */
  initiated: number
  /** Of those, how many of one campaign are looked at (see `QueueFront`); all, unless it is said. */
  each?: number
  /** The campaign that had the last turn (see `QueueFront`): the next one begins. */
  after?: string
  /** The first month that messages are of (see `QueueFront`); looked up, unless it is said. */
  since?: string
}

/** How far each campaign's queue has been walked; see `QueueFront`. */
export interface Front {
  campaignId: string
  notBefore: Date
  messageId: string
}

/** A postponed message without a known time, or whose time has come, is looked at again after this. */
const LOOK_AGAIN_MS = MINUTE
/** A receipt waits at most this long for messages whose answer never came. */
const FLIGHT_MS = MINUTE

/**
 * Time is cut into tenths of a second, of which a campaign at half pace uses four out of ten: what the number may send gathers for
 * two tenths while it sits out, and one of them goes on top.
 */
const SLOT_MS = 100
const SLOTS = 10
const NO_ID = '00000000-0000-0000-0000-000000000000'
const FIRST_ID = sql`${sql.lit(NO_ID)}::uuid`

/**
 * Takes the next messages of a channel through the gate: `queued → sending` for what may go now, `withheld` or a later
 * time for the rest, in one statement. Those that go bring along how their person is written to, still sealed.
 *
 * The row lock on the queue decides every race with a withdrawal: whoever locks a message's queue row first wins, the
 * other one sees the new state. Between this commit and the request stands `startable`.
 */
export async function claim(
  ctx: Context,
  lease: Lease,
  room: Room,
  fronts: readonly Front[] = [],
): Promise<Claimed[]> {
  const now = ctx.clock.now()
  const { businessId } = ctx
  const policy = await sendingPolicy(ctx)
  const spending = await spendingNow(ctx, policy)
  // Known before the statement: see this folder's README, "Locks and months".
  const months = monthsBetween(room.since ?? (await firstQueuedMonth(ctx)), monthOf(now))
  const gate = gateSql(sql`select * from taken`, { businessId, now, policy, spending, limitKept: true })
  const slot = Math.floor(now.getTime() / SLOT_MS) % SLOTS
  const each = room.each ?? room.initiated
  const { rows } = await sql<Claimed>`${PREPARED}
    with front as (
      select * from unnest(${fronts.map((front) => front.campaignId)}::uuid[],
        ${fronts.map((front) => front.notBefore.toISOString())}::timestamptz[],
        ${fronts.map((front) => front.messageId)}::uuid[]) as f (campaign_id, not_before, message_id)),
    single as (
      select q.ctid as place, 0 as turn, q.priority, q.not_before, m.category <> 'service' as initiated from message_queue q
      join message m on m.business_id = ${businessId} and m.month = any(${months}::date[]) and m.message_id = q.message_id
      where q.business_id = ${businessId} and q.channel_id = ${lease.channelId} and q.epoch is null
        and q.campaign_id is null and q.not_before <= ${now} and (m.category = 'service' or ${room.initiated}::int > 0)
        and (m.kind not in (${sql.join(kindsWith('last'))}) or not exists (
          select 1 from message o where o.business_id = ${businessId} and o.contact_id = q.contact_id
            and o.state in ('sending', 'unknown', 'held') and o.sending_at > ${new Date(now.getTime() - FLIGHT_MS)}))
      order by q.priority, q.not_before, q.message_id limit ${room.messages}),
    -- Running campaigns take turns, one message each, from where the last claim ended.
    shared as (
      select due.place, row_number() over (order by due.turn, cp.campaign_id <= ${room.after ?? NO_ID}::uuid, cp.campaign_id) as turn,
        due.priority, due.not_before, true as initiated
      from campaign cp
      join template t on t.business_id = cp.business_id and t.template_id = cp.template_id and t.state = 'approved'
      left join front f on f.campaign_id = cp.campaign_id
      cross join lateral (
        select o.*, row_number() over (order by o.not_before, o.message_id) as turn from (
          (select q.ctid as place, q.message_id, q.priority, q.not_before from message_queue q
          where q.business_id = ${businessId} and q.campaign_id = cp.campaign_id and q.epoch is null and q.not_before <= ${now}
            and (q.not_before, q.message_id) >= (coalesce(f.not_before, '-infinity'), coalesce(f.message_id, ${FIRST_ID}))
          order by q.not_before, q.message_id limit ${each})
          union all
          -- The rest of a campaign whose first part went ahead, once its ramp is open. No equality: the planner would walk the
          -- primary key for its order, past everything that waits.
          (select q.ctid, q.message_id, q.priority, q.not_before from message_queue q
          where q.business_id = ${businessId} and q.campaign_id = cp.campaign_id and q.epoch is null and cp.ramp_open
            and (q.not_before, q.message_id) >= (${UNRELEASED}::timestamptz,
              case when f.not_before = ${UNRELEASED}::timestamptz then f.message_id else ${FIRST_ID} end)
          order by q.not_before, q.message_id limit ${each})) o
        order by o.not_before, o.message_id limit ${each}) due
      where cp.business_id = ${businessId} and cp.channel_id = ${lease.channelId} and cp.state = 'running'
        -- A slowed campaign sits out its share of the time.
        and (cp.pace = 1 or cp.pace * ${SLOTS}::int > ${slot + 1}::int)
      order by 2 limit ${room.initiated}),
    next as materialized (
      select place from (
        select *, row_number() over (partition by initiated order by priority, turn, not_before) as nth
        from (select * from single union all select * from shared) every) ranked
      where not initiated or nth <= ${room.initiated}::int
      order by priority, turn, not_before limit ${room.messages}),
    locked as materialized (
      -- By their place in the table, without another walk through the index; who changed meanwhile is not there any more.
      select next.place, q.ctid as here, q.message_id, q.not_before from next join message_queue q on q.ctid = next.place
      where q.business_id = ${businessId} and q.epoch is null
      for update of q skip locked),
    taken as materialized (
      select m.business_id, m.month, m.message_id, m.contact_id, m.channel_id, m.topic_id, m.template_id, m.campaign_id,
        m.category, m.kind, l.not_before, l.place
      from locked l join message m on m.business_id = ${businessId} and m.month = any(${months}::date[]) and m.message_id = l.message_id
      -- Whoever moved between our look and our lock is taken next time.
      where m.state = 'queued' and l.here = l.place)${lockRooms(spending)},
    judged as materialized (
      select v.*, row_number() over (partition by v.contact_id, v.category order by v.message_id) as nth from (${gate}) v),
    written as (
      update message m set
        state = case when j.withheld is not null then 'withheld' when j.later is not null then 'queued' else 'sending' end,
        reason = coalesce(j.withheld, j.later),
        ended_at = case when j.withheld is not null then ${now}::timestamptz end,
        sending_at = case when j.withheld is null and j.later is null then ${now}::timestamptz else m.sending_at end,
        attempts = m.attempts + case when j.withheld is null and j.later is null then 1 else 0 end
      from judged j
      where m.business_id = ${businessId} and m.month = any(${months}::date[]) and m.message_id = j.message_id and m.state = 'queued'
        -- Two marketing messages to one person in one go would both pass the frequency cap.
        and (j.nth = 1 or j.category <> 'marketing')
        and ${holdsLease(ctx, lease)}
      returning m.message_id, m.month, m.contact_id, m.topic_id, m.template_id, m.campaign_id, m.kind, m.category, m.state, m.reason,
        m.payload_sealed, m.dedupe_key, m.attempts, m.tries, j.until, j.not_before, j.place${spending ? sql`, j.price` : sql``}),
    -- Locked where it was seen, so that nobody can have moved it.
    kept as (
      update message_queue q set
        epoch = case when w.state = 'sending' then ${lease.epoch}::bigint end,
        claimed_at = case when w.state = 'sending' then ${now}::timestamptz end,
        not_before = case when w.state = 'sending' then q.not_before
          -- What should have ended by now and has not is looked at again later, too.
          when w.until > ${now}::timestamptz then w.until else ${new Date(now.getTime() + LOOK_AGAIN_MS)}::timestamptz end
      from written w
      where q.ctid = w.place and q.business_id = ${businessId} and w.state in ('sending', 'queued')),
    gone as (
      delete from message_queue q using written w
      where q.ctid = w.place and q.business_id = ${businessId} and w.state = 'withheld')${takeRoom(ctx, spending, sql`written`)}
    select w.message_id as "messageId", w.month, w.contact_id as "contactId", w.topic_id as "topicId", w.template_id as "templateId",
      w.campaign_id as "campaignId", w.kind, w.category, w.state, w.reason, w.payload_sealed as payload, w.dedupe_key as "dedupeKey",
      w.attempts, w.tries, w.not_before as "notBefore", ${now}::timestamptz as "claimedAt", c.name_sealed, c.phone_sealed, c.bsuid_sealed, k.wrapped
    -- Nobody is looked up for what does not go.
    from written w ${sealedPerson(businessId, sql`case when w.state = 'sending' then w.contact_id end`)}`.execute(
    ctx.db,
  )
  return rows
}

import { sql } from 'kysely'
import {
  billingDay,
  billingOf,
  bookedPriceSql,
  countBooked,
  type Paid,
  priceBookNow,
} from '../costs/index.ts'
import { PREPARED } from '../platform/db/index.ts'
import { type Context, DAY } from '../platform/index.ts'
import { type StatusUpdate, wamidDigest } from '../whatsapp/index.ts'
import { countReached } from './head-room.ts'
import { type Joined, joinStatuses } from './join-statuses.ts'
import { KINDS } from './kinds.ts'
import { monthOfMessage } from './month.ts'
import type { ReasonCode } from './reasons.ts'
import { planSecondTries, type SecondTry } from './second-try.ts'
import type { Settled } from './settle.ts'
import { tellStatuses } from './tell-statuses.ts'

/**
 * Books statuses on their messages, set-based: handler of intake's `messageStatuses`, in intake's transaction.
 *
 * Order of arrival does not matter (accepted < sent < delivered < read); a failure ends a message, or puts it back into the
 * queue when the table of errors says so, unless it was, or later is, delivered after all. A message in doubt is found by our
 * id in the callback data; so is one that a restored database holds as waiting although it was requested, and it is not requested
 * again. Prices come from the statuses; the amount is booked on delivery, because Meta charges on
 * delivery. Nothing personal is written, so an erased person's counts close as well. The steps are those of `outcome.ts`.
 */
export async function settleStatuses(
  tx: Context,
  { statuses }: { statuses: readonly StatusUpdate[] },
): Promise<void> {
  for (const round of joinStatuses(statuses)) {
    const tries = await planSecondTries(tx, round)
    await tellStatuses(tx, await book(tx, round, tries), round)
  }
}

/** A phone that is switched on again later than this after the sending is paid for as of the day on which we hear of it. */
const UNTIL_DELIVERED_DAYS = 7

/** Days on which the status may find its message delivered: its own, or, when it only now tells the price, one soon after it was sent. */
function possibleDays(status: Joined, day: string, timeZone: string): string[] {
  if (status.billable === null && status.rank < 4) return []
  const sent = status.sentAt ?? status.deliveredAt ?? status.readAt
  if (!sent) return [day]
  const start = Date.parse(billingDay(sent, timeZone))
  const end = Math.min(Date.parse(day), start + UNTIL_DELIVERED_DAYS * DAY)
  const days = new Set([day])
  for (let at = start; at <= end; at += DAY) days.add(new Date(at).toISOString().slice(0, 10))
  return [...days]
}

/** Given up by us, not refused by Meta: any later word about it counts. */
const HELD_UNRESOLVED = sql.lit('held_unresolved' satisfies ReasonCode)

/** A kind's own priority, for what goes back into the queue. */
const prioritySql = sql`case kind ${sql.join(
  Object.entries(KINDS).map(([kind, { priority }]) => sql`when ${kind}::text then ${priority}::smallint`),
  sql` `,
)} else ${KINDS.campaign.priority}::smallint end`

/** What a round changed: each message as it is now, and whether Meta's acceptance became known by it (`fresh`). */
export type Booked = Settled & { errorCode: number | null; fresh: boolean }

/** … and what it is paid with, when that became known by it (`booked`). */
type Counted = Booked & Paid & { booked: boolean }

async function book(
  tx: Context,
  round: readonly Joined[],
  tries: ReadonlyMap<string, SecondTry>,
): Promise<Booked[]> {
  const column = <T>(pick: (status: Joined) => T) => round.map(pick)
  const times = (pick: (status: Joined) => Date | null) =>
    column((status) => pick(status)?.toISOString() ?? null)
  const tryOf = <T>(pick: (one: SecondTry) => T) =>
    column((status) => {
      const one = tries.get(status.messageId)
      return one ? pick(one) : null
    })
  const now = tx.clock.now()
  const { businessId } = tx
  // Meta charges on delivery: the day of that, by the clock it bills by, decides the rate.
  const { timeZone } = await billingOf(tx)
  const dayOf = (status: Joined) => billingDay(status.deliveredAt ?? status.readAt ?? now, timeZone)
  const days = [...new Set(round.flatMap((status) => possibleDays(status, dayOf(status), timeZone)))]
  const book = days.length > 0 ? await priceBookNow(tx, days) : {}
  // Named one by one, so that other months are not even opened. Not compared row by row: see this
  // folder's README, "Locks and months".
  const months = [...new Set(column((status) => monthOfMessage(status.messageId)))]
  const { rows } = await sql<Counted>`${PREPARED}
    with s as materialized (
      select * from unnest(${column((s) => s.messageId)}::uuid[],
        ${column((s) => s.attempt)}::int[], ${column((s) => wamidDigest(tx, s.wamid))}::text[], ${column((s) => s.rank)}::int[],
        ${times((s) => s.sentAt)}::timestamptz[], ${times((s) => s.deliveredAt)}::timestamptz[], ${times((s) => s.readAt)}::timestamptz[],
        ${times((s) => s.failedAt)}::timestamptz[], ${column((s) => s.code)}::int[], ${column((s) => s.billable)}::boolean[],
        ${column((s) => s.priceCategory)}::text[], ${column((s) => s.priceType)}::text[], ${column(dayOf)}::text[], ${tryOf((one) => one.attempts)}::int[], ${tryOf((one) => one.counts)}::boolean[],
        ${tryOf((one) => one.at.toISOString())}::timestamptz[], ${tryOf((one) => one.barred)}::text[])
        as s (message_id, attempt, wamid_digest, rank, sent_at, delivered_at, read_at, failed_at, code, billable,
          price_category, price_type, day, again_attempts, counts, again_at, barred)),
    -- Queue rows first and in order, as everyone locks them; most messages have none any more.
    open as materialized (
      select q.message_id from message_queue q
      where q.business_id = ${businessId} and q.message_id = any(array(select message_id from s)) order by q.message_id for update),
    ranked as materialized (
      select s.*, greatest(s.rank, case m.state when 'sent' then 3 when 'delivered' then 4 when 'read' then 5 else 0 end) as reached,
        m.state as was, m.wamid_digest is null or m.reason is not distinct from ${HELD_UNRESOLVED} or f.forgotten as doubted,
        m.accepted_at is null as fresh, f.forgotten,
        -- A failure counts once; a second try only for the very request that failed.
        s.failed_at is not null and (m.state not in ('queued', 'withheld', 'failed') or f.forgotten) as fails,
        s.again_at is not null and s.again_attempts = m.attempts and not f.forgotten as again,
        -- Booked once: when both the delivery and Meta's word about its price are known, in whichever order they come.
        m.state in ('delivered', 'read') and m.billable is not null as booked_before,
        coalesce(d.day, s.day) as paid_on
      from (select * from s order by message_id) s cross join lateral (select * from message m
        where m.business_id = ${businessId} and m.month = any(${months}::date[]) and m.message_id = s.message_id
        for no key update of m) m
      -- A request that this database does not know was made after the backup that it was restored from.
      cross join lateral (select coalesce(s.attempt > m.attempts, false) as forgotten) f
      -- What was delivered before its price was known costs what it did on its day.
      left join lateral (select to_char(coalesce(m.delivered_at, m.read_at) at time zone ${timeZone}, 'YYYY-MM-DD') as day) d
        on d.day = any(${days}::text[])
      where (select count(*) from open) is not null and (f.forgotten and (m.state <> 'withheld' or s.rank >= 4) or m.attempts > 0
        and case when m.wamid_digest is null then coalesce(s.attempt = m.attempts, true) else m.wamid_digest = s.wamid_digest end
        and (m.state not in ('queued', 'withheld') or s.rank >= 4))),
    written as (
      update message m set
        state = r.next,
        attempts = greatest(m.attempts, r.attempt),
        wamid_digest = case when r.next = 'queued' then null else r.wamid_digest end,
        tries = m.tries + case when r.next = 'queued' and r.counts then 1 else 0 end,
        error_code = case when r.reached >= 4 then null when r.fails then r.code else coalesce(m.error_code, r.code) end,
        reason = case when r.reached >= 4 or r.forgotten or r.next = 'queued' or r.next = 'sent' and r.was in ('sending', 'unknown', 'failed') then null
          when r.next = 'withheld' then r.barred else m.reason end,
        accepted_at = case when r.next = 'queued' then null
          else coalesce(m.accepted_at, r.sent_at, r.delivered_at, r.read_at, r.failed_at, ${now}::timestamptz) end,
        sent_at = case when r.next = 'queued' then null else coalesce(m.sent_at, r.sent_at) end,
        delivered_at = coalesce(m.delivered_at, r.delivered_at, r.read_at),
        read_at = coalesce(m.read_at, r.read_at),
        ended_at = case when r.reached >= 4 or r.next in ('queued', 'sent') then null when r.fails then r.failed_at else m.ended_at end,
        billable = case when r.booked_before then m.billable else coalesce(r.billable, m.billable) end,
        price_category = case when r.booked_before then m.price_category else coalesce(r.price_category, m.price_category) end,
        price_type = case when r.booked_before then m.price_type else coalesce(r.price_type, m.price_type) end,
        cost = case when r.booked_before or r.reached < 4 or coalesce(r.billable, m.billable) is null then m.cost
          when not coalesce(r.billable, m.billable) then 0
          else ${bookedPriceSql(book, {
            day: sql`r.paid_on`,
            category: sql`coalesce(r.price_category, m.price_category)`,
            country: sql`(select c.country from contact c where c.business_id = ${businessId} and c.contact_id = m.contact_id)`,
          })} end
      from (select ranked.*, case
          when reached = 5 then 'read' when reached = 4 then 'delivered'
          when fails and again then case when barred is null then 'queued' else 'withheld' end
          when fails then 'failed'
          when was = 'failed' and doubted and failed_at is null and reached = 3 then 'sent'
          when was = 'failed' then 'failed'
          when reached = 3 then 'sent' else was end as next from ranked) r
      where m.business_id = ${businessId} and m.month = any(${months}::date[]) and m.message_id = r.message_id
      returning m.month, m.message_id, m.contact_id, m.channel_id, m.campaign_id, m.template_id, m.kind, m.category, m.dedupe_key,
        m.state, m.reason, m.wamid_digest, m.error_code, r.again_at, r.fresh and r.next <> 'queued' as fresh, m.topic_id, r.paid_on as day,
        m.billable, m.cost, coalesce(m.price_category, m.category) as price_category, coalesce(m.price_type, 'regular') as price_type,
        r.reached >= 4 and m.billable is not null and not r.booked_before as booked),
    gone as (
      delete from message_queue q using written w
      where q.business_id = ${businessId} and q.message_id = w.message_id and w.state not in ('queued', 'sending', 'held', 'unknown')
        -- Asked by a hash: joined, every message would be compared with every other.
        and (w.message_id in (select message_id from open)) is true),
    again as (
      insert into message_queue (business_id, month, message_id, contact_id, channel_id, campaign_id, priority, not_before)
      select ${businessId}::uuid, month, message_id, contact_id, channel_id, campaign_id, ${prioritySql}, again_at
      from written where state = 'queued'
      on conflict (business_id, message_id) do update set epoch = null, claimed_at = null, stopped = false,
        not_before = excluded.not_before),
    ${countReached(tx, sql`select channel_id, category, kind from written where fresh`)}
    select w.message_id as "messageId", w.contact_id as "contactId", w.channel_id as "channelId", w.campaign_id as "campaignId",
      w.template_id as "templateId", w.kind, w.category, w.dedupe_key as "dedupeKey", w.state, w.reason, w.wamid_digest as "wamidDigest",
      w.error_code as "errorCode", w.fresh, w.booked, w.topic_id as "topicId", w.day, w.billable, w.cost,
      w.price_category as "priceCategory", w.price_type as "priceType", c.country::text as country
    from written w left join contact c on w.booked and c.business_id = ${businessId} and c.contact_id = w.contact_id`.execute(
    tx.db,
  )
  await countBooked(
    tx,
    rows.filter((row) => row.booked),
  )
  return rows
}

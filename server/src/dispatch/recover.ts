import { sql } from 'kysely'
import { type Context, DAY, MINUTE, withTransaction } from '../platform/index.ts'
import { tell } from './consequences.ts'
import { messageFailed } from './hooks.ts'
import { kindsWith } from './kinds.ts'
import { holdsLease, type Lease } from './lease.ts'
import { queuedMonths } from './queued-months.ts'
import type { ReasonCode } from './reasons.ts'
import { lockStarts } from './startable.ts'

/**
 * What an earlier holder of the channel left in flight may or may not have reached Meta: it becomes `unknown` and waits for
 * a status that carries our id. Marketing in doubt is never sent again. To be run after taking a lease.
 * @returns how many messages are in doubt now
 */
export async function markInterrupted(ctx: Context, lease: Lease): Promise<number> {
  return withTransaction(ctx, async (tx) => {
    // A holder that merely slept through its lease must not start requests while we judge them.
    await lockStarts(tx, lease.channelId)
    const months = await queuedMonths(tx)
    const { rows } = await sql<{ count: number }>`
      with left_over as materialized (
        select message_id from message_queue
        where business_id = ${tx.businessId} and channel_id = ${lease.channelId} and epoch < ${lease.epoch}::bigint
          and ${holdsLease(tx, lease)}
        order by message_id for update),
      written as (
        update message m set state = 'unknown' from left_over l
        where m.business_id = ${tx.businessId} and m.month = any(${months}::date[]) and m.message_id = l.message_id and m.state = 'sending'
        returning 1)
      select count(*)::int as count from written`.execute(tx.db)
    return rows[0]?.count ?? 0
  })
}

/** Without any status for this long a message in doubt counts as not sent; a status that comes later still corrects it. */
const DOUBT_MS = DAY
/** Meta decides about nearly all that it holds for quality within an hour; a word that was lost will not come any more. */
const HELD_MS = 3 * DAY
/** Meta's statuses come within seconds: after this a service message that may be repeated is tried once more. */
const AGAIN_MS = 10 * MINUTE

/**
 * Decides what stayed unknown: after ten minutes a service message whose kind allows it goes once more; after a day the
 * rest ends, so that campaigns can finish. So does, after three, what Meta held back for its quality and never decided about.
 * Whoever asked for a single message hears of its end; that of a campaign's is for the caller to tell.
 * @returns the campaigns concerned
 */
export async function endDoubt(ctx: Context): Promise<string[]> {
  const code: ReasonCode = 'outcome_unknown'
  const held: ReasonCode = 'held_unresolved'
  const now = ctx.clock.now()
  const months = await queuedMonths(ctx)
  const before = (ms: number) => new Date(now.getTime() - ms)
  const { rows } = await sql<{ campaignId: string } | (Single & { campaignId: null })>`
    with doubtful as materialized (
      select q.message_id, q.claimed_at from message_queue q
      where q.business_id = ${ctx.businessId} and q.epoch is not null and q.claimed_at <= ${before(AGAIN_MS)}
      order by q.message_id for update),
    written as (
      update message m set
        state = case when d.claimed_at <= ${before(DOUBT_MS)} then 'failed' else 'queued' end,
        reason = case when m.state = 'held' then ${held} when d.claimed_at <= ${before(DOUBT_MS)} then coalesce(m.reason, ${code}) end,
        ended_at = case when d.claimed_at <= ${before(DOUBT_MS)} then ${now}::timestamptz end
      from doubtful d
      where m.business_id = ${ctx.businessId} and m.month = any(${months}::date[]) and m.message_id = d.message_id
        and (m.state = 'held' and d.claimed_at <= ${before(HELD_MS)}
          or m.state = 'unknown' and (d.claimed_at <= ${before(DOUBT_MS)}
            or m.category <> 'marketing' and m.attempts = 1 and m.reason is null and m.kind in (${sql.join(kindsWith('repeatable'))})))
      returning m.message_id, m.contact_id, m.channel_id, m.campaign_id, m.kind, m.dedupe_key, m.state, m.reason),
    gone as (
      delete from message_queue q using written w
      where q.business_id = ${ctx.businessId} and q.message_id = w.message_id and w.state = 'failed'),
    again as (
      update message_queue q set epoch = null, claimed_at = null, not_before = ${now} from written w
      where q.business_id = ${ctx.businessId} and q.message_id = w.message_id and w.state = 'queued')
    select distinct w.campaign_id as "campaignId", single.message_id as "messageId", single.contact_id as "contactId",
      single.channel_id as "channelId", single.kind, single.dedupe_key as "dedupeKey", single.reason
    from written w left join written single on single.message_id = w.message_id and single.campaign_id is null
    where w.state = 'failed'`.execute(ctx.db)
  const campaigns: string[] = []
  for (const row of rows) {
    if (row.campaignId === null) await tell(ctx, messageFailed, { ...row, at: now })
    else campaigns.push(row.campaignId)
  }
  return campaigns
}

/** A message that is no campaign's, as those who asked for it know it. */
interface Single {
  messageId: string
  contactId: string
  channelId: string
  kind: string
  dedupeKey: string | null
  reason: string
}

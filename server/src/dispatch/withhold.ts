import { type RawBuilder, sql } from 'kysely'
import { PREPARED } from '../platform/db/index.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { WAKE } from './hooks.ts'
import { kindsWith } from './kinds.ts'
import { queuedMonths } from './queued-months.ts'
import type { ReasonCode } from './reasons.ts'
import { waitForStarts } from './startable.ts'
import { noteChanges } from './tell-changes.ts'

interface Withdrawn {
  contactId: string
  /** Null: all marketing of the person. */
  topicId: string | null
  reason: 'withdrawn' | 'refused' | 'expired' | 'inactive'
}

/**
 * Takes down everything that is queued for a person and must not go any more, in the withdrawal's own transaction (G2);
 * handler of consent's `consentWithdrawn`.
 *
 * What is under way becomes `unknown`, because the foreign key of G1 lets no consent end while a message is `sending`:
 * its answer settles it afterwards. What was claimed but has not started yet is stopped: see `startable.ts`. What is in doubt
 * already keeps its state and gets the reason, so that it does not go again should it turn out never to have started.
 */
export async function withholdQueued(tx: Context, { contactId, topicId, reason }: Withdrawn): Promise<void> {
  // First the consents, as everyone does who writes marketing messages: an insert that is under way commits before we
  // look for what is queued, a later one sees the withdrawal.
  await sql`select 1 from consent where business_id = ${tx.businessId} and contact_id = ${contactId}
    order by channel_id, topic_id for update`.execute(tx.db)
  // A NO to a question ends nothing that was confirmed before; only what was to be said about it falls away.
  const ends =
    reason === 'refused'
      ? sql<boolean>`(category <> 'marketing' and kind in (${sql.join(kindsWith('endsWithConsent'))}))`
      : topicId === null
        ? sql<boolean>`(category = 'marketing' or kind in (${sql.join(kindsWith('endsWithConsent'))}))`
        : sql<boolean>`(category = 'marketing' and topic_id = ${topicId})`
  await withholdOf(tx, contactId, `consent_${reason}`, ends)
}

/** Withholds what is queued for a person and stops what is claimed, where `ends` holds; none of it starts any more. */
export async function withholdOf(
  tx: Context,
  contactId: string,
  code: ReasonCode,
  ends: RawBuilder<boolean>,
): Promise<void> {
  // A statement of its own: see this folder's README, "Locks and months".
  const { rows: mine } = await sql<{ month: string; messageId: string }>`${PREPARED}
    select m.month, m.message_id as "messageId" from (
        select month, message_id from message where business_id = ${tx.businessId} and contact_id = ${contactId} order by message_id) m
      cross join lateral (select 1 from message_queue q
        where q.business_id = ${tx.businessId} and q.message_id = m.message_id for update of q) q`.execute(
    tx.db,
  )
  if (mine.length === 0) return
  const months = [...new Set(mine.map((row) => row.month))]
  const { rows } = await sql<{ campaign_id: string | null; channel_id: string; state: string }>`${PREPARED}
    with written as (
      update message m set
        state = case m.state when 'queued' then 'withheld' else 'unknown' end,
        reason = ${code},
        ended_at = case m.state when 'queued' then ${tx.clock.now()}::timestamptz end
      where m.business_id = ${tx.businessId} and m.month = any(${months}::date[])
        and m.message_id = any(${mine.map((row) => row.messageId)}::uuid[])
        -- Without a reason its answer would be awaited as if nobody had withdrawn, and it could be queued again.
        and (m.state in ('queued', 'sending') or m.state = 'unknown' and m.reason is null) and ${ends}
      returning m.message_id, m.campaign_id, m.channel_id, m.state),
    gone as (
      delete from message_queue q using written w
      where q.business_id = ${tx.businessId} and q.message_id = w.message_id and w.state = 'withheld'),
    halted as (
      update message_queue q set stopped = true from written w
      where q.business_id = ${tx.businessId} and q.message_id = w.message_id and w.state = 'unknown')
    select campaign_id, channel_id, state from written`.execute(tx.db)
  announce(
    tx,
    rows.flatMap((row) => row.campaign_id ?? []),
  )
  await waitForStarts(
    tx,
    rows.filter((row) => row.state === 'unknown').map((row) => row.channel_id),
  )
}

/** Messages of a cancelled campaign that one statement withholds. */
const CANCELLED_AT_ONCE = 10_000

/** Whether more of a campaign waits than one statement withholds. */
export async function hasMuchWaiting(ctx: Context, campaignId: string): Promise<boolean> {
  const { rows } =
    await sql`select 1 from message_queue where business_id = ${ctx.businessId} and campaign_id = ${campaignId}
    and epoch is null offset ${CANCELLED_AT_ONCE} limit 1`.execute(ctx.db)
  return rows.length > 0
}

/**
 * Takes down what a cancelled campaign has not sent yet: in the caller's transaction, or in one for each ten thousand.
 * @returns how many
 */
export async function withholdCampaign(ctx: Context, campaignId: string): Promise<number> {
  let all = 0
  for (;;) {
    const count = await withTransaction(ctx, (tx) => withholdSome(tx, campaignId))
    all += count
    if (count < CANCELLED_AT_ONCE) return all
  }
}

async function withholdSome(tx: Context, campaignId: string): Promise<number> {
  const code: ReasonCode = 'campaign_cancelled'
  const months = await queuedMonths(tx)
  const { rows } = await sql<{ count: number }>`
    with next as materialized (
      -- By the queue's index, and locked by id, as everyone locks them.
      select message_id from message_queue
      where business_id = ${tx.businessId} and campaign_id = ${campaignId} and epoch is null
      order by not_before, message_id limit ${CANCELLED_AT_ONCE}),
    waiting as materialized (
      select q.message_id from next join message_queue q on q.message_id = next.message_id
      where q.business_id = ${tx.businessId} and q.epoch is null order by q.message_id for update of q),
    written as (
      update message m set state = 'withheld', reason = ${code}, ended_at = ${tx.clock.now()} from waiting w
      where m.business_id = ${tx.businessId} and m.month = any(${months}::date[]) and m.message_id = w.message_id and m.state = 'queued'),
    gone as (
      delete from message_queue q using waiting w where q.business_id = ${tx.businessId} and q.message_id = w.message_id)
    select count(*)::int as count from waiting`.execute(tx.db)
  announce(tx, [campaignId])
  return rows[0]?.count ?? 0
}

/** Tells pages, and wakes whoever waits for the queue, once this is committed. */
function announce(tx: Context, campaignIds: string[]): void {
  tx.afterCommit?.(() => {
    tx.signals.raise(WAKE)
    noteChanges(tx, campaignIds)
  })
}

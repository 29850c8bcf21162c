import { sql } from 'kysely'
import { PREPARED, plainArray } from '../platform/db/index.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { LOCAL_ERROR, wamidDigest } from '../whatsapp/index.ts'
import type { Claimed } from './claim.ts'
import { countReached } from './head-room.ts'
import { holdsLease, type Lease } from './lease.ts'
import { pulseAt } from './pulse.ts'
import type { ReasonCode } from './reasons.ts'
import type { Sent } from './send.ts'
import { findBars } from './way-back.ts'

/** Codes of messages that never became a request. */
const UNSENDABLE = [sql.lit(LOCAL_ERROR.unsendable), sql.lit(LOCAL_ERROR.unreadable)]

export interface Settled {
  messageId: string
  contactId: string
  channelId: string
  campaignId: string | null
  templateId: string | null
  kind: string
  category: 'marketing' | 'utility' | 'authentication' | 'service'
  dedupeKey: string | null
  state: string
  reason: string | null
  wamidDigest: string | null
}

/**
 * Writes the outcomes of a batch in one statement. What a status webhook settled before us has left the queue and stays as
 * it is, and so does a message that a status has led to its next request already. A message whose person withdrew or whose
 * campaign was cancelled while it was under way is never queued again; it ends as withheld.
 * @returns the messages that were still ours to settle
 */
export async function settle(ctx: Context, lease: Lease, batch: readonly Sent[]): Promise<Settled[]> {
  if (batch.length === 0) return []
  const returning = batch
    .filter(({ outcome }) => outcome.result === 'retry' || outcome.result === 'released')
    .map(({ message }) => ({ ...message, channelId: lease.channelId }))
  if (returning.length === 0) return write(ctx, lease, batch, new Map())
  return withTransaction(ctx, async (tx) => write(tx, lease, batch, await findBars(tx, returning)))
}

async function write(
  ctx: Context,
  lease: Lease,
  batch: readonly Sent[],
  bars: ReadonlyMap<string, ReasonCode>,
): Promise<Settled[]> {
  const now = ctx.clock.now()
  const column = (pick: (sent: Sent) => string | number | boolean | null) => plainArray(batch.map(pick))
  const unsendable: ReasonCode = 'unsendable'
  // Not compared row by row: see this folder's README, "Locks and months".
  const months = [...new Set(batch.map(({ message }) => message.month))]
  // `unknown` for a reason is a withdrawal; without one somebody took the channel over and did not know what we know.
  const mayGoAgain = sql<boolean>`(o.barred is null and (m.state = 'sending' or o.result = 'released' and m.reason is null))`
  const { rows } = await sql<Written>`${PREPARED}
    with o as (
      select message_id, result, wamid_digest, code, ${now}::timestamptz + make_interval(secs => after_seconds) as retry_at, attempt, counts, barred, claimed_at
      from unnest(${column(({ message }) => message.messageId)}::uuid[], ${column(({ outcome }) => outcome.result)}::text[],
        ${column(({ outcome }) => ('wamid' in outcome ? wamidDigest(ctx, outcome.wamid) : null))}::text[],
        ${column(({ outcome }) => ('code' in outcome ? outcome.code : null))}::int[],
        ${column(({ outcome }) => (outcome.result === 'retry' ? outcome.afterSeconds : 0))}::float8[],
        ${column(({ message }) => message.attempts)}::int[],
        ${column(({ outcome }) => outcome.result === 'retry' && outcome.counts)}::boolean[],
        ${column(({ message }) => bars.get(message.messageId) ?? null)}::text[],
        ${column(({ message }) => message.claimedAt.toISOString())}::timestamptz[])
        as o (message_id, result, wamid_digest, code, after_seconds, attempt, counts, barred, claimed_at)),
    -- Queue rows first and in order, as everyone locks them: one walk through their index for the whole batch. A plain comparison of
    -- epochs lets the planner walk all that is claimed instead.
    mine as materialized (
      select q.message_id, q.claimed_at from message_queue q
      where q.business_id = ${ctx.businessId} and q.message_id = any(${column(({ message }) => message.messageId)}::uuid[])
        and q.epoch is not distinct from ${lease.epoch}::bigint
      order by q.message_id for update),
    written as (
      update message m set
        state = case
          when o.result in ('retry', 'released') then case when ${mayGoAgain} then 'queued' else 'withheld' end
          else o.result end,
        attempts = m.attempts - case when o.result = 'released' then 1 else 0 end,
        tries = m.tries + case when o.counts then 1 else 0 end,
        wamid_digest = coalesce(m.wamid_digest, o.wamid_digest),
        error_code = case when o.result in ('failed', 'retry') then o.code else m.error_code end,
        reason = case when o.result = 'failed' and o.code in (${sql.join(UNSENDABLE)}) then ${unsendable} when o.result in ('accepted', 'held') then null
          when o.result in ('retry', 'released') then coalesce(m.reason, o.barred) else m.reason end,
        accepted_at = case when o.result in ('accepted', 'held') then coalesce(m.accepted_at, ${now}::timestamptz) else m.accepted_at end,
        ended_at = case when o.result = 'failed' or (o.result in ('retry', 'released') and not ${mayGoAgain}) then ${now}::timestamptz
          else m.ended_at end
      from o
      where m.business_id = ${ctx.businessId} and m.month = any(${months}::date[]) and m.message_id = o.message_id
        and m.state in ('sending', 'unknown') and m.attempts = o.attempt
        -- Of this very claim: a result that is written once more must not meet the next one, which has the same number of attempts
        -- when this one never started. Asked by a hash: joined, every outcome would be compared with every other.
        and ((o.message_id, o.claimed_at) in (select message_id, claimed_at from mine)) is true
        -- Who has lost the channel knows one thing for certain still: what never started.
        and (o.result = 'released' or ${holdsLease(ctx, lease)})
      returning m.message_id, m.channel_id, m.campaign_id, m.category, m.kind, m.state, m.reason, m.wamid_digest, o.retry_at),
    gone as (
      delete from message_queue q using written w where q.business_id = ${ctx.businessId} and q.message_id = w.message_id
        and w.state not in ('queued', 'held', 'unknown')),
    again as (
      update message_queue q set epoch = null, claimed_at = null, stopped = false, not_before = w.retry_at from written w
      where q.business_id = ${ctx.businessId} and q.message_id = w.message_id and w.state = 'queued'),
    pulse as (
      insert into campaign_pulse as p (business_id, campaign_id, at, accepted, failed)
      select ${ctx.businessId}::uuid, campaign_id, ${pulseAt(now)}::timestamptz,
        count(*) filter (where state in ('accepted', 'held')), count(*) filter (where state = 'failed')
      from written where campaign_id is not null and state in ('accepted', 'held', 'failed') group by campaign_id
      on conflict (business_id, campaign_id, at) do update set
        accepted = p.accepted + excluded.accepted, failed = p.failed + excluded.failed),
    ${countReached(ctx, sql`select channel_id, category, kind from written where state in ('accepted', 'held')`)}
    select message_id as "messageId", state, reason, wamid_digest as "wamidDigest" from written`.execute(
    ctx.db,
  )
  const written = new Map(rows.map((row) => [row.messageId, row]))
  return batch.flatMap(({ message }) => {
    const row = written.get(message.messageId)
    return row ? [{ ...identityOf(message), channelId: lease.channelId, ...row }] : []
  })
}

type Written = Pick<Settled, 'messageId' | 'state' | 'reason' | 'wamidDigest'>

const identityOf = ({ contactId, campaignId, templateId, kind, category, dedupeKey }: Claimed) => ({
  contactId,
  campaignId,
  templateId,
  kind,
  category,
  dedupeKey,
})

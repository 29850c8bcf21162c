import { sql } from 'kysely'
import { PREPARED } from '../platform/db/index.ts'
import type { Context } from '../platform/index.ts'
import { wamidDigest } from '../whatsapp/index.ts'
import { countReached } from './head-room.ts'
import { holdsLease, type Lease } from './lease.ts'
import { monthOfMessage } from './month.ts'
import { pulseAt } from './pulse.ts'
import type { ReasonCode } from './reasons.ts'
import type { Outcome } from './send.ts'

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
 * it is. A message whose person withdrew while it was under way (`unknown`) is never queued again; it ends as withheld.
 * @returns the messages that were still ours to settle
 */
export async function settle(ctx: Context, lease: Lease, outcomes: readonly Outcome[]): Promise<Settled[]> {
  if (outcomes.length === 0) return []
  const now = ctx.clock.now()
  const column = <T>(pick: (outcome: Outcome) => T) => outcomes.map(pick)
  const unsendable: ReasonCode = 'unsendable'
  const retryAt = column((o) =>
    o.result === 'retry' ? new Date(now.getTime() + o.afterSeconds * 1000) : now,
  )
  // `unknown` for a reason is a withdrawal; without one somebody took the channel over and did not know what we know.
  const mayGoAgain = sql<boolean>`(m.state = 'sending' or (o.result = 'released' and m.reason is null))`
  const { rows } = await sql<Settled>`${PREPARED}
    with o as (
      select * from unnest(${column((o) => monthOfMessage(o.messageId))}::date[], ${column((o) => o.messageId)}::uuid[],
        ${column((o) => o.result)}::text[], ${column((o) => ('wamid' in o ? wamidDigest(ctx, o.wamid) : null))}::text[],
        ${column((o) => ('code' in o ? o.code : null))}::int[], ${retryAt.map((at) => at.toISOString())}::timestamptz[],
        ${column((o) => o.attempt)}::int[], ${column((o) => o.result === 'retry' && o.counts)}::boolean[])
        as o (month, message_id, result, wamid_digest, code, retry_at, attempt, counts)),
    -- Queue rows first and in order, as everyone locks them. Each is looked up by its key: joined, every outcome would be compared
    -- with every other, and a plain comparison of epochs lets the planner walk all that is claimed instead.
    mine as materialized (
      select o.* from (select * from o order by message_id) o cross join lateral (
        select 1 from message_queue q
        where q.business_id = ${ctx.businessId} and q.message_id = o.message_id and q.epoch is not distinct from ${lease.epoch}::bigint
          -- Who has lost the channel knows one thing for certain still: what never started.
          and (o.result = 'released' or ${holdsLease(ctx, lease)})
        for update of q) q),
    written as (
      update message m set
        state = case
          when o.result in ('retry', 'released') then case when ${mayGoAgain} then 'queued' else 'withheld' end
          else o.result end,
        attempts = m.attempts - case when o.result = 'released' then 1 else 0 end,
        tries = m.tries + case when o.counts then 1 else 0 end,
        wamid_digest = coalesce(m.wamid_digest, o.wamid_digest),
        error_code = case when o.result in ('failed', 'retry') then o.code else m.error_code end,
        reason = case when o.result = 'failed' and o.code = -2 then ${unsendable} when o.result in ('accepted', 'held') then null else m.reason end,
        accepted_at = case when o.result in ('accepted', 'held') then coalesce(m.accepted_at, ${now}::timestamptz) else m.accepted_at end,
        ended_at = case when o.result = 'failed' or (o.result in ('retry', 'released') and not ${mayGoAgain}) then ${now}::timestamptz
          else m.ended_at end
      from mine o
      where m.business_id = ${ctx.businessId} and m.month = o.month and m.message_id = o.message_id
        and m.state in ('sending', 'unknown') and m.attempts = o.attempt
      returning m.message_id, m.contact_id, m.channel_id, m.campaign_id, m.template_id, m.kind, m.category, m.dedupe_key,
        m.state, m.reason, m.wamid_digest, o.retry_at),
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
    ${countReached(ctx, sql`select channel_id, category from written where state in ('accepted', 'held')`)}
    select message_id as "messageId", contact_id as "contactId", channel_id as "channelId", campaign_id as "campaignId",
      template_id as "templateId", kind, category, dedupe_key as "dedupeKey", state, reason, wamid_digest as "wamidDigest"
    from written`.execute(ctx.db)
  return rows
}

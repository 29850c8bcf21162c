import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import { wamidDigest } from '../whatsapp/index.ts'
import { holdsLease, type Lease } from './lease.ts'
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
 * Writes the outcomes of a batch in one statement. A status webhook may have been faster: what it wrote stays. A message
 * whose person withdrew while it was under way (`unknown`) is never queued again; it ends as withheld.
 */
export async function settle(ctx: Context, lease: Lease, outcomes: readonly Outcome[]): Promise<Settled[]> {
  if (outcomes.length === 0) return []
  const now = ctx.clock.now()
  const column = <T>(pick: (outcome: Outcome) => T) => outcomes.map(pick)
  const unsendable: ReasonCode = 'unsendable'
  const retryAt = column((o) =>
    o.result === 'retry' ? new Date(now.getTime() + o.afterSeconds * 1000) : now,
  )
  const { rows } = await sql<Settled>`
    update message m set
      state = case
        when m.state not in ('sending', 'unknown') then m.state
        when o.result in ('retry', 'released') then case when m.state = 'sending' then 'queued' else 'withheld' end
        else o.result end,
      wamid_digest = coalesce(m.wamid_digest, o.wamid_digest),
      error_code = case when o.result in ('failed', 'retry') then o.code else m.error_code end,
      reason = case when o.result = 'failed' and o.code = -2 then ${unsendable} when o.result in ('accepted', 'held') then null else m.reason end,
      not_before = case when o.result = 'retry' then o.retry_at else m.not_before end,
      accepted_at = case when o.result in ('accepted', 'held') then coalesce(m.accepted_at, ${now}::timestamptz) else m.accepted_at end,
      ended_at = case
        when m.state not in ('sending', 'unknown') then m.ended_at
        when o.result = 'failed' or (m.state = 'unknown' and o.result in ('retry', 'released')) then ${now}::timestamptz
        else m.ended_at end
    from unnest(${column((o) => o.messageId)}::uuid[], ${column((o) => o.result)}::text[],
      ${column((o) => ('wamid' in o ? wamidDigest(ctx, o.wamid) : null))}::text[], ${column((o) => ('code' in o ? o.code : null))}::int[],
      ${retryAt.map((at) => at.toISOString())}::timestamptz[]) as o (message_id, result, wamid_digest, code, retry_at)
    where m.business_id = ${ctx.businessId} and m.message_id = o.message_id and m.lease_epoch = ${lease.epoch}::bigint
      and m.state in ('sending', 'unknown', 'accepted', 'held', 'sent', 'delivered', 'read', 'failed')
      and ${holdsLease(ctx, lease)}
    returning m.message_id as "messageId", m.contact_id as "contactId", m.channel_id as "channelId",
      m.campaign_id as "campaignId", m.template_id as "templateId", m.kind, m.category, m.dedupe_key as "dedupeKey",
      m.state, m.reason, m.wamid_digest as "wamidDigest"`.execute(ctx.db)
  return rows
}

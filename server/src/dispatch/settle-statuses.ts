import { sql } from 'kysely'
import { priceSql } from '../costs/index.ts'
import type { Context } from '../platform/index.ts'
import { actionFor, type StatusUpdate, wamidDigest } from '../whatsapp/index.ts'
import { messageIdOf } from './callback.ts'
import { messageAccepted, messageFailed, messagesChanged, stoppedByMeta } from './hooks.ts'
import type { Settled } from './settle.ts'

/** All statuses of one message in a batch, joined into one. */
interface Joined {
  messageId: string | null
  wamid: string
  rank: number
  sentAt: Date | null
  deliveredAt: Date | null
  readAt: Date | null
  failedAt: Date | null
  code: number | null
  billable: boolean | null
  priceCategory: string | null
}

const RANK = { sent: 3, delivered: 4, read: 5 } as const

/**
 * Books statuses on their messages, set-based: handler of intake's `messageStatuses`, in intake's transaction.
 *
 * Order of arrival does not matter (accepted < sent < delivered < read); a failure ends a message unless it was, or later is,
 * delivered after all. A message in doubt is found by our id in the callback data. Prices come from the statuses; the amount is
 * booked on delivery, because Meta charges on delivery. Nothing personal is written, so an erased person's counts close as well.
 */
export async function settleStatuses(
  tx: Context,
  { statuses }: { statuses: readonly StatusUpdate[] },
): Promise<void> {
  const joined = joinStatuses(statuses)
  if (joined.length === 0) return
  const column = <T>(pick: (status: Joined) => T) => joined.map(pick)
  const times = (pick: (status: Joined) => Date | null) =>
    column((status) => pick(status)?.toISOString() ?? null)
  const now = tx.clock.now()
  const { rows } = await sql<Settled>`
    with s as (
      select * from unnest(${column((s) => s.messageId)}::uuid[], ${column((s) => wamidDigest(tx, s.wamid))}::text[], ${column((s) => s.rank)}::int[],
        ${times((s) => s.sentAt)}::timestamptz[], ${times((s) => s.deliveredAt)}::timestamptz[], ${times((s) => s.readAt)}::timestamptz[],
        ${times((s) => s.failedAt)}::timestamptz[], ${column((s) => s.code)}::int[], ${column((s) => s.billable)}::boolean[],
        ${column((s) => s.priceCategory)}::text[])
        as s (message_id, wamid_digest, rank, sent_at, delivered_at, read_at, failed_at, code, billable, price_category)),
    -- Joined by our own id where it came along, else by Meta's: two plain index look-ups instead of an OR.
    found as (
      select m.message_id, s.* from s join message m on m.business_id = ${tx.businessId} and m.message_id = s.message_id
      union all
      select m.message_id, s.* from s join message m on m.business_id = ${tx.businessId} and m.wamid_digest = s.wamid_digest
      where s.message_id is null),
    ranked as (
      select greatest(f.given_rank, case m.state when 'sent' then 3 when 'delivered' then 4 when 'read' then 5 else 0 end) as rank, f.*
      from message m join found f (own_id, given_id, wamid_digest, given_rank, sent_at, delivered_at, read_at, failed_at, code, billable, price_category)
        on f.own_id = m.message_id
      where m.business_id = ${tx.businessId} and m.state not in ('queued', 'withheld') and coalesce(m.wamid_digest, f.wamid_digest) = f.wamid_digest
      order by m.message_id for update of m)
    update message m set
      state = case
        when r.rank >= 4 then case r.rank when 4 then 'delivered' else 'read' end
        when r.failed_at is not null or m.state = 'failed' and m.wamid_digest is not null then 'failed'
        when r.rank = 3 then 'sent' else m.state end,
      wamid_digest = r.wamid_digest,
      error_code = case when r.failed_at is not null and r.rank < 4 then r.code when r.rank >= 4 then null else m.error_code end,
      reason = case when r.rank >= 4 or r.rank = 3 and m.state in ('sending', 'unknown') then null else m.reason end,
      accepted_at = coalesce(m.accepted_at, r.sent_at, r.delivered_at, r.read_at, r.failed_at, ${now}::timestamptz),
      sent_at = coalesce(m.sent_at, r.sent_at),
      delivered_at = coalesce(m.delivered_at, r.delivered_at, r.read_at),
      read_at = coalesce(m.read_at, r.read_at),
      ended_at = case when r.rank >= 4 then null when r.failed_at is not null then coalesce(m.ended_at, r.failed_at) else m.ended_at end,
      billable = coalesce(r.billable, m.billable),
      price_category = coalesce(r.price_category, m.price_category),
      cost = case when m.cost is not null or r.rank < 4 then m.cost
        when not coalesce(r.billable, m.billable, false) then case when coalesce(r.billable, m.billable) is null then null else 0 end
        else ${priceSql({
          businessId: sql.ref('m.business_id'),
          country: sql`(select c.country from contact c where c.business_id = m.business_id and c.contact_id = m.contact_id)`,
          category: sql`coalesce(r.price_category, m.price_category)`,
          on: sql`coalesce(r.delivered_at, r.read_at, ${now}::timestamptz)::date`,
        })} end
    from ranked r
    where m.business_id = ${tx.businessId} and m.message_id = r.own_id
    returning m.message_id as "messageId", m.contact_id as "contactId", m.channel_id as "channelId",
      m.campaign_id as "campaignId", m.template_id as "templateId", m.kind, m.category, m.dedupe_key as "dedupeKey",
      m.state, m.reason, m.wamid_digest as "wamidDigest"`.execute(tx.db)
  await tell(tx, rows, joined)
}

async function tell(tx: Context, rows: readonly Settled[], joined: readonly Joined[]): Promise<void> {
  const byDigest = new Map(joined.map((status) => [wamidDigest(tx, status.wamid), status]))
  for (const message of rows) {
    const status = message.wamidDigest === null ? undefined : byDigest.get(message.wamidDigest)
    const acceptedAt = status?.sentAt ?? status?.deliveredAt ?? status?.readAt
    const event = {
      messageId: message.messageId,
      contactId: message.contactId,
      channelId: message.channelId,
      kind: message.kind,
      dedupeKey: message.dedupeKey,
    }
    if (status?.failedAt && message.state === 'failed') {
      const action = actionFor(status.code ?? 0)
      if (action.do === 'fail' && action.person === 'stopped_marketing') {
        await tx.hooks.run(stoppedByMeta, tx, { ...event, at: status.failedAt })
      }
      if (!message.campaignId) {
        await tx.hooks.run(messageFailed, tx, {
          ...event,
          at: status.failedAt,
          reason: `error_${status.code ?? 0}`,
        })
      }
    } else if (!message.campaignId && status && acceptedAt) {
      // Also settles a single message whose answer was lost.
      await tx.hooks.run(messageAccepted, tx, { ...event, at: acceptedAt, wamid: status.wamid })
    }
  }
  const campaignIds = [...new Set(rows.flatMap((row) => row.campaignId ?? []))]
  if (campaignIds.length === 0) return
  tx.afterCommit?.(() => {
    const outside: Context = { ...tx, db: tx.runtime.db, afterCommit: undefined }
    tx.hooks
      .run(messagesChanged, outside, { campaignIds })
      .catch((error: unknown) => tx.log.error({ err: error }, 'messages changed'))
  })
}

/** One entry per message, so that a statement touches each row once whatever a batch holds. Pure. */
export function joinStatuses(statuses: readonly StatusUpdate[]): Joined[] {
  const byWamid = new Map<string, Joined>()
  for (const status of statuses) {
    const joined = byWamid.get(status.wamid) ?? {
      messageId: null,
      wamid: status.wamid,
      rank: 0,
      sentAt: null,
      deliveredAt: null,
      readAt: null,
      failedAt: null,
      code: null,
      billable: null,
      priceCategory: null,
    }
    joined.messageId ??= messageIdOf(status.callback)
    if (status.status === 'failed') {
      joined.failedAt ??= status.at
      joined.code ??= status.error?.code ?? null
    } else {
      joined.rank = Math.max(joined.rank, RANK[status.status])
      joined[`${status.status}At`] ??= status.at
    }
    if (status.pricing) {
      joined.billable = status.pricing.billable && !status.pricing.free
      joined.priceCategory = priceCategory(status.pricing.category)
    }
    byWamid.set(status.wamid, joined)
  }
  return [...byWamid.values()]
}

/** Meta's names for what is billed, in the words of our price table. */
function priceCategory(category: string): string {
  if (category.startsWith('marketing')) return 'marketing'
  if (category.startsWith('authentication')) return 'authentication'
  return category === 'utility' ? 'utility' : 'service'
}

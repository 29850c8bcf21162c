import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import { messagesReturn } from './hooks.ts'
import type { ReasonCode } from './reasons.ts'

/** A message that was claimed or sent and would go once more. */
export interface Returning {
  messageId: string
  contactId: string
  channelId: string
  topicId: string | null
  campaignId: string | null
  category: string
}

/**
 * Why messages may not go back into the queue: their campaign is over, or their consent is not confirmed any more. What is asked is
 * locked in the order in which everybody locks (campaigns, consents, messages) and stays so until the transaction ends: nobody
 * ends it in between, and the foreign key of G1 refuses none of them.
 * @returns by message; those that may go are not in it
 */
export async function findBars(tx: Context, again: readonly Returning[]): Promise<Map<string, ReasonCode>> {
  const bars = new Map<string, ReasonCode>()
  const campaignIds = [...new Set(again.flatMap((message) => message.campaignId ?? []))].sort()
  if (campaignIds.length > 0) {
    await tx.hooks.run(messagesReturn, tx, { campaignIds })
    const { rows } = await sql<{ campaign_id: string }>`select campaign_id from campaign
      where business_id = ${tx.businessId} and campaign_id = any(${campaignIds}::uuid[])
        and state not in ('running', 'paused')`.execute(tx.db)
    const over = new Set(rows.map((row) => row.campaign_id))
    for (const { messageId, campaignId } of again) {
      if (campaignId && over.has(campaignId)) bars.set(messageId, 'campaign_cancelled')
    }
  }
  const marketing = again.filter((message) => message.category === 'marketing')
  const column = <T>(pick: (message: Returning) => T) => marketing.map(pick)
  if (marketing.length === 0) return bars
  const { rows } = await sql<{ contact_id: string; channel_id: string; topic_id: string; state: string }>`
    select s.contact_id, s.channel_id, s.topic_id, s.state from consent s
    where s.business_id = ${tx.businessId} and (s.contact_id, s.channel_id, s.topic_id) in (
      select * from unnest(${column((m) => m.contactId)}::uuid[], ${column((m) => m.channelId)}::uuid[],
        ${column((m) => m.topicId)}::uuid[]))
    order by s.contact_id, s.channel_id, s.topic_id for key share of s`.execute(tx.db)
  const states = new Map(rows.map((row) => [`${row.contact_id}${row.channel_id}${row.topic_id}`, row.state]))
  for (const { messageId, contactId, channelId, topicId } of marketing) {
    const reason = consentReason(states.get(`${contactId}${channelId}${topicId}`))
    if (reason) bars.set(messageId, reason)
  }
  return bars
}

/** The gate's word for a consent that is not confirmed; null when it is. */
function consentReason(state: string | undefined): ReasonCode | null {
  switch (state) {
    case 'confirmed':
      return null
    case undefined:
      return 'no_consent'
    case 'requested':
    case 'pending':
      return 'consent_pending'
    case 'withdrawn':
    case 'refused':
    case 'expired':
      return `consent_${state}`
    default:
      return 'consent_inactive'
  }
}

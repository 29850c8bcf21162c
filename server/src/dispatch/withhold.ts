import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import { messagesChanged, WAKE } from './hooks.ts'
import { kindsWith } from './kinds.ts'
import type { ReasonCode } from './reasons.ts'
import { vetoesOf } from './vetoes.ts'

interface Withdrawn {
  contactId: string
  /** Null: all marketing of the person. */
  topicId: string | null
  reason: 'withdrawn' | 'refused' | 'expired'
}

/**
 * Takes down everything that is queued for a person and must not go any more, in the withdrawal's own transaction (G2);
 * handler of consent's `consentWithdrawn`.
 *
 * What is under way becomes `unknown`, because the foreign key of G1 lets no consent end while a message is `sending`:
 * its answer settles it afterwards. What was claimed but has not started yet is stopped by the veto.
 */
export async function withholdQueued(tx: Context, { contactId, topicId, reason }: Withdrawn): Promise<void> {
  // First the consents, as everyone does who writes marketing messages: an insert that is under way commits before we
  // look for what is queued, a later one sees the withdrawal.
  await sql`select 1 from consent where business_id = ${tx.businessId} and contact_id = ${contactId}
    order by channel_id, topic_id for update`.execute(tx.db)
  const code: ReasonCode = `consent_${reason}`
  // A NO to a question ends nothing that was confirmed before; only what was to be said about it falls away.
  const ends =
    reason === 'refused'
      ? sql`(category <> 'marketing' and kind in (${sql.join(kindsWith('endsWithConsent'))}))`
      : topicId === null
        ? sql`(category = 'marketing' or kind in (${sql.join(kindsWith('endsWithConsent'))}))`
        : sql`(category = 'marketing' and topic_id = ${topicId})`
  const { rows } = await sql<{ campaign_id: string | null }>`
    update message set
      state = case state when 'queued' then 'withheld' else 'unknown' end,
      reason = ${code},
      ended_at = case state when 'queued' then ${tx.clock.now()}::timestamptz end
    where business_id = ${tx.businessId} and contact_id = ${contactId} and state in ('queued', 'sending') and ${ends}
    returning campaign_id`.execute(tx.db)
  if (reason !== 'refused') vetoesOf(tx.runtime).add(tx.businessId, contactId, topicId)
  announce(
    tx,
    rows.flatMap((row) => row.campaign_id ?? []),
  )
}

/** Takes down what a cancelled campaign has not sent yet, in the caller's transaction. @returns how many */
export async function withholdCampaign(tx: Context, campaignId: string): Promise<number> {
  const code: ReasonCode = 'campaign_cancelled'
  const result = await tx.db
    .updateTable('message')
    .set({ state: 'withheld', reason: code, ended_at: tx.clock.now() })
    .where('business_id', '=', tx.businessId)
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'queued')
    .executeTakeFirst()
  announce(tx, [campaignId])
  return Number(result.numUpdatedRows)
}

/** Tells pages, and wakes whoever waits for the queue, once this is committed. */
function announce(tx: Context, campaignIds: string[]): void {
  tx.afterCommit?.(() => {
    tx.signals.raise(WAKE)
    if (campaignIds.length === 0) return
    const outside: Context = { ...tx, db: tx.runtime.db, afterCommit: undefined }
    tx.hooks
      .run(messagesChanged, outside, { campaignIds: [...new Set(campaignIds)] })
      .catch((error: unknown) => tx.log.error({ err: error }, 'messages changed'))
  })
}

import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import { wakeDispatch } from './enqueue.ts'
import { kindsWith } from './kinds.ts'
import { queuedMonths } from './queued-months.ts'
import type { ReasonCode } from './reasons.ts'
import { waitForStarts } from './startable.ts'
import { noteChanges } from './tell-changes.ts'

/**
 * Takes down everything that is queued on the strength of some wordings, for everybody at once and in the transaction that
 * ends those consents (handler of consent's `wordingsEnd`): marketing to people whose confirmed consent names one of them, and
 * questions that still show them. What is under way becomes `unknown` until its answer comes, like at a withdrawal.
 */
export async function withholdForWordings(
  tx: Context,
  { wordingIds }: { wordingIds: string[] },
): Promise<void> {
  const code: ReasonCode = 'consent_inactive'
  const months = await queuedMonths(tx)
  const { rows } = await sql<{ campaign_id: string | null; channel_id: string; state: string }>`
    with under as (
      select contact_id, channel_id, topic_id from consent
      where business_id = ${tx.businessId} and wording_id = any(${wordingIds}::uuid[]) and state = 'confirmed'),
    asked as (
      select contact_id, question_id::text as dedupe_key from consent_question
      where business_id = ${tx.businessId} and wording_ids && ${wordingIds}::uuid[] and state = 'asking'),
    mine as materialized (
      select q.message_id from message_queue q
      where q.business_id = ${tx.businessId}
        and q.contact_id in (select contact_id from under union select contact_id from asked)
      order by q.message_id for update of q),
    written as (
      update message m set
        state = case m.state when 'queued' then 'withheld' else 'unknown' end,
        reason = ${code},
        ended_at = case m.state when 'queued' then ${tx.clock.now()}::timestamptz end
      from mine
      where m.business_id = ${tx.businessId} and m.month = any(${months}::date[]) and m.message_id = mine.message_id
        and (m.state in ('queued', 'sending') or m.state = 'unknown' and m.reason is null)
        and ((m.category = 'marketing' and (m.contact_id, m.channel_id, m.topic_id) in (select contact_id, channel_id, topic_id from under))
          or (m.kind in (${sql.join(kindsWith('endsWithConsent'))}) and (m.contact_id, m.dedupe_key) in (select contact_id, dedupe_key from asked)))
      returning m.message_id, m.campaign_id, m.channel_id, m.state),
    gone as (
      delete from message_queue q using written w
      where q.business_id = ${tx.businessId} and q.message_id = w.message_id and w.state = 'withheld'),
    halted as (
      update message_queue q set stopped = true from written w
      where q.business_id = ${tx.businessId} and q.message_id = w.message_id and w.state = 'unknown')
    select campaign_id, channel_id, state from written`.execute(tx.db)
  wakeDispatch(tx)
  const campaignIds = [...new Set(rows.flatMap((row) => row.campaign_id ?? []))]
  tx.afterCommit?.(() => noteChanges(tx, campaignIds))
  await waitForStarts(
    tx,
    rows.filter((row) => row.state === 'unknown').map((row) => row.channel_id),
  )
}

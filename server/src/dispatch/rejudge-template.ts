import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import { wakeDispatch } from './enqueue.ts'
import { queuedMonths } from './queued-months.ts'
import type { ReasonCode } from './reasons.ts'
import { noteChanges } from './tell-changes.ts'

interface Reclassified {
  templateId: string
  category: string
  categoryBefore: string
}

/**
 * Handler of templates' `templateChanged`: judges again what is queued with a template that Meta has made marketing (C-63, C-64), in
 * the transaction that notes it. Whose message has a topic to which they said yes gets it as marketing, bound to that consent from
 * now on; for everybody else it is withheld. What is claimed already meets the gate's own check, or is on its way.
 */
export async function rejudgeTemplate(
  tx: Context,
  { templateId, category, categoryBefore }: Reclassified,
): Promise<void> {
  if (category !== 'marketing' || categoryBefore === 'marketing') return
  // First the consents, as everyone does who writes marketing messages.
  await sql`select 1 from consent o
    where o.business_id = ${tx.businessId} and o.state = 'confirmed' and (o.contact_id, o.channel_id, o.topic_id) in (
      select m.contact_id, m.channel_id, m.topic_id from message m join message_queue q
        on q.business_id = m.business_id and q.message_id = m.message_id
      where m.business_id = ${tx.businessId} and m.template_id = ${templateId} and m.topic_id is not null)
    order by o.contact_id, o.channel_id, o.topic_id for key share`.execute(tx.db)
  const code: ReasonCode = 'category_changed'
  const months = await queuedMonths(tx)
  const { rows } = await sql<{ campaign_id: string | null }>`
    with mine as materialized (
      select q.message_id from message_queue q join message m
        on m.business_id = q.business_id and m.month = any(${months}::date[]) and m.message_id = q.message_id
      where q.business_id = ${tx.businessId} and q.epoch is null and m.template_id = ${templateId}
        and m.category <> 'marketing' and m.state = 'queued'
      order by q.message_id for update of q),
    judged as (
      select m.message_id, exists (select 1 from consent o where o.business_id = m.business_id
          and o.contact_id = m.contact_id and o.channel_id = m.channel_id and o.topic_id = m.topic_id
          and o.state = 'confirmed') as agreed
      from mine join message m on m.business_id = ${tx.businessId} and m.month = any(${months}::date[]) and m.message_id = mine.message_id),
    written as (
      update message m set
        category = case when j.agreed then 'marketing' else m.category end,
        state = case when j.agreed then 'queued' else 'withheld' end,
        reason = case when j.agreed then null else ${code} end,
        ended_at = case when j.agreed then null else ${tx.clock.now()}::timestamptz end
      from judged j
      where m.business_id = ${tx.businessId} and m.month = any(${months}::date[]) and m.message_id = j.message_id and m.state = 'queued'
      returning m.message_id, m.campaign_id, m.state),
    gone as (
      delete from message_queue q using written w
      where q.business_id = ${tx.businessId} and q.message_id = w.message_id and w.state = 'withheld')
    select campaign_id from written`.execute(tx.db)
  wakeDispatch(tx)
  const campaignIds = [...new Set(rows.flatMap((row) => row.campaign_id ?? []))]
  tx.afterCommit?.(() => noteChanges(tx, campaignIds))
}

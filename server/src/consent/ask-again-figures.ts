import { sql } from 'kysely'
import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import type { Context } from '../platform/index.ts'
import { WINDOW_MS } from '../whatsapp/index.ts'
import { getTopic } from './list-topics.ts'

/** How far asking anew has come after a material change of one topic's text. */
export const AskAgainFigures = z.object({
  /** Consents that the change put out of scope. */
  superseded: z.number().int(),
  /** Nobody has asked them yet: they have not written since. */
  waiting: z.number().int(),
  /** … of those, people whose 24-hour window is open: they are asked with their next message. */
  windowOpen: z.number().int(),
  asked: z.number().int(),
  yes: z.number().int(),
  no: z.number().int(),
  /** The question is on their phone and can still be answered. */
  open: z.number().int(),
})
type AskAgainFigures = z.infer<typeof AskAgainFigures>

/** Counts over the topic's newest material change; zeros when there was none, `not_found` for a topic that is not there. Questions that nobody answered go after 30 days. */
export async function askAgainFigures(ctx: Context, topicId: string): Promise<AskAgainFigures> {
  requireRole(ctx, 'marketer', 'dpo')
  await getTopic(ctx, topicId)
  const { rows } = await sql<AskAgainFigures>`
    with change as (
      select coalesce(sum(superseded_count), 0)::int as superseded, min(published_at) as since from wording
      where business_id = ${ctx.businessId} and topic_id = ${topicId} and material),
    asked as (
      select q.state from consent_question q cross join change
      where q.business_id = ${ctx.businessId} and ${topicId}::uuid = any(q.topic_ids) and q.asked_because = 'material_change'
        and q.created_at >= change.since)
    select change.superseded,
      (select count(*)::int from consent s where s.business_id = ${ctx.businessId} and s.topic_id = ${topicId} and s.state = 'superseded') as waiting,
      (select count(*)::int from consent s
        join conversation v on v.business_id = s.business_id and v.contact_id = s.contact_id and v.channel_id = s.channel_id
        where s.business_id = ${ctx.businessId} and s.topic_id = ${topicId} and s.state = 'superseded'
          and v.last_inbound_at > ${new Date(ctx.clock.now().getTime() - WINDOW_MS)}) as "windowOpen",
      (select count(*)::int from asked) as asked,
      (select count(*)::int from asked where state = 'answered_yes') as yes,
      (select count(*)::int from asked where state = 'answered_no') as no,
      (select count(*)::int from asked where state in ('asking', 'asked')) as open
    from change`.execute(ctx.db)
  const [row] = rows
  return row ?? { superseded: 0, waiting: 0, windowOpen: 0, asked: 0, yes: 0, no: 0, open: 0 }
}

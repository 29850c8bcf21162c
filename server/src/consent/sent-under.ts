import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/index.ts'

/** Marketing that had left on the strength of one wording. */
export const SentUnder = z.object({
  messages: z.number().int(),
  people: z.number().int(),
  first: z.iso.datetime().nullable(),
  last: z.iso.datetime().nullable(),
  /** Null is what went out beside campaigns. */
  campaigns: z.array(
    z.object({
      id: z.uuid().nullable(),
      name: z.string().nullable(),
      messages: z.number().int(),
      people: z.number().int(),
    }),
  ),
})
type SentUnder = z.infer<typeof SentUnder>

interface Row {
  id: string | null
  name: string | null
  messages: number
  people: number
  first: Date | null
  last: Date | null
}

/**
 * What was sent under a wording, over everybody who had said yes to it, also those who have left or said yes anew since:
 * each yes counts from its answer to the person's next yes to the topic. As far back as messages are kept.
 */
export async function sentUnder(tx: Context, wordingId: string): Promise<SentUnder> {
  const { rows } = await sql<Row>`
    with w as (select topic_id from wording where business_id = ${tx.businessId} and wording_id = ${wordingId}),
    answered as (
      select q.contact_id, q.channel_id, q.answered_at as since, ${wordingId}::uuid = any(q.wording_ids) as own,
        lead(q.answered_at) over (partition by q.contact_id, q.channel_id order by q.answered_at) as until
      from consent_question q cross join w
      where q.business_id = ${tx.businessId} and q.state = 'answered_yes' and w.topic_id = any(q.topic_ids)),
    covered as (
      select contact_id, channel_id, since, until from answered where own
      union
      -- Consents whose question is not kept any more.
      select c.contact_id, c.channel_id, coalesce(c.confirmed_at, c.state_at), null from consent c
      where c.business_id = ${tx.businessId} and c.wording_id = ${wordingId} and (c.confirmed_at is not null or c.state = 'confirmed')
        and not exists (select 1 from answered a where a.own and a.contact_id = c.contact_id and a.channel_id = c.channel_id)),
    sent as (
      select distinct m.message_id, m.contact_id, m.campaign_id, coalesce(m.accepted_at, m.sending_at, m.created_at) as at
      from covered v cross join w
      join message m on m.business_id = ${tx.businessId} and m.contact_id = v.contact_id and m.channel_id = v.channel_id
        and m.topic_id = w.topic_id and m.category = 'marketing'
        and m.state in ('sending', 'accepted', 'sent', 'delivered', 'read', 'unknown')
        -- Meta's clock, which the answer has, knows whole seconds.
        and coalesce(m.accepted_at, m.sending_at, m.created_at) >= date_trunc('second', v.since)
        and (v.until is null or coalesce(m.accepted_at, m.sending_at, m.created_at) < v.until))
    select s.campaign_id as id, p.name, count(*)::int as messages, count(distinct s.contact_id)::int as people,
      min(s.at) as first, max(s.at) as last
    from sent s left join campaign p on p.business_id = ${tx.businessId} and p.campaign_id = s.campaign_id
    group by grouping sets ((s.campaign_id, p.name), ())
    order by grouping(s.campaign_id) desc, max(s.at) desc`.execute(tx.db)
  const [total, ...campaigns] = rows
  return {
    messages: total?.messages ?? 0,
    people: total?.people ?? 0,
    first: total?.first?.toISOString() ?? null,
    last: total?.last?.toISOString() ?? null,
    campaigns: campaigns.map(({ id, name, messages, people }) => ({ id, name, messages, people })),
  }
}

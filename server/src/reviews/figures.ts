import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/index.ts'

const count = z.number().int()

/** What happened in a quarter, counted. */
export const Figures = z.object({
  sent: count,
  delivered: count,
  read: count,
  failed: count,
  /** 131026 */
  unreachable: count,
  /** 131049 */
  capped: count,
  /** 131050 */
  stopped: count,
  /** People who got marketing. */
  people: count,
  /** People whose consent was confirmed, who withdrew one, and whose unused consent lapsed. */
  won: count,
  optOuts: count,
  lapsed: count,
  /** People who got three marketing messages or more and opened none, and how many those were. */
  silentPeople: count,
  silentMessages: count,
})
export type Figures = z.infer<typeof Figures>

export const Group = z.object({ name: z.string(), delivered: count, read: count, optOuts: count })
export type Group = z.infer<typeof Group>

/** Months of people who got so many marketing messages in them (5: five or more), and in how many of these they opted out. */
export const Frequency = z.object({ messages: count, people: count, optOuts: count })
export type Frequency = z.infer<typeof Frequency>

export interface Span {
  first: string
  last: string
  timeZone: string
}

const within = (column: string, { first, last, timeZone }: Span) => sql<boolean>`(
  ${sql.ref(column)} >= (${first}::date::timestamp at time zone ${timeZone})
  and ${sql.ref(column)} < ((${last}::date + 1)::timestamp at time zone ${timeZone}))`

/** Marketing that Meta took or refused in the span; a message's month is at most one before it went. */
const marketing = (ctx: Context, span: Span) => sql`
  select *, coalesce(accepted_at, ended_at) as went from message
  where business_id = ${ctx.businessId} and category = 'marketing' and kind <> 'test'
    and state in ('accepted', 'held', 'sent', 'delivered', 'read', 'failed')
    and month >= date_trunc('month', ${span.first}::date - 31)::date and month <= ${span.last}::date`

export async function figuresOf(ctx: Context, span: Span): Promise<Figures> {
  const { rows } = await sql<Omit<Figures, 'won' | 'optOuts' | 'lapsed'>>`
    with sent as (${marketing(ctx, span)}),
    of_person as (select contact_id, count(*) filter (where state in ('delivered', 'read')) as delivered,
        count(*) filter (where state = 'read') as read
      from sent where ${within('went', span)} group by 1)
    select count(*)::int as sent, count(*) filter (where state in ('delivered', 'read'))::int as delivered,
      count(*) filter (where state = 'read')::int as read, count(*) filter (where state = 'failed')::int as failed,
      count(*) filter (where state = 'failed' and error_code = 131026)::int as unreachable,
      count(*) filter (where error_code = 131049)::int as capped,
      count(*) filter (where error_code = 131050)::int as stopped,
      count(distinct contact_id)::int as people,
      (select count(*)::int from of_person where delivered >= 3 and read = 0) as "silentPeople",
      (select coalesce(sum(delivered), 0)::int from of_person where delivered >= 3 and read = 0) as "silentMessages"
    from sent where ${within('went', span)}`.execute(ctx.db)
  const { rows: consents } = await sql<Pick<Figures, 'won' | 'optOuts' | 'lapsed'>>`
    select count(distinct contact_id) filter (where type = 'confirmed')::int as won,
      count(distinct contact_id) filter (where type = 'withdrawn')::int as "optOuts",
      count(distinct contact_id) filter (where type = 'expired' and exists (select 1 from consent_event c
        where c.business_id = ${ctx.businessId} and c.contact_id = e.contact_id and c.topic_id = e.topic_id
          and c.type = 'confirmed' and c.event_id < e.event_id))::int as lapsed
    from consent_event e where e.business_id = ${ctx.businessId} and ${within('e.at', span)}`.execute(ctx.db)
  const [messages] = rows
  const [events] = consents
  if (!messages || !events) throw new Error('A count gives one row.')
  return { ...messages, ...events }
}

export async function frequencyOf(ctx: Context, span: Span): Promise<Frequency[]> {
  const month = (column: string) => sql`date_trunc('month', ${sql.ref(column)} at time zone ${span.timeZone})`
  const { rows } = await sql<Frequency>`
    with sent as (${marketing(ctx, span)}),
    got as (select contact_id, ${month('went')} as month, count(*) as messages from sent
      where ${within('went', span)} and state in ('delivered', 'read') group by 1, 2),
    leaving as (select distinct contact_id, ${month('at')} as month from consent_event
      where business_id = ${ctx.businessId} and type = 'withdrawn' and ${within('at', span)})
    select least(messages, 5)::int as messages, count(*)::int as people, count(l.contact_id)::int as "optOuts"
    from got left join leaving l using (contact_id, month) group by 1 order by 1`.execute(ctx.db)
  return rows
}

/** By campaign, those that most people left after first. */
export async function campaignsOf(ctx: Context, span: Span): Promise<Group[]> {
  const { rows } = await sql<Group>`
    with sent as (${marketing(ctx, span)}),
    by_campaign as (select campaign_id, count(*) filter (where state in ('delivered', 'read'))::int as delivered,
        count(*) filter (where state = 'read')::int as read
      from sent where ${within('went', span)} and campaign_id is not null group by 1)
    select c.name, b.delivered, b.read, coalesce((select sum(p.opt_outs) from campaign_pulse p
        where p.business_id = c.business_id and p.campaign_id = c.campaign_id and ${within('p.at', span)}), 0)::int as "optOuts"
    from by_campaign b join campaign c on c.business_id = ${ctx.businessId} and c.campaign_id = b.campaign_id
    where b.delivered > 0
    order by 4::numeric / b.delivered desc, b.delivered desc, c.name limit 50`.execute(ctx.db)
  return rows
}

/** What people left, and asked for by the rights of Art. 15 to 21: the complaints. Names of topics in one language. */
export async function topicsOf(
  ctx: Context,
  span: Span,
): Promise<(Omit<Group, 'name'> & { de: string; en: string })[]> {
  const { rows } = await sql<Omit<Group, 'name'> & { de: string; en: string }>`
    with sent as (${marketing(ctx, span)}),
    by_topic as (select topic_id, count(*) filter (where state in ('delivered', 'read'))::int as delivered,
        count(*) filter (where state = 'read')::int as read
      from sent where ${within('went', span)} group by 1),
    leaving as (select topic_id, count(distinct contact_id)::int as people from consent_event
      where business_id = ${ctx.businessId} and type = 'withdrawn' and ${within('at', span)} group by 1)
    select coalesce(t.name ->> 'de', t.key) as de, coalesce(t.name ->> 'en', t.name ->> 'de', t.key) as en,
      coalesce(b.delivered, 0) as delivered, coalesce(b.read, 0) as read, coalesce(l.people, 0) as "optOuts"
    from topic t left join by_topic b on b.topic_id = t.topic_id left join leaving l on l.topic_id = t.topic_id
    where t.business_id = ${ctx.businessId} and (b.delivered > 0 or l.people > 0)
    order by 5 desc, 3 desc, 1`.execute(ctx.db)
  return rows
}

/** Requests of people by kind, most frequent first. */
export async function requestsOf(ctx: Context, span: Span): Promise<{ kind: string; count: number }[]> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select kind, count(*)::int as count from privacy_request
    where business_id = ${ctx.businessId} and ${within('created_at', span)} group by 1 order by 2 desc, 1`.execute(
    ctx.db,
  )
  return rows
}

/** Changes of quality to yellow or red, and campaigns that paused by themselves. */
export async function incidentsOf(
  ctx: Context,
  span: Span,
): Promise<{ qualityDrops: number; pauses: number }> {
  const { rows } = await sql<{ qualityDrops: number; pauses: number }>`
    select (select count(*)::int from standing_change where business_id = ${ctx.businessId} and what = 'quality'
        and after in ('YELLOW', 'RED') and ${within('at', span)}) as "qualityDrops",
      (select count(*)::int from audit_entry where business_id = ${ctx.businessId} and action = 'campaign.pause'
        and actor ->> 'kind' not in ('member', 'apiKey') and ${within('at', span)}) as pauses`.execute(ctx.db)
  return rows[0] ?? { qualityDrops: 0, pauses: 0 }
}

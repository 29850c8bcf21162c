import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/index.ts'

/** What a number did on a day of the business's own, and what people and Meta thought of it. */
export const ChannelDay = z.object({
  day: z.iso.date(),
  /** Messages that Meta took, or refused, without answers in a chat. */
  sent: z.number().int(),
  delivered: z.number().int(),
  read: z.number().int(),
  failed: z.number().int(),
  /** People who withdrew a consent. */
  optOuts: z.number().int(),
  /** 131050: stopped marketing in WhatsApp. */
  stopped: z.number().int(),
  /** 131049: Meta's limit per person. */
  capped: z.number().int(),
  /** 131026 */
  unreachable: z.number().int(),
})
export type ChannelDay = z.infer<typeof ChannelDay>

/** Every day from `first` to `last` (`YYYY-MM-DD`), also those on which nothing happened. */
export async function channelDays(
  ctx: Pick<Context, 'db' | 'businessId'>,
  channelId: string,
  { first, last, timeZone }: { first: string; last: string; timeZone: string },
): Promise<ChannelDay[]> {
  const start = sql`(${first}::date::timestamp at time zone ${timeZone})`
  const { rows } = await sql<ChannelDay>`
    with messages as (
      select (coalesce(accepted_at, ended_at) at time zone ${timeZone})::date as day, count(*)::int as sent,
        count(*) filter (where state in ('delivered', 'read'))::int as delivered,
        count(*) filter (where state = 'read')::int as read,
        count(*) filter (where state = 'failed')::int as failed,
        count(*) filter (where error_code = 131050)::int as stopped,
        count(*) filter (where error_code = 131049)::int as capped,
        count(*) filter (where error_code = 131026)::int as unreachable
      from message
      where business_id = ${ctx.businessId} and channel_id = ${channelId} and category <> 'service' and kind <> 'test'
        and month >= date_trunc('month', ${first}::date - 31)::date
        and state in ('accepted', 'held', 'sent', 'delivered', 'read', 'failed') and coalesce(accepted_at, ended_at) >= ${start}
      group by 1),
    leaving as (
      select (at at time zone ${timeZone})::date as day, count(distinct contact_id)::int as people from consent_event
      where business_id = ${ctx.businessId} and channel_id = ${channelId} and type = 'withdrawn' and at >= ${start} group by 1)
    select to_char(d, 'YYYY-MM-DD') as day, coalesce(m.sent, 0) as sent, coalesce(m.delivered, 0) as delivered,
      coalesce(m.read, 0) as read, coalesce(m.failed, 0) as failed, coalesce(l.people, 0) as "optOuts",
      coalesce(m.stopped, 0) as stopped, coalesce(m.capped, 0) as capped, coalesce(m.unreachable, 0) as unreachable
    from generate_series(${first}::date::timestamp, ${last}::date::timestamp, interval '1 day') d
    left join messages m on m.day = d::date left join leaving l on l.day = d::date order by d`.execute(ctx.db)
  return rows
}

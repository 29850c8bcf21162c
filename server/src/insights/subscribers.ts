import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/index.ts'
import { daysBetween } from './days.ts'

export const Subscribers = z.object({
  /** People with at least one confirmed consent. */
  now: z.number().int(),
  /** Net change over the days shown. */
  change: z.number().int(),
  series: z.array(
    z.object({
      day: z.iso.date(),
      confirmed: z.number().int(),
      withdrawn: z.number().int(),
      net: z.number().int(),
    }),
  ),
})
export type Subscribers = z.infer<typeof Subscribers>

export interface Span {
  /** `YYYY-MM-DD` in the business's time zone, both included. */
  first: string
  last: string
  timeZone: string
}

/** Start of a local day as an instant, in SQL. */
export const startOf = (day: string, timeZone: string) =>
  sql`(${day}::date::timestamp at time zone ${timeZone})`

/**
 * People won and lost per local day. A person is won with the first confirmed consent and lost with the last one; a second
 * topic changes nothing. Events follow each other as they were recorded: Meta's times have whole seconds only. Only people with an event in the span are looked at, each with their whole history.
 */
export async function subscribers(ctx: Context, span: Span): Promise<Subscribers> {
  const { rows: total } = await sql<{ now: number }>`
    select count(distinct contact_id)::int as now from consent
    where business_id = ${ctx.businessId} and state = 'confirmed'`.execute(ctx.db)
  const { rows } = await sql<{ day: string; confirmed: number; withdrawn: number }>`
    with active as (
      select distinct contact_id from consent_event
      where business_id = ${ctx.businessId} and at >= ${startOf(span.first, span.timeZone)}),
    steps as (
      select e.contact_id, e.at, e.recorded_at, e.event_id,
        (e.state = 'confirmed')::int - coalesce((lag(e.state) over (
          partition by e.contact_id, e.channel_id, e.topic_id order by e.recorded_at, e.event_id) = 'confirmed')::int, 0) as step
      from consent_event e join active a on a.contact_id = e.contact_id
      where e.business_id = ${ctx.businessId} and e.topic_id is not null),
    running as (
      select at, step, sum(step) over (partition by contact_id order by recorded_at, event_id) as held from steps)
    select to_char(at at time zone ${span.timeZone}, 'YYYY-MM-DD') as day,
      count(*) filter (where step = 1 and held = 1)::int as confirmed,
      count(*) filter (where step = -1 and held = 0)::int as withdrawn
    from running where step <> 0 and at >= ${startOf(span.first, span.timeZone)}
    group by 1`.execute(ctx.db)
  const byDay = new Map(rows.map((row) => [row.day, row]))
  const series = daysBetween(span.first, span.last).map((day) => {
    const { confirmed = 0, withdrawn = 0 } = byDay.get(day) ?? {}
    return { day, confirmed, withdrawn, net: confirmed - withdrawn }
  })
  return {
    now: total[0]?.now ?? 0,
    change: series.reduce((sum, { net }) => sum + net, 0),
    series,
  }
}

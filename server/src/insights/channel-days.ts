import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/index.ts'
import { type DayCount, dayCounts } from './day-counts.ts'
import { dayBefore, daysBetween, earlierOf, laterOf } from './days.ts'
import { startOf } from './subscribers.ts'

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

export interface ChannelSpan {
  channelId: string
  /** First and last day, `YYYY-MM-DD`; the last one is today. */
  first: string
  last: string
  timeZone: string
}

/** The days on which messages still move a lot are counted at each look: today and yesterday. */
const LIVE_DAYS = 2

/**
 * What became of a number's messages since a day: the figures that `keepDays` wrote, and the days after them counted now, at
 * least today and yesterday.
 */
export async function channelCounts(
  ctx: Pick<Context, 'db' | 'businessId' | 'clock'>,
  { channelId, first, last, timeZone }: ChannelSpan,
): Promise<DayCount[]> {
  const { rows: marks } = await sql<{ next: string }>`
    select to_char(through + 1, 'YYYY-MM-DD') as next from channel_day_mark
    where business_id = ${ctx.businessId} and time_zone = ${timeZone}`.execute(ctx.db)
  const next = marks[0]?.next ?? first
  const live = laterOf(first, earlierOf(next, dayBefore(last, LIVE_DAYS - 1)))
  const { rows } = await sql<DayCount>`
    select to_char(day, 'YYYY-MM-DD') as day, template_id as "templateId", by_itself as "byItself", state, error_code as "errorCode", messages
    from (
      select day, template_id, by_itself, state, error_code, messages from channel_day
      where business_id = ${ctx.businessId} and channel_id = ${channelId} and day >= ${first}::date and day < ${live}::date
      union all
      select day, template_id, by_itself, state, error_code, messages
      from (${await dayCounts(ctx, { first: live, timeZone, channelId, among: 'young' })}) now) d`.execute(
    ctx.db,
  )
  return rows
}

/** People who withdrew a consent for the number, by day. */
export async function optOutsByDay(
  ctx: Pick<Context, 'db' | 'businessId'>,
  { channelId, first, timeZone }: ChannelSpan,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ day: string; people: number }>`
    select to_char(at at time zone ${timeZone}, 'YYYY-MM-DD') as day, count(distinct contact_id)::int as people from consent_event
    where business_id = ${ctx.businessId} and channel_id = ${channelId} and type = 'withdrawn' and at >= ${startOf(first, timeZone)}
    group by 1`.execute(ctx.db)
  return new Map(rows.map(({ day, people }) => [day, people]))
}

/** Every day of the span, also those on which nothing happened. */
export function channelDays(
  { first, last }: Pick<ChannelSpan, 'first' | 'last'>,
  counts: readonly DayCount[],
  optOuts: ReadonlyMap<string, number>,
): ChannelDay[] {
  const own = Map.groupBy(
    counts.filter(({ byItself }) => byItself),
    ({ day }) => day,
  )
  return daysBetween(first, last).map((day) => {
    const sum = (is: (count: DayCount) => boolean) => sumOf((own.get(day) ?? []).filter(is))
    return {
      day,
      sent: sum(() => true),
      delivered: sum(({ state }) => state === 'delivered' || state === 'read'),
      read: sum(({ state }) => state === 'read'),
      failed: sum(({ state }) => state === 'failed'),
      optOuts: optOuts.get(day) ?? 0,
      stopped: sum(({ errorCode }) => errorCode === 131050),
      capped: sum(({ errorCode }) => errorCode === 131049),
      unreachable: sum(({ errorCode }) => errorCode === 131026),
    }
  })
}

/** Messages that ended in an error since a day, by its code, the most frequent first. */
export function errorCounts(counts: readonly DayCount[], since: string): { code: number; count: number }[] {
  const found = new Map<number, number>()
  for (const { day, state, errorCode, messages } of counts) {
    if (day < since || state !== 'failed' || errorCode === null) continue
    found.set(errorCode, (found.get(errorCode) ?? 0) + messages)
  }
  return [...found]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || a.code - b.code)
}

/** What came of each template's messages since a day. */
export function templateCounts(
  counts: readonly DayCount[],
  since: string,
): Map<string, { sent: number; read: number; failed: number }> {
  const own = Map.groupBy(
    counts.filter(({ day, templateId }) => templateId !== null && day >= since),
    ({ templateId }) => templateId ?? '',
  )
  return new Map(
    [...own].map(([id, all]) => [
      id,
      {
        sent: sumOf(all),
        read: sumOf(all.filter(({ state }) => state === 'read')),
        failed: sumOf(all.filter(({ state }) => state === 'failed')),
      },
    ]),
  )
}

const sumOf = (counts: readonly DayCount[]) => counts.reduce((sum, { messages }) => sum + messages, 0)

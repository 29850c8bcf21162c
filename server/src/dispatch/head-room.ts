import { type RawBuilder, sql } from 'kysely'
import { type Context, DAY, MINUTE } from '../platform/index.ts'
import { DEFAULT_POLICY, LIMIT_SHARE } from './policy.ts'

/** Width of one step of the counts; a step counts until the last moment in it is a day old. */
const STEP_MS = 5 * MINUTE
/** Counts older than this are of no use to anybody. */
const KEPT_MS = 2 * DAY

/** People a new number may send marketing to in 24 hours, step by step (C-62); after the last step only Meta's limit holds. */
export const WARM_UP = [50, 250, 1000] as const
/** Numbers that Meta lets reach this many people have shown that they behave; they need no warm-up. */
export const PROVEN_LIMIT = 10_000

/** People a business on trial may send marketing to in 24 hours, with all its numbers together, until it is let in (C-70). */
export const TRIAL_PEOPLE = 50

interface HeadRoom {
  /** People the channel may still write to by itself now; Infinity without a limit. */
  people: number
  /** When there are more, once there are none; null when there is no limit. */
  moreAt: Date | null
}

/** How much of its limits a channel has left. */
export interface ChannelLimits {
  channelId: string
  /** People within 90 % of the messaging limit of the business's whole portfolio; null without a limit. */
  room: number | null
  freesAt: Date | null
  /** People within the warm-up of a new number; null when it has none (any more). */
  warmRoom: number | null
  warmFreesAt: Date | null
  /** People within the cap of a business on trial, of all its channels together; null once it was let in. */
  trialRoom: number | null
  trialFreesAt: Date | null
}

/**
 * What the messaging limit, which all channels of a business share, and the warm-up of each new number (C-62) leave. Two
 * messages to one person count twice, so a room is never too high. Reads counts, no messages but those in flight.
 */
export async function channelLimits(ctx: Context): Promise<ChannelLimits[]> {
  const now = ctx.clock.now()
  const { businessId } = ctx
  const since = new Date(now.getTime() - DAY - STEP_MS)
  const freed = sql`+ ${`${DAY + STEP_MS} milliseconds`}::interval`
  const stepSeconds = sql`coalesce((select p.warm_up_days from sending_policy p where p.business_id = ${businessId}),
    ${DEFAULT_POLICY.warmUpDays}::smallint) * 86400`
  const { rows } = await sql<ChannelLimits>`
    with counts as (
      select r.channel_id, sum(r.people) as people, min(r.at) as at, sum(r.marketing) as marketing,
        min(r.at) filter (where r.marketing > 0) as marketing_at
      from channel_reach r where r.business_id = ${businessId} and r.at > ${since} group by 1),
    -- In flight: claimed, and no answer yet.
    flying as (
      select q.channel_id, count(*) as people, count(*) filter (where m.category = 'marketing') as marketing from message_queue q
      join message m on m.business_id = ${businessId} and m.month = q.month and m.message_id = q.message_id
      where q.business_id = ${businessId} and q.epoch is not null and m.state in ('sending', 'unknown') and m.category <> 'service'
        and exists (select 1 from channel l join business b on b.business_id = l.business_id where l.business_id = ${businessId}
          and (l.messaging_limit is not null or b.state = 'trial'))
      group by 1)
    select ch.channel_id as "channelId",
      (floor(ch.messaging_limit * ${LIMIT_SHARE}::numeric) - coalesce((select sum(people) from counts), 0)
        - coalesce((select sum(people) from flying), 0))::int as room,
      (select min(at) from counts) ${freed} as "freesAt",
      (case when ch.messaging_limit < ${PROVEN_LIMIT}::int then (array[${sql.join(WARM_UP.map((people) => sql.lit(people)))}])[
          1 + coalesce(floor(extract(epoch from ${now}::timestamptz - st.first_marketing_at) / (${stepSeconds}))::int, 0)] end
        - coalesce(c.marketing, 0) - coalesce(f.marketing, 0))::int as "warmRoom",
      c.marketing_at ${freed} as "warmFreesAt",
      (case when b.state = 'trial' then ${TRIAL_PEOPLE}::int - coalesce((select sum(marketing) from counts), 0)
        - coalesce((select sum(marketing) from flying), 0) end)::int as "trialRoom",
      (select min(marketing_at) from counts) ${freed} as "trialFreesAt"
    from channel ch
    join business b on b.business_id = ${businessId}
    left join channel_start st on st.business_id = ${businessId} and st.channel_id = ch.channel_id
    left join counts c on c.channel_id = ch.channel_id
    left join flying f on f.channel_id = ch.channel_id
    where ch.business_id = ${businessId}`.execute(ctx.db)
  return rows
}

/**
 * How many more people the channel may write to by itself now, and when there are more. Without a limit nothing is counted,
 * unless the business is on trial.
 */
export async function headRoomNow(
  ctx: Context,
  channelId: string,
  messagingLimit: number | null,
): Promise<HeadRoom> {
  if (messagingLimit === null && !(await isOnTrial(ctx)))
    return { people: Number.POSITIVE_INFINITY, moreAt: null }
  const limits = (await channelLimits(ctx)).find((channel) => channel.channelId === channelId)
  if (!limits) return { people: 0, moreAt: null }
  const rooms: [people: number | null, frees: Date | null][] = [
    [limits.room, limits.freesAt],
    [limits.warmRoom, limits.warmFreesAt],
    [limits.trialRoom, limits.trialFreesAt],
  ]
  const people = Math.max(0, Math.min(...rooms.map(([room]) => room ?? Number.POSITIVE_INFINITY)))
  if (people > 0) return { people, moreAt: null }
  const times = rooms.map(([room, frees]) => (room !== null && room <= 0 ? frees : null))
  const latest = Math.max(0, ...times.map((time) => time?.getTime() ?? 0))
  return { people, moreAt: latest > 0 ? new Date(latest) : null }
}

async function isOnTrial(ctx: Context): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('business')
    .select('state')
    .where('business_id', '=', ctx.businessId)
    .executeTakeFirst()
  return row?.state === 'trial'
}

/** Only the number of people of `headRoomNow`. */
export async function headRoom(
  ctx: Context,
  channelId: string,
  messagingLimit: number | null,
): Promise<number> {
  return (await headRoomNow(ctx, channelId, messagingLimit)).people
}

/**
 * Common table expressions that count who was reached, to be part of the statement that writes `accepted`: so no message is
 * accepted without being counted.
 * @param accepted relation of messages that were accepted just now for the first time: `channel_id, category, kind`
 */
export function countReached(ctx: Context, accepted: RawBuilder<unknown>): RawBuilder<unknown> {
  const now = ctx.clock.now()
  const step = new Date(Math.floor(now.getTime() / STEP_MS) * STEP_MS)
  return sql`
    reached as (
      insert into channel_reach as r (business_id, channel_id, at, people, marketing)
      select ${ctx.businessId}::uuid, a.channel_id, ${step}::timestamptz, count(*), count(*) filter (where a.category = 'marketing')
      from (${accepted}) a where a.category <> 'service' group by a.channel_id
      on conflict (business_id, channel_id, at) do update set
        people = r.people + excluded.people, marketing = r.marketing + excluded.marketing),
    started as (
      insert into channel_start (business_id, channel_id, first_marketing_at)
      select distinct ${ctx.businessId}::uuid, a.channel_id, ${now}::timestamptz from (${accepted}) a
      where a.category = 'marketing' and a.kind <> 'test'
      on conflict (business_id, channel_id) do nothing),
    forgotten as (
      delete from channel_reach r where r.business_id = ${ctx.businessId}
        and r.channel_id in (select a.channel_id from (${accepted}) a) and r.at < ${new Date(now.getTime() - KEPT_MS)})`
}

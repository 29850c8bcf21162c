import { type RawBuilder, sql } from 'kysely'
import { type Context, DAY, newId } from '../platform/index.ts'
import { startOf } from './subscribers.ts'

/** How many messages of a number came to the same end on one day of the business's own. */
export interface DayCount {
  day: string
  templateId: string | null
  /** Written by the business: no answer in a chat, and no test. */
  byItself: boolean
  state: string
  errorCode: number | null
  messages: number
}

/** A message waits at most so long for its turn, unless it belongs to a campaign that takes longer. */
const WAITS_DAYS = 3
/** What went is not much older than this, whatever it belongs to. */
export const OLDEST_DAYS = 32

interface Range {
  /** First day, `YYYY-MM-DD`; the last one is today. */
  first: string
  timeZone: string
  /**
   * Where to look: among young messages and those of campaigns that went on for longer (`young`), or among all that can have gone
   * since (`all`), which also finds a single message that waited for weeks.
   */
  among: 'young' | 'all'
  channelId?: string
}

/** So many days are looked through one by one, by the index; of more days it takes less to read the months. */
const STEPPED_DAYS = 14

/**
 * A relation with what became of the messages that Meta took or refused since a day: `channel_id, day, template_id, by_itself, state,
 * error_code, messages`. Messages are found by their ids, which carry their time, because nothing that changes has an index; and
 * day by day, because a planner that sees the whole span prefers to read whole months.
 */
export async function dayCounts(
  ctx: Pick<Context, 'db' | 'businessId' | 'clock'>,
  { first, timeZone, among, channelId }: Range,
): Promise<RawBuilder<unknown>> {
  const { businessId } = ctx
  const start = startOf(first, timeZone)
  const midnight = Date.parse(`${first}T00:00:00Z`)
  const oldest = midnight - OLDEST_DAYS * DAY
  const young = among === 'all' ? oldest : midnight - WAITS_DAYS * DAY
  const slow = among === 'all' ? [] : await slowCampaigns(ctx, { oldest, young, start })
  const wanted = sql`${channelId ? sql`m.channel_id = ${channelId}` : sql`true`}
    and m.state in ('accepted', 'held', 'sent', 'delivered', 'read', 'failed') and coalesce(m.accepted_at, m.ended_at) >= ${start}`
  const columns = sql`m.channel_id, m.template_id, m.category, m.kind, m.state, m.error_code, m.accepted_at, m.ended_at`
  const now = ctx.clock.now().getTime()
  const days = Map.groupBy(daysFrom(young, now + DAY), monthAt)
  const found = [...days].map(([month, starts]) =>
    now - young > STEPPED_DAYS * DAY
      ? sql`select ${columns} from message m where m.business_id = ${businessId} and ${wanted} and m.month = ${month}::date and m.message_id >= ${firstIdAt(young)}::uuid`
      : sql`select ${columns} from unnest(${starts.map(firstIdAt)}::uuid[], ${starts.map((at) => firstIdAt(at + DAY))}::uuid[]) as s (low, high)
          cross join lateral (select * from message m
            where m.business_id = ${businessId} and ${wanted} and m.month = ${month}::date and m.message_id >= s.low and m.message_id < s.high offset 0) m`,
  )
  const busy = slow.map(
    ({ id, month }) => sql`select ${columns} from message m
      where m.business_id = ${businessId} and ${wanted} and m.month = ${month}::date and m.campaign_id = ${id} and m.message_id < ${firstIdAt(young)}::uuid`,
  )
  return sql`
    select channel_id, (coalesce(accepted_at, ended_at) at time zone ${timeZone})::date as day, template_id,
      category <> 'service' and kind <> 'test' as by_itself, state, error_code, count(*)::int as messages
    from (${sql.join([...found, ...busy], sql` union all `)}) went
    group by 1, 2, 3, 4, 5, 6`
}

/** Campaigns that were launched longer ago and had something taken or refused since. */
async function slowCampaigns(
  ctx: Pick<Context, 'db' | 'businessId'>,
  { oldest, young, start }: { oldest: number; young: number; start: RawBuilder<unknown> },
): Promise<{ id: string; month: string }[]> {
  const { rows } = await sql<{ id: string; at: Date }>`
    select c.campaign_id as id, c.launched_at as at from campaign c
    where c.business_id = ${ctx.businessId} and c.launched_at >= ${new Date(oldest)} and c.launched_at < ${new Date(young)}
      and exists (select 1 from campaign_pulse p where p.business_id = c.business_id and p.campaign_id = c.campaign_id
        and p.at >= ${start})`.execute(ctx.db)
  return rows.map(({ id, at }) => ({ id, month: monthAt(at.getTime()) }))
}

/** The starts of the days from a midnight on, in UTC, as ids count. */
function daysFrom(midnight: number, to: number): number[] {
  return Array.from({ length: Math.ceil((to - midnight) / DAY) }, (_, day) => midnight + day * DAY)
}

const monthAt = (at: number) => `${new Date(at).toISOString().slice(0, 7)}-01`

/** The lowest id that a message of this moment can have. */
const firstIdAt = (at: number) => `${newId(new Date(at)).slice(0, 13)}-7000-8000-000000000000`

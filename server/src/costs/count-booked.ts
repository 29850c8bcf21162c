import { sql } from 'kysely'
import { PREPARED, plainArray } from '../platform/db/index.ts'
import type { Context } from '../platform/index.ts'

/** Rows of one day are spread over so many, so that processes that book at the same time do not wait for each other. */
const SLOTS = 16

/** What a message that was booked just now costs, and what it is counted under. */
export interface Paid {
  /** YYYY-MM-DD, by the clock that Meta bills by. */
  day: string
  channelId: string
  campaignId: string | null
  topicId: string | null
  country: string | null
  priceCategory: string
  priceType: string
  billable: boolean
  /** In the currency of billing; null when it has no known price. */
  cost: string | null
}

/** Adds messages to the days' totals, in the transaction that books them: so none is booked without being counted, and none twice. */
export async function countBooked(tx: Context, paid: readonly Paid[]): Promise<void> {
  if (paid.length === 0) return
  const column = (pick: (one: Paid) => string | boolean | null) => plainArray(paid.map(pick))
  // Words of Meta's: one day they may need quotes.
  const words = (pick: (one: Paid) => string | null) => paid.map(pick)
  await sql`${PREPARED}
    insert into cost_day as d (business_id, day, channel_id, campaign_id, topic_id, country, category, type, slot, messages, billed,
      unpriced, cost)
    select ${tx.businessId}::uuid, b.day, b.channel_id, b.campaign_id, b.topic_id, coalesce(b.country, ''), b.category, b.type,
      pg_backend_pid() % ${sql.lit(SLOTS)}, count(*), count(*) filter (where b.billable),
      count(*) filter (where b.billable and b.cost is null), coalesce(sum(b.cost), 0)
    from unnest(${column(({ day }) => day)}::date[], ${column(({ channelId }) => channelId)}::uuid[],
      ${column(({ campaignId }) => campaignId)}::uuid[], ${column(({ topicId }) => topicId)}::uuid[],
      ${column(({ country }) => country)}::text[], ${words(({ priceCategory }) => priceCategory)}::text[],
      ${words(({ priceType }) => priceType)}::text[], ${column(({ billable }) => billable)}::boolean[],
      ${column(({ cost }) => cost)}::numeric[])
      as b (day, channel_id, campaign_id, topic_id, country, category, type, billable, cost)
    group by 2, 3, 4, 5, 6, 7, 8 order by 2, 3, 4, 5, 6, 7, 8
    on conflict (business_id, day, channel_id, campaign_id, topic_id, country, category, type, slot) do update set
      messages = d.messages + excluded.messages, billed = d.billed + excluded.billed,
      unpriced = d.unpriced + excluded.unpriced, cost = d.cost + excluded.cost`.execute(tx.db)
}

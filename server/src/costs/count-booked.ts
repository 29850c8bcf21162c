import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../platform/index.ts'

/** Rows of one day are spread over so many, so that processes that book at the same time do not wait for each other. */
const SLOTS = 16

/**
 * A common table expression that adds messages to the days' totals, to be part of the statement that books them: so none is
 * booked without being counted, and none twice.
 * @param booked relation of messages that were booked just now: `day, channel_id, campaign_id, topic_id, country, price_category,
 *   price_type, billable, cost`
 */
export function countBooked(
  ctx: Pick<Context, 'businessId'>,
  booked: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
    totalled as (
      insert into cost_day as d (business_id, day, channel_id, campaign_id, topic_id, country, category, type, slot, messages, billed,
        unpriced, cost)
      select ${ctx.businessId}::uuid, b.day::date, b.channel_id, b.campaign_id, b.topic_id, coalesce(b.country, ''),
        b.price_category, b.price_type, pg_backend_pid() % ${sql.lit(SLOTS)}, count(*), count(*) filter (where b.billable),
        count(*) filter (where b.billable and b.cost is null), coalesce(sum(b.cost), 0)
      from (${booked}) b group by 2, 3, 4, 5, 6, 7, 8 order by 2, 3, 4, 5, 6, 7, 8
      on conflict (business_id, day, channel_id, campaign_id, topic_id, country, category, type, slot) do update set
        messages = d.messages + excluded.messages, billed = d.billed + excluded.billed,
        unpriced = d.unpriced + excluded.unpriced, cost = d.cost + excluded.cost)`
}

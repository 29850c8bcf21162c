import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'

/**
 * The rest of a campaign whose first part goes ahead waits at this time, which no clock reaches: opening the ramp changes one
 * row of `campaign`, never a million of the queue, and the claim takes the rest from here once `ramp_open` is true.
 */
export const UNRELEASED = new Date('9999-01-01T00:00:00Z')

/** Whether nothing of a campaign's first part waits, is under way, held back or in doubt any more. */
export async function firstPartGone(
  ctx: Pick<Context, 'db' | 'businessId'>,
  campaignId: string,
): Promise<boolean> {
  // From the end: the front of the index is full of what is gone.
  const { rows } = await sql`select 1 from (
      (select 1 from message_queue where business_id = ${ctx.businessId} and campaign_id = ${campaignId} and epoch is null
        and not_before < ${UNRELEASED} order by not_before desc, message_id desc limit 1)
      union all
      (select 1 from campaign cp join message_queue q on q.business_id = cp.business_id and q.channel_id = cp.channel_id
          and q.campaign_id = cp.campaign_id and q.epoch is not null
        where cp.business_id = ${ctx.businessId} and cp.campaign_id = ${campaignId} limit 1)) open`.execute(
    ctx.db,
  )
  return rows.length === 0
}

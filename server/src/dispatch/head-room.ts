import { sql } from 'kysely'
import { type Context, DAY } from '../platform/index.ts'
import { LIMIT_SHARE } from './policy.ts'

/**
 * How many more people the channel may write to by itself now: 90 % of its messaging limit minus the people of the last
 * 24 hours. Infinity when the channel has no limit. Everyone claimed counts as somebody new, so the answer is never too high.
 */
export async function headRoom(
  ctx: Context,
  channelId: string,
  messagingLimit: number | null,
): Promise<number> {
  if (messagingLimit === null) return Number.POSITIVE_INFINITY
  const since = new Date(ctx.clock.now().getTime() - DAY)
  const { rows } = await sql<{ people: number }>`
    select count(distinct contact_id)::int as people from (
      select contact_id from message where business_id = ${ctx.businessId} and channel_id = ${channelId}
        and category <> 'service' and accepted_at > ${since}
      union all
      select contact_id from message where business_id = ${ctx.businessId} and channel_id = ${channelId}
        and category <> 'service' and state = 'sending') reached`.execute(ctx.db)
  return Math.max(0, Math.floor(messagingLimit * LIMIT_SHARE) - (rows[0]?.people ?? 0))
}

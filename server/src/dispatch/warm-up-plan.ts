import { sql } from 'kysely'
import { type Context, DAY } from '../platform/index.ts'
import { PROVEN_LIMIT, WARM_UP } from './head-room.ts'
import { DEFAULT_POLICY } from './policy.ts'

export interface WarmUp {
  /** First marketing of the number; null while there was none. */
  startedAt: Date | null
  days: number
  /** People a day, and from when; unknown before the first marketing. */
  steps: { people: number; from: Date | null }[]
  /** From when only Meta's limit holds. */
  endsAt: Date | null
}

/** The warm-up of a number (C-62), as the gate keeps it; null when it needs none or is through. */
export async function warmUpPlan(ctx: Context, channelId: string): Promise<WarmUp | null> {
  const { rows } = await sql<{ started: Date | null; days: number; limit: number | null }>`
    select st.first_marketing_at as started, ch.messaging_limit as "limit",
      coalesce(p.warm_up_days, ${DEFAULT_POLICY.warmUpDays}::smallint)::int as days
    from channel ch
    left join channel_start st on st.business_id = ch.business_id and st.channel_id = ch.channel_id
    left join sending_policy p on p.business_id = ch.business_id
    where ch.business_id = ${ctx.businessId} and ch.channel_id = ${channelId}`.execute(ctx.db)
  const [row] = rows
  if (!row || row.limit === null || row.limit >= PROVEN_LIMIT) return null
  const { started, days } = row
  const at = (step: number) => (started ? new Date(started.getTime() + step * days * DAY) : null)
  const endsAt = at(WARM_UP.length)
  if (endsAt && endsAt <= ctx.clock.now()) return null
  return {
    startedAt: started,
    days,
    steps: WARM_UP.map((people, step) => ({ people, from: at(step) })),
    endsAt,
  }
}

import { sql } from 'kysely'
import { type Context, DAY } from '../platform/index.ts'
import { holdsLease, type Lease } from './lease.ts'
import type { ReasonCode } from './reasons.ts'

/**
 * What an earlier holder of the channel left in flight may or may not have reached Meta: it becomes `unknown` and waits for
 * a status that carries our id. Nothing in doubt is ever sent again. To be run after taking a lease.
 * @returns how many messages are in doubt now
 */
export async function markInterrupted(ctx: Context, lease: Lease): Promise<number> {
  const result = await ctx.db
    .updateTable('message')
    .set({ state: 'unknown' })
    .where('business_id', '=', ctx.businessId)
    .where('channel_id', '=', lease.channelId)
    .where('state', '=', 'sending')
    .where('lease_epoch', '<', lease.epoch)
    .where(holdsLease(ctx, lease))
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Without any status for this long a message in doubt counts as not sent; a status that comes later still corrects it. */
const DOUBT_MS = DAY

/** Ends messages whose outcome stayed unknown for a day, so that campaigns can finish. @returns the campaigns concerned */
export async function endDoubt(ctx: Context): Promise<string[]> {
  const code: ReasonCode = 'outcome_unknown'
  const now = ctx.clock.now()
  const { rows } = await sql<{ campaign_id: string | null }>`
    update message set state = 'failed', reason = coalesce(reason, ${code}), ended_at = ${now}
    where business_id = ${ctx.businessId} and state = 'unknown' and sending_at <= ${new Date(now.getTime() - DOUBT_MS)}
    returning campaign_id`.execute(ctx.db)
  return [...new Set(rows.flatMap((row) => row.campaign_id ?? []))]
}

import { sql } from 'kysely'
import { PREPARED } from '../platform/db/index.ts'
import { type Context, DAY } from '../platform/index.ts'
import { monthOf, monthOfMessage, monthsBetween } from './month.ts'

/** The month of the oldest message in the queue: ids carry the time. Walks over all that were taken out and not yet cleaned up. */
export async function firstQueuedMonth(ctx: Context): Promise<string> {
  const { rows } = await sql<{ messageId: string }>`${PREPARED}
    select message_id as "messageId" from message_queue where business_id = ${ctx.businessId} order by message_id limit 1`.execute(
    ctx.db,
  )
  return rows[0] ? monthOfMessage(rows[0].messageId) : monthOf(ctx.clock.now())
}

/**
 * All months that messages of the queue can be of, known before the statement that needs them: see this folder's README, "Locks
 * and months". One more at the beginning, and a day at the end: the parts of a campaign are written meanwhile under the time of its
 * launch, and the clocks of processes differ.
 */
export async function queuedMonths(ctx: Context): Promise<string[]> {
  const first = new Date(await firstQueuedMonth(ctx))
  return monthsBetween(
    monthOf(new Date(first.getTime() - DAY)),
    monthOf(new Date(ctx.clock.now().getTime() + DAY)),
  )
}

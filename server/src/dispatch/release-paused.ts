import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import { wakeDispatch } from './enqueue.ts'
import type { ReasonCode } from './reasons.ts'

/**
 * A person's pause ended early, or got another end: what waits because of it is asked about again at once. In the caller's
 * transaction.
 * @returns how many messages waited
 */
export async function releasePaused(tx: Context, contactId: string): Promise<number> {
  const code: ReasonCode = 'paused'
  const { numAffectedRows } = await sql`
    update message_queue q set not_before = ${tx.clock.now()} from message m
    where m.business_id = ${tx.businessId} and m.contact_id = ${contactId} and m.state = 'queued' and m.reason = ${code}
      and q.business_id = ${tx.businessId} and q.month = m.month and q.message_id = m.message_id and q.epoch is null`.execute(
    tx.db,
  )
  wakeDispatch(tx)
  return Number(numAffectedRows ?? 0)
}

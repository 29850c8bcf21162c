import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import { holdsLease, type Lease } from './lease.ts'

// Between the claim's commit and its requests lies a moment in which a withdrawal can commit. This closes it, across any
// number of processes: requests start only inside a transaction that holds the channel's lock, after looking for messages
// that a withdrawal has stopped; a withdrawal that meets a claimed message takes the same lock before it commits (G2).

const keyOf = (ctx: Pick<Context, 'businessId'>, channelId: string) =>
  sql`hashtextextended(${`start:${ctx.businessId}:${channelId}`}::text, 0)`

/** Nobody else starts requests on the channel until this transaction ends. */
export async function lockStarts(tx: Context, channelId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${keyOf(tx, channelId)})`.execute(tx.db)
}

/** For a withdrawal that stopped a claimed message: waits until requests that are just starting have started. */
export async function waitForStarts(tx: Context, channelIds: readonly string[]): Promise<void> {
  for (const channelId of [...new Set(channelIds)].sort()) {
    await sql`select pg_advisory_xact_lock_shared(${keyOf(tx, channelId)})`.execute(tx.db)
  }
}

/**
 * Which claimed messages must not start after all. The requests of the others have to be started before the transaction
 * ends, without waiting for anything in between.
 * @returns null when the channel is no longer ours: then nothing may start
 */
export async function stoppedMessages(tx: Context, lease: Lease): Promise<Set<string> | null> {
  await lockStarts(tx, lease.channelId)
  const { rows } = await sql<{ message_id: string | null }>`
    select q.message_id from (select 1 where ${holdsLease(tx, lease)}) held
    left join message_queue q on q.business_id = ${tx.businessId} and q.channel_id = ${lease.channelId} and q.stopped`.execute(
    tx.db,
  )
  if (rows.length === 0) return null
  return new Set(rows.flatMap((row) => row.message_id ?? []))
}

import { sql } from 'kysely'
import { PREPARED } from '../platform/db/index.ts'
import type { Context } from '../platform/index.ts'
import { peopleWhoWrote } from './gate-later.ts'
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

/** What must not start although it was claimed. */
export interface Stopped {
  messageIds: ReadonlySet<string>
  /** People who have written meanwhile: no marketing to them before that is read. */
  contactIds: ReadonlySet<string>
}

/**
 * Which claimed messages must not start after all. The requests of the others have to be started before the transaction
 * ends, without waiting for anything in between.
 * @returns null when the channel is no longer ours: then nothing may start
 */
export async function whatStopped(tx: Context, lease: Lease): Promise<Stopped | null> {
  await lockStarts(tx, lease.channelId)
  const { rows } = await sql<{ message_id: string | null; contact_id: string | null }>`${PREPARED}
    select stop.message_id, stop.contact_id from (select 1 where ${holdsLease(tx, lease)}) held
    left join lateral (
      select q.message_id, null::uuid as contact_id from message_queue q
        where q.business_id = ${tx.businessId} and q.channel_id = ${lease.channelId} and q.stopped
      union all
      select null, contact_id from (${peopleWhoWrote(tx.businessId)}) wrote) stop on true`.execute(tx.db)
  if (rows.length === 0) return null
  return {
    messageIds: new Set(rows.flatMap((row) => row.message_id ?? [])),
    contactIds: new Set(rows.flatMap((row) => row.contact_id ?? [])),
  }
}

/** Whether the message is stopped, or its person is to be heard first. */
export function isStopped(
  { messageIds, contactIds }: Stopped,
  message: { messageId: string; contactId: string; category: string },
): boolean {
  return (
    messageIds.has(message.messageId) ||
    (message.category === 'marketing' && contactIds.has(message.contactId))
  )
}

import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import type { Slice } from '../whatsapp/index.ts'
import type { Lane, WaitingUpdate } from './store.ts'

/** What is known of an update without opening it. */
export interface Parked {
  kind: Slice['kind']
  /** Of its person's addresses. */
  digests: string[]
}

/**
 * Puts an update aside that cannot be processed, with the name of the problem; it stays visible and can be replayed. In the
 * caller's transaction: from then on nothing of the person waits any more.
 */
export async function park(
  tx: Context,
  { key, month }: Pick<WaitingUpdate, 'key' | 'month'>,
  problem: string,
): Promise<Parked | undefined> {
  const { rows } = await sql<Parked>`
    with stored as (
      update webhook_update set problem = ${problem}
      where business_id = ${tx.businessId} and month = ${month} and update_key = ${key}
      returning update_key, received_at, kind, person_digest, phone_digest),
    ended as (delete from webhook_waiting w using stored s
    where w.business_id = ${tx.businessId} and w.lane = ${laneOf} and w.received_at = s.received_at and w.update_key = s.update_key)
    select kind, array_remove(array[person_digest, phone_digest], null) as digests from stored`.execute(tx.db)
  return rows[0]
}

/** Makes parked updates wait again, after the cause was repaired. @returns how many */
export async function unpark(tx: Context): Promise<number> {
  const { numAffectedRows } = await sql`
    with again as (
      update webhook_update set problem = null
      where business_id = ${tx.businessId} and problem is not null
      returning business_id, received_at, update_key, month, person_digest, phone_digest, at, kind)
    insert into webhook_waiting (business_id, lane, received_at, update_key, month, person_digest, phone_digest, at)
    select business_id, ${laneOf}, received_at, update_key, month, person_digest, phone_digest, at from again
    on conflict do nothing`.execute(tx.db)
  return Number(numAffectedRows ?? 0)
}

/** Where an update waits, by its kind. */
const laneOf = sql<Lane>`case kind when 'status' then 'status' when 'change' then 'change' else 'person' end`

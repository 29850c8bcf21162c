import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import { STATUS_NAMES, statusKey } from './to-row.ts'

/**
 * Part of an erasure, in its transaction: every update about the person goes, processed or not; the statuses of our messages
 * to them are found by the messages' ids.
 * @param digests keyed digests of the person's number and id
 * @returns how many there were
 */
export async function forgetPersonUpdates(
  tx: Context,
  contactId: string,
  digests: readonly string[],
): Promise<number> {
  const messages = await tx.db
    .selectFrom('message')
    .select('wamid_digest')
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where('wamid_digest', 'is not', null)
    .execute()
  const statuses = messages.flatMap(({ wamid_digest }) =>
    STATUS_NAMES.map((status) => statusKey(wamid_digest ?? '', status)),
  )
  const result = await tx.db
    .deleteFrom('webhook_update')
    .where('business_id', '=', tx.businessId)
    .where((eb) =>
      eb.or([
        eb('contact_id', '=', contactId),
        sql<boolean>`person_digest = any(${[...digests]}::text[])`,
        sql<boolean>`phone_digest = any(${[...digests]}::text[])`,
        sql<boolean>`update_key = any(${statuses}::text[])`,
      ]),
    )
    .executeTakeFirst()
  await sql`delete from webhook_waiting where business_id = ${tx.businessId} and lane = 'person'
    and (person_digest = any(${[...digests]}::text[]) or phone_digest = any(${[...digests]}::text[]))`.execute(
    tx.db,
  )
  return Number(result.numDeletedRows)
}

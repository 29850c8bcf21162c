import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'

/**
 * Part of an erasure, in its transaction: every update about the person goes, processed or not.
 * @param digests keyed digests of the person's number and id
 * @returns how many there were
 */
export async function forgetPersonUpdates(
  tx: Context,
  contactId: string,
  digests: readonly string[],
): Promise<number> {
  const result = await tx.db
    .deleteFrom('webhook_update')
    .where('business_id', '=', tx.businessId)
    .where((eb) =>
      eb.or([eb('contact_id', '=', contactId), sql<boolean>`person_digest = any(${[...digests]}::text[])`]),
    )
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

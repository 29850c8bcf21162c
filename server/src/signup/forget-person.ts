import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'

/**
 * Part of an erasure, in its transaction: what the page showed before the person wrote.
 * @param digests keyed digests of the person's number and id
 * @returns how many visits were forgotten
 */
export async function forgetSignups(
  tx: Context,
  contactId: string,
  digests: readonly string[],
): Promise<number> {
  const result = await tx.db
    .deleteFrom('signup_request')
    .where('business_id', '=', tx.businessId)
    .where((eb) =>
      eb.or([eb('used_by', '=', contactId), sql<boolean>`phone_digest = any(${[...digests]}::text[])`]),
    )
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

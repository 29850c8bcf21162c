import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import { withholdOf } from './withhold.ts'

/**
 * Part of an erasure, in its transaction: what is queued is withheld; texts go. The rows stay, because a campaign's counts
 * must close, and go on taking statuses; they hold digests only and lead to nobody.
 * @returns how many messages were emptied
 */
export async function forgetMessages(tx: Context, contactId: string): Promise<number> {
  await withholdOf(tx, contactId, 'erased', sql<boolean>`true`)
  const result = await tx.db
    .updateTable('message')
    .set({ payload_sealed: null })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where('payload_sealed', 'is not', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

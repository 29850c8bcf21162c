import type { Context } from '../platform/index.ts'
import { wamidDigest } from '../whatsapp/index.ts'

/** Deletes the raw copy of a message that its person took back; only of their own. In the caller's transaction. */
export async function forgetRaw(tx: Context, contactId: string, wamid: string): Promise<void> {
  await tx.db
    .deleteFrom('webhook_update')
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where('update_key', '=', wamidDigest(tx, wamid))
    .execute()
}

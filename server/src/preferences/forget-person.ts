import type { Context } from '../platform/index.ts'
import { revokeLinks } from './link.ts'

/** Handler of privacy's `personErased`: links and codes open nothing any more, and the pause of somebody who is gone goes. */
export async function forgetPreferences(tx: Context, { contactId }: { contactId: string }): Promise<void> {
  await revokeLinks(tx, { contactId })
  await tx.db
    .deleteFrom('marketing_pause')
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .execute()
}

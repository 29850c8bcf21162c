import { recordAudit } from '../audit/index.ts'
import type { Context } from '../platform/index.ts'

/** Makes this the business's privacy page, wherever one is linked, unless it has named one itself. Runs in the caller's transaction. */
export async function linkPrivacyPage(tx: Context, url: string): Promise<void> {
  const linked = await tx.db
    .updateTable('business')
    .set({ privacy_url: url })
    .where('business_id', '=', tx.businessId)
    .where('privacy_url', 'is', null)
    .returning('business_id')
    .executeTakeFirst()
  if (!linked) return
  await recordAudit(tx, {
    action: 'business.link_privacy_page',
    entity: 'business',
    entityId: tx.businessId,
    before: { privacyUrl: null },
    after: { privacyUrl: url },
  })
}

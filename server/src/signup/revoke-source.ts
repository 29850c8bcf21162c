import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { findSource, getSource, type Source } from './source.ts'

/** Closes a way in: a poster that is scanned afterwards starts no opt-in (C-72). */
export async function revokeSource(ctx: Context, sourceId: string): Promise<Source> {
  requireRole(ctx, 'marketer')
  return withTransaction(ctx, async (tx) => {
    await findSource(tx, sourceId)
    await tx.db
      .updateTable('source')
      .set({ revoked_at: tx.clock.now() })
      .where('business_id', '=', tx.businessId)
      .where('source_id', '=', sourceId)
      .where('revoked_at', 'is', null)
      .execute()
    await recordAudit(tx, { action: 'source.revoke', entity: 'source', entityId: sourceId })
    return getSource(tx, sourceId)
  })
}

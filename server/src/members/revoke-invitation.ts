import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'

/** Takes an invitation back. */
export async function revokeInvitation(ctx: Context, invitationId: string): Promise<void> {
  requireRole(ctx)
  await withTransaction(ctx, async (tx) => {
    await tx.db
      .deleteFrom('invitation')
      .where('business_id', '=', tx.businessId)
      .where('invitation_id', '=', invitationId)
      .execute()
    await recordAudit(tx, { action: 'invitation.revoke', entity: 'invitation', entityId: invitationId })
  })
}

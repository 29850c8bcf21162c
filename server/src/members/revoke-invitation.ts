import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound, withTransaction } from '../platform/index.ts'

/** Takes back an invitation that nobody has accepted yet. @throws Problem `not_found` */
export async function revokeInvitation(ctx: Context, invitationId: string): Promise<void> {
  requireRole(ctx)
  await withTransaction(ctx, async (tx) => {
    const deleted = await tx.db
      .deleteFrom('invitation')
      .where('business_id', '=', tx.businessId)
      .where('invitation_id', '=', invitationId)
      .where('accepted_at', 'is', null)
      .returning('invitation_id')
      .executeTakeFirst()
    if (!deleted) throw notFound({ de: 'Diese Einladung', en: 'This invitation' })
    await recordAudit(tx, { action: 'invitation.revoke', entity: 'invitation', entityId: invitationId })
  })
}

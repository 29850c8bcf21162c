import { requireRole } from '../platform/authorise.ts'
import type { Context } from '../platform/index.ts'
import type { Invitation } from './invitation.ts'

/** Invitations nobody has accepted yet. */
export async function listInvitations(ctx: Context): Promise<Invitation[]> {
  requireRole(ctx)
  const rows = await ctx.db
    .selectFrom('invitation')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', ctx.clock.now())
    .orderBy('invitation_id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.invitation_id,
    email: row.email,
    role: row.role,
    expiresAt: row.expires_at.toISOString(),
  }))
}

import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, DAY, newId, newLinkSecret, ROLES, withTransaction } from '../platform/index.ts'
import { type NewInvitation, tokenDigest } from './invitation.ts'

const VALID_DAYS = 7

export const InviteInput = z.object({ email: z.email(), role: z.enum(ROLES) })

/** Makes a link for one person; the inviting owner hands it over, so no mail server is needed. */
export async function inviteMember(ctx: Context, input: z.input<typeof InviteInput>): Promise<NewInvitation> {
  requireRole(ctx)
  const { email, role } = InviteInput.parse(input)
  const token = newLinkSecret(24)
  return withTransaction(ctx, async (tx) => {
    const invitationId = newId()
    const expiresAt = new Date(tx.clock.now().getTime() + VALID_DAYS * DAY)
    await tx.db
      .insertInto('invitation')
      .values({
        business_id: tx.businessId,
        invitation_id: invitationId,
        email: email.toLowerCase(),
        role,
        token_digest: tokenDigest(token),
        invited_by: tx.actor.kind === 'member' ? tx.actor.memberId : null,
        created_at: tx.clock.now(),
        expires_at: expiresAt,
      })
      .execute()
    await recordAudit(tx, {
      action: 'invitation.create',
      entity: 'invitation',
      entityId: invitationId,
      after: { role },
    })
    return {
      id: invitationId,
      email,
      role,
      expiresAt: expiresAt.toISOString(),
      link: `${tx.config.publicUrl}/invitation/${token}`,
    }
  })
}

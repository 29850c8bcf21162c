import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import {
  type Context,
  createContext,
  DAY,
  newId,
  Problem,
  ROLES,
  type Runtime,
  withTransaction,
} from '../platform/index.ts'
import { ensureAccount } from './accounts.ts'
import type { Auth } from './auth.ts'
import { addMember } from './members.ts'

export const Invitation = z.object({
  id: z.uuid(),
  email: z.string(),
  role: z.enum(ROLES),
  expiresAt: z.iso.datetime(),
  /** Only right after it was made; afterwards only its digest is known. */
  link: z.string().optional(),
})
export type Invitation = z.infer<typeof Invitation>

const VALID_DAYS = 7

const digest = (token: string) => createHash('sha256').update(token).digest('base64url')

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

export const InviteInput = z.object({ email: z.email(), role: z.enum(ROLES) })

/** Makes a link for one person; the inviting owner hands it over, so no mail server is needed. */
export async function inviteMember(ctx: Context, input: z.input<typeof InviteInput>): Promise<Invitation> {
  requireRole(ctx)
  const { email, role } = InviteInput.parse(input)
  const token = randomBytes(24).toString('base64url')
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
        token_digest: digest(token),
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

export const AcceptInput = z.object({
  token: z.string().min(10).max(100),
  name: z.string().trim().min(1).max(100),
  password: z.string().min(12).max(128),
})

/**
 * The invited person sets name and password and becomes a member; the link works once.
 * @throws Problem `invitation_invalid`
 */
export async function acceptInvitation(
  runtime: Runtime,
  auth: Auth,
  input: z.input<typeof AcceptInput>,
): Promise<{ email: string }> {
  const { token, name, password } = AcceptInput.parse(input)
  const row = await runtime.db
    .updateTable('invitation')
    .set({ accepted_at: runtime.clock.now() })
    .where('token_digest', '=', digest(token))
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', runtime.clock.now())
    .returningAll()
    .executeTakeFirst()
  if (!row) {
    throw new Problem('not_found', 'invitation_invalid', {
      de: 'Diese Einladung ist abgelaufen oder schon benutzt. Bitte lass dir eine neue schicken.',
      en: 'This invitation has expired or was used already. Please ask for a new one.',
    })
  }
  const known = await runtime.db
    .selectFrom('account')
    .select('id')
    .where('email', '=', row.email)
    .executeTakeFirst()
  // Whoever has an account keeps its password: an invitation must not be a way to take over an account.
  const accountId = known?.id ?? (await ensureAccount(runtime, auth, { email: row.email, name, password }))
  const ctx = createContext(runtime, row.business_id, { kind: 'system', job: 'invitation.accept' })
  await withTransaction(ctx, (tx) => addMember(tx, accountId, row.role))
  return { email: row.email }
}

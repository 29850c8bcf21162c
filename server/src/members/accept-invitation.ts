import { z } from 'zod'
import { createContext, Problem, type Runtime, withTransaction } from '../platform/index.ts'
import { ensureAccount } from './accounts.ts'
import { addMember } from './add-member.ts'
import type { Auth } from './auth.ts'
import { tokenDigest } from './invitation.ts'

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
    .where('token_digest', '=', tokenDigest(token))
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
  const ctx = createContext(runtime, row.business_id, { kind: 'system', job: 'invitation.accept' })
  try {
    const known = await runtime.db
      .selectFrom('account')
      .select('id')
      .where('email', '=', row.email)
      .executeTakeFirst()
    // Whoever has an account keeps its password: an invitation must not be a way to take over an account.
    const accountId = known?.id ?? (await ensureAccount(runtime, auth, { email: row.email, name, password }))
    await withTransaction(ctx, (tx) => addMember(tx, accountId, row.role))
  } catch (error) {
    // The sign-in library writes outside our transaction, so the link was taken first; it must not be lost by a failure.
    await runtime.db
      .updateTable('invitation')
      .set({ accepted_at: null })
      .where('business_id', '=', row.business_id)
      .where('invitation_id', '=', row.invitation_id)
      .execute()
    throw error
  }
  return { email: row.email }
}

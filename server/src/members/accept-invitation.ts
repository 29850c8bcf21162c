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

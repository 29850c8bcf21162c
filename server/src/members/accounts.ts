import type { Runtime } from '../platform/index.ts'
import type { Auth } from './auth.ts'

/**
 * Finds or makes an account without a password; it signs in by link until one is set. Only the command line and an
 * accepted invitation come here.
 */
export async function ensureAccount(
  runtime: Pick<Runtime, 'db' | 'clock'>,
  auth: Auth,
  account: { email: string; name: string; operator?: boolean; password?: string },
): Promise<string> {
  const context = await auth.$context
  const email = account.email.trim().toLowerCase()
  const found = await context.internalAdapter.findUserByEmail(email)
  const user =
    found?.user ??
    (await context.internalAdapter.createUser(
      { email, name: account.name, emailVerified: true },
      { method: 'admin' },
    ))
  if (!user) throw new Error('The account could not be created.')
  if (account.operator) {
    await runtime.db.updateTable('account').set({ operator: true }).where('id', '=', user.id).execute()
  }
  if (account.password) {
    const password = await context.password.hash(account.password)
    const credentials = await context.internalAdapter.findAccounts(user.id)
    if (credentials.some((credential) => credential.providerId === 'credential')) {
      await context.internalAdapter.updatePassword(user.id, password)
    } else {
      await context.internalAdapter.linkAccount({
        userId: user.id,
        accountId: user.id,
        providerId: 'credential',
        password,
      })
    }
  }
  return user.id
}

import { betterAuth } from 'better-auth'
import { magicLink } from 'better-auth/plugins'
import type { Runtime } from '../platform/index.ts'

/** Fifteen minutes to click a sign-in link; it works once. */
const LINK_SECONDS = 15 * 60

/**
 * Sign-in for members and operators: e-mail and password, and one-time links. Accounts are made by invitation or by
 * the command line, never by a public form. Links are not sent by this function: whoever asks for one gets it through
 * `onLink` and decides how it reaches the person.
 */
export function createAuth(runtime: Runtime, onLink: (link: { email: string; url: string }) => void) {
  const fields = { createdAt: 'created_at', updatedAt: 'updated_at' }
  return betterAuth({
    appName: 'Jawort',
    baseURL: runtime.config.publicUrl,
    basePath: '/api/auth',
    secret: runtime.vault.derive('auth').toString('base64'),
    database: { db: runtime.db, type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    trustedOrigins: [runtime.config.publicUrl],
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    user: {
      modelName: 'account',
      fields: { ...fields, emailVerified: 'email_verified' },
      additionalFields: { operator: { type: 'boolean', input: false, defaultValue: false } },
    },
    session: {
      modelName: 'account_session',
      fields: {
        ...fields,
        userId: 'account_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
    },
    account: {
      modelName: 'account_credential',
      fields: {
        ...fields,
        userId: 'account_id',
        accountId: 'provider_account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    verification: { modelName: 'account_verification', fields: { ...fields, expiresAt: 'expires_at' } },
    rateLimit: { enabled: true, window: 60, max: 60 },
    advanced: {
      cookiePrefix: 'jawort',
      // C-14, C-46: where somebody signs in from is not needed for anything.
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      magicLink({
        expiresIn: LINK_SECONDS,
        disableSignUp: true,
        storeToken: 'hashed',
        sendMagicLink: async ({ email, url }) => onLink({ email, url }),
      }),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>

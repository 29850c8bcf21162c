import { Live } from '../app/live.ts'
import { buildServer } from '../app/server.ts'
import { addMember, createAuth, ensureAccount } from '../members/index.ts'
import type { Api } from '../platform/http/index.ts'
import { createContext, type Role, withTransaction } from '../platform/index.ts'
import type { TestRuntime } from './runtime.ts'

export interface TestWeb {
  api: Api
  /** Makes an account, a member of the business unless no role is given, and gives its session cookie. */
  signIn(account: {
    email: string
    businessId?: string
    role?: Role
    operator?: boolean
    password?: string
  }): Promise<string>
  /** The one-time link that the account would be given, as a path. */
  linkFor(email: string): Promise<string>
  /** One request with a JSON body, as the pages make it. */
  send(request: {
    method?: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT' | 'OPTIONS'
    url: string
    cookie?: string
    businessId?: string
    body?: object
    language?: string
  }): Promise<Awaited<ReturnType<Api['inject']>>>
  close(): Promise<void>
}

/** The whole HTTP server of the application on a test's runtime, without a port. */
export async function createTestWeb(runtime: TestRuntime): Promise<TestWeb> {
  const links = new Map<string, string>()
  const auth = createAuth(runtime, ({ email, url }) => void links.set(email, url))
  const api = await buildServer(runtime, auth, new Live())

  async function linkFor(email: string): Promise<string> {
    await auth.api.signInMagicLink({ body: { email, callbackURL: '/' }, headers: new Headers() })
    const url = new URL(links.get(email) ?? 'http://none/')
    return url.pathname + url.search
  }

  return {
    api,
    linkFor,
    async signIn({ email, businessId, role, operator, password }) {
      const accountId = await ensureAccount(runtime, auth, {
        email,
        name: email,
        ...(operator ? { operator } : {}),
        ...(password ? { password } : {}),
      })
      if (businessId && role) {
        const ctx = createContext(runtime, businessId, { kind: 'system', job: 'test' })
        await withTransaction(ctx, (tx) => addMember(tx, accountId, role))
      }
      return cookiesOf(await api.inject(await linkFor(email)))
    },
    send({ method = 'GET', url, cookie, businessId, body, language }) {
      return api.inject({
        method,
        url,
        headers: {
          ...(cookie ? { cookie } : {}),
          ...(businessId ? { 'x-business-id': businessId } : {}),
          ...(language ? { 'accept-language': language } : {}),
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { payload: JSON.stringify(body) } : {}),
      })
    },
    close: () => api.close(),
  }
}

/** The session a response starts, as the browser would send it back. */
export function cookiesOf(response: Awaited<ReturnType<Api['inject']>>): string {
  return response.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
}

import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import {
  type Actor,
  type Context,
  createContext,
  NO_BUSINESS,
  Problem,
  type Runtime,
} from '../platform/index.ts'
import type { Auth } from './auth.ts'
import { webHeaders } from './routes-auth.ts'

export interface SignedIn {
  accountId: string
  name: string
  email: string
  operator: boolean
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; set on every route behind the sign-in. */
    account: SignedIn
  }
}

const UNAUTHENTICATED = new Problem('unauthenticated', 'sign_in', {
  de: 'Bitte melde dich an.',
  en: 'Please sign in.',
})

const NO_SUCH_BUSINESS = new Problem('not_found', 'business_not_found', {
  de: 'Dieses Unternehmen gibt es nicht, oder du gehörst nicht dazu.',
  en: 'This business does not exist, or you do not belong to it.',
})

/**
 * Puts account and context on the request. The business comes from the `x-business-id` header or, for downloads, from
 * the `business` query; a business that the account does not belong to looks like one that does not exist.
 * @throws Problem `sign_in`, `not_found`
 */
export async function authenticate(runtime: Runtime, auth: Auth, request: FastifyRequest): Promise<void> {
  const session = await auth.api.getSession({ headers: webHeaders(request) })
  if (!session) throw UNAUTHENTICATED
  const { user } = session
  request.account = {
    accountId: user.id,
    name: user.name,
    email: user.email,
    operator: user.operator === true,
  }
  request.ctx = await contextFor(runtime, request.account, wantedBusiness(request))
}

const BusinessQuery = z.object({ business: z.uuid().optional().catch(undefined) })

function wantedBusiness(request: FastifyRequest): string | undefined {
  const header = request.headers['x-business-id']
  if (typeof header !== 'string') return BusinessQuery.parse(request.query ?? {}).business
  const named = z.uuid().safeParse(header)
  // Named, but not an id: it must not be answered as if no business had been named.
  if (!named.success) throw NO_SUCH_BUSINESS
  return named.data
}

async function contextFor(
  runtime: Runtime,
  account: SignedIn,
  businessId: string | undefined,
): Promise<Context> {
  const operator: Actor = { kind: 'operator', accountId: account.accountId }
  if (!businessId)
    return createContext(
      runtime,
      NO_BUSINESS,
      account.operator ? operator : { kind: 'person', contactId: null },
    )
  const member = await runtime.db
    .selectFrom('member')
    .select(['member_id', 'role'])
    .where('business_id', '=', businessId)
    .where('account_id', '=', account.accountId)
    .executeTakeFirst()
  if (!member) throw NO_SUCH_BUSINESS
  return createContext(runtime, businessId, { kind: 'member', memberId: member.member_id, role: member.role })
}

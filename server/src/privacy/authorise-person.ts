import type { Role } from '../platform/actor.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Context } from '../platform/index.ts'

/**
 * Lets the person act for themselves, on their own page, and otherwise members with one of the roles.
 * @throws Problem `role_missing`
 */
export function requirePersonOrRole(ctx: Context, contactId: string, ...roles: Role[]): void {
  const { actor } = ctx
  if (actor.kind === 'person' && actor.contactId === contactId) return
  requireRole(ctx, ...roles)
}

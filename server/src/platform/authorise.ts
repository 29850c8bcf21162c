import type { Role } from './actor.ts'
import { type Context, NO_BUSINESS } from './context.ts'
import { Problem } from './errors.ts'

/**
 * The first line of every verb that a person may call. Owners may do everything; jobs and the operator act for the
 * installation; a person on the phone and a webhook never pass, they have verbs of their own.
 * @throws Problem `forbidden`, `business_missing` when the request named no business to do it in
 */
export function requireRole(ctx: Context, ...roles: Role[]): void {
  const { actor, businessId } = ctx
  if (businessId === NO_BUSINESS) {
    throw new Problem('invalid', 'business_missing', {
      de: 'Bitte wähle zuerst das Unternehmen, um das es geht.',
      en: 'Please choose the business first.',
    })
  }
  if (actor.kind === 'system' || actor.kind === 'operator') return
  if (
    (actor.kind === 'member' || actor.kind === 'apiKey') &&
    (actor.role === 'owner' || roles.includes(actor.role))
  )
    return
  throw new Problem('forbidden', 'role_missing', {
    de: 'Dafür fehlt dir die Berechtigung. Bitte wende dich an die Inhaberin oder den Inhaber des Kontos.',
    en: 'Your role does not allow this. Please ask an owner of the business.',
  })
}

/** The first line of every verb that is about the installation and not about one business. @throws Problem `operator_only` */
export function requireOperator({ actor }: Context): void {
  if (actor.kind === 'operator' || actor.kind === 'system') return
  throw new Problem('forbidden', 'operator_only', {
    de: 'Das darf nur, wer diese Installation betreibt.',
    en: 'Only the operator of this installation may do this.',
  })
}

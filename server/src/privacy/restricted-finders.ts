import type { Context } from '../platform/index.ts'

/**
 * Under what the vault finds somebody who makes a claim and says their number: keyed digests of their own, so that nothing in the
 * block list or anywhere else leads here.
 */
export function restrictedFinders(
  ctx: Pick<Context, 'vault' | 'businessId'>,
  person: { phone?: string | null | undefined; bsuid?: string | null | undefined },
): string[] {
  const finders: string[] = []
  if (person.phone)
    finders.push(ctx.vault.digest(ctx.businessId, 'suppression', `restricted:phone:${person.phone}`))
  if (person.bsuid)
    finders.push(ctx.vault.digest(ctx.businessId, 'suppression', `restricted:bsuid:${person.bsuid}`))
  return finders
}

import type { Context } from '../platform/index.ts'

export interface IdentityDigest {
  kind: 'phone' | 'bsuid'
  digest: string
}

/** The keyed digests under which a number and a BSUID are found, and suppressed, in this business. */
export function identityDigests(
  ctx: Pick<Context, 'vault' | 'businessId'>,
  identity: { phone?: string | null; bsuid?: string | null },
): IdentityDigest[] {
  const digests: IdentityDigest[] = []
  if (identity.bsuid)
    digests.push({ kind: 'bsuid', digest: ctx.vault.digest(ctx.businessId, 'bsuid', identity.bsuid) })
  if (identity.phone)
    digests.push({ kind: 'phone', digest: ctx.vault.digest(ctx.businessId, 'phone', identity.phone) })
  return digests
}

/** Under which digest of one kind a contact is found now; null when they have none. */
export async function personDigest(
  ctx: Context,
  contactId: string,
  kind: IdentityDigest['kind'],
): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('contact_identity')
    .select('digest')
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', '=', contactId)
    .where('kind', '=', kind)
    .executeTakeFirst()
  return row?.digest ?? null
}

import type { Context } from '../platform/index.ts'

export interface IdentityDigest {
  kind: 'phone' | 'bsuid' | 'parent_bsuid'
  digest: string
}

/** Whether WhatsApp's id is one that linked business portfolios share (§3.1). */
export const isParentId = (id: string): boolean => /^[A-Z]{2}\.ENT\./.test(id)

/** The keyed digests under which a number and WhatsApp's ids are found, and suppressed, in this business. */
export function identityDigests(
  ctx: Pick<Context, 'vault' | 'businessId'>,
  identity: { phone?: string | null; bsuid?: string | null; parentBsuid?: string | null },
): IdentityDigest[] {
  const { phone, bsuid, parentBsuid } = identity
  const ids = new Set([bsuid, parentBsuid].flatMap((id) => id || []))
  return [
    ...[...ids].map((id) => ({
      kind: isParentId(id) ? ('parent_bsuid' as const) : ('bsuid' as const),
      digest: ctx.vault.digest(ctx.businessId, 'bsuid', id),
    })),
    ...(phone ? [{ kind: 'phone' as const, digest: ctx.vault.digest(ctx.businessId, 'phone', phone) }] : []),
  ]
}

/** Under which digests of one kind a contact is found now; several ids only where portfolios are linked. */
export async function personDigests(
  ctx: Context,
  contactId: string,
  kind: IdentityDigest['kind'],
): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('contact_identity')
    .select('digest')
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', '=', contactId)
    .where('kind', '=', kind)
    .execute()
  return rows.map(({ digest }) => digest)
}

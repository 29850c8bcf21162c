import { type Context, Problem } from '../platform/index.ts'

/** @throws Problem `last_owner` when nobody else owns the business */
export async function keepAnOwner(tx: Context, exceptMemberId: string): Promise<void> {
  const other = await tx.db
    .selectFrom('member')
    .select('member_id')
    .where('business_id', '=', tx.businessId)
    .where('role', '=', 'owner')
    .where('member_id', '!=', exceptMemberId)
    .executeTakeFirst()
  if (other) return
  throw new Problem('conflict', 'last_owner', {
    de: 'Das ist die letzte Inhaberin oder der letzte Inhaber. Mache zuerst jemand anderen dazu.',
    en: 'This is the last owner. Make someone else an owner first.',
  })
}

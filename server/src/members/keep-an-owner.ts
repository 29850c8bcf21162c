import { type Context, Problem } from '../platform/index.ts'

/** @throws Problem `last_owner` when nobody else owns the business */
export async function keepAnOwner(tx: Context, exceptMemberId: string): Promise<void> {
  // All owners are locked, in one order: two who remove each other at the same moment must not both succeed.
  const owners = await tx.db
    .selectFrom('member')
    .select('member_id')
    .where('business_id', '=', tx.businessId)
    .where('role', '=', 'owner')
    .orderBy('member_id')
    .forUpdate()
    .execute()
  if (owners.some((owner) => owner.member_id !== exceptMemberId)) return
  throw new Problem('conflict', 'last_owner', {
    de: 'Das ist die letzte Inhaberin oder der letzte Inhaber. Mache zuerst jemand anderen dazu.',
    en: 'This is the last owner. Make someone else an owner first.',
  })
}

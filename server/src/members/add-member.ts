import { recordAudit } from '../audit/index.ts'
import { type Context, newId, type Role } from '../platform/index.ts'

/** Makes an account a member; used when an invitation is accepted and by the command line. */
export async function addMember(tx: Context, accountId: string, role: Role): Promise<string> {
  const memberId = newId()
  const inserted = await tx.db
    .insertInto('member')
    .values({
      business_id: tx.businessId,
      member_id: memberId,
      account_id: accountId,
      role,
      created_at: tx.clock.now(),
    })
    .onConflict((conflict) => conflict.columns(['business_id', 'account_id']).doNothing())
    .returning('member_id')
    .executeTakeFirst()
  if (inserted)
    await recordAudit(tx, { action: 'member.add', entity: 'member', entityId: memberId, after: { role } })
  return inserted?.member_id ?? memberId
}

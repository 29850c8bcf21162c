import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { keepAnOwner } from './keep-an-owner.ts'
import { findMember } from './list-members.ts'

/** @throws Problem `last_owner` */
export async function removeMember(ctx: Context, memberId: string): Promise<void> {
  requireRole(ctx)
  await withTransaction(ctx, async (tx) => {
    const before = await findMember(tx, memberId)
    if (before.role === 'owner') await keepAnOwner(tx, memberId)
    await tx.db
      .deleteFrom('member')
      .where('business_id', '=', tx.businessId)
      .where('member_id', '=', memberId)
      .execute()
    await recordAudit(tx, {
      action: 'member.remove',
      entity: 'member',
      entityId: memberId,
      before: { role: before.role },
    })
  })
}

import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, ROLES, withTransaction } from '../platform/index.ts'
import { keepAnOwner } from './keep-an-owner.ts'
import { findMember } from './list-members.ts'
import type { Member } from './member.ts'

export const ChangeRoleInput = z.object({ role: z.enum(ROLES) })

/** @throws Problem `last_owner`: a business always keeps someone who can change it */
export async function changeRole(
  ctx: Context,
  memberId: string,
  input: z.input<typeof ChangeRoleInput>,
): Promise<Member> {
  requireRole(ctx)
  const { role } = ChangeRoleInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const before = await findMember(tx, memberId)
    if (before.role === 'owner' && role !== 'owner') await keepAnOwner(tx, memberId)
    await tx.db
      .updateTable('member')
      .set({ role })
      .where('business_id', '=', tx.businessId)
      .where('member_id', '=', memberId)
      .execute()
    await recordAudit(tx, {
      action: 'member.change_role',
      entity: 'member',
      entityId: memberId,
      before: { role: before.role },
      after: { role },
    })
    return findMember(tx, memberId)
  })
}

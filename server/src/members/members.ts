import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import {
  type Context,
  newId,
  notFound,
  Problem,
  ROLES,
  type Role,
  withTransaction,
} from '../platform/index.ts'

export const Member = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  createdAt: z.iso.datetime(),
})
export type Member = z.infer<typeof Member>

/** Who works for the business. */
export async function listMembers(ctx: Context): Promise<Member[]> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const rows = await ctx.db
    .selectFrom('member')
    .innerJoin('account', 'account.id', 'member.account_id')
    .select(['member.member_id', 'account.name', 'account.email', 'member.role', 'member.created_at'])
    .where('member.business_id', '=', ctx.businessId)
    .orderBy('member.member_id')
    .execute()
  return rows.map((row) => ({
    id: row.member_id,
    name: row.name,
    email: row.email,
    role: row.role,
    createdAt: row.created_at.toISOString(),
  }))
}

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

async function findMember(ctx: Context, memberId: string): Promise<Member> {
  const member = (await listMembers(ctx)).find((each) => each.id === memberId)
  if (!member) throw notFound({ de: 'Dieses Mitglied', en: 'This member' })
  return member
}

async function keepAnOwner(tx: Context, exceptMemberId: string): Promise<void> {
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

import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound } from '../platform/index.ts'
import type { Member } from './member.ts'

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

/** @throws Problem `not_found` */
export async function findMember(ctx: Context, memberId: string): Promise<Member> {
  const member = (await listMembers(ctx)).find((each) => each.id === memberId)
  if (!member) throw notFound({ de: 'Dieses Mitglied', en: 'This member' })
  return member
}

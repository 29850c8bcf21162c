import type { Context } from '../platform/index.ts'
import type { Admission } from './store.ts'

/** Whether whoever acts is the person who applied, as a member or as the operator that this member is, too (C-70). */
export async function isApplicant(
  { actor, db, businessId }: Context,
  kept: Pick<Admission, 'appliedBy'> | null,
): Promise<boolean> {
  if (!kept?.appliedBy) return false
  if (actor.kind === 'member') return actor.memberId === kept.appliedBy
  if (actor.kind !== 'operator') return false
  const applicant = await db
    .selectFrom('member')
    .select('account_id')
    .where('business_id', '=', businessId)
    .where('member_id', '=', kept.appliedBy)
    .executeTakeFirst()
  return applicant?.account_id === actor.accountId
}

export interface Reader {
  accountId: string
  email: string
  /** Reads it where operators decide, and not in the business. */
  operator: boolean
}

/** Who may decide about the application, and so has to hear of it: other owners, data protection officers, and the operators. */
export async function deciders(ctx: Context, appliedBy: string | null): Promise<Reader[]> {
  const members = await membersOf(ctx, ['owner', 'dpo'])
  const operators = await ctx.db
    .selectFrom('account')
    .select(['id', 'email'])
    .where('operator', '=', true)
    .execute()
  const applicant = members.find(({ memberId }) => memberId === appliedBy)?.accountId
  const within = members.filter(({ accountId }) => accountId !== applicant)
  return [
    ...within.map(({ accountId, email }) => ({ accountId, email, operator: false })),
    ...operators
      .filter(({ id }) => id !== applicant && !within.some(({ accountId }) => accountId === id))
      .map(({ id, email }) => ({ accountId: id, email, operator: true })),
  ]
}

/** Who has to hear what was decided: the owners; one of them applied. */
export async function askers(ctx: Context): Promise<Reader[]> {
  return (await membersOf(ctx, ['owner'])).map(({ accountId, email }) => ({
    accountId,
    email,
    operator: false,
  }))
}

async function membersOf(ctx: Context, roles: ('owner' | 'dpo')[]) {
  const rows = await ctx.db
    .selectFrom('member as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .select(['m.member_id', 'm.account_id', 'a.email'])
    .where('m.business_id', '=', ctx.businessId)
    .where('m.role', 'in', roles)
    .orderBy('m.member_id')
    .execute()
  return rows.map((row) => ({ memberId: row.member_id, accountId: row.account_id, email: row.email }))
}

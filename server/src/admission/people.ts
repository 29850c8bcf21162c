import type { Context } from '../platform/index.ts'
import type { Admission } from './store.ts'

/** The account of whoever acts, as a member or as an operator; null for programs. */
export async function accountOf({ actor, db, businessId }: Context): Promise<string | null> {
  if (actor.kind === 'operator') return actor.accountId
  if (actor.kind !== 'member') return null
  const member = await db
    .selectFrom('member')
    .select('account_id')
    .where('business_id', '=', businessId)
    .where('member_id', '=', actor.memberId)
    .executeTakeFirst()
  return member?.account_id ?? null
}

/** Whether whoever acts is the person who applied, whatever they were then and are now (C-70). */
export async function isApplicant(ctx: Context, kept: Pick<Admission, 'appliedBy'> | null): Promise<boolean> {
  return kept?.appliedBy != null && (await accountOf(ctx)) === kept.appliedBy
}

export interface Reader {
  accountId: string
  email: string
  /** Reads it where operators decide, and not in the business. */
  operator: boolean
}

/**
 * Who may decide about the application, and so has to hear of it: other owners, data protection officers, and the operators.
 * @param appliedBy account of whoever applied
 */
export async function deciders(ctx: Context, appliedBy: string | null): Promise<Reader[]> {
  const members = await membersOf(ctx, ['owner', 'dpo'])
  const operators = await ctx.db
    .selectFrom('account')
    .select(['id', 'email'])
    .where('operator', '=', true)
    .execute()
  const within = members.filter(({ accountId }) => accountId !== appliedBy)
  return [
    ...within.map(({ accountId, email }) => ({ accountId, email, operator: false })),
    ...operators
      .filter(({ id }) => id !== appliedBy && !within.some(({ accountId }) => accountId === id))
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
    .select(['m.account_id', 'a.email'])
    .where('m.business_id', '=', ctx.businessId)
    .where('m.role', 'in', roles)
    .orderBy('m.member_id')
    .execute()
  return rows.map((row) => ({ accountId: row.account_id, email: row.email }))
}

import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { billingOf, centsOf, unitsOf } from '../costs/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, newId, notFound, withTransaction } from '../platform/index.ts'
import { countRoom, dearestPrices } from './budget.ts'
import { sendingPolicy } from './policy.ts'

const Period = z.enum(['month', 'year'])

export const Budget = z.object({
  id: z.uuid(),
  /** Null: of the whole business. */
  topicId: z.uuid().nullable(),
  period: Period,
  amount: z.number(),
  currency: z.string(),
  /** `2026-11` or `2026`, by the clock that Meta bills by. */
  now: z.string(),
  /** What was booked, and the most that is on its way can cost. */
  spent: z.number(),
  left: z.number(),
})
export type Budget = z.infer<typeof Budget>

/** Budgets of the business and of its topics, with what they still leave now. Campaigns have their own. */
export async function listBudgets(ctx: Context): Promise<Budget[]> {
  requireRole(ctx, 'marketer', 'dpo')
  return viewBudgets(ctx)
}

async function viewBudgets(ctx: Context): Promise<Budget[]> {
  const shared = (await sendingPolicy(ctx)).budgets.filter((budget) => budget.scope !== 'campaign')
  const { currency } = await billingOf(ctx)
  const rooms = await countRoom(ctx, shared, await dearestPrices(ctx))
  return shared
    .map(({ id, topicId, period, amount }) => {
      const left = rooms.get(id) ?? 0n
      return {
        id,
        topicId,
        period: period.length === 4 ? ('year' as const) : ('month' as const),
        amount: Number(amount),
        currency,
        now: period,
        spent: centsOf(unitsOf(amount) - left),
        left: centsOf(left),
      }
    })
    .sort(
      (a, b) => Number(a.topicId !== null) - Number(b.topicId !== null) || a.period.localeCompare(b.period),
    )
}

export const SetBudgetInput = z.object({
  topicId: z.uuid().nullable(),
  period: Period,
  amount: z.number().min(0).max(10_000_000),
})

/** Sets what the business, or a topic, may spend in a calendar month or year; counts from the next claim on (C-71). */
export async function setBudget(ctx: Context, input: z.input<typeof SetBudgetInput>): Promise<Budget[]> {
  requireRole(ctx, 'marketer')
  const { topicId, period, amount } = SetBudgetInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    if (topicId) {
      const topic = await tx.db
        .selectFrom('topic')
        .select('topic_id')
        .where('business_id', '=', tx.businessId)
        .where('topic_id', '=', topicId)
        .executeTakeFirst()
      if (!topic) throw notFound({ de: 'Dieses Thema', en: 'This topic' })
    }
    const before = await tx.db
      .selectFrom('budget')
      .select(['budget_id', 'amount'])
      .where('business_id', '=', tx.businessId)
      .where('topic_id', 'is not distinct from', topicId)
      .where('period', '=', period)
      .forUpdate()
      .executeTakeFirst()
    const id = before?.budget_id ?? newId()
    const now = tx.clock.now()
    await tx.db
      .insertInto('budget')
      .values({
        business_id: tx.businessId,
        budget_id: id,
        topic_id: topicId,
        period,
        amount: amount.toFixed(2),
        created_at: now,
        updated_at: now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['business_id', 'topic_id', 'period'])
          .doUpdateSet((eb) => ({ amount: eb.ref('excluded.amount'), updated_at: now })),
      )
      .execute()
    await recordAudit(tx, {
      action: 'budget.set',
      entity: 'budget',
      entityId: id,
      ...(before ? { before: { amount: Number(before.amount) } } : {}),
      after: { topicId, period, amount },
    })
    return viewBudgets(tx)
  })
}

/** From now on nothing is held back by it. @throws Problem `not_found` */
export async function removeBudget(ctx: Context, budgetId: string): Promise<void> {
  requireRole(ctx, 'marketer')
  await withTransaction(ctx, async (tx) => {
    const before = await tx.db
      .deleteFrom('budget')
      .where('business_id', '=', tx.businessId)
      .where('budget_id', '=', budgetId)
      .returning(['topic_id', 'period', 'amount'])
      .executeTakeFirst()
    if (!before) throw notFound({ de: 'Dieses Budget', en: 'This budget' })
    await tx.db
      .deleteFrom('budget_room')
      .where('business_id', '=', tx.businessId)
      .where('budget_id', '=', budgetId)
      .execute()
    await recordAudit(tx, {
      action: 'budget.delete',
      entity: 'budget',
      entityId: budgetId,
      before: { topicId: before.topic_id, period: before.period, amount: Number(before.amount) },
    })
  })
}

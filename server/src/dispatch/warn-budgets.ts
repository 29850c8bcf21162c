import { z } from 'zod'
import { centsOf, unitsOf } from '../costs/index.ts'
import { type Context, createContext, type Runtime, withTransaction } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { notifyOnce } from '../standing/index.ts'
import { type BudgetNow, countRoom, dearestPrices } from './budget.ts'
import { sendingPolicy } from './policy.ts'

/** Every ten minutes: budgets that are nearly used up. */
export const warnBudgetsJob: Job<Record<string, never>> = {
  name: 'dispatch.warn_budgets',
  schema: z.object({}).strict(),
  cron: '*/10 * * * *',
  retries: 0,
}

const WARNED_AT = 80n

/** Tells members once when 80 % of a budget are used, and once when all of it is (C-71); again when it was changed. */
export async function runWarnBudgets(runtime: Runtime): Promise<void> {
  const rows = await runtime.db
    .selectFrom('budget')
    .select('business_id')
    .union(
      runtime.db
        .selectFrom('campaign')
        .select('business_id')
        .where('state', '=', 'running')
        .where('budget', 'is not', null),
    )
    .execute()
  for (const { business_id } of rows) {
    const ctx = createContext(runtime, business_id, { kind: 'system', job: warnBudgetsJob.name })
    try {
      await warnOf(ctx)
    } catch (error) {
      runtime.log.error({ err: error }, 'budget warnings')
    }
  }
}

async function warnOf(ctx: Context): Promise<void> {
  const { budgets } = await sendingPolicy(ctx)
  const rooms = await countRoom(ctx, budgets, await dearestPrices(ctx))
  for (const budget of budgets) {
    const amount = unitsOf(budget.amount)
    const left = rooms.get(budget.id) ?? 0n
    const spent = amount - left
    if (amount === 0n || spent * 100n < amount * WARNED_AT) continue
    // Less than any message costs is nothing.
    const empty = left < 1_000n
    const name = await nameOf(ctx, budget)
    await withTransaction(ctx, (tx) =>
      notifyOnce(tx, {
        kind: empty ? 'budget.reached' : 'budget.nearly',
        severity: 'warning',
        entity: budget.scope === 'campaign' ? 'campaign' : 'budget',
        entityId: budget.id,
        data: { name, amount: centsOf(amount), period: budget.period },
      }),
    )
  }
}

async function nameOf(ctx: Context, { scope, id, topicId, period }: BudgetNow): Promise<string> {
  if (scope === 'campaign') {
    const row = await ctx.db
      .selectFrom('campaign')
      .select('name')
      .where('business_id', '=', ctx.businessId)
      .where('campaign_id', '=', id)
      .executeTakeFirst()
    return row?.name ?? ''
  }
  if (scope === 'business') return period
  const row = await ctx.db
    .selectFrom('topic')
    .select('key')
    .where('business_id', '=', ctx.businessId)
    .where('topic_id', '=', topicId ?? '')
    .executeTakeFirst()
  return `${row?.key ?? ''} ${period}`.trim()
}

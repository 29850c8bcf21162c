import { waitsForBudget } from '../dispatch/index.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { lockCampaign } from './campaign.ts'
import { pauseBySystem } from './steer.ts'

/** With more left than the dearest message costs, nothing can be waiting for a budget. In the currency of billing. */
const DEAREST = '1'

const PAUSED_AS = {
  budget_reached: 'over_budget',
  budget_topic: 'topic_budget',
  budget_business: 'business_budget',
} as const

/**
 * Pauses a running campaign while a budget is used up and people still wait: the gate holds them back, and somebody has to
 * raise the budget or end it (C-71). @returns whether it did
 */
export async function pauseIfSpent(ctx: Context, campaignId: string): Promise<boolean> {
  if (!(await isAnySpent(ctx))) return false
  const held = await waitsForBudget(ctx, campaignId)
  if (!held) return false
  return withTransaction(ctx, async (tx) => {
    const row = await lockCampaign(tx, campaignId)
    if (row.state !== 'running') return false
    await pauseBySystem(tx, row, PAUSED_AS[held])
    return true
  })
}

async function isAnySpent(ctx: Pick<Context, 'db' | 'businessId'>): Promise<boolean> {
  const spent = await ctx.db
    .selectFrom('budget_room')
    .select('budget_id')
    .where('business_id', '=', ctx.businessId)
    .where('room', '<', DEAREST)
    .limit(1)
    .executeTakeFirst()
  return spent !== undefined
}

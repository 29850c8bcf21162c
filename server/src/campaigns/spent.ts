import { spentBudget } from '../dispatch/index.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { findCampaign, lockCampaign } from './campaign.ts'
import { pauseBySystem } from './steer.ts'

const PAUSED_AS = {
  budget_reached: 'over_budget',
  budget_topic: 'topic_budget',
  budget_business: 'business_budget',
} as const

/**
 * Pauses a running campaign when what its budgets leave pays for nobody who still waits: the gate holds them back, and somebody has to
 * raise the budget or end it (C-71). @returns whether it did
 */
export async function pauseIfSpent(ctx: Context, campaignId: string): Promise<boolean> {
  const { topic_id: topicId } = await findCampaign(ctx, campaignId)
  const held = await spentBudget(ctx, { id: campaignId, topicId })
  if (!held) return false
  return withTransaction(ctx, async (tx) => {
    const row = await lockCampaign(tx, campaignId)
    if (row.state !== 'running') return false
    await pauseBySystem(tx, row, PAUSED_AS[held])
    return true
  })
}

import { campaignSpending, waitsForBudget } from '../dispatch/index.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { lockCampaign } from './campaign.ts'
import { pauseBySystem } from './steer.ts'

/** With more left than the dearest message costs, nothing can be waiting for the budget. EUR. */
const DEAREST = 1

/**
 * Pauses a running campaign whose budget is used up while people still wait: the gate holds them back, and somebody has to
 * raise the budget or end it (C-71). @returns whether it did
 */
export async function pauseIfSpent(ctx: Context, campaignId: string): Promise<boolean> {
  const [spending] = await campaignSpending(ctx, [campaignId])
  if (!spending || spending.left > DEAREST || !(await waitsForBudget(ctx, campaignId))) return false
  return withTransaction(ctx, async (tx) => {
    const row = await lockCampaign(tx, campaignId)
    if (row.state !== 'running') return false
    await pauseBySystem(tx, row, 'over_budget')
    return true
  })
}

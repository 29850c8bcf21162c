import { analyzeQueue, endParts, withholdCampaign } from '../dispatch/index.ts'
import { createContext, type Runtime, withTransaction } from '../platform/index.ts'
import { lockCampaign } from './campaign.ts'
import { changeCampaign } from './store.ts'

/**
 * The job behind `campaigns.withhold`: takes down what a cancelled campaign has not sent, ten thousand at a time. Parts of the
 * audience that were being written at that moment are waited for; no later one begins.
 */
export async function runCampaignWithhold(
  runtime: Runtime,
  data: { businessId: string; campaignId: string },
): Promise<void> {
  const ctx = createContext(runtime, data.businessId, { kind: 'system', job: 'campaigns.withhold' })
  const { campaignId } = data
  const cancelled = await withTransaction(ctx, async (tx) => {
    const row = await lockCampaign(tx, campaignId)
    if (row.state !== 'cancelled') return false
    if (row.frozen_at) return true
    const { messages, exclusions } = await endParts(tx, campaignId)
    await changeCampaign(tx, campaignId, { candidates: messages + exclusions, frozen_at: tx.clock.now() })
    return true
  })
  if (!cancelled) return
  // Nobody has counted what was written a moment ago; planned for a handful of rows, taking it down takes minutes.
  await analyzeQueue(ctx)
  await withholdCampaign(ctx, campaignId)
}

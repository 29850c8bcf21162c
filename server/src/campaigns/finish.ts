import { recordAudit } from '../audit/index.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { notify } from '../standing/index.ts'
import { lockCampaign, OPEN_STATES } from './campaign.ts'
import { expectStep } from './state.ts'
import { changeCampaign } from './store.ts'

/**
 * Finishes a running campaign when none of its messages is open any more (G3). What is accepted counts as done: Meta
 * tells later, or never, whether it arrived, and the report goes on counting.
 * @returns whether it finished now
 */
export async function finishIfDone(ctx: Context, campaignId: string): Promise<boolean> {
  // A look without a lock first: this is asked after every batch.
  if (await hasOpen(ctx, campaignId)) return false
  return withTransaction(ctx, async (tx) => {
    const row = await lockCampaign(tx, campaignId)
    if (row.state !== 'running' || (await hasOpen(tx, campaignId))) return false
    const now = tx.clock.now()
    await changeCampaign(tx, campaignId, { state: expectStep(row.state, 'finish'), finished_at: now })
    await recordAudit(tx, {
      action: 'campaign.finish',
      entity: 'campaign',
      entityId: campaignId,
      before: { state: row.state },
      after: { state: 'finished' },
    })
    await notify(tx, {
      kind: 'campaign.finished',
      severity: 'success',
      entity: 'campaign',
      entityId: campaignId,
      data: { name: row.name },
    })
    return true
  })
}

async function hasOpen(ctx: Pick<Context, 'db' | 'businessId'>, campaignId: string): Promise<boolean> {
  const open = await ctx.db
    .selectFrom('message')
    .select('message_id')
    .where('business_id', '=', ctx.businessId)
    .where('campaign_id', '=', campaignId)
    .where('state', 'in', OPEN_STATES)
    .limit(1)
    .executeTakeFirst()
  return open !== undefined
}

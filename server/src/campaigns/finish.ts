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
  // Asked after every batch, and for hours by late receipts: first one look without a lock.
  if (!(await isDone(ctx, campaignId))) return false
  return withTransaction(ctx, async (tx) => {
    const row = await lockCampaign(tx, campaignId)
    if (!(await isDone(tx, campaignId))) return false
    const now = tx.clock.now()
    await changeCampaign(tx, campaignId, { state: expectStep(row.state, 'finish'), finished_at: now })
    await recordAudit(tx, {
      action: 'campaign.finish',
      entity: 'campaign',
      entityId: campaignId,
      before: { state: row.state },
      after: { state: 'finished' },
    })
    // One that was taken up again was told once.
    if (row.finished_at) return true
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

async function isDone(ctx: Pick<Context, 'db' | 'businessId'>, campaignId: string): Promise<boolean> {
  const done = await ctx.db
    .selectFrom('campaign')
    .select('campaign_id')
    .where('business_id', '=', ctx.businessId)
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'running')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('message')
            .select('message_id')
            .whereRef('message.business_id', '=', 'campaign.business_id')
            .whereRef('message.campaign_id', '=', 'campaign.campaign_id')
            .where('message.state', 'in', OPEN_STATES),
        ),
      ),
    )
    .executeTakeFirst()
  return done !== undefined
}

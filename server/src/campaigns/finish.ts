import { sql } from 'kysely'
import { recordAudit } from '../audit/index.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { notify } from '../standing/index.ts'
import { lockCampaign } from './campaign.ts'
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

/**
 * Looks only at the queue, which holds a row for every message that is open; each half has an index of its own. Of what waits
 * the last one is asked for: the front of the index is full of what is gone.
 */
async function isDone(ctx: Pick<Context, 'db' | 'businessId'>, campaignId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from campaign cp where cp.business_id = ${ctx.businessId} and cp.campaign_id = ${campaignId} and cp.state = 'running'
      and (select q.message_id from message_queue q where q.business_id = ${ctx.businessId} and q.campaign_id = ${campaignId}
        and q.epoch is null order by q.not_before desc, q.message_id desc limit 1) is null
      and not exists (select 1 from message_queue q where q.business_id = ${ctx.businessId} and q.channel_id = cp.channel_id
        and q.campaign_id = ${campaignId} and q.epoch is not null)`.execute(ctx.db)
  return rows.length > 0
}

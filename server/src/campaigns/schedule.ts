import { isSendingBraked } from '../brake/index.ts'
import { MINUTE } from '../platform/clock.ts'
import { type Context, createContext, Problem, type Runtime, withTransaction } from '../platform/index.ts'
import { lockCampaign } from './campaign.ts'
import { finishIfDone } from './finish.ts'
import { tickFreezing } from './freeze-job.ts'
import { start } from './launch.ts'
import { isPauseReason, type PauseReason } from './pause-reasons.ts'
import { advanceRamp } from './ramp.ts'
import { pauseIfTemplateStopped } from './react.ts'
import { pauseIfSpent } from './spent.ts'
import { pauseBySystem } from './steer.ts'
import { watchCampaign } from './watch.ts'

/** The job behind `campaigns.start`; safe to run twice and too early. */
export async function runCampaignStart(
  runtime: Runtime,
  data: { businessId: string; campaignId: string },
): Promise<void> {
  const ctx = createContext(runtime, data.businessId, { kind: 'system', job: 'campaigns.start' })
  await startScheduled(ctx, data.campaignId)
}

/** The job behind `campaigns.tick`, over all businesses; what goes wrong with one campaign does not hold up the others. */
export async function runCampaignTick(runtime: Runtime): Promise<void> {
  const due = await runtime.db
    .selectFrom('campaign')
    .select(['business_id', 'campaign_id', 'state'])
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['freezing', 'running']),
        eb.and([eb('state', '=', 'scheduled'), eb('scheduled_at', '<=', runtime.clock.now())]),
      ]),
    )
    .orderBy('scheduled_at')
    .execute()
  for (const { business_id, campaign_id, state } of due) {
    const ctx = createContext(runtime, business_id, { kind: 'system', job: 'campaigns.tick' })
    try {
      if (state === 'scheduled') await startScheduled(ctx, campaign_id)
      else if (state === 'freezing') await tickFreezing(ctx, campaign_id)
      else await tickRunning(ctx, campaign_id)
    } catch (error) {
      runtime.log.error({ err: error, campaignId: campaign_id }, 'campaign tick')
    }
  }
}

/** What nobody told: figures that became too bad, a waiting time that is over, an end, a template that was stopped. */
async function tickRunning(ctx: Context, campaignId: string): Promise<void> {
  if (await watchCampaign(ctx, campaignId)) return
  if (await pauseIfSpent(ctx, campaignId)) return
  await advanceRamp(ctx, campaignId)
  if (!(await finishIfDone(ctx, campaignId))) await pauseIfTemplateStopped(ctx, campaignId)
}

/**
 * Starts a campaign whose time has come. Missed by more than its tolerance it waits for a person (G3): an offer for the
 * morning must not go out at night because a server was down. While nothing may be sent it stays planned, and is judged afterwards. What is not ready then pauses with its reason.
 */
async function startScheduled(ctx: Context, campaignId: string): Promise<void> {
  try {
    await withTransaction(ctx, async (tx) => {
      const row = await lockCampaign(tx, campaignId)
      const now = tx.clock.now().getTime()
      const due = row.scheduled_at?.getTime() ?? Number.POSITIVE_INFINITY
      if (row.state !== 'scheduled' || due > now || (await isSendingBraked(tx))) return
      if (now - due > row.tolerance_minutes * MINUTE) await pauseBySystem(tx, row, 'schedule_missed')
      else await start(tx, row, 'start')
    })
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'not_found') throw error
    await withTransaction(ctx, async (tx) => {
      const row = await lockCampaign(tx, campaignId)
      if (row.state === 'scheduled') await pauseBySystem(tx, row, reasonOf(error))
    })
  }
}

function reasonOf(problem: Problem): PauseReason {
  return Object.keys(problem.fields ?? {}).find(isPauseReason) ?? 'not_ready'
}

import { setTimeout } from 'node:timers/promises'
import { recordAudit } from '../audit/index.ts'
import { isSendingBraked } from '../brake/index.ts'
import { estimateNow } from '../costs/index.ts'
import { analyzeQueue, endParts, freezePart, frozenSoFar, wakeDispatch } from '../dispatch/index.ts'
import { MINUTE } from '../platform/clock.ts'
import { type Context, createContext, type Runtime, withTransaction } from '../platform/index.ts'
import { candidatesSql, marketsOf } from './audience.ts'
import { type CampaignRow, findCampaign, lastMove, lockCampaign } from './campaign.ts'
import { enqueueFreeze } from './freeze.ts'
import { campaignChanged } from './hooks.ts'
import { audienceProblems } from './over-budget.ts'
import { isPauseReason, type PauseReason } from './pause-reasons.ts'
import { findProblems, isComplete, loadParts, type ReadinessProblem } from './readiness.ts'
import { expectStep } from './state.ts'
import { pauseBySystem } from './steer.ts'
import { changeCampaign } from './store.ts'

/** From so many messages on the planner is told at once, and does not wait for whoever counts by itself. */
const MANY = 50_000
/** Parts at the same time; the embedded database has one connection. */
const TOGETHER = 2
/** Between two parts on that one connection: time for the few queries behind a page. */
const BREATH_MS = 40

/** The job behind `campaigns.freeze`; safe to run twice, and to run again after a crash: it goes on where the parts end. */
export async function runCampaignFreeze(
  runtime: Runtime,
  data: { businessId: string; campaignId: string },
): Promise<void> {
  const ctx = createContext(runtime, data.businessId, { kind: 'system', job: 'campaigns.freeze' })
  const row = await findCampaign(ctx, data.campaignId)
  const workers = isEmbedded(ctx) ? 1 : TOGETHER
  const results = await Promise.allSettled(Array.from({ length: workers }, () => freezeParts(ctx, row)))
  for (const result of results) if (result.status === 'rejected') throw result.reason
  await completeFreeze(ctx, data.campaignId)
}

/** One connection, and nobody who counts rows between the analyses of every ten minutes. */
const isEmbedded = (ctx: Context) => ctx.config.databaseUrl === undefined

async function freezeParts(ctx: Context, row: CampaignRow): Promise<void> {
  const parts = await loadParts(ctx, row)
  const { launched_at: launchedAt, campaign_id: campaignId } = row
  if (row.state !== 'freezing' || !launchedAt || !isComplete(parts)) return
  const audience = {
    campaignId,
    channelId: parts.channel.id,
    topicId: parts.topicId,
    templateId: parts.template.id,
    candidates: candidatesSql(ctx, parts),
    firstShare: row.ramp_share === null ? null : Number(row.ramp_share),
    launchedAt,
    wanted: async (tx: Context) => {
      await tx.hooks.run(campaignChanged, tx, { campaignId })
      return (await findCampaign(tx, campaignId)).state === 'freezing'
    },
  }
  while (await freezePart(ctx, audience)) if (isEmbedded(ctx)) await setTimeout(BREATH_MS)
}

/**
 * Once no part is left, the campaign starts; or it waits for a person, because it became too expensive, or nobody may get
 * it, or something it needs is gone, or its time has passed meanwhile. Nothing has been sent by then. While nothing may be
 * sent at all it stays as it is, and is judged afterwards.
 */
async function completeFreeze(ctx: Context, campaignId: string): Promise<void> {
  const messages = await withTransaction(ctx, async (tx) => {
    const row = await lockCampaign(tx, campaignId)
    if (row.state !== 'freezing' || (await frozenSoFar(tx, campaignId)).left > 0) return 0
    if (await isSendingBraked(tx)) return 0
    const frozen = await endParts(tx, campaignId)
    const cost = await estimateNow(tx, marketsOf(Object.entries(frozen.countries)), 1)
    const candidates = frozen.messages + frozen.exclusions
    const problems = [
      ...(await findProblems(tx, await loadParts(tx, row))),
      ...(await audienceProblems(tx, row, frozen.messages, cost)),
    ]
    await changeCampaign(tx, campaignId, {
      candidates,
      estimate: String(cost.high),
      frozen_at: tx.clock.now(),
    })
    const reason = whyNot(problems) ?? (isLate(row, tx.clock.now()) ? 'schedule_missed' : null)
    if (reason) {
      await pauseBySystem(tx, row, reason)
      return frozen.messages
    }
    const to = expectStep(row.state, 'start')
    await changeCampaign(tx, campaignId, { state: to })
    await recordAudit(tx, {
      action: 'campaign.launch',
      entity: 'campaign',
      entityId: campaignId,
      before: { state: row.state },
      after: {
        state: to,
        candidates,
        messages: frozen.messages,
        excluded: frozen.exclusions,
        estimate: cost.high,
      },
    })
    wakeDispatch(tx)
    return frozen.messages
  })
  if (messages >= MANY || isEmbedded(ctx)) await analyzeQueue(ctx)
}

function whyNot(problems: readonly ReadinessProblem[]): PauseReason | null {
  if (problems.length === 0) return null
  return problems.map(({ code }) => code).find(isPauseReason) ?? 'not_ready'
}

/** Freezing takes its time, also where a campaign has no tolerance at all. */
const FREEZING_MS = 15 * MINUTE

/** Like a schedule that was missed: counted from the launch, or from when a person last went on. */
function isLate(
  row: Pick<CampaignRow, 'launched_at' | 'breaker_since' | 'tolerance_minutes'>,
  now: Date,
): boolean {
  const since = Math.max(row.launched_at?.getTime() ?? 0, row.breaker_since?.getTime() ?? 0)
  return now.getTime() - since > row.tolerance_minutes * MINUTE + FREEZING_MS
}

/** For the tick: a process that died left its job behind. */
export async function tickFreezing(ctx: Context, campaignId: string): Promise<void> {
  if (await isSendingBraked(ctx)) return
  const row = await findCampaign(ctx, campaignId)
  const { lastAt } = await frozenSoFar(ctx, campaignId)
  const idleMs = ctx.clock.now().getTime() - lastMove(row, lastAt).getTime()
  if (row.state === 'freezing' && idleMs >= MINUTE) await enqueueFreeze(ctx, campaignId)
}

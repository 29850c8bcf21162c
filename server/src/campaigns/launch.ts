import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { estimateNow } from '../costs/index.ts'
import { freezeAudience } from '../dispatch/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { DAY, MINUTE } from '../platform/clock.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import { candidatesSql, marketsOf } from './audience.ts'
import { type Campaign, type CampaignRow, lockCampaign, viewCampaign } from './campaign.ts'
import { beginFreeze, isBig } from './freeze.ts'
import { startCampaignJob } from './jobs.ts'
import { audienceProblems } from './over-budget.ts'
import { expectReady, loadParts, notReady } from './readiness.ts'
import { expectReleased } from './released.ts'
import { paceFor } from './slow-down.ts'
import { type CampaignAction, expectStep } from './state.ts'
import { changeCampaign } from './store.ts'

export const LaunchInput = z.object({ at: z.iso.datetime({ offset: true }).optional() })

/** A time this little ahead, or behind, means now: clocks differ, and people think while a dialog is open. */
const NOW_MS = 5 * MINUTE
const FARTHEST_MS = 365 * DAY

/**
 * Launches a draft now, or plans it for `at`. What stands in the way is said before anything is planned; a planned
 * campaign is checked again when its time comes, and its audience is frozen then.
 * @throws Problem `not_found`, `campaign_state` (also for a second launch), `campaign_not_ready`, `sending_braked`, `time_past`
 */
export async function launchCampaign(
  ctx: Context,
  campaignId: string,
  input: z.input<typeof LaunchInput>,
): Promise<Campaign> {
  requireRole(ctx, 'marketer')
  const { at } = LaunchInput.parse(input)
  const time = at ? plannedTime(ctx, new Date(at)) : null
  return withTransaction(ctx, async (tx) => {
    const row = await lockCampaign(tx, campaignId)
    if (time) await schedule(tx, row, time)
    else {
      await expectReleased(tx)
      await start(tx, row, 'launch')
    }
    return viewCampaign(tx, campaignId)
  })
}

function plannedTime(ctx: Context, at: Date): Date | null {
  const ahead = at.getTime() - ctx.clock.now().getTime()
  if (Math.abs(ahead) <= (ahead > 0 ? 0 : NOW_MS)) return null
  if (ahead > 0 && ahead <= FARTHEST_MS) return at
  throw new Problem('invalid', 'time_past', {
    de: 'Bitte wähle einen Zeitpunkt in der Zukunft, höchstens ein Jahr voraus.',
    en: 'Please choose a time in the future, at most one year ahead.',
  })
}

async function schedule(tx: Context, row: CampaignRow, at: Date): Promise<void> {
  const to = expectStep(row.state, 'schedule')
  await expectReady(tx, await loadParts(tx, row))
  await changeCampaign(tx, row.campaign_id, { state: to, scheduled_at: at })
  await enqueueStart(tx, row.campaign_id, at)
  await recordAudit(tx, {
    action: 'campaign.schedule',
    entity: 'campaign',
    entityId: row.campaign_id,
    before: { state: row.state },
    after: { state: to, at: at.toISOString() },
  })
}

/** The exact moment; the tick of every minute catches what this misses. */
export async function enqueueStart(tx: Context, campaignId: string, at: Date): Promise<void> {
  await tx.jobs.enqueue(tx, startCampaignJob, { businessId: tx.businessId, campaignId }, { startAfter: at })
}

/**
 * Freezes the audience and starts, in the caller's transaction: from here on every candidate is a message or an exclusion
 * (G3), and the price is known to the person. A big audience only begins to be frozen.
 * @throws Problem `campaign_state`, `campaign_not_ready`
 */
export async function start(
  tx: Context,
  row: CampaignRow,
  action: Extract<CampaignAction, 'launch' | 'start' | 'resume'>,
): Promise<void> {
  const to = expectStep(row.state, action)
  const parts = await expectReady(tx, await loadParts(tx, row))
  const now = tx.clock.now()
  const begun = {
    launched_at: now,
    pause_reason: null,
    pause_facts: null,
    resume_after: null,
    pace: paceFor(parts.template),
    ramp_open: row.ramp_share === null,
    ramp_ends_at: null,
  }
  if (await isBig(tx, parts)) return beginFreeze(tx, row, parts, begun)
  await changeCampaign(tx, row.campaign_id, { ...begun, state: to, frozen_at: now })
  const frozen = await freezeAudience(tx, {
    campaignId: row.campaign_id,
    channelId: parts.channel.id,
    topicId: parts.topicId,
    templateId: parts.template.id,
    candidates: candidatesSql(tx, parts),
    firstShare: row.ramp_share === null ? null : Number(row.ramp_share),
  })
  const cost = await estimateNow(tx, marketsOf(Object.entries(frozen.countries)), 1)
  const problems = await audienceProblems(tx, row, frozen.messages, cost)
  if (problems.length > 0) throw notReady(problems)
  const candidates = frozen.messages + frozen.exclusions
  await changeCampaign(tx, row.campaign_id, { candidates, estimate: String(cost.high) })
  await recordAudit(tx, {
    action: 'campaign.launch',
    entity: 'campaign',
    entityId: row.campaign_id,
    before: { state: row.state },
    after: {
      state: to,
      candidates,
      messages: frozen.messages,
      excluded: frozen.exclusions,
      estimate: cost.high,
    },
  })
}

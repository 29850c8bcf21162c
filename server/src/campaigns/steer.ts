import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getBusiness } from '../businesses/index.ts'
import { hasMuchWaiting, wakeDispatch, withholdCampaign } from '../dispatch/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import { notify } from '../standing/index.ts'
import { findTemplate } from '../templates/index.ts'
import type { Trip } from './breaker.ts'
import { type Campaign, type CampaignRow, lockCampaign, viewCampaign } from './campaign.ts'
import { enqueueFreeze } from './freeze.ts'
import { withholdCampaignJob } from './jobs.ts'
import { enqueueStart, start } from './launch.ts'
import { expectOver, findMarketingHold, liftHold } from './marketing-hold.ts'
import { needsReason, type PauseReason, pauseReasonText } from './pause-reasons.ts'
import { expectReady, loadParts } from './readiness.ts'
import { expectReleased } from './released.ts'
import { paceFor } from './slow-down.ts'
import { type CampaignAction, type CampaignState, expectStep } from './state.ts'
import { changeCampaign } from './store.ts'

export const PauseInput = z.object({ reason: z.string().trim().min(1).max(200).optional() })
export const ResumeInput = z.object({ reason: z.string().trim().min(1).max(200).optional() })

/** Holds a campaign back. What is on its way to WhatsApp within the next fraction of a second still arrives. */
export async function pauseCampaign(
  ctx: Context,
  campaignId: string,
  input: z.input<typeof PauseInput>,
): Promise<Campaign> {
  requireRole(ctx, 'marketer')
  const { reason } = PauseInput.parse(input)
  return steer(ctx, campaignId, 'pause', async (tx, row, to) => {
    await changeCampaign(tx, row.campaign_id, { state: to, pause_reason: reason ?? 'member' })
    return { reason: reason ?? 'member' }
  })
}

/**
 * Goes on with a paused campaign: with its frozen audience; or, when it was paused before it ever started, at its planned
 * time or now. What led to the pause counts as looked at: the same figures do not pause it again.
 * @throws Problem `not_found`, `campaign_state`, `campaign_not_ready`, `sending_braked`, `reason_needed`, `resume_too_early`
 */
export async function resumeCampaign(
  ctx: Context,
  campaignId: string,
  input: z.input<typeof ResumeInput>,
): Promise<Campaign> {
  requireRole(ctx, 'marketer')
  const { reason } = ResumeInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const found = await lockCampaign(tx, campaignId)
    const row = found.state === 'paused' ? await acknowledge(tx, found, reason) : found
    const planned = plannedTime(tx, row)
    if (!planned) await expectReleased(tx)
    if (row.launched_at && !row.frozen_at) {
      const to = expectStep(row.state, 'freeze')
      await changeCampaign(tx, campaignId, { state: to, ...UNPAUSED, breaker_since: tx.clock.now() })
      await enqueueFreeze(tx, campaignId)
      await audit(tx, row, 'resume', to, { reason: reason ?? null })
    } else if (row.launched_at) {
      const to = expectStep(row.state, 'resume')
      await expectReady(tx, await loadParts(tx, row))
      await changeCampaign(tx, campaignId, { state: to, ...UNPAUSED, breaker_since: tx.clock.now() })
      await audit(tx, row, 'resume', to, { reason: reason ?? null })
      wakeDispatch(tx)
    } else if (row.state === 'paused' && planned) {
      const to = expectStep(row.state, 'reschedule')
      await changeCampaign(tx, campaignId, { state: to, ...UNPAUSED })
      await enqueueStart(tx, campaignId, planned)
      await audit(tx, row, 'resume', to, { reason: reason ?? null })
    } else {
      await start(tx, row, 'resume')
    }
    return viewCampaign(tx, campaignId)
  })
}

/** When a campaign that never started is to start; null when it has, or when that time has come. */
function plannedTime({ clock }: Context, row: CampaignRow): Date | null {
  return !row.launched_at && row.scheduled_at && row.scheduled_at > clock.now() ? row.scheduled_at : null
}

const UNPAUSED = { pause_reason: null, pause_facts: null, resume_after: null } as const

/** What a person must say, and wait for, before a campaign goes on (C-65). */
async function acknowledge(tx: Context, row: CampaignRow, reason: string | undefined): Promise<CampaignRow> {
  expectOver(tx, row.resume_after)
  const hold = row.channel_id ? await findMarketingHold(tx, row.channel_id) : null
  const template = row.template_id ? await findTemplate(tx, row.template_id) : null
  const red = template?.quality === 'RED'
  if (!hold && !red && !needsReason(row.pause_reason)) return row
  if (!reason) {
    throw new Problem(
      'invalid',
      'reason_needed',
      {
        de: 'Bitte schreib in einem Satz, warum es weitergehen kann. Es wird festgehalten.',
        en: 'Please say in a sentence why it may go on. It is kept on record.',
      },
      { reason: { de: 'Bitte begründen', en: 'Please give a reason' } },
    )
  }
  if (row.channel_id) await liftHold(tx, row.channel_id, reason)
  if (!template || !red) return row
  await changeCampaign(tx, row.campaign_id, { red_accepted: true, pace: paceFor(template) })
  return { ...row, red_accepted: true }
}

/**
 * Ends a campaign for good: nothing of it is sent from now on, what waits is withheld with its reason (by a job when it is
 * much), what was sent stays sent.
 */
export async function cancelCampaign(ctx: Context, campaignId: string): Promise<Campaign> {
  requireRole(ctx, 'marketer')
  return steer(ctx, campaignId, 'cancel', async (tx, row, to) => {
    await changeCampaign(tx, row.campaign_id, { state: to, ...UNPAUSED, finished_at: tx.clock.now() })
    if (!row.launched_at) return { withheld: 0 }
    if (row.frozen_at && !(await hasMuchWaiting(tx, row.campaign_id)))
      return { withheld: await withholdCampaign(tx, row.campaign_id) }
    const { businessId } = tx
    await tx.jobs.enqueue(tx, withholdCampaignJob, { businessId, campaignId: row.campaign_id })
    return {}
  })
}

/** Takes a scheduled campaign back into draft, to change it. */
export async function unscheduleCampaign(ctx: Context, campaignId: string): Promise<Campaign> {
  requireRole(ctx, 'marketer')
  return steer(ctx, campaignId, 'unschedule', async (tx, row, to) => {
    await changeCampaign(tx, row.campaign_id, { state: to })
    return {}
  })
}

/** Pauses because of something that happened, tells people why, and leaves the going-on to them. */
export async function pauseBySystem(
  tx: Context,
  row: CampaignRow,
  reason: PauseReason,
  trip?: Trip,
  resumeAfter: Date | null = null,
): Promise<void> {
  const to = expectStep(row.state, 'pause')
  await changeCampaign(tx, row.campaign_id, {
    state: to,
    pause_reason: reason,
    pause_facts: trip ?? null,
    resume_after: resumeAfter,
  })
  await audit(tx, row, 'pause', to, { reason, ...(trip ? { figures: trip } : {}) })
  const { language } = await getBusiness(tx)
  await notify(tx, {
    kind: reason === 'schedule_missed' ? 'campaign.missed' : 'campaign.paused',
    severity: 'warning',
    entity: 'campaign',
    entityId: row.campaign_id,
    data: { name: row.name, reason: pauseReasonText(reason, language, trip) },
  })
}

async function steer(
  ctx: Context,
  campaignId: string,
  action: CampaignAction,
  work: (tx: Context, row: CampaignRow, to: CampaignState) => Promise<Record<string, unknown>>,
): Promise<Campaign> {
  return withTransaction(ctx, async (tx) => {
    const row = await lockCampaign(tx, campaignId)
    const to = expectStep(row.state, action)
    await audit(tx, row, action, to, await work(tx, row, to))
    return viewCampaign(tx, campaignId)
  })
}

async function audit(
  tx: Context,
  row: CampaignRow,
  action: CampaignAction,
  to: CampaignState,
  facts: Record<string, unknown>,
): Promise<void> {
  await recordAudit(tx, {
    action: `campaign.${action}`,
    entity: 'campaign',
    entityId: row.campaign_id,
    before: { state: row.state },
    after: { state: to, ...facts },
  })
}

import { recordAudit } from '../audit/index.ts'
import { awakeSince } from '../brake/index.ts'
import { firstPartGone, wakeDispatch } from '../dispatch/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { HOUR, MINUTE } from '../platform/clock.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import { notify } from '../standing/index.ts'
import { judgeFirstPart } from './breaker.ts'
import { type Campaign, type CampaignRow, lockCampaign, viewCampaign } from './campaign.ts'
import { changeCampaign } from './store.ts'
import { watchCampaign } from './watch.ts'

/**
 * Moves the ramp of a running campaign on: once the first part has gone the waiting time begins; at its end the figures
 * decide whether the rest follows by itself or the campaign pauses. Safe to call at any time and any number of times.
 */
export async function advanceRamp(ctx: Context, campaignId: string): Promise<void> {
  const seen = await ctx.db
    .selectFrom('campaign')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'running')
    .where('ramp_open', '=', false)
    .executeTakeFirst()
  if (!seen) return
  const now = ctx.clock.now()
  if (seen.ramp_ends_at === null) {
    if (!(await firstPartGone(ctx, campaignId))) return
    await withTransaction(ctx, async (tx) => {
      const row = await lockCampaign(tx, campaignId)
      if (!waits(row) || row.ramp_ends_at) return
      await changeCampaign(tx, campaignId, {
        ramp_ends_at: new Date(now.getTime() + row.ramp_wait_minutes * MINUTE),
      })
      await notify(tx, {
        kind: 'campaign.ramp',
        severity: 'info',
        entity: 'campaign',
        entityId: campaignId,
        data: { name: row.name },
      })
    })
  } else if (seen.ramp_ends_at <= now) {
    if (await postpone(ctx, seen)) return
    if (await watchCampaign(ctx, campaignId, judgeFirstPart)) return

    await withTransaction(ctx, async (tx) => {
      const row = await lockCampaign(tx, campaignId)
      if (waits(row) && row.ramp_ends_at && row.ramp_ends_at <= now) await open(tx, row, 'time')
    })
  }
}

/** Statuses that Meta could not deliver come again within minutes or hours, the longer the break was the later. */
const AT_LEAST_MS = 15 * MINUTE
const AT_MOST_MS = 6 * HOUR

/**
 * After a break of all processes the figures of the first part lack what happened meanwhile: half of the waiting time, at
 * least a quarter of an hour (or all of it) and at most six hours, is waited from then on. @returns whether it waits
 */
async function postpone(
  ctx: Context,
  { campaign_id: campaignId, ramp_wait_minutes }: CampaignRow,
): Promise<boolean> {
  const awake = await awakeSince(ctx)
  const wait = ramp_wait_minutes * MINUTE
  const part = Math.min(wait, Math.max(wait / 2, AT_LEAST_MS), AT_MOST_MS)
  const until = new Date((awake?.getTime() ?? 0) + part)
  if (until <= ctx.clock.now()) return false
  await withTransaction(ctx, async (tx) => {
    const row = await lockCampaign(tx, campaignId)
    if (waits(row)) await changeCampaign(tx, campaignId, { ramp_ends_at: until })
  })
  return true
}

const waits = (row: CampaignRow) => row.state === 'running' && !row.ramp_open

/** Does not wait any longer: the rest follows now. @throws Problem `not_found`, `campaign_not_ramping` */
export async function releaseCampaign(ctx: Context, campaignId: string): Promise<Campaign> {
  requireRole(ctx, 'marketer')
  return withTransaction(ctx, async (tx) => {
    const row = await lockCampaign(tx, campaignId)
    if (!waits(row)) {
      throw new Problem('conflict', 'campaign_not_ramping', {
        de: 'Diese Kampagne wartet nicht auf ihren zweiten Teil.',
        en: 'This campaign is not waiting for its second part.',
      })
    }
    await open(tx, row, 'member')
    return viewCampaign(tx, campaignId)
  })
}

async function open(tx: Context, row: CampaignRow, by: 'time' | 'member'): Promise<void> {
  await changeCampaign(tx, row.campaign_id, { ramp_open: true })
  await recordAudit(tx, {
    action: 'campaign.release',
    entity: 'campaign',
    entityId: row.campaign_id,
    before: { open: false },
    after: { open: true, by },
  })
  wakeDispatch(tx)
}

import type { Channel } from '../channels/index.ts'
import { HOUR } from '../platform/clock.ts'
import { type Context, createContext, withTransaction } from '../platform/index.ts'
import { findTemplate } from '../templates/index.ts'
import { type CampaignRow, findCampaign, lockCampaign } from './campaign.ts'
import { finishIfDone } from './finish.ts'
import { holdMarketing } from './marketing-hold.ts'
import type { PauseReason } from './pause-reasons.ts'
import { advanceRamp } from './ramp.ts'
import { forgetRed, slowDown } from './slow-down.ts'
import { expectStep } from './state.ts'
import { pauseBySystem } from './steer.ts'
import { changeCampaign } from './store.ts'
import { watchCampaign } from './watch.ts'

/**
 * Handler of dispatch's `messagesChanged`: the figures may have become too bad, the first part may have gone, the last open
 * message may have been settled just now.
 */
export async function onMessagesChanged(
  ctx: Context,
  { campaignIds }: { campaignIds: string[] },
): Promise<void> {
  const own = createContext(ctx.runtime, ctx.businessId, { kind: 'system', job: 'campaigns.finish' })
  for (const campaignId of campaignIds) {
    if (await watchCampaign(own, campaignId)) continue
    if (await pauseIfTemplateStopped(own, campaignId)) continue
    await advanceRamp(own, campaignId)
    await finishIfDone(own, campaignId)
  }
}

/**
 * Handler of dispatch's `messagesReturn`: locks the campaigns before their messages, and takes those up again that had
 * finished. They finish anew when the last of these messages is done.
 */
export async function onMessagesReturn(
  tx: Context,
  { campaignIds }: { campaignIds: readonly string[] },
): Promise<void> {
  for (const campaignId of [...campaignIds].sort()) {
    const row = await lockCampaign(tx, campaignId)
    if (row.state === 'finished')
      await changeCampaign(tx, campaignId, { state: expectStep(row.state, 'reopen') })
  }
}

/** Handler of templates' `templateChanged`: what is no longer approved stops its campaigns at once (C-63), so does red quality; yellow halves the pace (C-65). */
export async function onTemplateChanged(
  tx: Context,
  change: { templateId: string; state: string; quality: string },
): Promise<void> {
  await forgetRed(tx, change.templateId)
  if (change.state !== 'approved') await pauseAll(tx, { template_id: change.templateId }, 'template_stopped')
  else if (change.quality === 'RED')
    await pauseAll(tx, { template_id: change.templateId }, 'template_quality')
  else await slowDown(tx, change.templateId, change.quality === 'YELLOW')
}

/** Handler of standing's `channelChanged`: a number that may not send stops its campaigns; one whose quality falls, all its marketing (C-65). */
export async function onChannelChanged(
  tx: Context,
  { channelId, before, after }: { channelId: string; before: Channel; after: Channel },
): Promise<void> {
  if (after.state !== 'connected') {
    if (after.state !== 'disconnected') await holdMarketing(tx, { channelId, reason: 'account', until: null })
    await pauseAll(tx, { channel_id: channelId }, 'channel_stopped')
  } else if (RANK[after.quality] < RANK[before.quality]) {
    await holdMarketing(tx, { channelId, reason: 'quality', until: null })
    await pauseAll(tx, { channel_id: channelId }, 'channel_quality')
  }
}

/** A number that Meta does not judge (any more) has not fallen. */
const RANK: Record<Channel['quality'], number> = { RED: 0, YELLOW: 1, UNKNOWN: 2, GREEN: 2 }

/** Handler of dispatch's `sendingStopped`: WhatsApp refuses everything of a template, a number or an account. */
export async function onSendingStopped(
  tx: Context,
  stop: {
    scope: 'template' | 'channel' | 'waba'
    channelId: string
    templateId: string | null
    errorCode?: number
    restHours?: number
  },
): Promise<void> {
  if (stop.scope === 'template') {
    if (stop.templateId) await pauseAll(tx, { template_id: stop.templateId }, 'template_stopped')
    return
  }
  if (stop.scope === 'channel') {
    const { channelId, restHours } = stop
    if (!restHours) return pauseAll(tx, { channel_id: channelId }, 'sending_stopped')
    const until = new Date(tx.clock.now().getTime() + restHours * HOUR)
    await holdMarketing(tx, { channelId, reason: 'spam', until })
    return pauseAll(tx, { channel_id: channelId }, 'spam_limited', until)
  }
  const rows = await tx.db
    .selectFrom('channel as other')
    .innerJoin('channel as this', (join) =>
      join.onRef('this.business_id', '=', 'other.business_id').onRef('this.waba_id', '=', 'other.waba_id'),
    )
    .select('other.channel_id')
    .where('this.business_id', '=', tx.businessId)
    .where('this.channel_id', '=', stop.channelId)
    .execute()
  for (const { channel_id } of rows) {
    if (stop.errorCode && ACCOUNT_STOPPED.includes(stop.errorCode))
      await holdMarketing(tx, { channelId: channel_id, reason: 'account', until: null })
    await pauseAll(tx, { channel_id }, 'sending_stopped')
  }
}

/** Blocked for a violation, locked, cannot be paid: somebody has to settle it with Meta first (C-66). */
const ACCOUNT_STOPPED: readonly number[] = [368, 131031, 131042]

/**
 * The same, for a launch that crossed the news on its way: asked after its first messages, and every minute.
 * @returns whether it paused
 */
export async function pauseIfTemplateStopped(ctx: Context, campaignId: string): Promise<boolean> {
  // Asked after every batch: first one look without a lock.
  if (!(await stoppedTemplate(ctx, await findCampaign(ctx, campaignId)))) return false
  return withTransaction(ctx, async (tx) => {
    const row = await lockCampaign(tx, campaignId)
    const reason = await stoppedTemplate(tx, row)
    if (reason) await pauseBySystem(tx, row, reason)
    return reason !== null
  })
}

async function stoppedTemplate(ctx: Context, row: CampaignRow): Promise<PauseReason | null> {
  if (row.state !== 'running' || !row.template_id) return null
  const { state, quality } = await findTemplate(ctx, row.template_id)
  if (state !== 'approved') return 'template_stopped'
  return quality === 'RED' && !row.red_accepted ? 'template_quality' : null
}

/** Pauses the running campaigns of a template or a number; scheduled ones are judged when their time comes. */
async function pauseAll(
  tx: Context,
  on: { template_id: string } | { channel_id: string },
  reason: PauseReason,
  resumeAfter: Date | null = null,
): Promise<void> {
  const [column, id] =
    'template_id' in on
      ? (['template_id', on.template_id] as const)
      : (['channel_id', on.channel_id] as const)
  const running = await tx.db
    .selectFrom('campaign')
    .select('campaign_id')
    .where('business_id', '=', tx.businessId)
    .where('state', '=', 'running')
    .where(column, '=', id)
    .orderBy('campaign_id')
    .execute()
  for (const { campaign_id } of running) {
    const row = await lockCampaign(tx, campaign_id)
    if (row.state === 'running') await pauseBySystem(tx, row, reason, undefined, resumeAfter)
  }
}

import { sql } from 'kysely'
import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import { MINUTE, SECOND } from '../platform/clock.ts'
import type { Context } from '../platform/index.ts'
import { type CampaignRow, findCampaign, MESSAGE_STATES, type MessageCounts, messagesOf } from './campaign.ts'
import { remember } from './remember.ts'
import { CAMPAIGN_STATES } from './state.ts'

const COUNTS = z.record(z.enum(MESSAGE_STATES), z.number().int())

export const CampaignProgress = z.object({
  state: z.enum(CAMPAIGN_STATES),
  candidates: z.number().int(),
  messages: COUNTS,
  /** People who were excluded at the launch, by reason. */
  exclusions: z.record(z.string(), z.number().int()),
  /** Messages accepted by WhatsApp per second, over the last ten seconds. */
  perSecond: z.number(),
  etaSeconds: z.number().int().nullable(),
  /** Accepted messages per five seconds, over the last ten minutes of sending. */
  series: z.array(z.object({ at: z.iso.datetime(), accepted: z.number().int() })),
})
export type CampaignProgress = z.infer<typeof CampaignProgress>

const BUCKET_MS = 5 * SECOND
const WINDOW_MS = 10 * MINUTE

/** Where a campaign stands, from its rows, or as it stood a moment ago when it is big. @throws Problem `not_found` */
export async function campaignProgress(ctx: Context, campaignId: string): Promise<CampaignProgress> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const row = await findCampaign(ctx, campaignId)
  const messages = row.frozen_at ? await messagesOf(ctx, row) : {}
  const series = row.frozen_at ? await acceptedSeries(ctx, row, row.frozen_at) : []
  const now = ctx.clock.now().getTime()
  const perSecond =
    series
      .filter((point) => point.at.getTime() > now - 2 * BUCKET_MS)
      .reduce((sum, point) => sum + point.accepted, 0) / 10
  return {
    state: row.state,
    candidates: row.candidates ?? 0,
    messages: allStates(messages),
    exclusions: row.frozen_at
      ? await remember(ctx.runtime, `exclusions ${campaignId}`, row.state, () =>
          exclusionsOf(ctx, campaignId),
        )
      : {},
    perSecond,
    etaSeconds: etaOf(row.state, messages.queued ?? 0, perSecond),
    series: series.map((point) => ({ at: point.at.toISOString(), accepted: point.accepted })),
  }
}

function allStates(messages: MessageCounts): Record<(typeof MESSAGE_STATES)[number], number> {
  const zero = {
    queued: 0,
    sending: 0,
    accepted: 0,
    held: 0,
    sent: 0,
    delivered: 0,
    read: 0,
    failed: 0,
    withheld: 0,
    unknown: 0,
  }
  return { ...zero, ...messages }
}

/** Seconds until the queue is empty at the present pace; null when nothing moves. */
export function etaOf(state: CampaignRow['state'], queued: number, perSecond: number): number | null {
  if (state !== 'running') return null
  if (queued === 0) return 0
  return perSecond > 0 ? Math.ceil(queued / perSecond) : null
}

/** People excluded at the launch, by reason. */
export async function exclusionsOf(ctx: Context, campaignId: string): Promise<Record<string, number>> {
  const rows = await ctx.db
    .selectFrom('campaign_exclusion')
    .select(['reason', sql<number>`count(*)::int`.as('count')])
    .where('business_id', '=', ctx.businessId)
    .where('campaign_id', '=', campaignId)
    .groupBy('reason')
    .execute()
  if (rows.length > 0) return Object.fromEntries(rows.map((row) => [row.reason, row.count]))
  // Nobody was excluded, or it is so long ago that only the figures were kept.
  const kept = await ctx.db
    .selectFrom('campaign_figures')
    .select('figures')
    .where('business_id', '=', ctx.businessId)
    .where('campaign_id', '=', campaignId)
    .executeTakeFirst()
  return kept ? KeptExclusions.parse(kept.figures).exclusions : {}
}

const KeptExclusions = z.object({ exclusions: z.record(z.string(), z.number().int()) })

/** The last minutes from the pulses, a few rows each minute. */
async function acceptedSeries(
  ctx: Context,
  row: CampaignRow,
  frozenAt: Date,
): Promise<{ at: Date; accepted: number }[]> {
  const until = row.finished_at ?? ctx.clock.now()
  const since = new Date(Math.max(frozenAt.getTime() - BUCKET_MS, until.getTime() - WINDOW_MS))
  return ctx.db
    .selectFrom('campaign_pulse')
    .select(['at', 'accepted'])
    .where('business_id', '=', ctx.businessId)
    .where('campaign_id', '=', row.campaign_id)
    .where('at', '>', since)
    .where('accepted', '>', 0)
    .orderBy('at')
    .execute()
}

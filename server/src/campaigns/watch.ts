import { sql } from 'kysely'
import { MINUTE } from '../platform/clock.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { BreakerSettings, type Figures, judge, type Trip } from './breaker.ts'
import { type CampaignRow, lockCampaign } from './campaign.ts'
import { pauseBySystem } from './steer.ts'

/** The figures since a moment, from the pulses: a few hundred rows at most, whatever the campaign's size. */
async function figuresSince(
  ctx: Pick<Context, 'db' | 'businessId'>,
  campaignId: string,
  since: Date,
): Promise<Figures> {
  const { rows } = await sql<Figures>`
    select coalesce(sum(accepted), 0)::int as accepted, coalesce(sum(delivered), 0)::int as delivered, coalesce(sum(failed), 0)::int as failed,
      coalesce(sum(unreachable), 0)::int as unreachable, coalesce(sum(unwanted), 0)::int as unwanted,
      coalesce(sum(opt_outs), 0)::int as "optOuts"
    from campaign_pulse where business_id = ${ctx.businessId} and campaign_id = ${campaignId} and at >= ${since}`.execute(
    ctx.db,
  )
  return rows[0] ?? { accepted: 0, delivered: 0, failed: 0, unreachable: 0, unwanted: 0, optOuts: 0 }
}

/**
 * Judges a campaign by the window that ends now. What somebody has looked at and gone on from is not judged again; while
 * the first part waits, everything since the launch counts.
 */
async function judgeCampaign(
  ctx: Pick<Context, 'db' | 'businessId' | 'clock'>,
  row: CampaignRow,
  by: typeof judge,
): Promise<Trip | null> {
  const settings = BreakerSettings.parse(row.breaker)
  if (!settings.on || !row.launched_at) return null
  const window = ctx.clock.now().getTime() - settings.windowMinutes * MINUTE
  const start = row.ramp_open ? Math.max(window, row.launched_at.getTime()) : row.launched_at.getTime()
  const since = new Date(Math.max(start, row.breaker_since?.getTime() ?? 0))
  return by(settings, await figuresSince(ctx, row.campaign_id, since))
}

const TRIPPED = {
  opt_outs: 'breaker_opt_outs',
  failures: 'breaker_failures',
  blocks: 'breaker_blocks',
  silence: 'breaker_silence',
} as const

/**
 * Pauses a running campaign whose figures are too bad, with the reason.
 * @param by how they are judged
 * @returns whether it did
 */
export async function watchCampaign(ctx: Context, campaignId: string, by = judge): Promise<boolean> {
  const seen = await ctx.db
    .selectFrom('campaign')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .where('campaign_id', '=', campaignId)
    .where('state', '=', 'running')
    .executeTakeFirst()
  // Asked after every batch: first one look without a lock.
  if (!seen || !(await judgeCampaign(ctx, seen, by))) return false
  return withTransaction(ctx, async (tx) => {
    const row = await lockCampaign(tx, campaignId)
    if (row.state !== 'running') return false
    const trip = await judgeCampaign(tx, row, by)
    if (trip) await pauseBySystem(tx, row, TRIPPED[trip.kind], trip)
    return trip !== null
  })
}

import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import { frozenSoFar } from '../dispatch/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { SECOND } from '../platform/clock.ts'
import type { DB } from '../platform/db/index.ts'
import { type Page, PageQuery, toPage } from '../platform/http/index.ts'
import { type Context, notFound } from '../platform/index.ts'
import { VariableSources } from '../templates/index.ts'
import { BreakerSettings, Trip } from './breaker.ts'
import { needsReason } from './pause-reasons.ts'
import { Ramp } from './ramp-settings.ts'
import { remember } from './remember.ts'
import { CAMPAIGN_STATES } from './state.ts'

export const MESSAGE_STATES = [
  'queued',
  'sending',
  'accepted',
  'held',
  'sent',
  'delivered',
  'read',
  'failed',
  'withheld',
  'unknown',
] as const
const MessageState = z.enum(MESSAGE_STATES)

/** Messages in these states still have something to come before the campaign is over. */
export const OPEN_STATES = ['queued', 'sending', 'held', 'unknown'] as const

export const Campaign = z.object({
  id: z.uuid(),
  name: z.string(),
  channelId: z.uuid().nullable(),
  topicId: z.uuid().nullable(),
  templateId: z.uuid().nullable(),
  /** Null: everybody. */
  segmentId: z.uuid().nullable(),
  variables: VariableSources,
  state: z.enum(CAMPAIGN_STATES),
  /** A code of `pause-reasons.ts` or a member's words. */
  pauseReason: z.string().nullable(),
  /** The figures behind the reason, when a breaker tripped. */
  pauseFacts: Trip.nullable(),
  /** Going on is possible from then on, and must be given a reason. */
  resumeAfter: z.iso.datetime().nullable(),
  resumeNeedsReason: z.boolean(),
  scheduledAt: z.iso.datetime().nullable(),
  /** EUR that the estimate may not exceed. */
  budget: z.number().nullable(),
  /** A start missed by more than this waits for a person. */
  toleranceMinutes: z.number().int(),
  breaker: BreakerSettings,
  ramp: Ramp.nullable(),
  /** While only the first part may leave: when its figures are judged; null until it has gone. */
  rampState: z.object({ endsAt: z.iso.datetime().nullable() }).nullable(),
  /** Share of the number's pace: 0.5 while the template's quality is yellow. */
  pace: z.number(),
  createdAt: z.iso.datetime(),
  launchedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
  /** While its audience is being frozen: candidates that are done, and how many the launch expected. */
  freezing: z
    .object({
      done: z.number().int(),
      expected: z.number().int(),
      /** Since when no part came any more, though some are left; null while it moves. It is tried again by itself. */
      stalledSince: z.iso.datetime().nullable(),
    })
    .nullable(),
  counts: z
    .partialRecord(MessageState, z.number().int())
    .and(z.object({ candidates: z.number().int().optional(), excluded: z.number().int().optional() }))
    .optional(),
})
export type Campaign = z.infer<typeof Campaign>

export type CampaignRow = Selectable<DB['campaign']>
type Reader = Pick<Context, 'db' | 'businessId'>
type MessageState = z.infer<typeof MessageState>
export type MessageCounts = Partial<Record<MessageState, number>>

interface Figures {
  messages?: MessageCounts | undefined
  /** While the audience is not all there. */
  freezing?: Campaign['freezing']
}

/** A part takes a second or two, also on a small machine. */
const STALLED_MS = 30 * SECOND

function toCampaign(row: CampaignRow, { messages, freezing = null }: Figures): Campaign {
  const total = Object.values(messages ?? {}).reduce((sum, count) => sum + count, 0)
  const candidates = row.candidates ?? 0
  return {
    id: row.campaign_id,
    name: row.name,
    channelId: row.channel_id,
    topicId: row.topic_id,
    templateId: row.template_id,
    segmentId: row.segment_id,
    variables: VariableSources.parse(row.variables),
    state: row.state,
    pauseReason: row.pause_reason,
    pauseFacts: row.pause_facts === null ? null : Trip.parse(row.pause_facts),
    resumeAfter: row.resume_after?.toISOString() ?? null,
    resumeNeedsReason: row.state === 'paused' && needsReason(row.pause_reason),
    scheduledAt: row.scheduled_at?.toISOString() ?? null,
    budget: row.budget === null ? null : Number(row.budget),
    toleranceMinutes: row.tolerance_minutes,
    breaker: BreakerSettings.parse(row.breaker),
    ramp:
      row.ramp_share === null ? null : { share: Number(row.ramp_share), waitMinutes: row.ramp_wait_minutes },
    rampState: row.ramp_open ? null : { endsAt: row.ramp_ends_at?.toISOString() ?? null },
    pace: Number(row.pace),
    createdAt: row.created_at.toISOString(),
    launchedAt: row.launched_at?.toISOString() ?? null,
    // A campaign that was taken up again is not finished, though it was once.
    finishedAt: row.state === 'running' ? null : (row.finished_at?.toISOString() ?? null),
    freezing,
    // Before all of it is there the sums would not close.
    ...(messages && row.frozen_at
      ? { counts: { ...messages, candidates, excluded: candidates - total } }
      : {}),
  }
}

function selectCampaigns(ctx: Reader) {
  return ctx.db.selectFrom('campaign').selectAll().where('business_id', '=', ctx.businessId)
}

/** The row as stored. @throws Problem `not_found` */
export async function findCampaign(ctx: Reader, campaignId: string): Promise<CampaignRow> {
  const row = await selectCampaigns(ctx).where('campaign_id', '=', campaignId).executeTakeFirst()
  if (!row) throw campaignNotFound()
  return row
}

/** The row, locked until the transaction ends: for verbs that decide from its state. @throws Problem `not_found` */
export async function lockCampaign(tx: Context, campaignId: string): Promise<CampaignRow> {
  const row = await selectCampaigns(tx).where('campaign_id', '=', campaignId).forUpdate().executeTakeFirst()
  if (!row) throw campaignNotFound()
  return row
}

const campaignNotFound = () => notFound({ de: 'Diese Kampagne', en: 'This campaign' })

/** How many messages of each campaign are in which state. */
export async function countMessages(
  ctx: Reader,
  campaignIds: readonly string[],
): Promise<Map<string, MessageCounts>> {
  const counts = new Map<string, MessageCounts>(campaignIds.map((id) => [id, {}]))
  if (campaignIds.length === 0) return counts
  const rows = await ctx.db
    .selectFrom('message')
    .select(['campaign_id', 'state', sql<number>`count(*)::int`.as('count')])
    .where('business_id', '=', ctx.businessId)
    .where('campaign_id', 'in', [...campaignIds])
    .groupBy(['campaign_id', 'state'])
    .execute()
  for (const row of rows) {
    const known = counts.get(row.campaign_id ?? '')
    if (known) known[row.state] = row.count
  }
  for (const [campaignId, kept] of await keptCounts(ctx, campaignIds)) counts.set(campaignId, kept)
  return counts
}

const KeptCounts = z.object({ states: z.partialRecord(MessageState, z.number().int()) })

/** Of campaigns so old that their messages were dropped: what figures.ts kept of them. */
async function keptCounts(ctx: Reader, campaignIds: readonly string[]): Promise<[string, MessageCounts][]> {
  const rows = await ctx.db
    .selectFrom('campaign_figures')
    .select(['campaign_id', 'figures'])
    .where('business_id', '=', ctx.businessId)
    .where('campaign_id', 'in', [...campaignIds])
    .execute()
  return rows.map((row) => [row.campaign_id, KeptCounts.parse(row.figures).states])
}

/** The same for one campaign; of a big one as it was a moment ago. */
export async function messagesOf(
  ctx: Reader & Pick<Context, 'runtime'>,
  row: CampaignRow,
): Promise<MessageCounts> {
  return remember(ctx.runtime, `messages ${row.campaign_id}`, row.state, async () => {
    return (await countMessages(ctx, [row.campaign_id])).get(row.campaign_id) ?? {}
  })
}

async function figuresOf(ctx: Reader & Pick<Context, 'runtime'>, row: CampaignRow): Promise<Figures> {
  if (!row.launched_at) return {}
  if (row.frozen_at) return { messages: await messagesOf(ctx, row) }
  const { messages, exclusions, lastAt } = await frozenSoFar(ctx, row.campaign_id)
  const movedAt = lastMove(row, lastAt)
  const stalled =
    row.state === 'freezing' && ctx.runtime.clock.now().getTime() - movedAt.getTime() >= STALLED_MS
  return {
    freezing: {
      done: messages + exclusions,
      expected: row.expected ?? 0,
      stalledSince: stalled ? movedAt.toISOString() : null,
    },
  }
}

/** When the freezing last came further, or began. @param lastAt when the last part was written */
export function lastMove(row: Pick<CampaignRow, 'updated_at'>, lastAt: Date | null): Date {
  return lastAt && lastAt > row.updated_at ? lastAt : row.updated_at
}

/** The campaign as it is now, with its counts. */
export async function viewCampaign(
  ctx: Reader & Pick<Context, 'runtime'>,
  campaignId: string,
): Promise<Campaign> {
  const row = await findCampaign(ctx, campaignId)
  return toCampaign(row, await figuresOf(ctx, row))
}

/** @throws Problem `not_found` */
export async function getCampaign(ctx: Context, campaignId: string): Promise<Campaign> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  return viewCampaign(ctx, campaignId)
}

export const CampaignsQuery = PageQuery.extend({ state: z.enum(CAMPAIGN_STATES).optional() })

/** Campaigns of the business, newest first. */
export async function listCampaigns(
  ctx: Context,
  input: z.input<typeof CampaignsQuery>,
): Promise<Page<Campaign>> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const query = CampaignsQuery.parse(input)
  let select = selectCampaigns(ctx)
    .orderBy('campaign_id', 'desc')
    .limit(query.limit + 1)
  if (query.state) select = select.where('state', '=', query.state)
  if (query.after) select = select.where('campaign_id', '<', query.after)
  const rows = await select.execute()
  const page = toPage(
    rows,
    query.limit,
    (row) => row.campaign_id,
    (row) => row,
  )
  const items: Campaign[] = []
  for (const row of page.items) items.push(toCampaign(row, await figuresOf(ctx, row)))
  return { ...page, items }
}

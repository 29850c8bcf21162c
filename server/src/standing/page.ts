import { sql } from 'kysely'
import { z } from 'zod'
import { ChannelState, listChannels, Quality } from '../channels/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Language } from '../platform/http/index.ts'
import { type Context, DAY } from '../platform/index.ts'
import { listNotifications, Notification } from './notifications.ts'

const Change = z.object({
  at: z.iso.datetime(),
  what: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

/** Templates that Meta has something to say about: drafts and what is gone are left out. */
const SHOWN_TEMPLATES = [
  'pending',
  'approved',
  'rejected',
  'paused',
  'disabled',
  'in_appeal',
  'pending_deletion',
  'limit_exceeded',
] as const

export const Standing = z.object({
  channels: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      displayPhoneNumber: z.string(),
      verifiedName: z.string(),
      phoneNumberId: z.string(),
      wabaId: z.string(),
      state: ChannelState,
      quality: Quality,
      messagingLimit: z.number().nullable(),
      /** People the channel wrote to by itself in the last 24 hours. */
      usedToday: z.number().int(),
      throughput: z.number().int(),
      updatedAt: z.iso.datetime(),
      changes: z.array(Change),
    }),
  ),
  templates: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      language: z.string(),
      state: z.enum(SHOWN_TEMPLATES),
      quality: Quality,
      reason: z.string().nullable(),
    }),
  ),
  alerts: z.array(Notification),
  /** Updates from Meta that could not be processed, read or attributed, in the last 14 days. */
  parkedUpdates: z.number().int(),
})
export type Standing = z.infer<typeof Standing>

const CHANGES_PER_CHANNEL = 20

/** The health of everything that sends, in one look. */
export async function getStanding(ctx: Context, language: Language): Promise<Standing> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const channels = await listChannels(ctx)
  const changes = await ctx.db
    .selectFrom('standing_change')
    .select(['channel_id', 'at', 'what', 'before', 'after'])
    .where('business_id', '=', ctx.businessId)
    .orderBy('change_id', 'desc')
    .limit(channels.length * CHANGES_PER_CHANNEL)
    .execute()
  const used = await usedToday(ctx)
  const templates = await ctx.db
    .selectFrom('template')
    .select(['template_id', 'name', 'language', 'state', 'quality', 'reason'])
    .where('business_id', '=', ctx.businessId)
    .where('state', 'in', SHOWN_TEMPLATES)
    .$narrowType<{ state: (typeof SHOWN_TEMPLATES)[number] }>()
    .orderBy('name')
    .execute()
  const { rows: aside } = await sql<{ updates: number }>`
    select (select count(*) from webhook_update where business_id = ${ctx.businessId} and problem is not null)
      + (select coalesce(sum(updates), 0) from webhook_aside where business_id = ${ctx.businessId}) as updates`.execute(
    ctx.db,
  )
  const alerts = await listNotifications(ctx, { limit: 20 }, language)
  return {
    channels: channels.map(({ phone: _digits, updatedAt, ...channel }) => ({
      ...channel,
      usedToday: used.get(channel.id) ?? 0,
      updatedAt: updatedAt.toISOString(),
      changes: changes
        .filter((change) => change.channel_id === channel.id)
        .map(({ at, what, before, after }) => ({ at: at.toISOString(), what, before, after })),
    })),
    templates: templates.map(({ template_id, ...template }) => ({ id: template_id, ...template })),
    alerts: alerts.items.filter((alert) => alert.severity === 'warning' || alert.severity === 'critical'),
    parkedUpdates: Number(aside[0]?.updates ?? 0),
  }
}

/**
 * People each channel wrote to by itself in the rolling 24 hours, as they count towards the messaging limit: what the gate goes by,
 * where who got two messages counts twice.
 */
export async function usedToday(
  ctx: Pick<Context, 'db' | 'businessId' | 'clock'>,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ channel_id: string; people: number }>`
    select channel_id, sum(people)::int as people from channel_reach
    where business_id = ${ctx.businessId} and at > ${new Date(ctx.clock.now().getTime() - DAY)}
    group by channel_id`.execute(ctx.db)
  return new Map(rows.map((row) => [row.channel_id, row.people]))
}

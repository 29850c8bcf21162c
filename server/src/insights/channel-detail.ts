import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import { ChannelState, getChannel, Quality } from '../channels/index.ts'
import { channelLimits, warmUpPlan } from '../dispatch/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Language } from '../platform/http/index.ts'
import { type Context, DAY } from '../platform/index.ts'
import {
  listRestrictions,
  Notification,
  notificationsAbout,
  RestrictionView,
  usedToday,
} from '../standing/index.ts'
import { errorTitle } from '../whatsapp/index.ts'
import {
  ChannelDay,
  channelCounts,
  channelDays,
  errorCounts,
  optOutsByDay,
  templateCounts,
} from './channel-days.ts'
import type { DayCount } from './day-counts.ts'
import { dayBefore, dayOf } from './days.ts'
import { errorAdvice } from './error-advice.ts'
import { SHOWN_DAYS } from './keep-days.ts'

/** Errors and templates are judged by the last month, today included. */
const RECENT_DAYS = 30
const ERRORS_SHOWN = 20
const TEMPLATES_SHOWN = 100

const WarmUpView = z.object({
  startedAt: z.iso.datetime().nullable(),
  steps: z.array(z.object({ people: z.number().int(), from: z.iso.datetime().nullable() })),
  endsAt: z.iso.datetime().nullable(),
  /** People that it still allows now. */
  room: z.number().int().nullable(),
})

export const ChannelDetail = z.object({
  id: z.uuid(),
  name: z.string(),
  displayPhoneNumber: z.string(),
  verifiedName: z.string(),
  state: ChannelState,
  quality: Quality,
  messagingLimit: z.number().int().nullable(),
  usedToday: z.number().int(),
  /** People within 90 % of the limit; null without one. */
  room: z.number().int().nullable(),
  freesAt: z.iso.datetime().nullable(),
  throughput: z.number().int(),
  updatedAt: z.iso.datetime(),
  hold: z
    .object({
      reason: z.enum(['quality', 'spam', 'account']),
      since: z.iso.datetime(),
      until: z.iso.datetime().nullable(),
    })
    .nullable(),
  warmUp: WarmUpView.nullable(),
  restrictions: z.array(RestrictionView),
  blockedCountries: z.array(z.object({ country: z.string(), since: z.iso.datetime() })),
  /** Oldest first; the first one says how the 90 days began. */
  history: z.array(z.object({ at: z.iso.datetime(), quality: Quality })),
  days: z.array(ChannelDay),
  errors: z.array(
    z.object({
      code: z.number().int(),
      count: z.number().int(),
      title: z.string(),
      advice: z.string(),
    }),
  ),
  templates: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      language: z.string(),
      state: z.string(),
      quality: Quality,
      sent: z.number().int(),
      read: z.number().int(),
      failed: z.number().int(),
    }),
  ),
  alerts: z.array(Notification),
})
export type ChannelDetail = z.infer<typeof ChannelDetail>

/** Everything about one number: how it is, how that came, what limits it and what people think of it. @throws Problem `not_found` */
export async function getChannelDetail(
  ctx: Context,
  channelId: string,
  language: Language,
): Promise<ChannelDetail> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const channel = await getChannel(ctx, channelId)
  const { timeZone } = await getBusiness(ctx)
  const now = ctx.clock.now()
  const since = new Date(now.getTime() - SHOWN_DAYS * DAY)
  const last = dayOf(now, timeZone)
  const span = { channelId, first: dayBefore(last, SHOWN_DAYS), last, timeZone }
  const recent = dayBefore(last, RECENT_DAYS - 1)
  const counts = await channelCounts(ctx, span)
  const limits = (await channelLimits(ctx)).find((each) => each.channelId === channelId)
  const warmUp = await warmUpPlan(ctx, channelId)
  const hold = await ctx.db
    .selectFrom('marketing_hold')
    .select(['reason', 'since', 'until'])
    .where('business_id', '=', ctx.businessId)
    .where('channel_id', '=', channelId)
    .executeTakeFirst()
  const { id, name, displayPhoneNumber, verifiedName, state, quality, messagingLimit, throughput } = channel
  return {
    ...{ id, name, displayPhoneNumber, verifiedName, state, quality, messagingLimit, throughput },
    updatedAt: channel.updatedAt.toISOString(),
    usedToday: (await usedToday(ctx)).get(channelId) ?? 0,
    room: limits?.room ?? null,
    freesAt: limits?.freesAt?.toISOString() ?? null,
    hold: hold
      ? { reason: hold.reason, since: hold.since.toISOString(), until: hold.until?.toISOString() ?? null }
      : null,
    warmUp: warmUp && {
      startedAt: warmUp.startedAt?.toISOString() ?? null,
      steps: warmUp.steps.map(({ people, from }) => ({ people, from: from?.toISOString() ?? null })),
      endsAt: warmUp.endsAt?.toISOString() ?? null,
      room: limits?.warmRoom ?? null,
    },
    restrictions: (await listRestrictions(ctx)).filter((each) => each.channelId === channelId),
    blockedCountries: await blockedCountries(ctx, channel.wabaId),
    history: await qualityHistory(ctx, channelId, quality, since),
    days: channelDays(span, counts, await optOutsByDay(ctx, span)),
    errors: errorMix(counts, recent, language),
    templates: await templatesOf(ctx, channelId, counts, recent),
    alerts: await notificationsAbout(ctx, { entity: 'channel', entityId: channelId, since }, language),
  }
}

/** How the quality was when the span began, and every change since. */
async function qualityHistory(ctx: Context, channelId: string, now: z.infer<typeof Quality>, since: Date) {
  const rows = await ctx.db
    .selectFrom('standing_change')
    .select(['at', 'before', 'after'])
    .where('business_id', '=', ctx.businessId)
    .where('channel_id', '=', channelId)
    .where('what', '=', 'quality')
    .where('at', '>', since)
    .orderBy('change_id')
    .execute()
  const known = (value: string | null) => Quality.catch('UNKNOWN').parse(value)
  const first = rows[0] ? known(rows[0].before) : now
  return [
    { at: since.toISOString(), quality: first },
    ...rows.map(({ at, after }) => ({ at: at.toISOString(), quality: known(after) })),
  ]
}

async function blockedCountries(ctx: Context, wabaId: string) {
  const rows = await ctx.db
    .selectFrom('country_block')
    .select(['country', 'since'])
    .where('business_id', '=', ctx.businessId)
    .where('waba_id', '=', wabaId)
    .orderBy('country')
    .execute()
  return rows.map(({ country, since }) => ({ country, since: since.toISOString() }))
}

function errorMix(counts: readonly DayCount[], since: string, language: Language) {
  return errorCounts(counts, since)
    .slice(0, ERRORS_SHOWN)
    .map(({ code, count }) => ({
      code,
      count,
      title: errorTitle(code)[language],
      advice: errorAdvice(code)[language],
    }))
}

const QUALITIES = ['RED', 'YELLOW', 'GREEN', 'UNKNOWN'] as const

/** Templates that Meta has something to say about, with what came of their messages; those that need a look first. */
async function templatesOf(ctx: Context, channelId: string, counts: readonly DayCount[], since: string) {
  const rows = await ctx.db
    .selectFrom('template')
    .select(['template_id as id', 'name', 'language', 'state', 'quality'])
    .where('business_id', '=', ctx.businessId)
    .where('channel_id', '=', channelId)
    .where('state', 'not in', ['draft', 'deleted', 'archived'])
    .orderBy('name')
    .execute()
  const used = templateCounts(counts, since)
  return rows
    .map((row) => ({ ...row, ...(used.get(row.id) ?? { sent: 0, read: 0, failed: 0 }) }))
    .sort((a, b) => QUALITIES.indexOf(a.quality) - QUALITIES.indexOf(b.quality) || b.sent - a.sent)
    .slice(0, TEMPLATES_SHOWN)
}

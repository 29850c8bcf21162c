import { sql } from 'kysely'
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
import { ChannelDay, channelDays } from './channel-days.ts'
import { dayBefore, dayOf } from './days.ts'
import { errorAdvice } from './error-advice.ts'

const DAYS = 90
const ERROR_DAYS = 30

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
  const since = new Date(now.getTime() - DAYS * DAY)
  const last = dayOf(now, timeZone)
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
    days: await channelDays(ctx, channelId, { first: dayBefore(last, DAYS), last, timeZone }),
    errors: await errorMix(ctx, channelId, language),
    templates: await templatesOf(ctx, channelId),
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

async function errorMix(ctx: Context, channelId: string, language: Language) {
  const since = new Date(ctx.clock.now().getTime() - ERROR_DAYS * DAY)
  const { rows } = await sql<{ code: number; count: number }>`
    select error_code as code, count(*)::int as count from message
    where business_id = ${ctx.businessId} and channel_id = ${channelId} and error_code is not null and state = 'failed'
      and month >= date_trunc('month', ${since}::timestamptz - interval '31 days')::date and coalesce(ended_at, accepted_at) > ${since}
    group by 1 order by 2 desc, 1 limit 20`.execute(ctx.db)
  return rows.map(({ code, count }) => ({
    code,
    count,
    title: errorTitle(code)[language],
    advice: errorAdvice(code)[language],
  }))
}

/** Templates that Meta has something to say about, with what came of their messages in 30 days. */
async function templatesOf(ctx: Context, channelId: string) {
  const since = new Date(ctx.clock.now().getTime() - ERROR_DAYS * DAY)
  const { rows } = await sql<ChannelDetail['templates'][number]>`
    with used as (
      select template_id, count(*)::int as sent, count(*) filter (where state = 'read')::int as read,
        count(*) filter (where state = 'failed')::int as failed
      from message where business_id = ${ctx.businessId} and channel_id = ${channelId} and template_id is not null
        and month >= date_trunc('month', ${since}::timestamptz - interval '31 days')::date
        and coalesce(accepted_at, ended_at) > ${since} and state in ('accepted', 'held', 'sent', 'delivered', 'read', 'failed')
      group by 1)
    select t.template_id as id, t.name, t.language, t.state, t.quality, coalesce(u.sent, 0) as sent,
      coalesce(u.read, 0) as read, coalesce(u.failed, 0) as failed
    from template t left join used u on u.template_id = t.template_id
    where t.business_id = ${ctx.businessId} and t.channel_id = ${channelId} and t.state not in ('draft', 'deleted', 'archived')
    order by array_position(array['RED', 'YELLOW', 'GREEN', 'UNKNOWN'], t.quality), 6 desc, t.name limit 100`.execute(
    ctx.db,
  )
  return rows
}

import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import { Campaign, listCampaigns } from '../campaigns/index.ts'
import { ChannelState, listChannels, Quality } from '../channels/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Context } from '../platform/index.ts'
import { usedToday } from '../standing/index.ts'
import { dayBefore, dayOf } from './days.ts'
import { Funnel, funnel } from './funnel.ts'
import { Spend, spend } from './spend.ts'
import { Subscribers, subscribers } from './subscribers.ts'
import { Task, tasks } from './tasks.ts'

export const HomeQuery = z.object({ days: z.coerce.number().int().min(1).max(365).default(30) })

const HomeChannel = z.object({
  id: z.uuid(),
  name: z.string(),
  displayPhoneNumber: z.string(),
  verifiedName: z.string(),
  phoneNumberId: z.string(),
  wabaId: z.string(),
  state: ChannelState,
  quality: Quality,
  messagingLimit: z.number().int().nullable(),
  /** People the channel wrote to by itself in the last 24 hours. */
  usedToday: z.number().int(),
  throughput: z.number().int(),
  webhookUrl: z.string(),
  updatedAt: z.iso.datetime(),
})

export const Home = z.object({
  subscribers: Subscribers,
  funnel: Funnel,
  channels: z.array(HomeChannel),
  /** Running ones, with their counts. */
  campaigns: z.array(Campaign),
  spend: Spend,
  tasks: z.array(Task),
})
export type Home = z.infer<typeof Home>

const CAMPAIGNS_SHOWN = 10

/** The figures of the home page. Days are the business's own; the last one is today. */
export async function getHome(ctx: Context, input: z.input<typeof HomeQuery>): Promise<Home> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const { days } = HomeQuery.parse(input)
  const { timeZone } = await getBusiness(ctx)
  const last = dayOf(ctx.clock.now(), timeZone)
  const span = { first: dayBefore(last, days - 1), last, timeZone }
  const month = { first: `${last.slice(0, 7)}-01`, last, timeZone }
  const running = await listCampaigns(ctx, { state: 'running', limit: CAMPAIGNS_SHOWN })
  return {
    subscribers: await subscribers(ctx, span),
    funnel: await funnel(ctx, span),
    channels: await channels(ctx),
    campaigns: running.items,
    spend: await spend(ctx, month),
    tasks: await tasks(ctx),
  }
}

async function channels(ctx: Context): Promise<Home['channels']> {
  const used = await usedToday(ctx)
  return (await listChannels(ctx)).map(({ phone: _digits, updatedAt, ...channel }) => ({
    ...channel,
    usedToday: used.get(channel.id) ?? 0,
    webhookUrl: `${ctx.config.publicUrl}/webhooks/whatsapp`,
    updatedAt: updatedAt.toISOString(),
  }))
}

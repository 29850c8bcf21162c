import { z } from 'zod'
import { channelCredentials, listChannels } from '../channels/index.ts'
import { requireRole } from '../platform/authorise.ts'
import {
  type Context,
  createContext,
  DAY,
  Problem,
  type Runtime,
  withTransaction,
} from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { createGraphClient, type PricingPoint } from '../whatsapp/index.ts'
import { billingOf } from './billing.ts'
import { billingDay, monthAfter, startOfDay } from './billing-day.ts'
import { MonthQuery } from './compare.ts'
import { decimalOf, unitsOf } from './money.ts'
import { putMetaDays } from './store.ts'

/** Every night: what Meta says the last days cost; Meta corrects itself for a while. */
export const fetchMetaCostsJob: Job<Record<string, never>> = {
  name: 'costs.fetch_meta',
  schema: z.object({}).strict(),
  cron: '23 4 * * *',
}

const NIGHTLY_DAYS = 7

/** Asks Meta about every business that has numbers; one that Meta refuses is logged and tried again tomorrow. */
export async function runFetchMetaCosts(runtime: Runtime): Promise<void> {
  const rows = await runtime.db.selectFrom('channel').select('business_id').distinct().execute()
  for (const { business_id } of rows) {
    const ctx = createContext(runtime, business_id, { kind: 'system', job: fetchMetaCostsJob.name })
    try {
      const { timeZone } = await billingOf(ctx)
      const now = ctx.clock.now().getTime()
      const first = billingDay(new Date(now - NIGHTLY_DAYS * DAY), timeZone)
      await fetchDays(ctx, first, billingDay(new Date(now), timeZone))
    } catch (error) {
      runtime.log.error({ err: error }, 'pricing analytics')
    }
  }
}

/** Asks Meta what a month cost. @throws Problem `graph_unreachable`, `no_channel` */
export async function fetchMetaCosts(ctx: Context, input: z.input<typeof MonthQuery>): Promise<void> {
  requireRole(ctx, 'marketer')
  const { month } = MonthQuery.parse(input)
  const { timeZone } = await billingOf(ctx)
  const today = billingDay(ctx.clock.now(), timeZone)
  const next = `${monthAfter(month)}-01`
  const last = billingDay(new Date(startOfDay(next, timeZone).getTime() - 1), timeZone)
  const [until = today] = [last, today].sort()
  await fetchDays(ctx, `${month}-01`, until)
}

async function fetchDays(ctx: Context, first: string, last: string): Promise<void> {
  if (first > last) return
  const { timeZone } = await billingOf(ctx)
  const channels = await listChannels(ctx)
  if (channels.length === 0) {
    throw new Problem('conflict', 'no_channel', {
      de: 'Es ist noch keine Nummer verbunden, nach deren Kosten gefragt werden könnte.',
      en: 'No number is connected yet whose costs could be asked for.',
    })
  }
  const days = daysFrom(first, last)
  const span = {
    first,
    last,
    start: startOfDay(first, timeZone),
    end: startOfDay(days.at(-1)?.after ?? last, timeZone),
  }
  // A day on which nothing was delivered was asked about as well.
  const asked = days.map(({ day }) => ({ ...NOTHING, day }))
  const refusals: unknown[] = []
  for (const [wabaId, channelId] of new Map(channels.map((channel) => [channel.wabaId, channel.id]))) {
    try {
      const points = await ask(ctx, wabaId, channelId, span)
      const rows = points.map((point) => dayOf(point, timeZone))
      // An account whose days begin elsewhere also names the day in which the span begins; that was asked for before.
      const within = rows.filter(({ day }) => day >= first && day <= last)
      await withTransaction(ctx, (tx) => putMetaDays(tx, wabaId, span, [...asked, ...within]))
    } catch (error) {
      // One account without access keeps nothing from the others.
      refusals.push(error)
    }
  }
  if (refusals.length > 0) throw refusals[0]
}

const NOTHING = { country: '', category: 'none', type: 'none', messages: 0, cost: '0' }

function dayOf(point: PricingPoint, timeZone: string) {
  return {
    day: billingDay(point.start, timeZone),
    country: point.country ?? '',
    category: (point.category ?? 'unknown').toLowerCase(),
    type: (point.type ?? 'unknown').toLowerCase(),
    messages: Math.round(point.volume),
    cost: decimalOf(unitsOf(Math.max(0, point.cost))),
  }
}

async function ask(
  ctx: Context,
  wabaId: string,
  channelId: string,
  { start, end }: { start: Date; end: Date },
): Promise<PricingPoint[]> {
  const { accessToken, appSecret } = await channelCredentials(ctx, channelId)
  const client = createGraphClient({
    baseUrl: ctx.config.graphBaseUrl,
    version: ctx.config.graphVersion,
    token: accessToken,
    appSecret,
  })
  try {
    const answer = await client.pricingAnalytics(wabaId, {
      start,
      end,
      granularity: 'DAILY',
      dimensions: ['PRICING_CATEGORY', 'PRICING_TYPE', 'COUNTRY'],
    })
    if (answer.ok === true) return answer.value
    const why = answer.ok === false ? answer.error.title : answer.detail
    throw new Problem('unavailable', 'graph_unreachable', {
      de: `Meta gibt über die Kosten gerade keine Auskunft: ${why}. Der Zugang braucht die Berechtigung whatsapp_business_management.`,
      en: `Meta tells nothing about the costs just now: ${why}. The access needs the permission whatsapp_business_management.`,
    })
  } finally {
    await client.close()
  }
}

function daysFrom(first: string, last: string): { day: string; after: string }[] {
  const days: { day: string; after: string }[] = []
  for (let at = Date.parse(first); at <= Date.parse(last); at += DAY) {
    const text = (ms: number) => new Date(ms).toISOString().slice(0, 10)
    days.push({ day: text(at), after: text(at + DAY) })
  }
  return days
}

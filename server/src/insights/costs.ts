import { sql } from 'kysely'
import { z } from 'zod'
import { billingDay, billingOf, centsOf, decimalOf, marketOf, unitsOf } from '../costs/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Language } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { CostPerRead, costPerRead } from './cost-per-read.ts'

export const CostsQuery = z.object({
  /** `2026-11`; this month by default. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
})

const Share = z.object({
  key: z.string(),
  name: z.string().nullable(),
  amount: z.number(),
  messages: z.number().int(),
  billed: z.number().int(),
})

export const Costs = z.object({
  month: z.string(),
  currency: z.string(),
  timeZone: z.string(),
  /** Twelve months, the last one is this month. */
  months: z.array(
    z.object({
      month: z.string(),
      amount: z.number(),
      categories: z.array(z.object({ category: z.string(), amount: z.number() })),
    }),
  ),
  /** Of the month asked for. Messages are those that were delivered and whose price Meta told. */
  total: z.object({
    amount: z.number(),
    messages: z.number().int(),
    billed: z.number().int(),
    /** Billed, though the price table has no price: missing in the amount. */
    unpriced: z.number().int(),
    perDelivered: z.number().nullable(),
    perRead: CostPerRead.nullable(),
  }),
  byMarket: z.array(Share),
  byCategory: z.array(Share),
  /** regular | free_customer_service | free_entry_point */
  byType: z.array(Share),
  byTopic: z.array(Share),
  byCampaign: z.array(Share),
  /** Service messages of each number: Meta delivers some for nothing. */
  service: z.array(
    z.object({
      channelId: z.string(),
      name: z.string(),
      delivered: z.number().int(),
      billed: z.number().int(),
      free: z.number().int(),
    }),
  ),
})
export type Costs = z.infer<typeof Costs>

interface Row {
  month: string
  channel: string
  channelName: string
  campaign: string | null
  campaignName: string | null
  topic: string | null
  topicName: string | null
  country: string
  category: string
  type: string
  messages: number
  billed: number
  unpriced: number
  cost: string
}

/** What messages cost, month by month, and what one month's costs are made of; as booked from Meta's reports, nothing foretold (C-71). */
export async function costsOf(
  ctx: Context,
  input: z.input<typeof CostsQuery>,
  language: Language,
): Promise<Costs> {
  requireRole(ctx, 'marketer', 'dpo')
  const { currency, timeZone, freeService } = await billingOf(ctx)
  const thisMonth = billingDay(ctx.clock.now(), timeZone).slice(0, 7)
  const { month = thisMonth } = CostsQuery.parse(input)
  const { rows: byMonth } = await sql<{ month: string; category: string; cost: string }>`
    select to_char(day, 'YYYY-MM') as month, category, sum(cost)::text as cost from cost_day
    where business_id = ${ctx.businessId} and day >= ${`${lastMonths(thisMonth)[0]}-01`}::date group by 1, 2`.execute(
    ctx.db,
  )
  const { rows } = await sql<Row>`
    select d.channel_id as channel, ch.name as "channelName", d.campaign_id as campaign, cp.name as "campaignName", d.topic_id as topic,
      coalesce(t.name ->> ${language}, t.name ->> 'de', t.key) as "topicName", d.country, d.category, d.type, sum(d.messages)::int as messages,
      sum(d.billed)::int as billed, sum(d.unpriced)::int as unpriced, sum(d.cost)::text as cost
    from cost_day d
    join channel ch on ch.business_id = d.business_id and ch.channel_id = d.channel_id
    left join campaign cp on cp.business_id = d.business_id and cp.campaign_id = d.campaign_id
    left join topic t on t.business_id = d.business_id and t.topic_id = d.topic_id
    where d.business_id = ${ctx.businessId} and d.day >= ${`${month}-01`}::date and d.day < ${`${month}-01`}::date + interval '1 month'
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9`.execute(ctx.db)
  const cost = rows.reduce((sum, row) => sum + unitsOf(row.cost), 0n)
  const count = (pick: (row: Row) => number) => rows.reduce((sum, row) => sum + pick(row), 0)
  const messages = count((row) => row.messages)
  return {
    month,
    currency,
    timeZone,
    months: lastMonths(thisMonth).map((each) => {
      const own = byMonth.filter((row) => row.month === each)
      return {
        month: each,
        amount: centsOf(own.reduce((sum, row) => sum + unitsOf(row.cost), 0n)),
        categories: own
          .map((row) => ({ category: row.category, amount: centsOf(unitsOf(row.cost)) }))
          .sort((a, b) => a.category.localeCompare(b.category)),
      }
    }),
    total: {
      amount: centsOf(cost),
      messages,
      billed: count((row) => row.billed),
      unpriced: count((row) => row.unpriced),
      perDelivered: messages === 0 ? null : Number(decimalOf(cost / BigInt(messages))),
      perRead: await costPerRead(ctx, month),
    },
    byMarket: shares(rows, (row) => [marketOf(row.country || null), null]),
    byCategory: shares(rows, (row) => [row.category, null]),
    byType: shares(rows, (row) => [row.type, null]),
    byTopic: shares(rows, (row) => [row.topic ?? '', row.topicName]),
    byCampaign: shares(rows, (row) => [row.campaign ?? '', row.campaignName]),
    service: serviceOf(rows, freeService),
  }
}

/** Twelve months that end with this one, the oldest first. */
function lastMonths(month: string): string[] {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return Array.from({ length: 12 }, (_, i) =>
    new Date(Date.UTC(year, number - 12 + i, 1)).toISOString().slice(0, 7),
  )
}

function shares(rows: readonly Row[], keyOf: (row: Row) => [string, string | null]): Costs['byMarket'] {
  const found = new Map<string, { name: string | null; cost: bigint; messages: number; billed: number }>()
  for (const row of rows) {
    const [key, name] = keyOf(row)
    const known = found.get(key) ?? { name, cost: 0n, messages: 0, billed: 0 }
    known.cost += unitsOf(row.cost)
    known.messages += row.messages
    known.billed += row.billed
    found.set(key, known)
  }
  return [...found]
    .sort(([, a], [, b]) => (a.cost === b.cost ? b.messages - a.messages : a.cost < b.cost ? 1 : -1))
    .map(([key, { cost, ...share }]) => ({ key, ...share, amount: centsOf(cost) }))
}

function serviceOf(rows: readonly Row[], free: number): Costs['service'] {
  const found = new Map<string, Costs['service'][number]>()
  for (const row of rows) {
    if (row.category !== 'service') continue
    const known = found.get(row.channel) ?? {
      channelId: row.channel,
      name: row.channelName,
      delivered: 0,
      billed: 0,
      free,
    }
    known.delivered += row.messages
    known.billed += row.billed
    found.set(row.channel, known)
  }
  return [...found.values()].sort((a, b) => b.delivered - a.delivered)
}

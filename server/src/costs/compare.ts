import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import type { Context } from '../platform/index.ts'
import { billingOf } from './billing.ts'
import { billingDay, monthAfter } from './billing-day.ts'
import { marketOf } from './markets.ts'
import { centsOf, unitsOf } from './money.ts'

/** What is behind a difference, most likely. */
const Why = z.enum([
  /** Nothing to explain. */
  'same',
  /** Meta was not asked about this day yet. */
  'not_asked',
  /** Meta is still counting: it takes a day or two. */
  'still_counting',
  /** Meta counts deliveries that we were never told of. */
  'meta_has_more',
  /** We were told of deliveries that Meta does not count (yet). */
  'we_have_more',
  /** As many messages, another price: our table differs from Meta's. */
  'other_price',
  /** Our table has no price for some. */
  'no_price',
])
export type Why = z.infer<typeof Why>

const Side = z.object({ messages: z.number().int(), cost: z.number() })

export const Comparison = z.object({
  month: z.string(),
  currency: z.string(),
  fetchedAt: z.iso.datetime().nullable(),
  /** Of the days that Meta was asked about; of all while there are none. */
  own: Side,
  meta: Side.nullable(),
  days: z.array(
    z.object({
      day: z.iso.date(),
      market: z.string(),
      own: Side,
      meta: Side.nullable(),
      difference: z.number(),
      why: Why,
    }),
  ),
})
type Comparison = z.infer<typeof Comparison>

export const MonthQuery = z.object({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
})

interface Count {
  messages: number
  cost: bigint
  unpriced: number
}

/** Meta's own analytics take up to two days to be complete. */
const COUNTING_DAYS = 2

/**
 * What is behind a difference. Meta calls its costs approximate: half a per cent, or a cent, is none.
 * @param age days since
 */
export function explainDifference(own: Count, meta: Omit<Count, 'unpriced'> | null, age: number): Why {
  if (!meta) return own.messages === 0 ? 'same' : 'not_asked'
  const gap = own.cost > meta.cost ? own.cost - meta.cost : meta.cost - own.cost
  const small = gap <= 1_000n || gap * 200n <= meta.cost
  if (own.messages === meta.messages && small) return 'same'
  if (age <= COUNTING_DAYS) return 'still_counting'
  if (own.unpriced > 0) return 'no_price'
  if (own.messages < meta.messages) return 'meta_has_more'
  return own.messages > meta.messages ? 'we_have_more' : 'other_price'
}

/** Our bookings beside what Meta's pricing analytics say, by day and market. Nothing is ever adjusted by it. */
export async function compareCosts(ctx: Context, input: z.input<typeof MonthQuery>): Promise<Comparison> {
  requireRole(ctx, 'marketer', 'dpo')
  const { month } = MonthQuery.parse(input)
  const { currency, timeZone } = await billingOf(ctx)
  const span = [`${month}-01`, `${monthAfter(month)}-01`] as const
  const own = await ctx.db
    .selectFrom('cost_day')
    .select(({ fn }) => [
      'day',
      'country',
      fn.sum<string>('messages').as('messages'),
      fn.sum<string>('cost').as('cost'),
      fn.sum<string>('unpriced').as('unpriced'),
    ])
    .where('business_id', '=', ctx.businessId)
    .where('day', '>=', span[0])
    .where('day', '<', span[1])
    .groupBy(['day', 'country'])
    .execute()
  const meta = await ctx.db
    .selectFrom('meta_cost_day')
    .select(({ fn }) => [
      'day',
      'country',
      fn.sum<string>('messages').as('messages'),
      fn.sum<string>('cost').as('cost'),
      fn.max('fetched_at').as('fetched'),
    ])
    .where('business_id', '=', ctx.businessId)
    .where('day', '>=', span[0])
    .where('day', '<', span[1])
    .groupBy(['day', 'country'])
    .execute()
  const cells = new Map<string, { own: Count; meta: Count | null }>()
  const cellOf = (day: string, country: string) => {
    const key = `${day} ${marketOf(country || null)}`
    const known = cells.get(key) ?? { own: { messages: 0, cost: 0n, unpriced: 0 }, meta: null }
    cells.set(key, known)
    return known
  }
  for (const row of own) add(cellOf(row.day, row.country).own, { ...row, unpriced: row.unpriced })
  for (const row of meta) {
    // One row without a country says that the day was asked about.
    const cell = cellOf(row.day, row.country)
    cell.meta ??= { messages: 0, cost: 0n, unpriced: 0 }
    add(cell.meta, { ...row, unpriced: '0' })
  }
  const asked = new Set(meta.map((row) => row.day))
  const now = billingDay(ctx.clock.now(), timeZone)
  const days = [...cells]
    .map(([key, cell]) => {
      const [day = '', market = ''] = key.split(' ')
      const found = cell.meta ?? (asked.has(day) ? { messages: 0, cost: 0n, unpriced: 0 } : null)
      return {
        day,
        market,
        own: sideOf(cell.own),
        meta: found && sideOf(found),
        difference: centsOf(cell.own.cost - (found?.cost ?? 0n)),
        why: explainDifference(cell.own, found, ageOf(day, now)),
      }
    })
    .filter((row) => row.own.messages > 0 || (row.meta?.messages ?? 0) > 0)
    .sort((a, b) => b.day.localeCompare(a.day) || a.market.localeCompare(b.market))
  // Only what was asked about can be compared.
  const compared = [...cells].filter(([key]) => asked.size === 0 || asked.has(key.slice(0, 10)))
  const total = (side: 'own' | 'meta') =>
    compared.reduce(
      (sum, [, cell]) => ({
        messages: sum.messages + (cell[side]?.messages ?? 0),
        cost: sum.cost + (cell[side]?.cost ?? 0n),
        unpriced: 0,
      }),
      { messages: 0, cost: 0n, unpriced: 0 } as Count,
    )
  const fetched = meta.map((row) => new Date(row.fetched).getTime())
  return {
    month,
    currency,
    fetchedAt: fetched.length > 0 ? new Date(Math.max(...fetched)).toISOString() : null,
    own: sideOf(total('own')),
    meta: fetched.length > 0 ? sideOf(total('meta')) : null,
    days,
  }
}

function add(to: Count, row: { messages: string; cost: string; unpriced: string }): void {
  to.messages += Number(row.messages)
  to.cost += unitsOf(row.cost)
  to.unpriced += Number(row.unpriced)
}

const sideOf = ({ messages, cost }: Count) => ({ messages, cost: centsOf(cost) })

const ageOf = (day: string, today: string) => (Date.parse(today) - Date.parse(day)) / 86_400_000

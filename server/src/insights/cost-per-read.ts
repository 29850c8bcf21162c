import { sql } from 'kysely'
import { z } from 'zod'
import { decimalOf, unitsOf } from '../costs/index.ts'
import type { Context } from '../platform/index.ts'

/** Of the days of a month that the nightly count has been through; people who hide that they read are not in it. */
export const CostPerRead = z.object({
  amount: z.number(),
  messages: z.number().int(),
  /** First and last day that cost and reads are of. */
  from: z.iso.date(),
  through: z.iso.date(),
})
export type CostPerRead = z.infer<typeof CostPerRead>

/**
 * What a read message has cost in a month (`2026-11`), free ones included, to a hundredth of a cent: what was booked, divided by
 * what `keepDays` has counted as read, both over the same days. Null before anything was counted as read.
 */
export async function costPerRead(
  ctx: Pick<Context, 'db' | 'businessId'>,
  month: string,
): Promise<CostPerRead | null> {
  const { rows } = await sql<{ from: string; through: string; cost: string; read: number }>`
    with span as (
      select greatest(${`${month}-01`}::date, (select min(day) from channel_day where business_id = ${ctx.businessId})) as first,
        least((${`${month}-01`}::date + interval '1 month - 1 day')::date, m.through) as last
      from channel_day_mark m where m.business_id = ${ctx.businessId})
    select to_char(s.first, 'YYYY-MM-DD') as "from", to_char(s.last, 'YYYY-MM-DD') as through,
      (select coalesce(sum(c.cost), 0)::text from cost_day c
        where c.business_id = ${ctx.businessId} and c.day between s.first and s.last) as cost,
      (select coalesce(sum(d.messages), 0)::int from channel_day d
        where d.business_id = ${ctx.businessId} and d.day between s.first and s.last and d.state = 'read') as read
    from span s`.execute(ctx.db)
  const [row] = rows
  if (!row || row.read === 0) return null
  const read = BigInt(row.read)
  return {
    amount: Number(decimalOf((unitsOf(row.cost) + read / 2n) / read)),
    messages: row.read,
    from: row.from,
    through: row.through,
  }
}

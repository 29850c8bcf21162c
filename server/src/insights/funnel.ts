import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/index.ts'
import { type Span, startOf } from './subscribers.ts'

/** People at each step of the double opt-in; each person counts once per step. */
export const Funnel = z.object({
  requested: z.number().int(),
  asked: z.number().int(),
  confirmed: z.number().int(),
  refused: z.number().int(),
  expired: z.number().int(),
})
export type Funnel = z.infer<typeof Funnel>

export async function funnel(ctx: Context, span: Span): Promise<Funnel> {
  const { rows } = await sql<{ type: string; people: number }>`
    select type, count(distinct contact_id)::int as people from consent_event
    where business_id = ${ctx.businessId} and at >= ${startOf(span.first, span.timeZone)}
      and type in ('requested', 'asked', 'confirmed', 'refused', 'expired')
    group by type`.execute(ctx.db)
  const none: Funnel = { requested: 0, asked: 0, confirmed: 0, refused: 0, expired: 0 }
  return { ...none, ...Object.fromEntries(rows.map((row) => [row.type, row.people])) }
}

import { sql } from 'kysely'
import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import type { Context } from '../platform/index.ts'

const MOST = 50

const AsideItem = z.object({
  id: z.string(),
  /** `unknown_number`, `unreadable`, or the name of the problem that processing had. */
  reason: z.string(),
  /** `message`, `status`, `preference`, `change`; `webhook` for a whole body that could not be attributed. */
  kind: z.string(),
  /** What Meta calls the number or account that it names, where it could be read. */
  place: z.string().nullable(),
  at: z.iso.datetime(),
  updates: z.number().int(),
  /** False when several businesses use the app that signed it: it may be about somebody else's people. */
  canOpen: z.boolean(),
})
export const AsideList = z.object({
  /** By reason, most frequent first; counts are of updates. */
  reasons: z.array(z.object({ reason: z.string(), count: z.number().int(), lastAt: z.iso.datetime() })),
  /** The newest fifty. */
  items: z.array(AsideItem),
})
export type AsideList = z.infer<typeof AsideList>

interface Row {
  id: string
  reason: string
  kind: string
  place: string | null
  at: Date
  updates: number
  can_open: boolean
}

/** What of Meta's webhooks could not be processed, attributed or read in the last 14 days; without its content. */
export async function listAside(ctx: Context): Promise<AsideList> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const all = sql`
    select month || '.' || update_key as id, problem as reason, kind, null as place, received_at as at, 1 as updates, true as can_open
    from webhook_update where business_id = ${ctx.businessId} and problem is not null
    union all
    select aside_id::text, reason, 'webhook', place, received_at, updates, not shared
    from webhook_aside where business_id = ${ctx.businessId}`
  const reasons = await sql<{ reason: string; count: number; last_at: Date }>`
    select reason, sum(updates)::int as count, max(at) as last_at from (${all}) as a
    group by reason order by count desc, reason`.execute(ctx.db)
  const items = await sql<Row>`select * from (${all}) as a order by at desc, id limit ${MOST}`.execute(ctx.db)
  return {
    reasons: reasons.rows.map((row) => ({
      reason: row.reason,
      count: row.count,
      lastAt: row.last_at.toISOString(),
    })),
    items: items.rows.map(({ can_open, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      canOpen: can_open,
    })),
  }
}

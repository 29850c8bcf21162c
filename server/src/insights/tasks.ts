import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/index.ts'

/** Something that waits for a person, and the page where it is done. */
export const Task = z.object({ kind: z.string(), count: z.number().int(), link: z.string() })
export type Task = z.infer<typeof Task>

const own = (ctx: Context) => sql`business_id = ${ctx.businessId}`

/** Only what there is; every count is read from a small index. */
export async function tasks(ctx: Context): Promise<Task[]> {
  const where = own(ctx)
  const { rows } = await sql<Task>`
    select 'conversation_unread' as kind, count(*)::int as count, '/inbox' as link
      from conversation where ${where} and unread > 0
    union all select 'contact_held', count(*)::int, '/contacts?state=hold'
      from contact where ${where} and hold_reason is not null
    union all select 'template_rejected', count(*)::int, '/templates?state=rejected'
      from template where ${where} and state = 'rejected'
    union all select 'template_paused', count(*)::int, '/templates?state=paused'
      from template where ${where} and state = 'paused'
    union all select 'campaign_paused', count(*)::int, '/campaigns?state=paused'
      from campaign where ${where} and state = 'paused'
    union all select 'message_unknown', count(*)::int, '/campaigns'
      from message where ${where} and state = 'unknown'
    union all select 'price_unverified', count(*)::int, '/settings'
      from price_rate where ${where} and not verified`.execute(ctx.db)
  return rows.filter((task) => task.count > 0)
}

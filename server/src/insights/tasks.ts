import { sql } from 'kysely'
import { z } from 'zod'
import { billingOf, marketSql } from '../costs/index.ts'
import type { Context } from '../platform/index.ts'

/** Something that waits for a person, and the page where it is done. */
export const Task = z.object({ kind: z.string(), count: z.number().int(), link: z.string() })
export type Task = z.infer<typeof Task>

const own = (ctx: Context) => sql`business_id = ${ctx.businessId}`

/** Only what there is. Prices count when they are in force today where people are. */
export async function tasks(ctx: Context): Promise<Task[]> {
  const where = own(ctx)
  const { currency } = await billingOf(ctx)
  const { rows } = await sql<Task>`
    select 'conversation_unread' as kind, count(*)::int as count, '/inbox' as link
      from conversation where ${where} and unread > 0
    union all select 'contact_held', count(*)::int, '/contacts?state=hold'
      from contact where ${where} and hold_reason is not null and merged_into is null
    union all select 'template_rejected', count(*)::int, '/templates?state=rejected'
      from template where ${where} and state = 'rejected'
    union all select 'template_paused', count(*)::int, '/templates?state=paused'
      from template where ${where} and state = 'paused'
    union all select 'campaign_paused', count(*)::int, '/campaigns?state=paused'
      from campaign where ${where} and state = 'paused'
    union all select 'message_unknown', count(*)::int, '/campaigns'
      from message_queue q join message m on m.business_id = q.business_id and m.month = q.month and m.message_id = q.message_id
      where q.business_id = ${ctx.businessId} and q.epoch is not null and m.state = 'unknown'
    union all select 'price_unverified', count(*)::int, '/settings'
      from (select distinct on (r.market, r.category) r.verified from price_rate r
        where r.business_id = ${ctx.businessId} and r.currency = ${currency} and r.effective_from <= ${ctx.clock.now().toISOString().slice(0, 10)}
          and r.market in (select ${marketSql(sql.ref('country'))} from (
            select distinct country from contact where ${where} and erased_at is null) people)
        order by r.market, r.category, r.effective_from desc) in_force
      where not verified`.execute(ctx.db)
  return rows.filter((task) => task.count > 0)
}

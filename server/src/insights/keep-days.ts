import { sql } from 'kysely'
import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import { type Context, createContext, type Runtime, withTransaction } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { dayCounts, OLDEST_DAYS } from './day-counts.ts'
import { dayBefore, dayOf, earlierOf, laterOf } from './days.ts'

/** Every night before retention: what the days that are over have brought. */
export const keepDaysJob: Job<Record<string, never>> = {
  name: 'insights.keep_days',
  schema: z.object({}).strict(),
  cron: '50 1 * * *',
  retries: 3,
}

/** Days that a page shows; there is no use in more. */
export const SHOWN_DAYS = 90
/** Meta tries to deliver for 30 days, so what is older hardly changes any more. */
const LATE_DAYS = 31

/** The job behind `insights.keep_days`: one business that cannot be counted does not hold up the others. */
export async function runKeepDays(runtime: Runtime): Promise<void> {
  const businesses = await runtime.db.selectFrom('business').select('business_id').execute()
  for (const { business_id } of businesses) {
    const ctx = createContext(runtime, business_id, { kind: 'system', job: keepDaysJob.name })
    try {
      await keepDays(ctx)
    } catch (error) {
      runtime.log.error({ err: error, businessId: business_id }, 'insights.keep_days.failed')
    }
  }
}

/**
 * Counts the days that are over and writes what they brought: those that were never counted, and the last month again. A day
 * whose messages may be gone by retention stays as it was counted. All days are counted anew when the business has moved to another
 * time zone.
 */
async function keepDays(ctx: Context): Promise<void> {
  const { timeZone } = await getBusiness(ctx)
  const now = ctx.clock.now()
  const through = dayBefore(dayOf(now, timeZone), 1)
  // Everything of the day is there while the month of its oldest message is.
  const kept = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ctx.config.keepMessagesMonths, 1))
  const whole = dayBefore(kept.toISOString().slice(0, 10), -OLDEST_DAYS)
  await withTransaction(ctx, async (tx) => {
    const { rows } = await sql<{ next: string }>`
      select to_char(through + 1, 'YYYY-MM-DD') as next from channel_day_mark
      where business_id = ${tx.businessId} and time_zone = ${timeZone} for update`.execute(tx.db)
    const again = laterOf(dayBefore(through, LATE_DAYS - 1), whole)
    const next = rows[0]?.next ?? dayBefore(through, SHOWN_DAYS)
    const first = earlierOf(next, again)
    // First, because its lock keeps two processes from counting at the same time.
    await sql`
      insert into channel_day_mark (business_id, through, time_zone, counted_at)
      values (${tx.businessId}, ${through}::date, ${timeZone}, ${now})
      on conflict (business_id) do update set through = excluded.through, time_zone = excluded.time_zone,
        counted_at = excluded.counted_at`.execute(tx.db)
    await sql`delete from channel_day where business_id = ${tx.businessId} and day >= ${first}::date`.execute(
      tx.db,
    )
    await sql`
      insert into channel_day (business_id, channel_id, day, template_id, by_itself, state, error_code, messages)
      select ${tx.businessId}::uuid, d.channel_id, d.day, d.template_id, d.by_itself, d.state, d.error_code, d.messages
      from (${await dayCounts(tx, { first, timeZone, among: 'all' })}) d where d.day <= ${through}::date`.execute(
      tx.db,
    )
  })
}

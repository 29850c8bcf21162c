import { sql } from 'kysely'
import { z } from 'zod'
import { createContext, DAY, type Runtime, withTransaction } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { notifyOnce } from '../standing/index.ts'
import { breachReminder, deadlineOf } from './breach-state.ts'
import { enqueueMails } from './mail-reminder.ts'

export const remindBreachesJob: Job<Record<string, never>> = {
  name: 'records.remind_breaches',
  schema: z.object({}).strict(),
  cron: '*/10 * * * *',
}

/** Longer than any deadline that can be configured: what is older was reminded of while it ran. */
const OLDEST = 30 * DAY

/**
 * Tells owners and data protection officers 24 and 6 hours before the deadline of Art. 33(1), and when it is over, as long as
 * neither a notification nor "no risk" is noted (C-55); of 72 hours these are 48 and 66 after somebody knew. In the app, and by
 * mail where a server is set. Safe to run twice: the same reminder is given once.
 */
export async function remindBreaches(runtime: Runtime): Promise<void> {
  const now = runtime.clock.now()
  const { rows } = await sql<{
    business_id: string
    breach_id: string
  }>`select b.business_id, b.breach_id from breach b where b.known_at > ${new Date(now.getTime() - OLDEST)}
    and not exists (select 1 from breach_entry e where e.business_id = b.business_id and e.breach_id = b.breach_id
      and e.kind = 'authority')`.execute(runtime.db)
  for (const { business_id: businessId, breach_id: breachId } of rows) {
    const ctx = createContext(runtime, businessId, { kind: 'system', job: remindBreachesJob.name })
    await withTransaction(ctx, async (tx) => {
      // Two processes at once must not both find that nothing was said yet.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`breach:${breachId}`}, 0))`.execute(tx.db)
      const breach = await tx.db
        .selectFrom('breach')
        .select(['number', 'known_at as knownAt', 'deadline_hours as deadlineHours'])
        .where('business_id', '=', businessId)
        .where('breach_id', '=', breachId)
        .executeTakeFirstOrThrow()
      const hours = breachReminder(breach, now)
      if (hours === null) return
      const until = deadlineOf(breach)
      const said = await notifyOnce(tx, {
        kind: hours === 0 ? 'breach.overdue' : 'breach.due',
        severity: 'critical',
        entity: 'breach',
        entityId: breachId,
        data: { number: breach.number, hours, until: until.toISOString().slice(0, 16).replace('T', ' ') },
      })
      if (said) await enqueueMails(tx, breachId, hours)
    })
  }
}

import { z } from 'zod'
import { createContext, DAY, type Runtime, withTransaction } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { notify } from '../standing/index.ts'
import { daysLeft, REMINDERS, reminderDue } from './deadline.ts'
import { privacyChanged } from './hooks.ts'

export const remindRequestsJob: Job<Record<string, never>> = {
  name: 'privacy.remind_requests',
  schema: z.object({}).strict(),
  cron: '7 * * * *',
}

/** Tells the members ten and three days before a request has to be answered, and when it is overdue (C-38). Safe to run twice. */
export async function remindRequests(runtime: Runtime): Promise<void> {
  const now = runtime.clock.now()
  const soon = new Date(now.getTime() + REMINDERS[0] * DAY)
  const rows = await runtime.db
    .selectFrom('privacy_request')
    .select(['business_id', 'request_id'])
    .where('done_at', 'is', null)
    .where('due_at', '<=', soon)
    .execute()
  for (const { business_id: businessId, request_id: requestId } of rows) {
    const ctx = createContext(runtime, businessId, { kind: 'system', job: remindRequestsJob.name })
    await withTransaction(ctx, async (tx) => {
      const row = await tx.db
        .selectFrom('privacy_request')
        .select(['due_at', 'reminded'])
        .where('business_id', '=', businessId)
        .where('request_id', '=', requestId)
        .where('done_at', 'is', null)
        .forUpdate()
        .executeTakeFirst()
      const due = row && reminderDue(row.due_at, now, row.reminded)
      if (!row || due === null || due === undefined) return
      await tx.db
        .updateTable('privacy_request')
        .set({ reminded: [...row.reminded, due] })
        .where('business_id', '=', businessId)
        .where('request_id', '=', requestId)
        .execute()
      await notify(tx, {
        kind: due === 0 ? 'privacy.overdue' : 'privacy.due',
        severity: due === 10 ? 'warning' : 'critical',
        entity: 'privacy_request',
        entityId: requestId,
        data: { days: daysLeft(row.due_at, now), due: row.due_at.toISOString().slice(0, 10) },
      })
      await tx.hooks.run(privacyChanged, tx, {})
    })
  }
}

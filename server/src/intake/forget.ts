import { sql } from 'kysely'
import { z } from 'zod'
import { DAY, type Runtime } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'

/** Raw webhooks are deleted after 14 days, every night (C-43, C-76). */
export const forgetUpdatesJob: Job<object> = {
  name: 'intake.forget',
  schema: z.object({}),
  cron: '20 2 * * *',
}

/** What still waits stays, however old. */
export async function forgetOldUpdates(runtime: Runtime): Promise<void> {
  const before = new Date(runtime.clock.now().getTime() - 14 * DAY)
  await sql`
    delete from webhook_update u where received_at < ${before} and not exists (
      select 1 from webhook_waiting w
      where w.business_id = u.business_id and w.received_at = u.received_at and w.update_key = u.update_key
        and w.lane = case u.kind when 'status' then 'status' when 'change' then 'change' else 'person' end)`.execute(
    runtime.db,
  )
  await runtime.db.deleteFrom('webhook_aside').where('received_at', '<', before).execute()
}

import { z } from 'zod'
import { forgetPersonUpdates } from '../intake/index.ts'
import { createContext, DAY, type Runtime, withTransaction } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'

/** Meta reports on a message for at most 30 days. */
const WATCHED_MS = 31 * DAY

export const sweepErasedJob: Job<Record<string, never>> = {
  name: 'privacy.sweep_erased',
  schema: z.object({}).strict(),
  cron: '17 2 * * *',
}

/**
 * Removes the raw delivery reports that arrived about people after they were erased: they name the number, and are sealed
 * with the key of the business, not the person's. Safe to run at any time and twice.
 */
export async function sweepErased(runtime: Runtime): Promise<void> {
  const erased = await runtime.db
    .selectFrom('privacy_request')
    .select(['business_id', 'contact_id'])
    .where('kind', '=', 'erasure')
    .where('state', '=', 'done')
    .where('done_at', '>', new Date(runtime.clock.now().getTime() - WATCHED_MS))
    .execute()
  for (const { business_id: businessId, contact_id: contactId } of erased) {
    const ctx = createContext(runtime, businessId, { kind: 'system', job: sweepErasedJob.name })
    await withTransaction(ctx, (tx) => forgetPersonUpdates(tx, contactId, []))
  }
}

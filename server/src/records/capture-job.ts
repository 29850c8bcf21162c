import { z } from 'zod'
import { createContext, type Runtime, withTransaction } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { captureRecord } from './versions.ts'

/** Every night: what the configuration says differently becomes a new version of the records. */
export const captureRecordsJob: Job<Record<string, never>> = {
  name: 'records.capture',
  schema: z.object({}).strict(),
  cron: '55 2 * * *',
}

/** Safe to run at any time and twice. */
export async function captureRecords(runtime: Runtime): Promise<void> {
  const businesses = await runtime.db.selectFrom('business').select('business_id').execute()
  for (const { business_id: businessId } of businesses) {
    const ctx = createContext(runtime, businessId, { kind: 'system', job: captureRecordsJob.name })
    await withTransaction(ctx, async (tx) => {
      await captureRecord(tx, 'processing')
      await captureRecord(tx, 'processors')
    })
  }
}

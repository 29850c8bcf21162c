import { z } from 'zod'
import { MINUTE, type Runtime } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'

/** Longer than any chunk takes. */
const SILENCE = 15 * MINUTE

export const closeImportsJob: Job<Record<string, never>> = {
  name: 'contacts.close_imports',
  schema: z.object({}).strict(),
  cron: '*/10 * * * *',
}

/** Imports whose process died are marked as failed; what they wrote stays. All businesses at once: only states change. */
export async function closeInterruptedImports(runtime: Runtime): Promise<void> {
  const now = runtime.clock.now()
  await runtime.db
    .updateTable('contact_import')
    .set({ state: 'failed', finished_at: now })
    .where('state', '=', 'running')
    .where('progress_at', '<', new Date(now.getTime() - SILENCE))
    .execute()
}

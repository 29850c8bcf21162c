import { z } from 'zod'
import type { Runtime } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'
import { forgetOld } from './forget.ts'
import { ensureMonths } from './months.ts'

/** Every night: room for the coming months, and an end to what is past its time (C-43). */
export const retentionJob: Job<Record<string, never>> = {
  name: 'retention',
  schema: z.object({}),
  cron: '40 2 * * *',
  retries: 5,
}

/** Says what went in figures only. */
export async function runRetention(runtime: Runtime): Promise<void> {
  const made = await ensureMonths(runtime)
  const forgotten = await forgetOld(runtime)
  runtime.log.info({ made, forgotten }, 'retention')
}

import { z } from 'zod'
import type { Job } from '../platform/jobs/index.ts'

/** Every minute: questions nobody answered in time end (T1). */
export const expireConsents: Job<Record<string, never>> = {
  name: 'consent.expire',
  schema: z.object({}).strict() as z.ZodType<Record<string, never>>,
  cron: '* * * * *',
}

/** Every night: consents of no use for years end (C-45), and what is left of attempts that nobody confirmed goes (C-43). */
export const lapseConsentsJob: Job<Record<string, never>> = {
  name: 'consent.lapse',
  schema: z.object({}).strict() as z.ZodType<Record<string, never>>,
  cron: '40 3 * * *',
}

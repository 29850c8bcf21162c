import { sql } from 'kysely'
import { z } from 'zod'
import type { Runtime } from '../platform/index.ts'
import type { Job } from '../platform/jobs/index.ts'

/** The embedded database has nobody who keeps its statistics up to date; without them it plans badly. */
export const analyzeJob: Job<object> = {
  name: 'database.analyze',
  schema: z.object({}),
  cron: '*/10 * * * *',
  retries: 1,
}

/** Counts anew what is in the tables of the embedded database; PostgreSQL does that by itself. */
export async function analyzeDatabase({ config, db }: Runtime): Promise<void> {
  if (config.databaseUrl === undefined) await sql`analyze`.execute(db)
}

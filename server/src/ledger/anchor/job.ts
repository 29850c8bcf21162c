import { z } from 'zod'
import { createContext, type Runtime, withTransaction } from '../../platform/index.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { noteFailure, readFailure } from './failure.ts'
import { isDue, takeOut, WAYS } from './take-out.ts'
import type { Way } from './way.ts'

/** Takes checkpoints out of this installation when it is time; what failed is tried again later, with growing rests. */
export const anchorLedgersJob: Job<Record<string, never>> = {
  name: 'ledger.anchor',
  schema: z.object({}).strict(),
  cron: '*/10 * * * *',
  retries: 0,
}

/** One business after another, one way after another; none that fails holds up the others. */
export async function anchorLedgers(runtime: Runtime): Promise<void> {
  const { config } = runtime
  if (!config.timestamp && !config.witness && !config.mail) return
  const businesses = await runtime.db
    .selectFrom('business')
    .select('business_id')
    .orderBy('business_id')
    .execute()
  for (const { business_id } of businesses) {
    for (const way of WAYS) await anchorOne(runtime, business_id, way)
  }
}

async function anchorOne(runtime: Runtime, businessId: string, way: Way): Promise<void> {
  const ctx = createContext(runtime, businessId, { kind: 'system', job: anchorLedgersJob.name })
  if ((await way.missing(ctx)) !== null || !(await isDue(ctx, way))) return
  const failure = await readFailure(ctx, way.kind)
  if (failure && failure.nextAt > ctx.clock.now()) return
  try {
    await takeOut(ctx, way)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    ctx.log.warn({ err: error, kind: way.kind, tries: (failure?.tries ?? 0) + 1 }, 'ledger.anchor.failed')
    await withTransaction(ctx, (tx) => noteFailure(tx, way.kind, failure, reason))
  }
}

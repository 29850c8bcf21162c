import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { WAKE } from './hooks.ts'
import { replayParked } from './store.ts'

export const Replayed = z.object({ replayed: z.number().int() })

/** Processes again what was put aside, after the cause was repaired; what fails again is put aside again. @returns how many updates */
export async function replayUpdates(ctx: Context): Promise<z.infer<typeof Replayed>> {
  requireRole(ctx, 'agent')
  return withTransaction(ctx, async (tx) => {
    const replayed = await replayParked(tx)
    await recordAudit(tx, {
      action: 'webhook_update.replay',
      entity: 'standing',
      entityId: tx.businessId,
      after: { replayed },
    })
    tx.afterCommit?.(() => tx.signals.raise(WAKE))
    return { replayed }
  })
}

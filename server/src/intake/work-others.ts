import { type Context, withTransaction } from '../platform/index.ts'
import { attempt, isTransient } from './attempt.ts'
import { processChange, processStatuses } from './process-others.ts'
import { takeUpdate, takeUpdates, type WaitingUpdate } from './store.ts'

/** Statuses go together; when one of a batch is bad, the batch is done one by one. @returns how many were taken */
export async function workBatch(ctx: Context, lane: 'status' | 'change', limit: number): Promise<number> {
  let taken: WaitingUpdate[] = []
  try {
    return await withTransaction(ctx, async (tx) => {
      taken = await takeUpdates(tx, lane, limit)
      await process(tx, lane, taken)
      return taken.length
    })
  } catch (error) {
    if (isTransient(error) || taken.length === 0) throw error
    for (const update of taken) {
      await attempt(
        ctx,
        () => update,
        () =>
          withTransaction(ctx, async (tx) => {
            await process(tx, lane, await takeUpdate(tx, lane, turnOf(update)))
          }),
      )
    }
    return taken.length
  }
}

const turnOf = ({ key, month, receivedAt }: WaitingUpdate) => ({ updateKey: key, month, receivedAt })

async function process(
  tx: Context,
  lane: 'status' | 'change',
  updates: readonly WaitingUpdate[],
): Promise<void> {
  if (updates.length === 0) return
  if (lane === 'status') await processStatuses(tx, updates)
  else for (const update of updates) await processChange(tx, update)
}

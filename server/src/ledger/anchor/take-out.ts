import { type Context, withTransaction } from '../../platform/index.ts'
import { lastCheckpoint } from '../store.ts'
import { clearFailure } from './failure.ts'
import { mailWay } from './mail.ts'
import { type Anchor, newestAnchor, storeAnchor } from './store.ts'
import { timestampWay } from './timestamp.ts'
import type { Way } from './way.ts'
import { witnessWay } from './witness.ts'

/** All ways out, the strongest first. */
export const WAYS: readonly Way[] = [timestampWay, witnessWay, mailWay]

/**
 * Takes the newest checkpoint out one way and stores what came back. The outside is asked before a transaction is open.
 * @returns undefined when there is no checkpoint yet
 * @throws Error of the way, when it did not work
 */
export async function takeOut(ctx: Context, way: Way): Promise<Anchor | undefined> {
  const checkpoint = await lastCheckpoint(ctx)
  if (!checkpoint) return undefined
  const last = await newestAnchor(ctx, way.kind)
  if (way.once && last?.size === checkpoint.size) return last
  const seen = await way.take(ctx, checkpoint)
  return withTransaction(ctx, async (tx) => {
    await clearFailure(tx, way.kind)
    return storeAnchor(tx, { ...seen, kind: way.kind, size: checkpoint.size })
  })
}

/** True when a newer checkpoint waits and it is time. */
export async function isDue(ctx: Context, way: Way): Promise<boolean> {
  const [checkpoint, last] = [await lastCheckpoint(ctx), await newestAnchor(ctx, way.kind)]
  if (!checkpoint) return false
  return !last || (last.size < checkpoint.size && way.due(last, ctx.clock.now()))
}

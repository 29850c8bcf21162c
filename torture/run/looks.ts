import { setTimeout as pause } from 'node:timers/promises'
import { waitForStarts } from '../../server/src/dispatch/startable.ts'
import { type Context, withTransaction } from '../../server/src/platform/index.ts'

/** One look whether any request is just starting: it had none before it ended that knew less than was durable when it began. */
interface Look {
  beganAt: number
  endedAt: number
}

/** Looks again and again, as a withdrawal does. @returns milliseconds since 1970, in their order */
export async function watchStarts(ctx: Context, channelId: string, stop: AbortSignal): Promise<Look[]> {
  const looks: Look[] = []
  while (!stop.aborted) {
    const beganAt = Date.now()
    await withTransaction(ctx, (tx) => waitForStarts(tx, [channelId]))
    // Rounded up: nothing looks safe before it is.
    looks.push({ beganAt, endedAt: Date.now() + 1 })
    await pause(5)
  }
  return looks
}

/** From when on nothing leaves that must not after what was durable at `at`: the end of the first look that began then. */
export function safeAfter(looks: readonly Look[], at: number): number {
  const look = looks.find(({ beganAt }) => beganAt >= at)
  if (!look) throw new Error('Nobody looked after the last STOP.')
  return look.endedAt
}

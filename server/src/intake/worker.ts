import { setTimeout } from 'node:timers/promises'
import { type Runtime, SECOND } from '../platform/index.ts'
import { isAway } from './attempt.ts'
import { WAKE, WAKE_PEOPLE } from './hooks.ts'
import { RecentStatuses } from './recent.ts'
import { contextOf, othersWaiting } from './store.ts'
import { workBatch } from './work-others.ts'
import { type Round, workPeople } from './work-people.ts'

/** A lost signal is a delay of at most this. */
const LOOK_EVERY_MS = 2 * SECOND
/** Another worker has somebody in hand who has written again: look soon whether they are free. */
const BUSY_MS = 20
const CHANGES_PER_BATCH = 50
/** More updates than this without an answer: receiving is at its limit. */
const PRESSURE = 40
const SMALLEST_BATCH = 50
const LARGEST_BATCH = 1_000
/** A batch of statuses should not take longer: on the embedded database everybody else waits for it. */
const BATCH_MS = 100

/**
 * Starts processing, woken by signals: people by themselves, so that a STOP waits for nothing else, and beside them the
 * statuses and the rest. `stop` finishes the transactions at hand; what waits stays stored.
 */
export function startIntake(runtime: Runtime): { stop(): Promise<void> } {
  const abort = new AbortController()
  RecentStatuses.keep(runtime)
  const batches = new BatchSize()
  const running = [
    loop(runtime, WAKE_PEOPLE, abort.signal, () => workPeople(runtime, abort.signal)),
    loop(runtime, WAKE, abort.signal, () => otherRound(runtime, batches, abort.signal)),
  ]
  return {
    async stop() {
      abort.abort()
      await Promise.all(running)
      RecentStatuses.drop(runtime)
    },
  }
}

async function loop(
  runtime: Runtime,
  signal: string,
  stop: AbortSignal,
  round: () => Promise<Round>,
): Promise<void> {
  while (!stop.aborted) {
    const woken = runtime.signals.wait(signal, LOOK_EVERY_MS, stop)
    try {
      for (let again = true; again && !stop.aborted; ) {
        const { processed, more, busy } = await round()
        again = more || busy
        if (processed === 0 && busy) await setTimeout(BUSY_MS)
      }
    } catch (error) {
      runtime.log.error({ err: error }, 'intake could not process; trying again')
    }
    await woken
  }
}

/** Processes everything that waits; for tests. @returns updates processed */
export async function processOnce(runtime: Runtime): Promise<number> {
  const batches = new BatchSize()
  for (let processed = 0; ; ) {
    const people = await workPeople(runtime)
    const others = await otherRound(runtime, batches)
    if (people.processed + others.processed === 0) return processed
    processed += people.processed + others.processed
  }
}

async function otherRound(runtime: Runtime, batches: BatchSize, stop?: AbortSignal): Promise<Round> {
  const round: Round = { processed: 0, more: false, busy: false }
  for (const { businessId, lane } of await othersWaiting(runtime)) {
    if (stop?.aborted) break
    const ctx = contextOf(runtime, businessId)
    const limit = lane === 'status' ? batches.size : CHANGES_PER_BATCH
    const started = performance.now()
    const taken = await workBatch(ctx, lane, limit).catch((error: unknown) => {
      if (isAway(error)) throw error
      runtime.log.error({ err: error, business: businessId }, 'the updates of a business wait on')
      return 0
    })
    round.processed += taken
    round.more ||= taken >= limit
    if (lane === 'change') continue
    const took = performance.now() - started
    batches.learn(taken, took)
    // Under pressure every other moment belongs to those who wait for an answer; the statuses are safe.
    if (taken > 0 && (RecentStatuses.of(runtime)?.unanswered ?? 0) > PRESSURE) await setTimeout(took)
  }
  return round
}

/** How many statuses go into one transaction: as many as fit into its time. */
class BatchSize {
  size = 200

  learn(taken: number, ms: number): void {
    if (taken < SMALLEST_BATCH) return
    const fitting = Math.round((taken * BATCH_MS) / Math.max(ms, 1))
    // Slowly up, at once down.
    const next = fitting > this.size ? Math.min(fitting, this.size * 2) : fitting
    this.size = Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, next))
  }
}

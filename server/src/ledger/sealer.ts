import { setTimeout as pause } from 'node:timers/promises'
import type { Runtime } from '../platform/index.ts'
import { sealPending } from './seal.ts'
import { LEDGER_SIGNAL } from './signal.ts'

/** Finds what other processes have committed; their signals do not reach this one. */
const TIMER_MS = 1_500
/** Lets entries collect, so that a busy hour gives hundreds of leaves per checkpoint and not one each. */
const REST_MS = 200

/** Seals whatever comes in, until stopped. `stop` resolves once the batch at hand is committed. */
export function startSealer(runtime: Runtime): { stop(): Promise<void> } {
  const abort = new AbortController()
  const running = run(runtime, abort.signal)
  return {
    async stop() {
      abort.abort()
      await running
    },
  }
}

async function run(runtime: Runtime, abort: AbortSignal): Promise<void> {
  while (!abort.aborted) {
    // Asked for before the work, so that what is committed meanwhile is not missed.
    const woken = runtime.signals.wait(LEDGER_SIGNAL, TIMER_MS, abort)
    try {
      await sealPending(runtime)
    } catch (error) {
      const causes = error instanceof AggregateError ? error.errors : [error]
      for (const err of causes) runtime.log.error({ err }, 'ledger.seal.failed')
    }
    await woken
    await pause(REST_MS, undefined, { signal: abort }).catch(() => {}) // stopped: the loop's condition sees it
  }
}

import { setTimeout as pause } from 'node:timers/promises'
import { createContext, MINUTE, type Runtime, withTransaction } from '../platform/index.ts'
import { ledgerDamaged } from './hooks.ts'
import { LedgerDamaged, sealPending } from './seal.ts'
import { LEDGER_SIGNAL } from './signal.ts'

/** Finds what other processes have committed; their signals do not reach this one. */
const TIMER_MS = 1_500
/** Lets entries collect, so that a busy hour gives hundreds of leaves per checkpoint and not one each. */
const REST_MS = 200
/** A ledger that cannot be sealed stays so until a person has looked: said every ten minutes, tried all the time. */
const REPEAT_MS = 10 * MINUTE

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
  const tell = createTeller(runtime)
  while (!abort.aborted) {
    // Asked for before the work, so that what is committed meanwhile is not missed.
    const woken = runtime.signals.wait(LEDGER_SIGNAL, TIMER_MS, abort)
    try {
      await sealPending(runtime)
    } catch (error) {
      for (const cause of error instanceof AggregateError ? error.errors : [error]) await tell(cause)
    }
    await woken
    await pause(REST_MS, undefined, { signal: abort }).catch(() => {}) // stopped: the loop's condition sees it
  }
}

/** Logs errors, the same one not again for a while; the business of a damaged log hears of it too. */
function createTeller(runtime: Runtime): (err: unknown) => Promise<void> {
  const { log, clock } = runtime
  const told = new Map<string, number>()
  return async (err) => {
    const now = clock.now().getTime()
    const words = String(err)
    if (now - (told.get(words) ?? Number.NEGATIVE_INFINITY) < REPEAT_MS) return
    told.set(words, now)
    log.error({ err }, 'ledger.seal.failed')
    if (!(err instanceof LedgerDamaged)) return
    const ctx = createContext(runtime, err.businessId, { kind: 'system', job: 'ledger.seal' })
    try {
      await withTransaction(ctx, (tx) => tx.hooks.run(ledgerDamaged, tx, {}))
    } catch (error) {
      told.delete(words)
      log.error({ err: error }, 'ledger.damaged could not be told')
    }
  }
}

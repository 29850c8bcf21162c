import { HOUR, MINUTE, type Runtime, withTransaction } from '../platform/index.ts'
import { installation, stopSending } from './change.ts'
import { rememberedPulse, rememberPulse } from './memory.ts'
import { isRestored, placeOf } from './place.ts'
import { beat, glance, hasOpenWork } from './store.ts'

const BEAT_EVERY_MS = 5 * MINUTE
/** Wakes the watch of every process before its time. */
const LOOK = 'brake.look'
/** As long as a campaign's start may be late: what stood still for longer waits for a person. */
const STOOD_STILL_MS = 2 * HOUR

const stoodStill = (lastAt: Date | null, now: Date) =>
  lastAt !== null && now.getTime() - lastAt.getTime() > STOOD_STILL_MS

/**
 * Looks whether the database is the one that its processes remember, puts the brake on when it was restored (G3), and gives
 * a sign of life. Called before anything is sent, then every few minutes.
 * @param known the pulse this process saw last, when it has been running; undefined at its start
 * @returns the pulse now
 */
export async function checkPlace(runtime: Runtime, known?: number): Promise<number> {
  const { config, log } = runtime
  const { token, pulse } = await withTransaction(installation(runtime), async (tx) => {
    const place = await placeOf(tx)
    const life = await beat(tx, place)
    const remembered = Math.max(known ?? 0, rememberedPulse(config, life.token))
    // With the sign of life in one transaction: it must not be said that all is well before the brake is on.
    if (isRestored(life.before, place, known !== undefined) || life.pulse <= remembered)
      await stopSending(tx, 'restored')
    else if (known === undefined && stoodStill(life.lastAt, tx.clock.now()) && (await hasOpenWork(tx))) {
      log.warn({ since: life.lastAt }, 'nothing ran here since then, and something was to be sent')
      await stopSending(tx, 'stood_still')
    }
    return life
  })
  try {
    rememberPulse(config, token, pulse)
  } catch (error) {
    log.debug(
      { err: error },
      'the data folder cannot be written; only the place of the database is remembered',
    )
  }
  return pulse
}

/**
 * What a sender asks before each round: whether it may send. It remembers the count of signs of life from round to round, so a
 * database that is restored under a running process is noticed at once, as far as its backup is older than the last sign.
 */
export class Lookout {
  readonly #runtime: Runtime
  #pulse = 0

  constructor(runtime: Runtime) {
    this.#runtime = runtime
  }

  async isBraked(): Promise<boolean> {
    const seen = await glance(this.#runtime)
    // Just being restored: not all of it is there.
    if (!seen) return true
    const restored = seen.pulse < this.#pulse
    this.#pulse = seen.pulse
    if (!restored) return seen.braked
    await stopSending(installation(this.#runtime), 'restored')
    // Every process learns to know this database now, so that none brakes again after the go.
    this.#runtime.signals.raise(LOOK)
    return true
  }
}

/** Keeps looking while the process runs. */
export function startWatch(runtime: Runtime, pulse: number): { stop(): Promise<void> } {
  const abort = new AbortController()
  const running = (async () => {
    let known = pulse
    for (;;) {
      await runtime.signals.wait(LOOK, BEAT_EVERY_MS, abort.signal)
      if (abort.signal.aborted) return
      try {
        known = await checkPlace(runtime, known)
      } catch (error) {
        runtime.log.error({ err: error }, 'could not look whether the database was restored; trying again')
      }
    }
  })()
  return {
    async stop() {
      abort.abort()
      await running
    },
  }
}

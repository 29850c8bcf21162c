import { setTimeout } from 'node:timers/promises'
import { MINUTE, type Runtime, withTransaction } from '../platform/index.ts'
import { installation, stopSending } from './change.ts'
import { rememberedPulse, rememberPulse } from './memory.ts'
import { isRestored, placeOf } from './place.ts'
import { beat } from './store.ts'

const BEAT_EVERY_MS = 5 * MINUTE

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

/** Keeps looking while the process runs. */
export function startWatch(runtime: Runtime, pulse: number): { stop(): Promise<void> } {
  const abort = new AbortController()
  const running = (async () => {
    let known = pulse
    for (;;) {
      await setTimeout(BEAT_EVERY_MS, undefined, { signal: abort.signal }).catch(() => {})
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

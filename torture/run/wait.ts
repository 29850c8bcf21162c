import { setTimeout as pause } from 'node:timers/promises'
import { Violation } from '../harness.ts'

export { pause }

/**
 * Waits until `goal` says true. As long as `progress` changes, something moves and it goes on waiting.
 * @throws Violation with `stuck` when nothing has moved for `patienceMs`
 */
export async function waitUntil(
  goal: () => Promise<boolean> | boolean,
  options: {
    stuck: string
    progress?: () => Promise<unknown> | unknown
    patienceMs?: number
    lookMs?: number
  },
): Promise<void> {
  const { stuck, progress = () => 0, patienceMs = 60_000, lookMs = 200 } = options
  let seen = JSON.stringify(await progress())
  let movedAt = performance.now()
  while (!(await goal())) {
    const now = JSON.stringify(await progress())
    if (now !== seen) {
      seen = now
      movedAt = performance.now()
    } else if (performance.now() - movedAt > patienceMs) {
      throw new Violation(`${stuck} Nothing has moved for ${patienceMs / 1000} s; last seen: ${seen}.`)
    }
    await pause(lookMs)
  }
}

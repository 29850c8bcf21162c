import { HOUR } from '../platform/clock.ts'

interface Pause {
  paused_until: Date | null
  pause_step: number | null
}

/** A map, because the title may be any word, and an object knows some by itself. */
const LADDER = new Map<string, { step: 1 | 2; hours: number }>([
  ['FIRST_PAUSE', { step: 1, hours: 3 }],
  ['SECOND_PAUSE', { step: 2, hours: 6 }],
])

/**
 * How long Meta lets a template rest, from the title of its notice: three hours the first time, six the second; the third time
 * it is disabled. Any other pause, as that of pacing, has no end by itself. Source: Meta, template pausing.
 */
export function pauseOf(title: string | null | undefined, now: Date): Pause {
  const rung = LADDER.get(title ?? '')
  if (!rung) return { paused_until: null, pause_step: null }
  return { paused_until: new Date(now.getTime() + rung.hours * HOUR), pause_step: rung.step }
}

/** Titles of notices that say how long, not why. */
export const isPauseTitle = (text: string): boolean =>
  /^(FIRST_PAUSE|SECOND_PAUSE|RATE_LIMITING_PAUSE|UNPAUSE|DISABLED)$/.test(text)

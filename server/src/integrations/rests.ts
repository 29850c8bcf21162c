import { DAY, HOUR, MINUTE, SECOND } from '../platform/index.ts'

/** How long to rest after the first, second … failed attempt (the schedule that the Standard Webhooks specification proposes). */
export const RESTS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const

/** An endpoint that took nothing for so long is switched off. */
export const GIVE_UP_AFTER = 5 * DAY

/** The rest after so many failed attempts, in milliseconds; null: there is no further one. */
export function restAfter(attempts: number): number | null {
  return RESTS[attempts - 1] ?? null
}

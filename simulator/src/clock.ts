/** Milliseconds since the epoch as the simulated WhatsApp sees them; can be moved forward, never back. */
export interface Clock {
  now(): number
  advance(ms: number): void
}

/** A clock that follows `base` (the machine's clock unless a test gives another) plus whatever was advanced. */
export function createClock(base: () => number = Date.now): Clock {
  let ahead = 0
  return {
    now: () => base() + ahead,
    advance: (ms) => {
      ahead += ms
    },
  }
}

/** ISO time in UTC with milliseconds, the form of every time under /sim. */
export const iso = (ms: number): string => new Date(ms).toISOString()

/** Unix seconds as a string, the form of nearly every `timestamp` in Meta's webhooks. */
export const seconds = (ms: number): string => String(Math.floor(ms / 1000))

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

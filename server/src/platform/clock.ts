/** The only source of "now". Tests move it by hand; nothing else in the server reads the wall clock for decisions. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is moved. */
export class ManualClock implements Clock {
  #at: number

  constructor(start: Date | string) {
    this.#at = new Date(start).getTime()
  }

  now(): Date {
    return new Date(this.#at)
  }

  /** Moves forward (or, with a negative number, back) by milliseconds. */
  advance(ms: number): void {
    this.#at += ms
  }

  set(at: Date | string): void {
    this.#at = new Date(at).getTime()
  }
}

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

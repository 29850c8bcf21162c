import { HOUR } from './clock.ts'

/** Counts calls per account and hour of the clock. */
export class HourlyBudget {
  readonly #counts = new Map<string, { hour: number; used: number }>()

  /** Takes one. @returns false when the hour's budget is used up */
  take(key: string, budget: number, now: number): boolean {
    const row = this.#row(key, now)
    if (row.used >= budget) return false
    row.used += 1
    return true
  }

  /** Calls used in this hour. */
  used(key: string, now: number): number {
    return this.#row(key, now).used
  }

  clear(): void {
    this.#counts.clear()
  }

  #row(key: string, now: number): { hour: number; used: number } {
    const hour = Math.floor(now / HOUR)
    const known = this.#counts.get(key)
    if (known?.hour === hour) return known
    const fresh = { hour, used: 0 }
    this.#counts.set(key, fresh)
    return fresh
  }
}

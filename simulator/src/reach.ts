import { DAY } from './clock.ts'
import type { BusinessNumber, Limit } from './numbers.ts'

/** How many people a messaging limit lets an account reach in 24 h. */
export const CEILING: Readonly<Record<Limit, number>> = {
  TIER_250: 250,
  TIER_2K: 2_000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
  TIER_UNLIMITED: Number.POSITIVE_INFINITY,
}

/** People reached in a span of time, each once, in order of the last time. */
class Recent {
  readonly #span: number
  readonly #byWaba = new Map<string, Map<string, number>>()

  constructor(span: number) {
    this.#span = span
  }

  count(wabaId: string, now: number): number {
    const people = this.#byWaba.get(wabaId)
    if (!people) return 0
    for (const [id, at] of people) {
      if (at > now - this.#span) break
      people.delete(id)
    }
    return people.size
  }

  has(wabaId: string, personId: string): boolean {
    return this.#byWaba.get(wabaId)?.has(personId) ?? false
  }

  note(wabaId: string, personId: string, now: number): void {
    const people = this.#byWaba.get(wabaId) ?? new Map<string, number>()
    this.#byWaba.set(wabaId, people)
    people.delete(personId)
    people.set(personId, now)
  }

  clear(): void {
    this.#byWaba.clear()
  }
}

/** Whom an account reached outside an open window: in 24 h for its limit, in 7 days for its growth (platform §6.1). */
export class Reach {
  readonly #day = new Recent(DAY)
  readonly #week = new Recent(7 * DAY)

  count(wabaId: string, now: number): number {
    return this.#day.count(wabaId, now)
  }

  countWeek(wabaId: string, now: number): number {
    return this.#week.count(wabaId, now)
  }

  /** True when the account may reach one more person, or this one again. */
  allows(number: BusinessNumber, personId: string, now: number): boolean {
    return this.count(number.wabaId, now) < CEILING[number.limit] || this.#day.has(number.wabaId, personId)
  }

  note(wabaId: string, personId: string, now: number): void {
    this.#day.note(wabaId, personId, now)
    this.#week.note(wabaId, personId, now)
  }

  clear(): void {
    this.#day.clear()
    this.#week.clear()
  }
}

import { DAY } from './clock.ts'

/** Marketing messages each person got in the last 24 h, from all businesses together (platform §6.5). */
export class MarketingCap {
  readonly #times = new Map<string, number[]>()

  count(personId: string, now: number): number {
    return this.#recent(personId, now).length
  }

  note(personId: string, now: number): void {
    this.#times.set(personId, [...this.#recent(personId, now), now])
  }

  clear(): void {
    this.#times.clear()
  }

  #recent(personId: string, now: number): number[] {
    return (this.#times.get(personId) ?? []).filter((at) => at > now - DAY)
  }
}

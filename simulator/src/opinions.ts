import { HOUR } from './clock.ts'

interface Hour {
  hour: number
  delivered: number
  complaints: number
}

const HOURS = 7 * 24

/** What people thought of something in the last 7 days. */
export interface Opinion {
  delivered: number
  /** Complaints by deliveries, newer ones counting more. */
  share: number
}

/** Deliveries, blocks and reports of numbers and templates, by the hour, for 7 days (platform §6.2). */
export class Opinions {
  readonly #rows = new Map<string, Hour[]>()

  delivered(key: string, now: number): void {
    this.#hour(key, now).delivered += 1
  }

  /** @param weight 1 for a block, 2 for a report */
  complained(key: string, now: number, weight: number): void {
    this.#hour(key, now).complaints += weight
  }

  of(key: string, now: number): Opinion {
    const latest = Math.floor(now / HOUR)
    let delivered = 0
    let weighted = 0
    let complaints = 0
    for (const row of this.#rows.get(key) ?? []) {
      const age = latest - row.hour
      if (age >= HOURS) continue
      const recency = 1 - (age / HOURS) * 0.8
      delivered += row.delivered
      weighted += row.delivered * recency
      complaints += row.complaints * recency
    }
    return { delivered, share: weighted > 0 ? Math.min(1, complaints / weighted) : 0 }
  }

  forget(key: string): void {
    this.#rows.delete(key)
  }

  clear(): void {
    this.#rows.clear()
  }

  #hour(key: string, now: number): Hour {
    const hour = Math.floor(now / HOUR)
    const rows = this.#rows.get(key)
    const last = rows?.at(-1)
    if (last?.hour === hour) return last
    const fresh = { hour, delivered: 0, complaints: 0 }
    this.#rows.set(key, [...(rows ?? []).filter((row) => row.hour > hour - HOURS), fresh])
    return fresh
  }
}

import type { Pricing } from './pricing.ts'

export type Happening = 'sent' | 'delivered' | 'read'

/** What a message is counted under. */
export interface Entry {
  wabaId: string
  /** Digits of the business's number. */
  phone: string
  country: string
  pricing: Pricing
  templateId: string | undefined
}

/** Counts of half an hour, for messages that are alike. */
export interface BookRow extends Entry {
  /** Begin of the half hour (ms). */
  at: number
  sent: number
  delivered: number
  read: number
}

export const HALF_HOUR = 1_800_000

/** What was sent, delivered and read, by the half hour: the source of everything Meta's analytics tell. */
export class Books {
  readonly #rows = new Map<string, BookRow>()

  note(what: Happening, entry: Entry, now: number): void {
    const at = now - (now % HALF_HOUR)
    const { wabaId, phone, country, pricing, templateId } = entry
    const key = `${at} ${wabaId} ${phone} ${country} ${pricing.category} ${pricing.type} ${templateId}`
    let row = this.#rows.get(key)
    if (!row) {
      row = { ...entry, at, sent: 0, delivered: 0, read: 0 }
      this.#rows.set(key, row)
    }
    row[what] += 1
  }

  /** Rows of an account in a span of time (ms). */
  of(wabaId: string, from: number, to: number): BookRow[] {
    return [...this.#rows.values()].filter((row) => row.wabaId === wabaId && row.at >= from && row.at < to)
  }

  clear(): void {
    this.#rows.clear()
  }
}

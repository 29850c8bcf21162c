/** Meta: one message per 6 seconds to the same person, with bursts of 45 that have to be made up for (131056). */
const REFILL_MS = 6_000
const BURST = 45
/** Who may be forgotten is looked for this often: taking the oldest out of a map one by one makes it slow. */
const FORGET_EVERY_MS = 1_000

/** Keeps within the pair limit of one channel, per person. @param now milliseconds of a monotonic clock */
export class PairLimit {
  readonly #now: () => number
  /** When the person's allowance will be full again; whoever was written to last comes last. */
  readonly #fullAt = new Map<string, number>()
  #forgetAt = 0

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** Counts a message to the person. @returns 0 when it may go, else the seconds to wait; then nothing is counted */
  take(contactId: string): number {
    const now = this.#now()
    const fullAt = Math.max(now, this.#fullAt.get(contactId) ?? 0)
    const debt = fullAt + REFILL_MS - now - BURST * REFILL_MS
    if (debt > 0) return Math.ceil(debt / 1_000)
    if (now >= this.#forgetAt) this.#forgetFull(now)
    this.#fullAt.delete(contactId)
    this.#fullAt.set(contactId, fullAt + REFILL_MS)
    return 0
  }

  #forgetFull(now: number): void {
    this.#forgetAt = now + FORGET_EVERY_MS
    for (const [contactId, fullAt] of this.#fullAt) {
      if (fullAt > now) return
      this.#fullAt.delete(contactId)
    }
  }
}

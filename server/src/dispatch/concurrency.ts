/** Meta lets no number send faster; and no process needs more connections than this, whatever the latency. */
const FASTEST = 1_000
const MOST = 1_024
/** Requests that may always be under way, however slow the channel. */
const LEAST = 8
/** Requests that may be under way before the first answer came. */
const FIRST = 16
/** Weight of a new answer in the running average. */
const WEIGHT = 0.02
/** Room for the spread of latencies around their average. */
const SPREAD = 1.5

/**
 * How many requests have to be under way at once to hold a rate: rate × latency (Little's law), measured as we go. It begins
 * small and grows by one with each answer, doubling once per latency (as TCP's slow start does, RFC 5681): every further request
 * opens a connection, and a request must not wait for one.
 */
export class Concurrency {
  #latencyMs = 100
  #open = FIRST

  noteAnswer(ms: number): void {
    this.#latencyMs += (ms - this.#latencyMs) * WEIGHT
    this.#open = Math.min(MOST, this.#open + 1)
  }

  /** After a pause there are no connections left; what an answer takes stays known (RFC 5681, 4.1). */
  beginAgain(): void {
    this.#open = FIRST
  }

  /** @param batch messages that start together: while some come back, the next are composed and others claimed */
  limit(perSecond: number, batch: number): number {
    const rate = Math.min(perSecond, FASTEST)
    const wanted = Math.ceil((rate * this.#latencyMs * SPREAD) / 1_000) + 3 * batch
    return Math.min(this.#open, Math.max(LEAST, wanted))
  }
}

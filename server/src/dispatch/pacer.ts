/** How much work may be claimed ahead of its requests. */
const AHEAD_SECONDS = 0.2
const SLOWEST = 0.05
/** Share of the full rate that comes back per second after a slow-down. */
const RECOVERY_PER_SECOND = 0.05

/**
 * A channel's local token bucket, which halves its rate when Meta says "too fast" (130429) and recovers slowly.
 * @param now milliseconds of a monotonic clock
 */
export class Pacer {
  readonly #now: () => number
  #perSecond: number
  #share = 1
  #tokens: number
  #at: number
  #blockedUntil = 0
  #slowedAt = Number.NEGATIVE_INFINITY

  constructor(perSecond: number, now: () => number = () => performance.now()) {
    this.#now = now
    this.#perSecond = perSecond
    this.#at = now()
    this.#tokens = this.#capacity
  }

  get #rate(): number {
    return this.#perSecond * this.#share
  }

  get #capacity(): number {
    return Math.max(1, this.#rate * AHEAD_SECONDS)
  }

  /** Meta raised or lowered the number's throughput. */
  set perSecond(value: number) {
    this.#perSecond = value
  }

  /** Whole messages that may start now; none until half a micro-batch is together, because every claim costs a statement. */
  get available(): number {
    this.#refill()
    return this.#now() < this.#blockedUntil || this.#tokens < this.#worthwhile ? 0 : Math.floor(this.#tokens)
  }

  /** Milliseconds until messages may start; 0 when they may now. */
  get waitMs(): number {
    if (this.available > 0) return 0
    const forTokens = ((this.#worthwhile - this.#tokens) / this.#rate) * 1000
    return Math.max(1, Math.ceil(Math.max(forTokens, this.#blockedUntil - this.#now())))
  }

  get #worthwhile(): number {
    return Math.max(1, this.#capacity / 2)
  }

  take(count: number): void {
    this.#refill()
    this.#tokens -= count
  }

  /**
   * "Too many messages per second": half the rate. What was let through before the last slow-down says nothing about the pace since:
   * a burst that is refused halves it once.
   * @param pacedAt when the message was let through, on the same clock
   * @param seconds to rest, when Meta says so
   */
  slowDown(pacedAt: number, seconds = 0): void {
    this.rest(seconds)
    if (pacedAt < this.#slowedAt) return
    this.#refill()
    this.#slowedAt = this.#at
    this.#share = Math.max(SLOWEST, this.#share / 2)
    this.#tokens = Math.min(this.#tokens, 0)
  }

  /** Nothing at all for a while. */
  rest(seconds: number): void {
    this.#blockedUntil = Math.max(this.#blockedUntil, this.#now() + seconds * 1000)
  }

  #refill(): void {
    const now = this.#now()
    const seconds = (now - this.#at) / 1000
    this.#at = now
    this.#share = Math.min(1, this.#share + seconds * RECOVERY_PER_SECOND)
    this.#tokens = Math.min(this.#capacity, this.#tokens + seconds * this.#rate)
  }
}

/** So many lost answers in a row are not chance any more. */
const MANY = 5
const LONGEST_SECONDS = 300

/**
 * An edge that answers nothing we can read would turn a whole campaign into messages in doubt, which are never sent again.
 * After a few lost answers in a row the channel rests, longer each time, and goes on with single messages until one is answered.
 * @param now milliseconds of a monotonic clock
 */
export class DoubtBrake {
  readonly #now: () => number
  #inARow = 0
  #rests = 0
  #restSince = Number.NEGATIVE_INFINITY

  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /**
   * @param startedAt when the request began, on the same clock
   * @returns seconds to rest now; 0 while nothing is wrong
   */
  note(result: string, startedAt: number): number {
    if (result === 'released') return 0
    if (result !== 'unknown') {
      this.#inARow = 0
      this.#rests = 0
      return 0
    }
    this.#inARow++
    // What was under way together is lost together: one outage, and one rest for it.
    if (!this.probing || startedAt < this.#restSince) return 0
    this.#rests++
    this.#restSince = this.#now()
    return Math.min(LONGEST_SECONDS, 2 ** this.#rests)
  }

  /** Only one request at a time may be under way. */
  get probing(): boolean {
    return this.#inARow >= MANY
  }
}

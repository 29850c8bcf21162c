/** So many lost answers in a row are not chance any more. */
const MANY = 5
const LONGEST_SECONDS = 300

/**
 * An edge that answers nothing we can read would turn a whole campaign into messages in doubt, which are never sent again.
 * After a few lost answers in a row the channel rests, longer each time, and goes on with single messages until one is accepted.
 */
export class DoubtBrake {
  #inARow = 0

  /** @returns seconds to rest now; 0 while nothing is wrong */
  note(result: string): number {
    if (result !== 'unknown') {
      this.#inARow = 0
      return 0
    }
    this.#inARow++
    return this.probing ? Math.min(LONGEST_SECONDS, 2 ** Math.min(this.#inARow - MANY + 1, 9)) : 0
  }

  /** Only one request at a time may be under way. */
  get probing(): boolean {
    return this.#inARow >= MANY
  }
}

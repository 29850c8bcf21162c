import { Concurrency } from './concurrency.ts'

/** The requests of a channel that are under way: how many may be, and the batch that waits until there is room for it. */
export class Flight {
  readonly #concurrency = new Concurrency()
  readonly #batch: number
  #underWay = 0
  #waiting: { messages: number; go: () => void } | undefined
  #closed = false
  /** The rate that is to be held. */
  perSecond = 1

  /** @param batch messages that start together at most */
  constructor(batch: number) {
    this.#batch = batch
  }

  get underWay(): number {
    return this.#underWay
  }

  /** Requests that may be under way. */
  get limit(): number {
    return this.#concurrency.limit(this.perSecond, this.#batch)
  }

  begin(): void {
    this.#underWay++
  }

  /** @param ms how long the answer took */
  end(ms: number): void {
    this.#underWay--
    this.#concurrency.noteAnswer(ms)
    if (this.#waiting && this.#hasRoomFor(this.#waiting.messages)) this.#waiting.go()
  }

  /** Resolves once so many more may begin, or at once when nothing begins any more; for one batch at a time. */
  async room(messages: number): Promise<void> {
    if (this.#closed || this.#hasRoomFor(messages)) return
    await new Promise<void>((resolve) => {
      this.#waiting = { messages, go: resolve }
    })
    this.#waiting = undefined
  }

  /** Nobody waits any longer. */
  close(): void {
    this.#closed = true
    this.#waiting?.go()
  }

  /** A batch that is larger than the limit goes alone. */
  #hasRoomFor(messages: number): boolean {
    return this.#underWay === 0 || this.#underWay + messages <= this.limit
  }
}

import { Overloaded } from './group-commit.ts'

/** What a receipt takes in memory beside its body while it waits. */
const EACH_BYTES = 2_000

/**
 * What the database is asked while a sender waits: given up in time, and never more of it at once than memory is given. What
 * was given up counts until the database has answered, for until then it is in memory.
 */
export class Patience {
  readonly #bytes: number
  #held = 0

  /** @param bytes of bodies that may wait at once */
  constructor(bytes: number) {
    this.#bytes = bytes
  }

  /** Whether a body of this size would be refused. */
  isFull(bytes: number): boolean {
    return this.#held > 0 && this.#held + bytes + EACH_BYTES > this.#bytes
  }

  /**
   * What `work` gives, if it does so in time.
   * @param deadline by `performance.now()`
   * @throws Overloaded, or whatever `work` throws
   */
  async within<Result>(bytes: number, deadline: number, work: () => Promise<Result>): Promise<Result> {
    if (this.isFull(bytes)) throw new Overloaded('memory')
    const size = bytes + EACH_BYTES
    this.#held += size
    const working = work().finally(() => {
      this.#held -= size
    })
    const { promise: late, reject } = Promise.withResolvers<never>()
    const timer = setTimeout(() => reject(new Overloaded('slow')), Math.max(0, deadline - performance.now()))
    try {
      return await Promise.race([working, late])
    } finally {
      clearTimeout(timer)
    }
  }
}

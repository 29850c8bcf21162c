interface Waiting<Row> {
  rows: Row[]
  resolve: () => void
  reject: (error: unknown) => void
}

/**
 * Concurrent requests share one statement: while one batch is being written, the next one gathers. Under load the cost of a
 * commit is spread over many requests; an idle system waits for nobody.
 */
export class GroupCommit<Row> {
  readonly #write: (rows: Row[]) => Promise<void>
  readonly #largest: number
  #waiting: Waiting<Row>[] = []
  #running = false

  /** @param write makes the rows durable; all of a batch or none */
  constructor(write: (rows: Row[]) => Promise<void>, largest: number) {
    this.#write = write
    this.#largest = largest
  }

  /** Resolves once the rows are durable. @throws whatever `write` throws */
  add(rows: Row[]): Promise<void> {
    if (rows.length === 0) return Promise.resolve()
    return new Promise((resolve, reject) => {
      this.#waiting.push({ rows, resolve, reject })
      if (!this.#running) void this.#run()
    })
  }

  async #run(): Promise<void> {
    this.#running = true
    while (this.#waiting.length > 0) {
      const group = this.#take()
      try {
        await this.#write(group.flatMap((each) => each.rows))
        for (const { resolve } of group) resolve()
      } catch (error) {
        for (const { reject } of group) reject(error)
      }
    }
    this.#running = false
  }

  /** Whole requests only, so that none is half durable; at least one, however large. */
  #take(): Waiting<Row>[] {
    let count = 0
    let end = 0
    for (const each of this.#waiting) {
      if (end > 0 && count + each.rows.length > this.#largest) break
      count += each.rows.length
      end++
    }
    return this.#waiting.splice(0, end)
  }
}

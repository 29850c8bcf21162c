/** How exactly the patience is kept. */
const LOOK_MS = 250

interface Limits {
  /** Rows of one write; a larger request is still written whole. */
  rowsPerWrite: number
  /** Writes under way at the same time. */
  writers: number
  /** A further write starts beside others only for at least this many rows. */
  worthAWriter: number
  /** What may be in memory at once, waiting or being written. */
  rows: number
  bytes: number
  /** How long a request waits for its rows to be durable. */
  patienceMs: number
}

interface Waiting<Row> {
  rows: Row[]
  bytes: number
  group: string
  deadline: number
  settle: (error?: unknown) => void
}

/** More waits than memory is given, or the database takes too long: whoever sent it should send it again later. */
export class Overloaded extends Error {
  readonly reason: 'memory' | 'slow'

  constructor(reason: 'memory' | 'slow') {
    super(reason === 'memory' ? 'Too much waits to be written.' : 'The database takes too long.')
    this.reason = reason
  }
}

/**
 * Concurrent requests share statements: while some are being written, the next ones gather. Under load the cost of a
 * commit is spread over many requests; an idle system waits for nobody. What belongs together (a business) is written
 * together, and the groups take turns. Memory is bounded, and so is the time that a request waits.
 */
export class GroupCommit<Row> {
  readonly #write: (group: string, rows: Row[]) => Promise<void>
  readonly #limits: Limits
  readonly #groups = new Map<string, Waiting<Row>[]>()
  readonly #unanswered = new Set<Waiting<Row>>()
  #timer: NodeJS.Timeout | undefined
  #writing = 0
  #rows = 0
  #unwritten = 0
  #bytes = 0

  /** @param write makes the rows of one group durable; all of them or none */
  constructor(write: (group: string, rows: Row[]) => Promise<void>, limits: Limits) {
    this.#write = write
    this.#limits = limits
  }

  /** Whether another request of this size would be refused. */
  isFull(bytes = 0): boolean {
    return this.#rows >= this.#limits.rows || (this.#rows > 0 && this.#bytes + bytes > this.#limits.bytes)
  }

  /** Rows in memory that are not known to be durable. */
  get rows(): number {
    return this.#rows
  }

  /**
   * Resolves once the rows are durable.
   * @param deadline by `performance.now()`, of a request that has waited for something else before
   * @throws Overloaded when memory is full, or when it took too long: the rows may still become durable then
   * @throws whatever `write` throws
   */
  add(
    group: string,
    rows: Row[],
    bytes: number,
    deadline = performance.now() + this.#limits.patienceMs,
  ): Promise<void> {
    if (rows.length === 0) return Promise.resolve()
    if (this.isFull(bytes)) return Promise.reject(new Overloaded('memory'))
    this.#rows += rows.length
    this.#unwritten += rows.length
    this.#bytes += bytes
    return new Promise((resolve, reject) => {
      const settle = (error?: unknown) => {
        this.#unanswered.delete(waiting)
        if (error === undefined) resolve()
        else reject(error)
      }
      const waiting: Waiting<Row> = { rows, bytes, group, deadline, settle }
      this.#unanswered.add(waiting)
      this.#watch()
      const queue = this.#groups.get(group)
      if (queue) queue.push(waiting)
      else this.#groups.set(group, [waiting])
      this.#start()
    })
  }

  #start(): void {
    while (this.#writing < this.#limits.writers && this.#unwritten > 0) {
      if (this.#writing > 0 && this.#unwritten < this.#limits.worthAWriter) return
      void this.#run(...this.#take())
    }
  }

  async #run(group: string, requests: Waiting<Row>[]): Promise<void> {
    this.#writing++
    let failure: unknown
    try {
      await this.#write(
        group,
        requests.flatMap((each) => each.rows),
      )
    } catch (error) {
      failure = error ?? new Error('The write failed.')
    }
    this.#writing--
    for (const request of requests) this.#release(request)
    for (const request of requests) request.settle(failure)
    this.#start()
  }

  /** The group that waits longest, and whole requests only, so that none is half durable; at least one, however large. */
  #take(): [string, Waiting<Row>[]] {
    const [group, queue] = this.#groups.entries().next().value as [string, Waiting<Row>[]]
    let count = 0
    let end = 0
    for (const { rows } of queue) {
      if (end > 0 && count + rows.length > this.#limits.rowsPerWrite) break
      count += rows.length
      end++
    }
    const taken = queue.splice(0, end)
    this.#groups.delete(group)
    if (queue.length > 0) this.#groups.set(group, queue)
    this.#unwritten -= count
    return [group, taken]
  }

  /** One timer for all. */
  #watch(): void {
    if (this.#timer || this.#unanswered.size === 0) return
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined
        const now = performance.now()
        for (const request of this.#unanswered) if (request.deadline <= now) this.#abandon(request)
        this.#watch()
      },
      Math.min(this.#limits.patienceMs, LOOK_MS),
    )
    this.#timer.unref()
  }

  #abandon(request: Waiting<Row>): void {
    const { group } = request
    const queue = this.#groups.get(group) ?? []
    const index = queue.indexOf(request)
    if (index >= 0) {
      queue.splice(index, 1)
      if (queue.length === 0) this.#groups.delete(group)
      this.#unwritten -= request.rows.length
      this.#release(request)
    }
    request.settle(new Overloaded('slow'))
  }

  #release({ rows, bytes }: Waiting<Row>): void {
    this.#rows -= rows.length
    this.#bytes -= bytes
  }
}

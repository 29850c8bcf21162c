import type { Clock } from './clock.ts'

interface Due {
  at: number
  order: number
  run: () => void
}

const MAX_TIMER = 2_000_000_000
const MAX_PER_TURN = 2_000

/**
 * One heap and one timer for everything that happens later: statuses, reviews, retries, the crowd's reactions.
 * Thousands of pending events cost a heap entry each, not a timer each. Equal times run in the order they were asked for.
 */
export class Scheduler {
  readonly #clock: Clock
  readonly #onError: (error: unknown) => void
  readonly #heap: Due[] = []
  #order = 0
  #timer: NodeJS.Timeout | undefined
  #armedFor = Number.POSITIVE_INFINITY
  #stopped = false

  constructor(clock: Clock, onError: (error: unknown) => void) {
    this.#clock = clock
    this.#onError = onError
  }

  /** Number of events that wait. */
  get size(): number {
    return this.#heap.length
  }

  /** Runs `run` after `ms` milliseconds of simulated time. */
  after(ms: number, run: () => void): void {
    if (this.#stopped) return
    push(this.#heap, { at: this.#clock.now() + ms, order: this.#order++, run })
    this.#arm()
  }

  /** Looks at the clock again; call it after the clock was advanced. */
  wake(): void {
    this.#armedFor = Number.POSITIVE_INFINITY
    this.#arm()
  }

  /** Forgets every event. */
  clear(): void {
    this.#heap.length = 0
  }

  /** Forgets every event and takes no more. */
  stop(): void {
    this.#stopped = true
    this.clear()
    clearTimeout(this.#timer)
  }

  #arm(): void {
    const next = this.#heap[0]
    if (!next || this.#stopped || next.at >= this.#armedFor) return
    clearTimeout(this.#timer)
    this.#armedFor = next.at
    const wait = Math.min(MAX_TIMER, Math.max(1, next.at - this.#clock.now()))
    this.#timer = setTimeout(() => this.#turn(), wait)
  }

  #turn(): void {
    this.#armedFor = Number.POSITIVE_INFINITY
    const now = this.#clock.now()
    for (let ran = 0; ran < MAX_PER_TURN; ran++) {
      const next = this.#heap[0]
      if (!next || next.at > now) break
      pop(this.#heap)
      try {
        next.run()
      } catch (error) {
        this.#onError(error)
      }
    }
    this.#arm()
  }
}

const before = (a: Due, b: Due): boolean => a.at < b.at || (a.at === b.at && a.order < b.order)

function push(heap: Due[], due: Due): void {
  let at = heap.length
  heap.push(due)
  while (at > 0) {
    const parent = (at - 1) >> 1
    const above = heap[parent]
    if (!above || before(above, due)) break
    heap[at] = above
    at = parent
  }
  heap[at] = due
}

function pop(heap: Due[]): void {
  const last = heap.pop()
  if (!last || heap.length === 0) return
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    const left = heap[child]
    if (!left) break
    const right = heap[child + 1]
    let least = left
    if (right && before(right, left)) {
      child += 1
      least = right
    }
    if (before(last, least)) break
    heap[at] = least
    at = child
  }
  heap[at] = last
}

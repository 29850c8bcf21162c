/** Bytes of one NOTIFY; PostgreSQL takes at most 7,999, and the envelope needs some. */
const LARGEST = 7_000

/**
 * Collects short texts and sends them together: the first one leaves at once, what follows within `intervalMs` goes in the
 * next lot, each text once. Never more than one lot is under way, so a slow receiver makes the lots larger, not more.
 */
export class Outbox {
  readonly #send: (texts: string[]) => Promise<void>
  readonly #intervalMs: number
  readonly #waiting = new Set<string>()
  #timer: NodeJS.Timeout | undefined
  #sending: Promise<void> | undefined
  #sentAt = Number.NEGATIVE_INFINITY

  /** @param send takes at most about 7 kB of texts at a time; what it cannot deliver is lost */
  constructor(send: (texts: string[]) => Promise<void>, intervalMs: number) {
    this.#send = send
    this.#intervalMs = intervalMs
  }

  add(text: string): void {
    this.#waiting.add(text)
    this.#schedule()
  }

  /** Sends what waits, without waiting for its turn. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    await this.#sending
    await this.#sendAll()
  }

  #schedule(): void {
    if (this.#timer || this.#sending || this.#waiting.size === 0) return
    const rest = Math.max(0, this.#sentAt + this.#intervalMs - performance.now())
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#sending = this.#sendAll().finally(() => {
        this.#sending = undefined
        this.#schedule()
      })
    }, rest)
    this.#timer.unref()
  }

  async #sendAll(): Promise<void> {
    this.#sentAt = performance.now()
    const texts = [...this.#waiting]
    this.#waiting.clear()
    for (const lot of lots(texts)) await this.#send(lot)
  }
}

/** Cuts into lots that fit into one NOTIFY each. */
export function lots(texts: readonly string[]): string[][] {
  const all: string[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const text of texts) {
    const bytes = Buffer.byteLength(JSON.stringify(text)) + 1
    if (size + bytes > LARGEST) {
      all.push([])
      size = 0
    }
    all.at(-1)?.push(text)
    size += bytes
  }
  return all
}

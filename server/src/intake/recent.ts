import type { Runtime } from '../platform/index.ts'
import type { Slice } from '../whatsapp/index.ts'

interface Received {
  channelId: string
  slice: Slice
}

/** About 2 kB each. */
const MOST = 8_000

const kept = new WeakMap<Runtime, RecentStatuses>()

/**
 * Statuses that this process has just received, so that its worker need not open again what was sealed a moment ago. Only
 * a short cut: what is to be done stands in the database, and whoever does not find an update here reads it there.
 */
export class RecentStatuses {
  readonly #received = new Map<string, Received>()
  /** Updates of which the senders have no answer yet; receiving goes before processing statuses. */
  unanswered = 0

  /** Of a running application, once it has a worker. */
  static of(runtime: Runtime): RecentStatuses | undefined {
    return kept.get(runtime)
  }

  /** Starts keeping, for a process that processes. */
  static keep(runtime: Runtime): void {
    if (!kept.has(runtime)) kept.set(runtime, new RecentStatuses())
  }

  static drop(runtime: Runtime): void {
    kept.delete(runtime)
  }

  /** Before the update is durable: a worker may see it the moment it is. */
  add(key: string, received: Received): void {
    if (this.#received.size >= MOST) {
      const oldest = this.#received.keys().next()
      if (!oldest.done) this.#received.delete(oldest.value)
    }
    // The first one with a key is the one that is stored.
    if (!this.#received.has(key)) this.#received.set(key, received)
  }

  /** Gives it away for good. */
  take(key: string): Received | undefined {
    const received = this.#received.get(key)
    if (received) this.#received.delete(key)
    return received
  }
}

import type { Runtime } from '../platform/index.ts'
import type { Slice } from '../whatsapp/index.ts'

interface Received {
  channelId: string
  slice: Slice
}

const MOST = 8_000
/** Of their texts; what is read of them takes about three times as much. */
const MOST_BYTES = 16 * 1024 * 1024
/** A status has less than 1 kB. What is larger is not one of Meta's, and opening it again costs nobody else anything. */
const LARGEST = 4_096

const kept = new WeakMap<Runtime, RecentStatuses>()

/**
 * Statuses that this process has just received, so that its worker need not open again what was sealed a moment ago. Only
 * a short cut: what is to be done stands in the database, and whoever does not find an update here reads it there.
 */
export class RecentStatuses {
  readonly #received = new Map<string, Received & { bytes: number }>()
  #bytes = 0
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
  add(key: string, { channelId, slice }: Received, bytes: number): void {
    // The first one with a key is the one that is stored.
    if (bytes > LARGEST || this.#received.has(key)) return
    while (this.#received.size >= MOST || this.#bytes + bytes > MOST_BYTES) {
      // Not asked for without need: V8 walks over all that has been taken before.
      const oldest = this.#received.keys().next()
      if (oldest.done) break
      this.take(oldest.value)
    }
    this.#received.set(key, { channelId, slice, bytes })
    this.#bytes += bytes
  }

  /** What was not new when it was written waits no longer, or is read where it is stored. */
  forget(keys: Iterable<string>): void {
    for (const key of keys) this.take(key)
  }

  /** Gives it away for good. */
  take(key: string): Received | undefined {
    const received = this.#received.get(key)
    if (!received) return undefined
    this.#received.delete(key)
    this.#bytes -= received.bytes
    return received
  }
}

import { type Context, SECOND } from '../platform/index.ts'
import type { Sent } from './send.ts'

/** Largest number of results in one statement. */
const BATCH = 500
/** How long finished requests wait for company before they are written down. */
const GATHER_MS = 50

/**
 * Writes results of requests in batches, one batch at a time. A database that cannot take them is tried again until it can:
 * what it does not learn from us it learns from the statuses.
 */
export class ResultWriter {
  readonly #ctx: Context
  readonly #write: (batch: Sent[]) => Promise<void>
  readonly #finished: Sent[] = []
  readonly #abort: AbortSignal
  #writing: Promise<void> | undefined

  constructor(ctx: Context, abort: AbortSignal, write: (batch: Sent[]) => Promise<void>) {
    this.#ctx = ctx
    this.#abort = abort
    this.#write = write
  }

  add(sent: Sent): void {
    this.#finished.push(sent)
    this.#writing ??= this.#run()
  }

  get idle(): boolean {
    return this.#writing === undefined
  }

  /** Resolves once everything added so far is written. */
  async written(): Promise<void> {
    await this.#writing
  }

  async #run(): Promise<void> {
    while (this.#finished.length > 0) {
      if (this.#finished.length < BATCH) await pause(GATHER_MS)
      const batch = this.#finished.splice(0, BATCH)
      try {
        await this.#write(batch)
      } catch (error) {
        this.#ctx.log.error({ err: error, results: batch.length }, 'results of sending could not be written')
        // Stopping: the next holder finds these in flight and puts them in doubt.
        if (this.#abort.aborted) break
        this.#finished.unshift(...batch)
        await pause(SECOND)
      }
    }
    this.#writing = undefined
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

import { type Context, SECOND } from '../platform/index.ts'
import type { Sent } from './send.ts'

/** Largest number of results in one statement. */
const BATCH = 500
/** How long finished requests wait for company before they are written down. */
const GATHER_MS = 50
/** A stop waits for a database that is away as long as the process waits for its jobs; whoever restarts it is back by then. */
const PATIENCE_MS = 10 * SECOND

/**
 * Writes results of requests in batches, one batch at a time. A database that cannot take them is tried again until it can, or,
 * when we are stopping, until it was away for a while: what it does not learn from us it learns from the statuses, if there are any.
 */
export class ResultWriter {
  readonly #ctx: Context
  readonly #write: (batch: Sent[]) => Promise<void>
  readonly #finished: Sent[] = []
  readonly #abort: AbortSignal
  #writing: Promise<void> | undefined
  /** Since when nothing could be written. */
  #awaySince: number | undefined

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
        this.#awaySince = undefined
      } catch (error) {
        this.#ctx.log.error({ err: error, results: batch.length }, 'results of sending could not be written')
        // Behind the others: whatever is wrong with this batch does not hold up theirs.
        this.#finished.push(...batch)
        this.#awaySince ??= performance.now()
        if (this.#abort.aborted && performance.now() - this.#awaySince >= PATIENCE_MS) this.#giveUp()
        else await pause(SECOND)
      }
    }
    this.#writing = undefined
  }

  /** The next holder finds these in flight and puts them in doubt. */
  #giveUp(): void {
    const lost = this.#finished.splice(0)
    this.#ctx.log.error({ results: lost.length }, 'results of sending are given up')
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

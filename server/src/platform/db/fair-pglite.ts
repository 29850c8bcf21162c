import { setImmediate } from 'node:timers/promises'
import type { PGlite } from '@electric-sql/pglite'
import { type DatabaseConnection, type Driver, PGliteDialect, PGliteDriver } from 'kysely'

/** Longest time that queries may follow each other before requests and timers get their turn. */
const TURN_MS = 10

/**
 * The embedded engine answers without ever waiting, so a worker that goes from query to query would keep the event loop
 * to itself: no request would be read and no timer fire until it is done. This driver lets them in between.
 */
class FairPGliteDriver extends PGliteDriver {
  #turnEnds = 0

  override async acquireConnection(): Promise<DatabaseConnection> {
    if (performance.now() >= this.#turnEnds) {
      await setImmediate()
      this.#turnEnds = performance.now() + TURN_MS
    }
    return super.acquireConnection()
  }
}

export class FairPGliteDialect extends PGliteDialect {
  readonly #pglite: PGlite

  constructor(pglite: PGlite) {
    super({ pglite })
    this.#pglite = pglite
  }

  override createDriver(): Driver {
    return new FairPGliteDriver({ pglite: this.#pglite })
  }
}

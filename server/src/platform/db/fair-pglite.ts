import { setImmediate } from 'node:timers/promises'
import type { PGlite } from '@electric-sql/pglite'
import { type DatabaseConnection, type Driver, PGliteDialect, PGliteDriver } from 'kysely'
import { EmbeddedPlans } from './pglite-plans.ts'

/** Kysely does not name it; there is one, since the engine has one session. */
type Connection = Parameters<PGliteDriver['beginTransaction']>[0]

/** Longest time that queries may follow each other before requests and timers get their turn. */
const TURN_MS = 10

/**
 * The embedded engine answers without ever waiting, so a worker that goes from query to query would keep the event loop
 * to itself: no request would be read and no timer fire until it is done. This driver lets them in between. It also lets the
 * engine keep plans.
 */
class FairPGliteDriver extends PGliteDriver {
  readonly #plans: EmbeddedPlans
  #turnEnds = 0

  constructor(pglite: PGlite, plans: EmbeddedPlans) {
    super({ pglite })
    this.#plans = plans
  }

  override async init(): Promise<void> {
    await super.init()
    this.#plans.keepFor(await super.acquireConnection())
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    if (performance.now() >= this.#turnEnds) {
      await setImmediate()
      this.#turnEnds = performance.now() + TURN_MS
    }
    return super.acquireConnection()
  }

  override async beginTransaction(connection: Connection): Promise<void> {
    await super.beginTransaction(connection)
    this.#plans.inTransaction = true
  }

  override async commitTransaction(connection: Connection): Promise<void> {
    this.#plans.inTransaction = false
    await super.commitTransaction(connection)
  }

  override async rollbackTransaction(connection: Connection): Promise<void> {
    this.#plans.inTransaction = false
    await super.rollbackTransaction(connection)
  }
}

export class FairPGliteDialect extends PGliteDialect {
  readonly #pglite: PGlite
  readonly #now: (() => number) | undefined

  /** @param now milliseconds from any beginning */
  constructor(pglite: PGlite, now?: () => number) {
    super({ pglite })
    this.#pglite = pglite
    this.#now = now
  }

  override createDriver(): Driver {
    return new FairPGliteDriver(this.#pglite, new EmbeddedPlans(this.#pglite, this.#now))
  }
}

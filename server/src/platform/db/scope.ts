import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresDialect,
  PostgresDriver,
  sql,
} from 'kysely'
import type pg from 'pg'
import type { Db } from './open.ts'
import type { DB } from './types.gen.ts'

/** What a connection is set to see: one business by its id, or the whole installation. */
const INSTALLATION = 'installation'
/** Set only in part, for example because the connection broke: has to be set before anything is asked. */
const UNSURE = 'unsure'

/** No work of an installation has so many businesses at once; what is dropped is made again when it is needed. */
const KEPT = 5_000

const separators = new WeakMap<Db, Separator>()

/**
 * The same database, for the work of one business: every statement runs as a role to which the database shows rows of this
 * business only (C-49), whatever the statement says. The database itself where it cannot do that: the embedded one, a cluster, or
 * a server where the role is missing.
 */
export function dbOfBusiness(db: Db, businessId: string): Db {
  return separators.get(db)?.of(businessId) ?? db
}

/** Whether the work of businesses is separated by the database, and if not, why. */
export type Separation = 'on' | 'embedded' | 'cluster' | 'no_role'

/** One pool of connections, for the installation and for each of its businesses. */
export class Separator {
  readonly installation: Db
  readonly #base: Driver
  readonly #seen = new WeakMap<DatabaseConnection, string>()
  readonly #businesses = new Map<string, Db>()
  #opened: Promise<void> | undefined
  #role: string | undefined

  constructor(pool: pg.Pool) {
    this.#base = new PostgresDriver({ pool })
    this.installation = new Kysely<DB>({ dialect: this.#dialect(INSTALLATION) })
    separators.set(this.installation, this)
  }

  /**
   * Makes what is missing for it and tries it out; to be called after the schema was changed. Once it is on, it stays on.
   * @throws Error when this login neither owns the tables nor is exempt from their policies: it would see nothing
   */
  async separate(): Promise<Separation> {
    return this.installation.transaction().execute(async (trx) => {
      const { rows: ready } = await sql`select 1 from pg_proc where proname = 'separate_businesses'`.execute(
        trx,
      )
      if (ready.length === 0) return 'no_role'
      // Two processes that start together must not make the same role.
      await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx)
      const { rows } = await sql<{ how: Separation; blind: boolean; role: string }>`
        select separate_businesses() as how, row_security_active('business') as blind,
          (select left(pg_get_userbyid(relowner), 54) || '_business' from pg_class where oid = 'business'::regclass) as role`.execute(
        trx,
      )
      const [found] = rows
      if (!found || found.blind) {
        throw new Error(
          'The login of DATABASE_URL may not see the rows of the tables: let it own them, or be a member of the role that does.',
        )
      }
      if (found.how === 'on') this.#role = found.role
      return found.how
    })
  }

  of(businessId: string): Db | undefined {
    if (this.#role === undefined) return undefined
    const known = this.#businesses.get(businessId)
    if (known) return known
    if (this.#businesses.size >= KEPT) this.#businesses.clear()
    const db = new Kysely<DB>({ dialect: this.#dialect(businessId) })
    this.#businesses.set(businessId, db)
    return db
  }

  async close(): Promise<void> {
    await this.installation.destroy()
    await this.#base.destroy()
  }

  #dialect(scope: string): Dialect {
    const plain = new PostgresDialect({ pool: NO_POOL })
    return {
      createAdapter: () => plain.createAdapter(),
      createQueryCompiler: () => plain.createQueryCompiler(),
      createIntrospector: (db) => plain.createIntrospector(db),
      createDriver: () => this.#driver(scope),
    }
  }

  #driver(scope: string): Driver {
    const base = this.#base
    return {
      init: () => {
        this.#opened ??= base.init()
        return this.#opened
      },
      acquireConnection: async () => {
        const connection = await base.acquireConnection().catch(away)
        try {
          await this.#enter(connection, scope)
        } catch (error) {
          await base.releaseConnection(connection)
          throw error
        }
        return connection
      },
      releaseConnection: (connection) => base.releaseConnection(connection),
      beginTransaction: (connection, settings) => base.beginTransaction(connection, settings),
      commitTransaction: (connection) => base.commitTransaction(connection),
      rollbackTransaction: (connection) => base.rollbackTransaction(connection),
      savepoint: async (connection, name, compile) => base.savepoint?.(connection, name, compile),
      rollbackToSavepoint: async (connection, name, compile) =>
        base.rollbackToSavepoint?.(connection, name, compile),
      releaseSavepoint: async (connection, name, compile) =>
        base.releaseSavepoint?.(connection, name, compile),
      // The pool is everybody's; `close` ends it.
      destroy: async () => {},
    }
  }

  /** Costs a trip to the database only when the connection served somebody else before. */
  async #enter(connection: DatabaseConnection, scope: string): Promise<void> {
    const before = this.#seen.get(connection) ?? INSTALLATION
    if (before === scope) return
    this.#seen.set(connection, UNSURE)
    const [role, businessId] = scope === INSTALLATION ? ['none', ''] : [this.#role ?? 'none', scope]
    await connection.executeQuery(
      CompiledQuery.raw(`select set_config('role', $1, false), set_config('jawort.business_id', $2, false)`, [
        role,
        businessId,
      ]),
    )
    this.#seen.set(connection, scope)
  }
}

/** What the pool itself says has no code; whoever judges by codes must see that the database could not be reached. */
function away(error: unknown): never {
  if (error instanceof Error && !('code' in error)) throw Object.assign(error, { code: '08001' })
  throw error
}

/** Any fixed number, one for every process. */
const LOCK = 7_307_110_121

const NO_POOL = () => Promise.reject(new Error('This dialect only compiles.'))

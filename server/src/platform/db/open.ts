import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import pg from 'pg'
import type { Carrier } from '../signal.ts'
import { FairPGliteDialect } from './fair-pglite.ts'
import { DatabaseBusyError, lockFolder } from './lock.ts'
import { NotifyCarrier } from './notify.ts'
import { keepPlans } from './prepared.ts'
import { type Separation, Separator } from './scope.ts'
import type { DB } from './types.gen.ts'

export { DatabaseBusyError }

export type Db = Kysely<DB>

/** An open database: the query builder everyone uses, and the two things only the platform needs beside it. */
export interface Database {
  kind: 'pglite' | 'postgres'
  db: Db
  /** The embedded engine, for the job queue, which shares it. */
  pglite: PGlite | undefined
  /** Takes signals to other processes, once opened; the embedded database has one process only. */
  carrier: Carrier | undefined
  /** Runs `work` with a function that executes SQL scripts of several statements, in one transaction. */
  script(work: (run: ScriptRunner) => Promise<void>): Promise<void>
  /** Lets the database itself keep businesses apart, where it can; after every change of the schema. */
  separate(): Promise<Separation>
  close(): Promise<void>
}

export type ScriptRunner = (sql: string) => Promise<Record<string, unknown>[]>

interface Options {
  /** PostgreSQL; without it the embedded database is used. */
  databaseUrl: string | undefined
  /** Folder of the embedded database; `memory` keeps it in memory (tests). */
  dataDir: string | 'memory'
  /** A dump of a data folder to start the embedded database from (tests start migrated). */
  loadDataDir?: Blob
  /** Connections to PostgreSQL. */
  poolSize?: number
  /** How long somebody waits for one of them. */
  patienceMs?: number
}

/** Longer than any work of ours keeps a connection; a database that does not answer is told from a busy one by then. */
const PATIENCE_MS = 30_000
/** A connection that a firewall dropped says nothing; only asking finds out. */
const KEEP_ALIVE_MS = 10_000

const INT8 = 20
const DATE = 1082

/**
 * Opens PostgreSQL or the embedded PGlite behind one Kysely. Both hand out the same JavaScript values: `timestamptz`
 * as Date, `bigint` as number (our counters stay far below 2^53), `date` as an ISO string.
 * @throws DatabaseBusyError when another process holds the embedded database's folder
 */
export async function openDatabase(options: Options): Promise<Database> {
  return options.databaseUrl ? openPostgres(options.databaseUrl, options) : openPglite(options)
}

function openPostgres(
  connectionString: string,
  { poolSize: max = 20, patienceMs: connectionTimeoutMillis = PATIENCE_MS }: Options,
): Database {
  const parsers = new pg.TypeOverrides()
  parsers.setTypeParser(INT8, Number)
  parsers.setTypeParser(DATE, (value: string) => value)
  const pool = new pg.Pool({
    connectionString,
    max,
    types: parsers,
    options: '-c TimeZone=UTC',
    connectionTimeoutMillis,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
  })
  pool.on('connect', keepPlans)
  // A dropped idle connection is replaced on next use; without a listener it would end the process.
  pool.on('error', () => {})
  // The same for one that is in use but between two statements of a transaction: the next statement fails and tells.
  pool.on('connect', (client) => client.on('error', () => {}))
  const separator = new Separator(pool)
  const carrier = new NotifyCarrier(connectionString)
  return {
    kind: 'postgres',
    db: separator.installation,
    pglite: undefined,
    carrier,
    async script(work) {
      const client = await pool.connect()
      try {
        // The connection may have worked for one business before; set for this transaction, it falls back afterwards.
        await client.query(`begin; select set_config('role', 'none', true)`)
        await work(async (sql) => lastRows(await client.query(sql)))
        await client.query('commit')
      } catch (error) {
        await client.query('rollback').catch(() => {})
        throw error
      } finally {
        client.release()
      }
    },
    separate: () => separator.separate(),
    async close() {
      await carrier.close()
      await separator.close()
    },
  }
}

/** A script of several statements answers with a list; the last one is what the caller asked for. */
function lastRows(result: pg.QueryResult | pg.QueryResult[]): Record<string, unknown>[] {
  const last = Array.isArray(result) ? result.at(-1) : result
  return last?.rows ?? []
}

async function openPglite(options: Options): Promise<Database> {
  const memory = options.dataDir === 'memory'
  if (!memory) mkdirSync(options.dataDir, { recursive: true, mode: 0o700 })
  const unlock = memory ? () => {} : lockFolder(options.dataDir)
  try {
    const pglite = await PGlite.create({
      ...(memory ? {} : { dataDir: join(options.dataDir, 'database') }),
      ...(options.loadDataDir ? { loadDataDir: options.loadDataDir } : {}),
      parsers: { [INT8]: Number, [DATE]: (value: string) => value },
    })
    await pglite.exec("set timezone to 'UTC'")
    const db = new Kysely<DB>({ dialect: new FairPGliteDialect(pglite) })
    return {
      kind: 'pglite',
      db,
      pglite,
      carrier: undefined,
      async script(work) {
        await pglite.transaction((tx) => work(async (sql) => (await tx.exec(sql)).at(-1)?.rows ?? []))
      },
      // One process with one login, which may see everything: the policies are there, and have nobody to hold back.
      async separate() {
        const { rows } = await pglite.query(`select 1 from pg_proc where proname = 'separate_businesses'`)
        if (rows.length > 0) await pglite.query('select separate_businesses()')
        return 'embedded'
      },
      async close() {
        if (!pglite.closed) await pglite.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

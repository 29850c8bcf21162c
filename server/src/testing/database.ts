import { randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { sql } from 'kysely'
import { inject } from 'vitest'
import { type Database, type Db, openDatabase } from '../platform/db/index.ts'

/** Which database the running test project uses; the same tests run on both. */
export type Store = 'pglite' | 'postgres'

declare module 'vitest' {
  interface ProvidedContext {
    store: Store
    /** Whether the tables are spread over a Citus cluster (see CONTRIBUTING.md). */
    cluster: boolean
    /** PGlite: file with a dump of a migrated data folder. */
    pgliteTemplate: string
    /** PostgreSQL: a server where databases may be created, and the migrated template in it, after which the databases are named. */
    postgresUrl: string
    postgresTemplate: string
  }
}

/** For tests of what a cluster does not have: policies of rows, triggers that run per statement, plans. */
export const onCluster = inject('cluster')

/** Lets a transaction make triggers and switch them on a cluster, too; elsewhere nobody listens to it. */
export async function allowTriggers(trx: Db): Promise<void> {
  await sql`select set_config('citus.enable_unsafe_triggers', 'on', true)`.execute(trx)
}

/** A migrated, empty database of its own for one test file. */
export async function openTestDatabase(): Promise<Database & { url: string | undefined }> {
  if (inject('store') === 'pglite') {
    const loadDataDir = await openAsBlob(inject('pgliteTemplate'))
    return {
      ...(await openDatabase({ databaseUrl: undefined, dataDir: 'memory', loadDataDir })),
      url: undefined,
    }
  }
  const server = new URL(inject('postgresUrl'))
  const template = inject('postgresTemplate')
  const name = `${template}_${randomUUID().replaceAll('-', '')}`
  const control = await openDatabase({ databaseUrl: server.href, dataDir: 'memory', poolSize: 1 })
  await sql`create database ${sql.raw(name)} template ${sql.raw(template)}`.execute(control.db)
  await control.close()
  server.pathname = `/${name}`
  const database = await openDatabase({ databaseUrl: server.href, dataDir: 'memory', poolSize: 5 })
  await database.separate()
  return { ...database, url: server.href }
}

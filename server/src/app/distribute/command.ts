import { sql } from 'kysely'
import type { Config } from '../../platform/config.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Arguments } from '../cli.ts'
import { openRuntime } from '../runtime.ts'
import { readCatalog } from './catalog.ts'
import { complaints, placeOfTable, planSteps } from './plan.ts'
import { LOCAL_TABLES } from './shared.ts'

/** Citus does not carry to its nodes which business a statement is for: there the keys alone keep businesses apart. */
const TAKE_OFF_POLICIES = 'select join_businesses()'

/**
 * `jawort distribute [--dry-run]`: puts the tables on a Citus cluster, by business. Can be run again: what is done is left out.
 * @returns 0 done, 1 refused
 */
export async function distributeCommand(config: Config, args: Arguments): Promise<number> {
  if (config.databaseUrl === undefined) {
    console.error(
      'The embedded database cannot be spread: set DATABASE_URL to the coordinator of a Citus cluster.',
    )
    return 1
  }
  const { runtime, database } = await openRuntime(config)
  try {
    return await distribute(runtime.db, args.values['dry-run'], console.log)
  } finally {
    await database.close()
  }
}

/** @param say prints one line */
export async function distribute(db: Db, dryRun: boolean, say: (line: string) => void): Promise<number> {
  const tables = await readCatalog(db)
  const faults = complaints(tables)
  if (faults.length > 0) {
    say('The schema cannot be spread:')
    for (const fault of faults) say(`  ${fault}`)
    return 1
  }
  const hasCitus = await isInstalled(db)
  const steps = planSteps(tables, hasCitus ? await knownTables(db) : new Set())
  if (dryRun) {
    say(`${TAKE_OFF_POLICIES};`)
    for (const step of steps) say(`${step.sql};`)
    say(`-- ${Object.keys(LOCAL_TABLES).join(', ')} and the schema jobs stay on the coordinator.`)
    const count = (place: string) => tables.filter(({ name }) => placeOfTable(name) === place).length
    say(
      `-- ${count('distributed')} tables by business, ${count('reference')} on every node, ${count('local')} here.`,
    )
  }
  if (!hasCitus) {
    say(
      'The extension citus is not in this database. On the coordinator and on every worker: put citus into shared_preload_libraries, ' +
        'restart, `create extension citus`; on the coordinator then citus_set_coordinator_host and citus_add_node. See docs/operate/scale.md.',
    )
    return 1
  }
  if (dryRun) return 0
  await db.connection().execute(async (connection) => {
    // Our triggers look only at the row they are given.
    await sql`set citus.enable_unsafe_triggers to on`.execute(connection)
    // Else each copied table first turns all that refers to it into tables of the cluster's own, which fails for partitions.
    await sql`set citus.enable_local_reference_table_foreign_keys to off`.execute(connection)
    await sql`set citus.multi_shard_modify_mode to 'sequential'`.execute(connection)
    for (const step of [{ sql: TAKE_OFF_POLICIES }, ...steps]) {
      say(step.sql)
      await sql`${sql.raw(step.sql)}`.execute(connection)
    }
  })
  say('Every table is where it belongs.')
  return 0
}

async function isInstalled(db: Db): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_extension where extname = 'citus'`.execute(db)
  return rows.length > 0
}

/** Spread or copied to every node already; a new table that refers to one of those is known to the cluster before, as its own. */
async function knownTables(db: Db): Promise<Set<string>> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_dist_partition d join pg_class c on c.oid = d.logicalrelid
    where c.relnamespace = 'public'::regnamespace and (d.partmethod = 'h' or d.repmodel = 't')`.execute(db)
  return new Set(rows.map(({ name }) => name))
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from './open.ts'

const FOLDER = join(import.meta.dirname, '../../../migrations')

/** Any fixed number: whoever holds it is the one process that migrates. */
const LOCK = 7_307_110_119

export class SchemaTooNewError extends Error {}

interface Migration {
  version: number
  name: string
  sql: string
}

/**
 * The migrations that this version of the program brings, in order.
 * @throws Error for a file that is not named like one, and for a number that is missing or given twice
 */
export function readMigrations(folder = FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file, index) => {
      const match = /^(\d{4})_([a-z0-9_]+)\.sql$/.exec(file)
      if (!match?.[1] || !match[2]) throw new Error(`${file}: a migration is named 0001_what_it_does.sql`)
      // A number given twice would be skipped without a word; a gap means that a file was lost.
      if (Number(match[1]) !== index + 1)
        throw new Error(`${file}: the next migration has the number ${String(index + 1).padStart(4, '0')}`)
      return { version: Number(match[1]), name: match[2], sql: readFileSync(join(folder, file), 'utf8') }
    })
}

/**
 * Brings the schema up to this program's version, forward only. Two processes that start together are safe: each step
 * takes the same lock and looks again under it.
 * @returns the names of what was applied now
 * @throws SchemaTooNewError when a newer program has been here: an old one must not write into a schema it does not know
 */
export async function migrate(database: Database, migrations = readMigrations()): Promise<string[]> {
  const known = migrations.at(-1)?.version ?? 0
  const applied: string[] = []
  for (const migration of migrations) {
    await database.script(async (run) => {
      await run(`select pg_advisory_xact_lock(${LOCK})`)
      await run(`create table if not exists schema_migration (
        version integer primary key, name text not null, applied_at timestamptz not null default now())`)
      const [row] = await run('select coalesce(max(version), 0)::int as version from schema_migration')
      const current = Number(row?.version)
      if (current > known) {
        throw new SchemaTooNewError(
          `The database is at schema ${current}, this program knows ${known}. Start the newer version, or restore a backup.`,
        )
      }
      if (current >= migration.version) return
      await run(migration.sql)
      await run(
        `insert into schema_migration (version, name) values (${migration.version}, '${migration.name}')`,
      )
      applied.push(migration.name)
    })
  }
  await database.separate()
  return applied
}

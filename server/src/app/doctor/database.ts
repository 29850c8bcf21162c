import { sql } from 'kysely'
import type { Database, Db } from '../../platform/db/index.ts'
import { readMigrations } from '../../platform/db/index.ts'
import { type Clock, MINUTE, SECOND } from '../../platform/index.ts'
import { MasterKeyError, type MasterKeys, openVault } from '../../platform/vault/index.ts'
import { type Finding, fail, ok, spanOf, warn } from './finding.ts'

const OLDEST_VERSION = 150_000
/** Its choice of partitions uses memory that a lock has freed; seen on 18.0 and 18.4, not on 15 and 17. */
const CRASHING = { from: 180_000, to: 180_004 }
const CLOCKS_DIFFER_MS = 5 * SECOND
const SEALED_WITHIN_MS = 10 * MINUTE
const BACKUP_AGE_MS = 26 * 60 * MINUTE

/** Everything that is asked of an open database; nothing is changed in it. */
export async function checkDatabase(database: Database, keys: MasterKeys, clock: Clock): Promise<Finding[]> {
  const { db } = database
  const found = [await version(database)]
  const schema = await migrations(db)
  found.push(schema)
  if (schema.state !== 'ok') return found
  found.push(await separation(database), await masterKey(db, keys, clock), await sealing(db, clock))
  found.push(await webhooks(db, clock))
  if (database.kind === 'postgres') found.push(await clocks(db, clock), await backups(db, clock))
  return found
}

async function version(database: Database): Promise<Finding> {
  const { rows } = await sql<{ number: number; name: string }>`
    select current_setting('server_version_num')::int as number, current_setting('server_version') as name`.execute(
    database.db,
  )
  const { number = 0, name = '' } = rows[0] ?? {}
  return judgeVersion(database.kind, number, name)
}

/** @param number as `server_version_num` says it: 180004 for 18.4 */
export function judgeVersion(kind: Database['kind'], number: number, name: string): Finding {
  if (number < OLDEST_VERSION)
    return fail('database', `PostgreSQL ${name} is too old`, 'Upgrade it to version 15 or newer.')
  // The embedded one has a single session, which never waits for a lock.
  if (kind === 'postgres' && number >= CRASHING.from && number <= CRASHING.to)
    return warn(
      'database',
      `PostgreSQL ${name} answers; while many messages are sent it can crash and start again by itself, which takes seconds and loses nothing`,
      'Use PostgreSQL 15 or 17, or a version after 18.4 whose release notes mend run-time partition pruning after a row lock.',
    )
  return ok('database', `PostgreSQL ${name} answers`)
}

async function migrations(db: Db): Promise<Finding> {
  const { rows: there } = await sql<{
    there: boolean
  }>`select to_regclass('schema_migration') is not null as there`.execute(db)
  const known = readMigrations().at(-1)?.version ?? 0
  if (!there[0]?.there)
    return warn('schema', 'the database is empty', 'Run `jawort migrate`, or start the server.')
  const { rows } = await sql<{
    version: number
  }>`select coalesce(max(version), 0)::int as version from schema_migration`.execute(db)
  const current = rows[0]?.version ?? 0
  if (current === known) return ok('schema', `at version ${current}`)
  return current < known
    ? warn('schema', `at version ${current}, this program brings ${known}`, 'Run `jawort migrate`.')
    : fail(
        'schema',
        `at version ${current}, this program knows ${known}`,
        'Start the newer program, or restore a backup.',
      )
}

async function separation(database: Database): Promise<Finding> {
  if (database.kind === 'pglite')
    return ok('separation', 'one process with one login: businesses are kept apart by their keys')
  const { rows } = await sql<{ open: string[]; role: boolean; cluster: boolean }>`
    select array(select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'business_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and not c.relrowsecurity) as open,
      exists (select from pg_roles r join pg_class b on b.oid = 'business'::regclass
        where r.rolname = left(pg_get_userbyid(b.relowner), 54) || '_business'
          and pg_has_role(current_user, r.oid, 'member')) as role,
      exists (select from pg_extension where extname = 'citus') as cluster`.execute(database.db)
  const { open = [], role = false, cluster = false } = rows[0] ?? {}
  if (cluster) return ok('separation', 'a cluster: businesses are kept apart by their keys')
  if (role && open.length === 0) return ok('separation', 'row-level security on every table of a business')
  return warn(
    'separation',
    role
      ? `no row-level security on ${open.join(', ')}`
      : 'no row-level security: the role for the work of one business is missing',
    role
      ? 'Run `jawort migrate`.'
      : 'As an administrator of the server: `create role <owner>_business nologin; grant <owner>_business to <owner>;`, where <owner> owns the tables; then restart.',
  )
}

async function masterKey(db: Db, keys: MasterKeys, clock: Clock): Promise<Finding> {
  const known = await db.selectFrom('vault_key').select('master_key').execute()
  const fact = `kept at ${keys.place}`
  if (known.length === 0)
    return keys.current
      ? ok('master key', `${fact}; used from the next start`)
      : ok('master key', 'made at the first start')
  try {
    await db.transaction().execute(async (trx) => {
      // What a start would write is not kept.
      await openVault(trx, keys, clock)
      throw new Tried()
    })
  } catch (error) {
    if (error instanceof MasterKeyError)
      return fail('master key', 'does not open this database', error.message)
    if (!(error instanceof Tried)) throw error
  }
  if (known.length > 1 || keys.previous)
    return warn(
      'master key',
      `${fact}; the previous one still opens the database`,
      'Run `jawort rotate-keys --master`.',
    )
  return ok('master key', `${fact}, and opens this database`)
}

class Tried extends Error {}

async function sealing(db: Db, clock: Clock): Promise<Finding> {
  const { rows } = await sql<{ waiting: number; oldest: Date | null; heads: number }>`
    select (select count(*)::int from ledger_entry where seq is null) as waiting,
      (select min(at) from ledger_entry where seq is null) as oldest,
      (select count(distinct business_id)::int from ledger_checkpoint) as heads`.execute(db)
  const { waiting = 0, oldest = null, heads = 0 } = rows[0] ?? {}
  const fact = `${heads} signed ${heads === 1 ? 'head' : 'heads'}, ${waiting} entries wait to be sealed`
  const late = oldest !== null && clock.now().getTime() - oldest.getTime() > SEALED_WITHIN_MS
  return late
    ? fail(
        'ledger',
        fact,
        'Start a process with the role jobs (all have it unless JAWORT_ROLES says otherwise); it seals within seconds.',
      )
    : ok('ledger', `${fact}; \`jawort verify\` checks every leaf`)
}

async function webhooks(db: Db, clock: Clock): Promise<Finding> {
  const { rows } = await sql<{ last: Date | null; aside: number }>`
    select (select max(received_at) from webhook_update) as last, (select count(*)::int from webhook_aside) as aside`.execute(
    db,
  )
  const { last = null, aside = 0 } = rows[0] ?? {}
  const fact = last
    ? `the last one came ${spanOf(clock.now().getTime() - last.getTime())} ago`
    : 'none has come yet'
  return aside > 0
    ? warn(
        'webhooks received',
        `${fact}; ${aside} could not be read or belong to no number`,
        'Look at them under Standing.',
      )
    : ok('webhooks received', fact)
}

async function clocks(db: Db, clock: Clock): Promise<Finding> {
  const before = clock.now().getTime()
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db)
  const middle = (before + clock.now().getTime()) / 2
  const apart = Math.abs((rows[0]?.now.getTime() ?? middle) - middle)
  return apart < CLOCKS_DIFFER_MS
    ? ok('clock', 'this machine and the database agree')
    : fail(
        'clock',
        `this machine and the database differ by ${spanOf(apart)}`,
        'Let both follow a time server (NTP).',
      )
}

async function backups(db: Db, clock: Clock): Promise<Finding> {
  const { rows } = await sql<{
    last: Date | null
  }>`select last_archived_time as last from pg_stat_archiver`.execute(db)
  const last = rows[0]?.last ?? null
  if (!last)
    return warn(
      'backups',
      'nothing is known about them here',
      'See that the database and, apart from it, the master key are backed up every day.',
    )
  const age = clock.now().getTime() - last.getTime()
  const fact = `the database was last archived ${spanOf(age)} ago`
  return age < BACKUP_AGE_MS ? ok('backups', fact) : warn('backups', fact, 'Look why archiving stands still.')
}

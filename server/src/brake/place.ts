import { statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Runtime } from '../platform/index.ts'

/**
 * Where the database is: PostgreSQL's cluster, database and timeline, or the embedded database's folder as the file system
 * knows it. A dump that was restored, a copied folder and a recovered cluster say something else than what they hold.
 */
export async function placeOf({ db, config }: Pick<Runtime, 'db' | 'config'>): Promise<string> {
  return config.databaseUrl === undefined ? folderPlace(join(config.dataDir, 'database')) : clusterPlace(db)
}

async function clusterPlace(db: Runtime['db']): Promise<string> {
  const { rows } = await sql<{ oid: string; allowed: boolean }>`
    select oid::text as oid, has_function_privilege('pg_control_system()', 'execute')
      and has_function_privilege('pg_control_checkpoint()', 'execute') as allowed
    from pg_database where datname = current_database()`.execute(db)
  const [{ oid, allowed } = { oid: '', allowed: false }] = rows
  // Where the hoster keeps the cluster's identity to itself, the database's own number must do.
  if (!allowed) return `/${oid}/`
  const control = await sql<{ cluster: string; timeline: string }>`
    select s.system_identifier::text as cluster, c.timeline_id::text as timeline
    from pg_control_system() s, pg_control_checkpoint() c`.execute(db)
  return `${control.rows[0]?.cluster ?? ''}/${oid}/${control.rows[0]?.timeline ?? ''}`
}

/** A copy has another number or another birth; where the file system knows no birth it gives the last change instead. */
export function folderPlace(folder: string): string {
  const stats = statSync(folder, { bigint: true, throwIfNoEntry: false })
  if (!stats) return ''
  const birth = stats.birthtimeNs === stats.ctimeNs ? '' : stats.birthtimeNs.toString()
  return `${stats.ino}/${birth}`
}

/**
 * Whether a database that was at `before` and is at `now` was restored in between. While processes run on it, a change of
 * the timeline alone is a fail-over to a standby, not a restore.
 */
export function isRestored(before: string | null, now: string, running: boolean): boolean {
  if (before === null) return false
  const [old, current] = [before.split('/'), now.split('/')]
  const parts = running ? [0, 1] : [0, 1, 2]
  // A part that one side does not know says nothing.
  return parts.some((part) => old[part] && current[part] && old[part] !== current[part])
}

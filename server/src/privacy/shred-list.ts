import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Selectable } from 'kysely'
import type { Config } from '../platform/config.ts'
import type { DB } from '../platform/db/index.ts'
import type { Context, Runtime } from '../platform/index.ts'

/** What was destroyed: a person's own key, the key of their restricted proof, their entry on the block list. */
export type ShredKind = 'person' | 'proof' | 'block'

export interface Shredded {
  businessId: string
  kind: ShredKind
  digest: string
  at: Date
}

/**
 * By what the list names a key: nobody can be found by it, but whoever has the key's place can look whether it is there.
 * @param subject id of the contact; for `block` the entry's digest
 */
export function shredDigest(businessId: string, kind: ShredKind, subject: string): string {
  return createHash('sha256').update(`jawort:shredded:${businessId}:${kind}:${subject}`).digest('hex')
}

/**
 * Notes that a key was destroyed, in the transaction that does it, and in the file beside the database once that has committed
 * (C-59). A file that cannot be written is said in the log; the next start writes what is missing.
 */
export async function noteShredded(tx: Context, kind: ShredKind, subjects: readonly string[]): Promise<void> {
  const { businessId } = tx
  const at = tx.clock.now()
  const entries = subjects.map((subject) => ({
    businessId,
    kind,
    digest: shredDigest(businessId, kind, subject),
    at,
  }))
  const fresh = await insertShredded(tx, entries)
  const write = () => writeOrSay(tx.runtime, fresh)
  if (tx.afterCommit) tx.afterCommit(write)
  else write()
}

/** @returns those that were not in the list before */
export async function insertShredded(
  { db }: Pick<Context, 'db'>,
  entries: readonly Shredded[],
): Promise<Shredded[]> {
  if (entries.length === 0) return []
  const rows = await db
    .insertInto('shredded_key')
    .values(
      entries.map(({ businessId, kind, digest, at }) => ({ business_id: businessId, kind, digest, at })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .execute()
  return rows.map(fromRow)
}

/** The list as the database has it, oldest first. */
export async function storedShredded({ db }: Pick<Runtime, 'db'>, businessId?: string): Promise<Shredded[]> {
  let select = db.selectFrom('shredded_key').selectAll().orderBy('at').orderBy('digest')
  if (businessId) select = select.where('business_id', '=', businessId)
  return (await select.execute()).map(fromRow)
}

const fromRow = (row: Selectable<DB['shredded_key']>): Shredded => ({
  businessId: row.business_id,
  kind: row.kind,
  digest: row.digest,
  at: row.at,
})

/** The list as the file beside the database has it; what is no line of ours is left out. */
export function rememberedShredded(config: Pick<Config, 'dataDir'>): Shredded[] {
  const path = fileOf(config)
  return existsSync(path) ? parseShredded(readFileSync(path, 'utf8')) : []
}

/** @throws Error when the folder cannot be written, as in a container without a volume */
export function rememberShredded(config: Pick<Config, 'dataDir'>, entries: readonly Shredded[]): void {
  if (entries.length === 0) return
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  appendFileSync(fileOf(config), formatShredded(entries), { mode: 0o600 })
}

export function writeOrSay({ config, log }: Runtime, entries: readonly Shredded[]): void {
  try {
    rememberShredded(config, entries)
  } catch (error) {
    log.error(
      { err: error, keys: entries.length },
      'the list of destroyed keys could not be written beside the database: give JAWORT_DATA_DIR a folder that can be written',
    )
  }
}

const fileOf = ({ dataDir }: Pick<Config, 'dataDir'>) => join(dataDir, 'shredded')

/** One line each: time, what, business, digest; can be printed and kept on paper. */
export function formatShredded(entries: readonly Shredded[]): string {
  return entries
    .map(({ at, kind, businessId, digest }) => `${at.toISOString()} ${kind} ${businessId} ${digest}\n`)
    .join('')
}

const LINE = /^(\S+Z) (person|proof|block) ([0-9a-f-]{36}) ([0-9a-f]{64})$/

export function parseShredded(text: string): Shredded[] {
  return text.split('\n').flatMap((line) => {
    const [, at, kind, businessId, digest] = LINE.exec(line.trim()) ?? []
    if (!at || !businessId || !digest || Number.isNaN(Date.parse(at))) return []
    return [{ at: new Date(at), kind: kind as ShredKind, businessId, digest }]
  })
}

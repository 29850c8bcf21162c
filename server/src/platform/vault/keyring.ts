import { hkdfSync, randomBytes } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Db } from '../db/index.ts'
import type { MasterKeys } from './master-key.ts'
import { createVault, type Vault } from './vault.ts'

/** The master key is missing or is not the one this database was made with; the message says which, and what to do. */
export class MasterKeyError extends Error {}

/** What every database holds sealed, so that a wrong key is told before anything is read or written with it. */
const CANARY = 'jawort'
const PLACE = { canary: 'vault:canary', root: 'vault:root' }

/** A short name of a key, from which the key cannot be made: to say which one is meant. */
export function masterKeyName(masterKey: string): string {
  return Buffer.from(hkdfSync('sha256', Buffer.from(masterKey, 'base64'), '', 'jawort:name', 6)).toString(
    'hex',
  )
}

/**
 * Opens the vault with the keys that were found, after the database said that they are its own (C-48). A database that is new
 * gets its key and its canary; a new master key beside the previous one is let in, and `jawort rotate-keys` finishes the change.
 * @throws MasterKeyError
 */
export async function openVault(db: Db, keys: MasterKeys, clock: Clock): Promise<Vault> {
  const known = await db.selectFrom('vault_key').selectAll().execute()
  const businesses = await db.selectFrom('business_key').select(['business_id', 'wrapped']).limit(1).execute()
  if (!keys.current && (known.length > 0 || businesses.length > 0)) {
    throw new MasterKeyError(
      `The master key is missing: this database was made with the key ${names(known)}. Put it back at ${keys.place}, or set ` +
        'JAWORT_MASTER_KEY. Without it nobody can read what is sealed.',
    )
  }
  const current = keys.current ?? keys.make()
  const { previous } = keys
  const sealing = createVault(current)
  const own = known.find((row) => row.master_key === masterKeyName(current))
  if (own) return createVault(current, { previous, root: rootOf(own, sealing) })
  const former = previous && known.find((row) => row.master_key === masterKeyName(previous))
  if (known.length > 0 && !former) throw new MasterKeyError(wrongKey(current, names(known)))
  const root = former
    ? rootOf(former, createVault(previous))
    : firstRoot(createVault(current, { previous }), current, businesses[0])
  await db
    .insertInto('vault_key')
    .values({
      master_key: masterKeyName(current),
      canary_sealed: sealing.seal(sealing.master, CANARY, PLACE.canary),
      root_sealed: sealing.seal(sealing.master, root.toString('base64'), PLACE.root),
      created_at: clock.now(),
    })
    .onConflict((conflict) => conflict.column('master_key').doNothing())
    .execute()
  // Processes that start together on a new database: the first one's root is everybody's.
  const kept = await db
    .selectFrom('vault_key')
    .selectAll()
    .where('master_key', '=', masterKeyName(current))
    .executeTakeFirstOrThrow()
  return createVault(current, { previous, root: rootOf(kept, sealing) })
}

/** Forgets every other master key: from now on the database opens with this one alone. */
export async function keepOnlyMasterKey(db: Db, masterKey: string): Promise<void> {
  await db.deleteFrom('vault_key').where('master_key', '<>', masterKeyName(masterKey)).execute()
}

interface Row {
  master_key: string
  canary_sealed: Uint8Array
  root_sealed: Uint8Array
}

function rootOf(row: Row, vault: Vault): Buffer {
  try {
    if (vault.open(vault.master, row.canary_sealed, PLACE.canary) !== CANARY)
      throw new Error('another canary')
    return Buffer.from(vault.open(vault.master, row.root_sealed, PLACE.root), 'base64')
  } catch {
    throw new MasterKeyError(
      `The table vault_key was changed: what it says about the key ${row.master_key} does not open with it. Restore the table from a backup.`,
    )
  }
}

/** A new database gets a secret of its own; one from before this table derived from its master key, and goes on with that. */
function firstRoot(
  vault: Vault,
  masterKey: string,
  business: { business_id: string; wrapped: Uint8Array } | undefined,
): Buffer {
  if (!business) return randomBytes(32)
  try {
    vault.unwrap(vault.master, business.wrapped, business.business_id)
  } catch {
    throw new MasterKeyError(wrongKey(masterKey, 'that its backup names'))
  }
  return Buffer.from(masterKey, 'base64')
}

const names = (rows: readonly Row[]) => rows.map((row) => row.master_key).join(' or ') || 'of its first start'

const wrongKey = (masterKey: string, known: string) =>
  `This is not the master key that the database was made with: here is the key ${masterKeyName(masterKey)}, it needs the key ${known}. ` +
  'Put back the right one (JAWORT_MASTER_KEY, or master.key in the data folder). To replace it on purpose, give the old one as ' +
  'JAWORT_PREVIOUS_MASTER_KEY beside it and run `jawort rotate-keys`.'

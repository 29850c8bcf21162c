import {
  EMPTY_FRONTIER,
  type Frontier,
  LedgerError,
  loadFrontier,
  openCheckpoint,
  rootOf,
  signCheckpoint,
  toHex,
} from '@jawort/ledger'
import { sql } from 'kysely'
import { type Context, createContext, type Runtime, withTransaction } from '../platform/index.ts'
import type { LedgerEvent } from './append.ts'
import { type Log, openLog } from './log.ts'
import { numberEntries } from './number.ts'
import { HashMissing, lastCheckpoint, storeCheckpoint, storedHashes, storeSealed } from './store.ts'

/** Entries per transaction, and thus per checkpoint, at most. */
const BATCH = 500

/** The stored log is not what was signed last; signing on top of it would bless a change. Nothing more is sealed until a person has looked. */
export class LedgerDamaged extends Error {
  readonly businessId: string

  constructor(businessId: string, cause?: unknown) {
    super(
      `The ledger of business ${businessId} is not what its last checkpoint says. Nothing is sealed on top of it. ` +
        'Run `jawort verify` and compare with a backup.',
      { cause },
    )
    this.name = 'LedgerDamaged'
    this.businessId = businessId
  }
}

/**
 * Numbers, hashes and signs everything that waits, of one business or of all. Two processes may do it at once: one
 * waits for the other, per business, and opt-ins wait for neither.
 * @returns how many entries got their place
 * @throws AggregateError when it failed for some businesses; the others are sealed all the same
 */
export async function sealPending(runtime: Runtime, businessId?: string): Promise<number> {
  const errors: unknown[] = []
  let count = 0
  for (const id of businessId ? [businessId] : await businessesWaiting(runtime)) {
    const ctx = createContext(runtime, id, { kind: 'system', job: 'ledger.seal' })
    try {
      let batch = BATCH
      while (batch === BATCH) {
        batch = await sealBatch(ctx)
        count += batch
      }
    } catch (error) {
      errors.push(error)
    }
  }
  if (errors.length > 0)
    throw new AggregateError(errors, `The ledgers of ${errors.length} businesses were not sealed.`)
  return count
}

async function businessesWaiting(runtime: Runtime): Promise<string[]> {
  const rows = await runtime.db
    .selectFrom('ledger_entry')
    .select('business_id')
    .distinct()
    .where('seq', 'is', null)
    .execute()
  return rows.map((row) => row.business_id)
}

async function sealBatch(ctx: Context): Promise<number> {
  const log = await openLog(ctx)
  return withTransaction(ctx, async (tx) => {
    // Every statement after this one sees what the holder before us has committed.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`ledger:${tx.businessId}`}, 0))`.execute(tx.db)
    const entries = await unsealedEntries(tx)
    if (entries.length === 0) return 0
    const { sealed, frontier } = numberEntries(log.origin, await signedFrontier(tx, log), entries)
    await storeSealed(tx, sealed)
    const root = rootOf(frontier)
    const note = await signCheckpoint({ origin: log.origin, size: frontier.size, root }, [log.signer])
    await storeCheckpoint(tx, frontier.size, toHex(root), note)
    return entries.length
  })
}

async function unsealedEntries(tx: Context): Promise<LedgerEvent[]> {
  const rows = await tx.db
    .selectFrom('ledger_entry')
    .select(['entry_id', 'type', 'state', 'purpose', 'wording_hash', 'rule_pack', 'at', 'commitment'])
    .where('business_id', '=', tx.businessId)
    .where('seq', 'is', null)
    .orderBy('entry_id')
    .limit(BATCH)
    .execute()
  return rows.map((row) => ({
    entryId: row.entry_id,
    type: row.type,
    state: row.state,
    purpose: row.purpose,
    wordingHash: row.wording_hash,
    rulePack: row.rule_pack,
    at: row.at,
    commitment: row.commitment,
  }))
}

/** The right edge of the log, held against what was signed last. @throws LedgerDamaged */
async function signedFrontier(tx: Context, log: Log): Promise<Frontier> {
  const [last, top] = [await lastCheckpoint(tx), await topSeq(tx)]
  if (!last && top === null) return EMPTY_FRONTIER
  if (!last || top !== last.size - 1) throw new LedgerDamaged(tx.businessId)
  try {
    const { size, root } = await openCheckpoint(last.note, [log.signer.key])
    const frontier = await loadFrontier(last.size, storedHashes(tx))
    if (size === last.size && toHex(root) === toHex(rootOf(frontier))) return frontier
  } catch (error) {
    if (error instanceof LedgerError || error instanceof HashMissing)
      throw new LedgerDamaged(tx.businessId, error)
    throw error
  }
  throw new LedgerDamaged(tx.businessId)
}

async function topSeq(tx: Context): Promise<number | null> {
  const row = await tx.db
    .selectFrom('ledger_entry')
    .select('seq')
    .where('business_id', '=', tx.businessId)
    .where('seq', 'is not', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.seq ?? null
}

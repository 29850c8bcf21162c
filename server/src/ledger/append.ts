import { type Leaf, leafBytes } from '@jawort/ledger'
import type { Context } from '../platform/index.ts'
import { LEDGER_SIGNAL } from './signal.ts'

/** One consent event as the ledger keeps it: nothing in it names a person. */
export interface LedgerEvent {
  /** The consent event's id. */
  entryId: string
  type: string
  state: string
  /** The topic's key, or `*` for all topics. */
  purpose: string
  /** SHA-256 (hex) of the wording as shown; empty when none was. */
  wordingHash: string
  rulePack: string
  at: Date
  /** Hex; see `commit` of @jawort/ledger. */
  commitment: string
}

/**
 * Writes an entry in the caller's transaction: one INSERT, no lock, no number. The sealer numbers and hashes it later,
 * so opt-ins never wait for each other.
 * @throws LedgerError `leaf` when the entry could never become a leaf, for example because something in it looks like
 * a phone number; the caller's transaction then fails with it
 */
export function appendLedger(tx: Context, event: LedgerEvent): Promise<void> {
  return appendLedgerEntries(tx, [event])
}

/** Many at once, some thousands at most: still one INSERT. */
export async function appendLedgerEntries(tx: Context, events: readonly LedgerEvent[]): Promise<void> {
  if (events.length === 0) return
  for (const event of events) leafBytes(toLeaf(event, 'unsealed', 0))
  await tx.db
    .insertInto('ledger_entry')
    .values(
      events.map((event) => ({
        business_id: tx.businessId,
        entry_id: event.entryId,
        type: event.type,
        state: event.state,
        purpose: event.purpose,
        wording_hash: event.wordingHash,
        rule_pack: event.rulePack,
        at: event.at,
        commitment: event.commitment,
      })),
    )
    .execute()
  const wake = () => tx.signals.raise(LEDGER_SIGNAL)
  if (tx.afterCommit) tx.afterCommit(wake)
  else wake()
}

/** The leaf an entry becomes at place `seq` of the log `origin`. */
export function toLeaf(event: Omit<LedgerEvent, 'entryId'>, origin: string, seq: number): Leaf {
  return {
    v: 1,
    origin,
    seq,
    type: event.type,
    state: event.state,
    purpose: event.purpose,
    textVersionHash: event.wordingHash,
    rulePack: event.rulePack,
    t: event.at.toISOString(),
    commit: event.commitment,
  }
}

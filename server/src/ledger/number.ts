import { append, type Frontier, leafBytes, leafHash, toHex } from '@jawort/ledger'
import { type LedgerEvent, toLeaf } from './append.ts'

/** An entry with its place in the log. */
export interface Sealed {
  entryId: string
  seq: number
  leaf: string
  /** Hex: its own hash, then those of the subtrees it completed. */
  hashes: string[]
}

const utf8 = new TextDecoder()

/**
 * Puts entries, in the order given, behind the leaves that are there already.
 * @throws LedgerError `leaf` when an entry cannot become a leaf
 */
export function numberEntries(
  origin: string,
  start: Frontier,
  entries: readonly LedgerEvent[],
): { sealed: Sealed[]; frontier: Frontier } {
  let frontier = start
  const sealed = entries.map((entry) => {
    const seq = frontier.size
    const bytes = leafBytes(toLeaf(entry, origin, seq))
    const added = append(frontier, leafHash(bytes))
    frontier = added.frontier
    return { entryId: entry.entryId, seq, leaf: utf8.decode(bytes), hashes: added.hashes.map(toHex) }
  })
  return { sealed, frontier }
}

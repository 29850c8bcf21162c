import { equal } from './bytes.ts'
import { type Checkpoint, openCheckpoint } from './checkpoint.ts'
import { LedgerError } from './error.ts'
import type { VerifierKey } from './key.ts'
import { type Leaf, parseLeaf, REDACTION } from './leaf.ts'
import { append, EMPTY_FRONTIER, leafHash, rootOf } from './tree.ts'
import { EXIT_CODES } from './verdict.ts'
import { type Opening, opensLeaf } from './verify_evidence.ts'

/** One stored row of the log, as it lies in the database. */
export type LedgerRecord = {
  readonly seq: number
  /** The leaf's bytes. */
  readonly leaf: Uint8Array
  /** The hashes `append` gave for this leaf: its own, then those of the subtrees it completed. */
  readonly hashes: readonly Uint8Array[]
  /** The evidence with its salt; `shredded` when it was destroyed; `sealed` when the caller cannot or will not open it. */
  readonly opening: Opening | 'shredded' | 'sealed'
}

/**
 * What is wrong with the first wrong leaf.
 * - `missing`: a leaf was removed, or the log is shorter than a checkpoint says
 * - `misplaced`: leaves were reordered, repeated or inserted, or the leaf belongs to another log
 * - `leaf`: the stored bytes are no leaf
 * - `leafHash`: the leaf's bytes and its stored hash do not belong together
 * - `commitment`: evidence or salt is not what the leaf committed to
 * - `subtreeHash`: a stored subtree hash is wrong, or one of the leaves below it together with its own hash
 * - `root`: bytes and hashes fit each other, but not what the checkpoint signed: they were rewritten together
 * - `checkpoint`: the checkpoint that should vouch for the leaves from here on is malformed or out of order
 * - `badSignature`: that checkpoint is not signed by the log
 */
export type Fault =
  | 'missing'
  | 'misplaced'
  | 'leaf'
  | 'leafHash'
  | 'commitment'
  | 'subtreeHash'
  | 'root'
  | 'checkpoint'
  | 'badSignature'

type Failure = {
  readonly ok: false
  /** The first wrong leaf; with `checkpoint` and `badSignature` the first leaf nobody vouches for. */
  readonly seq: number
  /** The last leaf that may be the wrong one. Equal to `seq` when it is certain. */
  readonly until: number
  readonly reason: Fault
}

export type LedgerReport =
  | {
      readonly ok: true
      readonly size: number
      readonly root: Uint8Array
      /** So many leaves are under a signed checkpoint; those after them are only consistent in themselves. */
      readonly vouched: number
      /** How many leaves have lost their evidence. */
      readonly shredded: number
      /** Those of them that no redaction leaf (opened) accounts for: destroyed without a record. */
      readonly unexplained: readonly number[]
    }
  | Failure

/**
 * Checks a whole stored log in one pass, in O(n) time and O(log n) memory (and one number per shredded leaf), and
 * names the first wrong leaf.
 *
 * @param log.records the rows in order of seq, from 0
 * @param log.checkpoints signed checkpoints in order of size; also old copies kept elsewhere, which is how a shrunken
 * or rewritten log shows
 * @param log.keys the log's keys, all with the log's origin as their name
 * @throws LedgerError `key` when there is no key, or the keys are not all of one log
 */
export async function verifyLedger(log: {
  readonly records: AsyncIterable<LedgerRecord> | Iterable<LedgerRecord>
  readonly checkpoints: Iterable<string>
  readonly keys: readonly VerifierKey[]
}): Promise<LedgerReport> {
  const origin = originOf(log.keys)
  const checkpoints = log.checkpoints[Symbol.iterator]()
  const shredded = new Set<number>()
  let shreddedCount = 0
  let frontier = EMPTY_FRONTIER
  let vouched = 0
  /** A wrong subtree hash: whether it or a leaf below it was changed, the next checkpoint will tell. */
  let suspect: Failure | undefined
  let next: Checkpoint | undefined

  /** Settles every checkpoint due at the present size and fetches the next one. */
  const settle = async (): Promise<Failure | undefined> => {
    for (;;) {
      if (next) {
        if (next.size > frontier.size) return undefined
        if (!equal(next.root, rootOf(frontier))) {
          return suspect ?? failure(vouched, 'root', Math.max(vouched, frontier.size - 1))
        }
        // The leaves are what was signed, so it is the stored subtree hash itself that is wrong.
        if (suspect) return { ...suspect, seq: suspect.until }
        vouched = frontier.size
      }
      const { done, value: note } = checkpoints.next()
      next = undefined
      if (done) return undefined
      const opened = await openNext(note, log.keys, frontier.size)
      if (typeof opened === 'string') return failure(vouched, opened)
      next = opened
    }
  }

  const atStart = await settle()
  if (atStart) return atStart
  for await (const record of log.records) {
    const seq = frontier.size
    const own = leafHash(record.leaf)
    const leaf = inspect(record, own, seq, origin)
    if (typeof leaf === 'string') return suspect ?? failure(seq, leaf)
    const added = append(frontier, own)
    frontier = added.frontier
    suspect ??= compareSubtrees(seq, record.hashes, added.hashes)

    if (record.opening === 'shredded') {
      shreddedCount++
      shredded.add(seq)
    }
    if (leaf.type === REDACTION) for (const index of redacted(record.opening)) shredded.delete(index)
    if (next?.size === frontier.size) {
      const wrong = await settle()
      if (wrong) return wrong
    }
  }
  if (suspect) return suspect
  if (next) return failure(frontier.size, 'missing', next.size - 1)
  const { size } = frontier
  return {
    ok: true,
    size,
    root: rootOf(frontier),
    vouched,
    shredded: shreddedCount,
    unexplained: [...shredded],
  }
}

/** The process exit code for a report on a whole log (see `EXIT_CODES`). */
export function exitCodeOf(report: LedgerReport): number {
  if (report.ok) return EXIT_CODES.valid
  return report.reason === 'badSignature' ? EXIT_CODES.badSignature : EXIT_CODES.tampered
}

function failure(seq: number, reason: Fault, until = seq): Failure {
  return { ok: false, seq, until, reason }
}

function originOf(keys: readonly VerifierKey[]): string {
  const [first] = keys
  if (!first || keys.some((key) => key.name !== first.name)) {
    throw new LedgerError('key', 'a ledger is checked with the keys of one log, at least one')
  }
  return first.name
}

async function openNext(
  note: string,
  keys: readonly VerifierKey[],
  size: number,
): Promise<Checkpoint | Fault> {
  try {
    const checkpoint = await openCheckpoint(note, keys)
    return checkpoint.size < size ? 'checkpoint' : checkpoint
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    return error.code === 'signature' ? 'badSignature' : 'checkpoint'
  }
}

/** The leaf in a row, or what is wrong with the row by itself. */
function inspect(record: LedgerRecord, own: Uint8Array, seq: number, origin: string): Leaf | Fault {
  if (record.seq !== seq) return record.seq > seq ? 'missing' : 'misplaced'
  const [stored] = record.hashes
  if (!stored || !equal(stored, own)) return 'leafHash'
  const leaf = readLeaf(record.leaf)
  if (!leaf) return 'leaf'
  if (leaf.seq !== seq || leaf.origin !== origin) return 'misplaced'
  if (typeof record.opening !== 'string' && !opensLeaf(leaf, record.opening)) return 'commitment'
  return leaf
}

function readLeaf(bytes: Uint8Array): Leaf | undefined {
  try {
    return parseLeaf(bytes)
  } catch (error) {
    if (error instanceof LedgerError) return undefined
    throw error
  }
}

/** The lowest stored subtree hash of this row that is not the one computed, with the leaves below it. */
function compareSubtrees(
  seq: number,
  stored: readonly Uint8Array[],
  computed: readonly Uint8Array[],
): Failure | undefined {
  const level = computed.findIndex((hash, i) => !equal(hash, stored[i] ?? new Uint8Array(0)))
  if (level >= 0) return failure(seq + 1 - 2 ** level, 'subtreeHash', seq)
  return stored.length > computed.length ? failure(seq, 'subtreeHash') : undefined
}

/** The seqs a redaction leaf accounts for, as far as its evidence is at hand. */
function redacted(opening: LedgerRecord['opening']): readonly number[] {
  if (typeof opening === 'string') return []
  const { payload } = opening
  if (typeof payload !== 'object' || payload === null || !('indexes' in payload)) return []
  return Array.isArray(payload.indexes) ? payload.indexes.filter((index) => Number.isSafeInteger(index)) : []
}

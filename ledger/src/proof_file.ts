import { fromBase64, toBase64 } from './bytes.ts'
import { type Checkpoint, openCheckpoint } from './checkpoint.ts'
import { LedgerError } from './error.ts'
import type { VerifierKey } from './key.ts'
import { verifyInclusion } from './proofs.ts'
import { leafHash } from './tree.ts'

const HEADER = 'c2sp.org/tlog-proof@v1'

/** The content of a `.tlog-proof` file (C2SP tlog-proof@v1). */
export type InclusionProof = {
  /** The leaf's seq. */
  readonly index: number
  /** From the leaf's sibling up to the root's child, 32 bytes each (see `inclusionProof`). */
  readonly hashes: readonly Uint8Array[]
  /** The signed checkpoint, verbatim (see `signCheckpoint`). */
  readonly checkpoint: string
  /** Anything the application adds. Nobody signs it: never trust it. */
  readonly extra?: Uint8Array
}

/** Writes the text of a `.tlog-proof` file. */
export function formatProof({ index, hashes, checkpoint, extra }: InclusionProof): string {
  const extraLine = extra ? [`extra ${toBase64(extra)}`] : []
  return [HEADER, ...extraLine, `index ${index}`, ...hashes.map(toBase64), '', checkpoint].join('\n')
}

/**
 * Reads the text of a `.tlog-proof` file. Checks its form only: see `openProof`.
 *
 * @throws LedgerError `proof` when it is malformed.
 */
export function parseProof(file: string): InclusionProof {
  const border = file.indexOf('\n\n')
  const [header, ...lines] = file.slice(0, Math.max(border, 0)).split('\n')
  if (header !== HEADER)
    throw new LedgerError('proof', `a proof begins with ${HEADER} and has an empty line inside`)
  const extra = lines[0]?.startsWith('extra ') ? decode(lines.shift()?.slice(6) ?? '') : undefined
  const [, digits] = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '') ?? []
  if (digits === undefined) throw new LedgerError('proof', 'a proof has an index line')
  const hashes = lines.map(decode)
  if (hashes.some((hash) => hash.length !== 32)) throw new LedgerError('proof', 'a hash has 32 bytes')
  return { index: Number(digits), hashes, checkpoint: file.slice(border + 2), ...(extra && { extra }) }
}

function decode(line: string): Uint8Array {
  const bytes = fromBase64(line)
  if (!bytes) throw new LedgerError('proof', 'a line is not base64')
  return bytes
}

/** A proof whose checkpoint we trust; `included` says whether the leaf is in it. */
export type OpenedProof = {
  readonly index: number
  readonly checkpoint: Checkpoint
  readonly included: boolean
}

/**
 * Checks a `.tlog-proof` file offline: the checkpoint's signature, then that this leaf stands at this index.
 *
 * @param file the text of the file
 * @param leaf the leaf's bytes, exactly as logged
 * @param keys the log's keys, from a source other than the file
 * @throws LedgerError `proof`, `note` or `checkpoint` when malformed, `signature` when not signed by the log.
 */
export async function openProof(
  file: string,
  leaf: Uint8Array,
  keys: readonly VerifierKey[],
): Promise<OpenedProof> {
  const { index, hashes, checkpoint: note } = parseProof(file)
  const checkpoint = await openCheckpoint(note, keys)
  const { size, root } = checkpoint
  const included = verifyInclusion({ leafHash: leafHash(leaf), index, size, proof: hashes, root })
  return { index, checkpoint, included }
}

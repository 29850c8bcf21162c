import { fromBase64, toBase64 } from './bytes.ts'
import { LedgerError } from './error.ts'
import type { Signer, VerifierKey } from './key.ts'
import { openNote, signNote } from './note.ts'

/** What a log states about itself when it signs: "I am this log, I have so many leaves, and this is their root". */
export type Checkpoint = {
  /** The log's name; also the name of the key that signs. */
  readonly origin: string
  /** Number of leaves. */
  readonly size: number
  /** Merkle root of exactly these leaves, 32 bytes. */
  readonly root: Uint8Array
  /** Further signed lines, opaque and not empty; best left out. */
  readonly extensions?: readonly string[]
}

/**
 * Writes and signs a checkpoint (C2SP tlog-checkpoint in a signed note).
 *
 * @throws LedgerError `checkpoint` when a field is malformed or no signer carries the log's origin as its name.
 */
export async function signCheckpoint(checkpoint: Checkpoint, signers: readonly Signer[]): Promise<string> {
  if (!signers.some(({ key }) => key.name === checkpoint.origin)) {
    throw new LedgerError('checkpoint', `no signer bears the name of the log, ${checkpoint.origin}`)
  }
  const { origin, size, root, extensions = [] } = checkpoint
  const text = `${[origin, String(size), toBase64(root), ...extensions].join('\n')}\n`
  // Read back what was written: an origin or extension with a newline inside would sign other words than meant.
  const { extensions: readBack = [] } = parseCheckpoint(text)
  if (readBack.length !== extensions.length) throw new LedgerError('checkpoint', 'a line holds a newline')
  return signNote(text, signers)
}

/**
 * Checks a signed checkpoint and reads it. It counts only when a trusted key that bears the log's own name has
 * signed it, so no log's key can vouch for another log.
 *
 * @throws LedgerError `note` or `checkpoint` when malformed, `signature` when not signed by such a key.
 */
export async function openCheckpoint(note: string, keys: readonly VerifierKey[]): Promise<Checkpoint> {
  const { text, signedBy } = await openNote(note, keys)
  const checkpoint = parseCheckpoint(text)
  if (!signedBy.some((key) => key.name === checkpoint.origin)) {
    throw new LedgerError('signature', `no key with the name of the log, ${checkpoint.origin}, has signed`)
  }
  return checkpoint
}

function parseCheckpoint(text: string): Checkpoint {
  const [origin = '', sizeLine = '', rootLine = '', ...extensions] = text.slice(0, -1).split('\n')
  const size = /^(?:0|[1-9]\d{0,15})$/.test(sizeLine) ? Number(sizeLine) : Number.NaN
  const root = fromBase64(rootLine)
  if (origin === '' || !Number.isSafeInteger(size) || root?.length !== 32 || extensions.includes('')) {
    throw new LedgerError('checkpoint', 'a checkpoint is an origin, a size, a base64 root of 32 bytes')
  }
  return { origin, size, root, ...(extensions.length > 0 && { extensions }) }
}

import { toHex } from './bytes.ts'
import { LedgerError } from './error.ts'
import type { Signer, VerifierKey } from './key.ts'
import { openNote, signNote } from './note.ts'
import { sha256 } from './sha256.ts'

/** The file in a pack that lists all others; the only one that is not listed. */
export const MANIFEST = 'pack.note'

const FORMAT = 'jawort-proof-pack@1'
const LINE = /^([0-9a-f]{64}) (\S+)$/

/** What the keeper of a log says about a pack: whose log, when it was made, and every file by its hash. */
export type Manifest = {
  /** The log's name; also the name of the key that signs. */
  readonly origin: string
  /** When the pack was made, UTC with milliseconds; the keeper's own clock. */
  readonly issuedAt: string
  /** SHA-256 (hex) by path. */
  readonly hashes: ReadonlyMap<string, string>
}

/**
 * Lists and signs the files of a pack, with the log's own key. Its first line keeps it apart from a checkpoint, so
 * that neither can be passed off as the other.
 *
 * @param files everything but the manifest itself
 */
export function signManifest(
  files: ReadonlyMap<string, Uint8Array>,
  issuedAt: Date,
  signer: Signer,
): Promise<string> {
  const lines = [...files].map(([path, content]) => `${toHex(sha256(content))} ${path}`)
  lines.sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1))
  const head = [FORMAT, signer.key.name, issuedAt.toISOString()]
  return signNote(`${[...head, ...lines].join('\n')}\n`, [signer])
}

/**
 * Checks a manifest's signature and reads it.
 *
 * @throws LedgerError `note` or `pack` when malformed, `signature` when the log itself has not signed it.
 */
export async function openManifest(note: string, keys: readonly VerifierKey[]): Promise<Manifest> {
  const { text, signedBy } = await openNote(note, keys)
  const [format, origin = '', issuedAt = '', ...lines] = text.slice(0, -1).split('\n')
  if (format !== FORMAT) throw new LedgerError('pack', 'the list of files is of another kind')
  if (!signedBy.some(({ name }) => name === origin)) {
    throw new LedgerError(
      'signature',
      `no key with the name of the log, ${origin}, has signed the list of files`,
    )
  }
  // Exactly one signature: a second one would be bytes that nothing vouches for.
  if (note.slice(text.length + 1, -1).includes('\n')) throw new LedgerError('note', 'one signature is enough')
  const hashes = new Map<string, string>()
  for (const line of lines) {
    const [, hash, path] = LINE.exec(line) ?? []
    if (!hash || !path || hashes.has(path)) throw new LedgerError('pack', 'a line of the list is malformed')
    hashes.set(path, hash)
  }
  return { origin, issuedAt, hashes }
}

function pathOf(line: string): string {
  return line.slice(65)
}

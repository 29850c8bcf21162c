import { concat, fromBase64, fromHex, toBase64, toHex, utf8 } from './bytes.ts'
import { LedgerError } from './error.ts'
import { type Signer, type VerifierKey, verifySignature } from './key.ts'

const MAX_SIGNATURES = 64
const SIGNATURE_LINE = /^— ([^\s\u0085+]+) ([A-Za-z0-9+/=]+)$/u

/** A note someone we trust has signed. */
export type OpenedNote = {
  /** The signed text, with its final newline. */
  readonly text: string
  /** The trusted keys whose signatures hold; at least one. */
  readonly signedBy: readonly VerifierKey[]
}

type Signature = { readonly name: string; readonly id: string; readonly bytes: Uint8Array }

/**
 * Signs a text: the text, an empty line, one signature line per signer (C2SP signed-note).
 *
 * @throws LedgerError `note` when the text does not end in a newline or holds control characters, or nobody signs.
 */
export async function signNote(text: string, signers: readonly Signer[]): Promise<string> {
  requireNoteText(text)
  if (signers.length === 0) throw new LedgerError('note', 'a note needs at least one signer')
  const message = utf8(text)
  const lines = signers.map(async ({ key, sign }) => {
    const id = fromHex(key.id) ?? new Uint8Array(0)
    return `— ${key.name} ${toBase64(concat(id, await sign(message)))}\n`
  })
  return `${text}\n${(await Promise.all(lines)).join('')}`
}

/**
 * Checks a signed note against the keys we trust. Signatures of keys we do not know (witnesses, older keys) are
 * passed over; one bad signature of a key we know refuses the whole note (C2SP signed-note).
 *
 * @throws LedgerError `note` when it is malformed, `signature` when a known key's signature is wrong or there is none.
 */
export async function openNote(note: string, keys: readonly VerifierKey[]): Promise<OpenedNote> {
  const { text, signatures } = parseNote(note)
  const message = utf8(text)
  const signedBy: VerifierKey[] = []
  for (const { name, id, bytes } of signatures) {
    const key = keys.find((known) => known.name === name && known.id === id)
    if (!key) continue
    if (!(await verifySignature(key, message, bytes))) {
      throw new LedgerError('signature', `the signature of ${name} (${id}) does not belong to this text`)
    }
    if (!signedBy.includes(key)) signedBy.push(key)
  }
  if (signedBy.length === 0) throw new LedgerError('signature', 'no key we trust has signed this note')
  return { text, signedBy }
}

function parseNote(note: string): { readonly text: string; readonly signatures: readonly Signature[] } {
  const border = note.lastIndexOf('\n\n')
  if (border < 0 || !note.endsWith('\n'))
    throw new LedgerError('note', 'a note is text, an empty line, signatures')
  const text = note.slice(0, border + 1)
  requireNoteText(text)
  const lines = note.slice(border + 2, -1).split('\n')
  if (lines.length > MAX_SIGNATURES) throw new LedgerError('note', `more than ${MAX_SIGNATURES} signatures`)
  return { text, signatures: lines.map(parseSignature) }
}

function parseSignature(line: string): Signature {
  const [, name = '', encoded = ''] = SIGNATURE_LINE.exec(line) ?? []
  const bytes = fromBase64(encoded)
  if (!bytes || bytes.length < 5) throw new LedgerError('note', 'a signature line reads — name base64')
  return { name, id: toHex(bytes.subarray(0, 4)), bytes: bytes.slice(4) }
}

function requireNoteText(text: string): void {
  const hasControl = [...text].some((char) => char < ' ' && char !== '\n')
  if (!text.endsWith('\n') || hasControl || !text.isWellFormed()) {
    throw new LedgerError(
      'note',
      'the text of a note is UTF-8 without control characters and ends in a newline',
    )
  }
}

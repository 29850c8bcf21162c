import { concat, fromBase64, fromHex, toBase64, toHex, utf8 } from './bytes.ts'
import { LedgerError } from './error.ts'
import { type Signer, type VerifierKey, verifySignature } from './key.ts'
import { sha256 } from './sha256.ts'

const COSIGNATURE = 0x04
const KEY_BYTES = 32
const SIGNATURE_LINE = /^— ([^\s\u0085+]+) ([A-Za-z0-9+/=]+)$/u

/** That a witness saw a checkpoint, and when by its clock. */
export type Cosignature = { readonly name: string; readonly at: Date }

/**
 * A witness's key: like a verifier key, of type 4, so that its cosignatures can never pass for a log's own signature
 * (C2SP tlog-cosignature).
 *
 * @throws LedgerError `key` when the key is not 32 bytes.
 */
export function witnessKey(name: string, publicKey: Uint8Array): VerifierKey {
  if (publicKey.length !== KEY_BYTES)
    throw new LedgerError('key', `an Ed25519 public key has ${KEY_BYTES} bytes`)
  const digest = sha256(concat(utf8(name), Uint8Array.of(0x0a, COSIGNATURE), publicKey))
  return { name, id: toHex(digest.subarray(0, 4)), publicKey }
}

/** `name+hex(key id)+base64(0x04 ‖ public key)`: how a witness's key is printed. */
export function formatWitnessKey(key: VerifierKey): string {
  return `${key.name}+${key.id}+${toBase64(concat(Uint8Array.of(COSIGNATURE), key.publicKey))}`
}

/**
 * Reads a printed witness key.
 *
 * @throws LedgerError `key` when it is malformed, not one of a witness, or its id does not belong to its name and key.
 */
export function parseWitnessKey(text: string): VerifierKey {
  const [, name = '', id, encoded = ''] = /^([^\s\u0085+]+)\+([0-9a-f]{8})\+(.*)$/su.exec(text) ?? []
  const typed = fromBase64(encoded)
  if (!id || !typed) throw new LedgerError('key', 'a witness key reads name+id+base64')
  if (typed[0] !== COSIGNATURE) throw new LedgerError('key', 'only cosignature keys (type 4) are understood')
  const key = witnessKey(name, typed.slice(1))
  if (key.id !== id) throw new LedgerError('key', `the key id ${id} does not belong to this name and key`)
  return key
}

/**
 * Cosigns a checkpoint: "this is the newest checkpoint of this log that I have seen, and it continues the one before".
 *
 * @param note the signed checkpoint, verbatim
 * @param witness its key must be of type 4 (`witnessKey`)
 * @returns the signature line, with its newline
 * @throws LedgerError `note` when it is no note.
 */
export async function cosign(note: string, witness: Signer, at: Date): Promise<string> {
  const seconds = Math.floor(at.getTime() / 1000)
  const signature = await witness.sign(messageOf(note, seconds))
  const time = new Uint8Array(8)
  new DataView(time.buffer).setBigUint64(0, BigInt(seconds))
  const id = fromHex(witness.key.id) ?? new Uint8Array(0)
  return `— ${witness.key.name} ${toBase64(concat(id, time, signature))}\n`
}

/**
 * Finds and checks a witness's cosignature of a checkpoint among signature lines.
 *
 * @param note the signed checkpoint, verbatim
 * @param lines what the witness answered; lines of others are passed over
 * @throws LedgerError `note` when the note is malformed, `signature` when there is no line of this witness or it does not hold.
 */
export async function openCosignature(note: string, lines: string, key: VerifierKey): Promise<Cosignature> {
  for (const line of lines.split('\n')) {
    const [, name, encoded = ''] = SIGNATURE_LINE.exec(line) ?? []
    const bytes = fromBase64(encoded)
    if (name !== key.name || bytes?.length !== 4 + 8 + 64 || toHex(bytes.subarray(0, 4)) !== key.id) continue
    const seconds = Number(new DataView(bytes.buffer, bytes.byteOffset + 4, 8).getBigUint64(0))
    if (!Number.isSafeInteger(seconds * 1000)) break
    if (!(await verifySignature(key, messageOf(note, seconds), bytes.slice(12)))) break
    return { name: key.name, at: new Date(seconds * 1000) }
  }
  throw new LedgerError('signature', `${key.name} (${key.id}) has not cosigned this checkpoint`)
}

/** What a witness signs: its time, then the text of the note without the signatures under it. */
function messageOf(note: string, seconds: number): Uint8Array {
  const border = note.lastIndexOf('\n\n')
  if (border < 0) throw new LedgerError('note', 'a note is text, an empty line, signatures')
  return utf8(`cosignature/v1\ntime ${seconds}\n${note.slice(0, border + 1)}`)
}

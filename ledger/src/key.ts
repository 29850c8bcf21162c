import { concat, fromBase64, fromHex, toBase64, toHex, utf8 } from './bytes.ts'
import { LedgerError } from './error.ts'
import { sha256 } from './sha256.ts'

const ED25519 = 0x01
const KEY_BYTES = 32
const PKCS8_PREFIX = fromHex('302e020100300506032b657004220420') ?? new Uint8Array(0)
const KEY_NAME = /^[^\s\u0085+\p{Cc}]+$/u

/** A public key that may sign notes under a name (C2SP signed-note). For a log, the name is the log's origin. */
export type VerifierKey = {
  readonly name: string
  /** First four bytes of `SHA-256(name ‖ 0x0A ‖ 0x01 ‖ publicKey)`, as 8 hex digits. Tells keys apart, proves nothing. */
  readonly id: string
  /** 32 bytes (RFC 8032). */
  readonly publicKey: Uint8Array
}

/** Something that can sign: a key in memory (`createSigner`) or one that never leaves its KMS. */
export type Signer = {
  readonly key: VerifierKey
  /** An Ed25519 signature, 64 bytes. */
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>
}

/**
 * Names a public key.
 *
 * @throws LedgerError `key` when the name is empty or holds a blank, a plus sign or a control character, or when the
 * key is not 32 bytes.
 */
export function verifierKey(name: string, publicKey: Uint8Array): VerifierKey {
  if (!KEY_NAME.test(name) || !name.isWellFormed()) {
    throw new LedgerError('key', 'a key name is not empty and holds no blank, plus sign or control character')
  }
  if (publicKey.length !== KEY_BYTES)
    throw new LedgerError('key', `an Ed25519 public key has ${KEY_BYTES} bytes`)
  const digest = sha256(concat(utf8(name), Uint8Array.of(0x0a, ED25519), publicKey))
  return { name, id: toHex(digest.subarray(0, 4)), publicKey }
}

/** `name+hex(key id)+base64(0x01 ‖ public key)`: how a verifier key is printed, mailed and kept (C2SP signed-note). */
export function formatVerifierKey(key: VerifierKey): string {
  return `${key.name}+${key.id}+${toBase64(concat(Uint8Array.of(ED25519), key.publicKey))}`
}

/**
 * Reads a printed verifier key.
 *
 * @throws LedgerError `key` when it is malformed, not Ed25519, or its id does not belong to its name and key.
 */
export function parseVerifierKey(text: string): VerifierKey {
  const [, name = '', id, encoded = ''] = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/s.exec(text) ?? []
  const typed = fromBase64(encoded)
  if (!id || !typed) throw new LedgerError('key', 'a verifier key reads name+id+base64')
  if (typed[0] !== ED25519) throw new LedgerError('key', 'only Ed25519 verifier keys (type 1) are understood')
  const key = verifierKey(name, typed.slice(1))
  if (key.id !== id) throw new LedgerError('key', `the key id ${id} does not belong to this name and key`)
  return key
}

/**
 * A signer that holds its key in memory.
 *
 * @param name the key's name; for a log its origin
 * @param privateKey Ed25519: the 32-byte seed (RFC 8032) or PKCS #8 DER. A new one: 32 random bytes.
 * @throws LedgerError `key` when name or key cannot be used.
 */
export async function createSigner(name: string, privateKey: Uint8Array): Promise<Signer> {
  const pkcs8 = privateKey.length === KEY_BYTES ? concat(PKCS8_PREFIX, privateKey) : privateKey
  const secret = await importPrivateKey(pkcs8)
  const { x } = await crypto.subtle.exportKey('jwk', secret)
  const publicKey = fromBase64(`${(x ?? '').replaceAll('-', '+').replaceAll('_', '/')}=`)
  if (!publicKey) throw new LedgerError('key', 'the private key gave no public key')
  return {
    key: verifierKey(name, publicKey),
    sign: async (message) =>
      new Uint8Array(await crypto.subtle.sign('Ed25519', secret, new Uint8Array(message))),
  }
}

async function importPrivateKey(pkcs8: Uint8Array) {
  try {
    return await crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), 'Ed25519', true, ['sign'])
  } catch (cause) {
    throw new LedgerError('key', `not an Ed25519 private key (32-byte seed or PKCS #8): ${String(cause)}`)
  }
}

/** True when `signature` (64 bytes) over `message` was made by this key (RFC 8032). */
export async function verifySignature(
  key: VerifierKey,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const imported = await crypto.subtle.importKey('raw', new Uint8Array(key.publicKey), 'Ed25519', false, [
    'verify',
  ])
  return crypto.subtle.verify('Ed25519', imported, new Uint8Array(signature), new Uint8Array(message))
}

import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * The one place where personal data is sealed and opened, and where look-ups on sealed data get their digests.
 *
 * Envelope keys: master key (outside the database) → business key → person key. Destroying a person's key makes
 * everything sealed with it unreadable, in the database and in every backup of it (C-40, C-48).
 */
export interface Vault {
  /** A new random key, wrapped for storage; `scope` binds it to its place (for example the business id). */
  newKey(wrapping: Key, scope: string): { key: Key; wrapped: Buffer }
  /** @throws Error when the wrapped key belongs to another scope or was changed */
  unwrap(wrapping: Key, wrapped: Uint8Array, scope: string): Key
  /** The key that wraps business keys and seals what belongs to no business. */
  readonly master: Key
  /** AES-256-GCM with a fresh nonce; layout: version (1) | nonce (12) | tag (16) | ciphertext. */
  seal(key: Key, text: string, context: string): Buffer
  /** @throws Error when the key or the context is not the one it was sealed with, or a byte was changed */
  open(key: Key, sealed: Uint8Array, context: string): string
  /**
   * Keyed digest for equality look-ups (43 characters). The key is derived from the master key and never stored, so a
   * stolen dump cannot be searched by trying all phone numbers (C-34).
   */
  digest(businessId: string, kind: DigestKind, value: string): string
  /** 32 bytes for a purpose of their own, for example a ledger's signing key; the same again after a restart. */
  derive(purpose: string): Buffer
}

/** `message`: WhatsApp's message ids, which spell the person's number. */
export type DigestKind = 'phone' | 'bsuid' | 'search' | 'suppression' | 'verify_token' | 'session' | 'message'

/** 32 bytes; opaque to everyone but the vault. */
export type Key = Buffer & { readonly __key?: never }

const VERSION = 1
const NONCE = 12
const TAG = 16

/** @param masterKey 32 bytes in base64 */
export function createVault(masterKey: string): Vault {
  const root = Buffer.from(masterKey, 'base64')
  if (root.length !== 32) throw new Error('The master key must be 32 bytes in base64.')
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', root, '', `jawort:${purpose}`, 32))
  const master: Key = derive('wrap')
  const digestKeys = new Map<string, Buffer>()

  function digestKey(businessId: string, kind: DigestKind): Buffer {
    const name = `digest:${businessId}:${kind}`
    const known = digestKeys.get(name)
    if (known) return known
    const key = derive(name)
    digestKeys.set(name, key)
    return key
  }

  function sealBytes(key: Key, plain: Buffer, context: string): Buffer {
    const nonce = randomBytes(NONCE)
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    cipher.setAAD(Buffer.from(context))
    const body = Buffer.concat([cipher.update(plain), cipher.final()])
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body])
  }

  function openBytes(key: Key, sealed: Uint8Array, context: string): Buffer {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
    if (bytes[0] !== VERSION || bytes.length < 1 + NONCE + TAG)
      throw new Error('Not something this vault sealed.')
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + NONCE))
    decipher.setAAD(Buffer.from(context))
    decipher.setAuthTag(bytes.subarray(1 + NONCE, 1 + NONCE + TAG))
    return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE + TAG)), decipher.final()])
  }

  return {
    master,
    derive,
    newKey(wrapping, scope) {
      const key: Key = randomBytes(32)
      return { key, wrapped: sealBytes(wrapping, key, `key:${scope}`) }
    },
    unwrap: (wrapping, wrapped, scope) => openBytes(wrapping, wrapped, `key:${scope}`),
    seal: (key, text, context) => sealBytes(key, Buffer.from(text, 'utf8'), context),
    open: (key, sealed, context) => openBytes(key, sealed, context).toString('utf8'),
    digest: (businessId, kind, value) =>
      createHmac('sha256', digestKey(businessId, kind)).update(value).digest('base64url'),
  }
}

export { loadMasterKey } from './master-key.ts'

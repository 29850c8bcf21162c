import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomFillSync,
} from 'node:crypto'

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
  /** The same key wrapped anew after a rotation; null when `wrapping` itself wraps it already. */
  rewrap(wrapping: Key, wrapped: Uint8Array, scope: string): Buffer | null
  /** From now on what was sealed or wrapped with one of the others opens with `key` as well; sealed is with `key` alone. */
  alsoOpens(key: Key, others: readonly Key[]): void
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
  /**
   * Keyed digests of many short values at once: one AES block each, of which 48 bits are kept as an integer. For
   * look-ups that may find a few too many; hundreds of times cheaper than `digest`.
   * @throws RangeError when a value has more than 16 bytes
   */
  shortDigests(businessId: string, values: readonly string[]): number[]
  /** 32 bytes for a purpose of their own, for example a ledger's signing key; the same again after a restart. */
  derive(purpose: string): Buffer
}

/** `message`: WhatsApp's message ids, which spell the person's number. */
export type DigestKind = 'phone' | 'bsuid' | 'search' | 'suppression' | 'verify_token' | 'session' | 'message'

/** Opaque to everyone but the vault. A key object costs OpenSSL a tenth of what bytes cost it at every use. */
export type Key = KeyObject

const VERSION = 1
const NONCE = 12
const TAG = 16
const HEAD = 1 + NONCE + TAG
const BLOCK = 16
const SHORT = 6

export interface VaultOptions {
  /** The master key that is being replaced: what it wrapped still opens. */
  previous?: string | undefined
  /** What look-ups, ledgers and sign-in derive their secrets from; it outlives the master key. Without it the master key itself. */
  root?: Buffer
}

/** @param masterKey 32 bytes in base64 */
export function createVault(masterKey: string, options: VaultOptions = {}): Vault {
  const root = options.root ?? bytesOf(masterKey)
  const derive = (purpose: string) => deriveFrom(root, purpose)
  const master = createSecretKey(deriveFrom(bytesOf(masterKey), 'wrap'))
  const others = new WeakMap<Key, readonly Key[]>()
  if (options.previous) others.set(master, [createSecretKey(deriveFrom(bytesOf(options.previous), 'wrap'))])
  const random = randomStock()
  const digestKeys = new Map<string, Key>()

  function digestKey(businessId: string, kind: DigestKind | 'short'): Key {
    const name = `digest:${businessId}:${kind}`
    const known = digestKeys.get(name)
    if (known) return known
    const key = createSecretKey(derive(name))
    digestKeys.set(name, key)
    return key
  }

  function sealBytes(key: Key, plain: Buffer, context: string): Buffer {
    const sealed = Buffer.allocUnsafe(HEAD + plain.length)
    sealed[0] = VERSION
    const nonce = random(sealed.subarray(1, 1 + NONCE))
    const cipher = createCipheriv('aes-256-gcm', key, nonce)
    cipher.setAAD(Buffer.from(context))
    sealed.set(cipher.update(plain), HEAD)
    cipher.final()
    sealed.set(cipher.getAuthTag(), 1 + NONCE)
    return sealed
  }

  /** With the key itself, else with those that it replaced: the first that fits. */
  function openAny(key: Key, sealed: Uint8Array, context: string): Buffer {
    try {
      return openBytes(key, sealed, context)
    } catch (error) {
      for (const other of others.get(key) ?? []) {
        try {
          return openBytes(other, sealed, context)
        } catch {
          // Not with this one; what is told is why the key itself did not open it.
        }
      }
      throw error
    }
  }

  function openBytes(key: Key, sealed: Uint8Array, context: string): Buffer {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
    if (bytes[0] !== VERSION || bytes.length < HEAD) throw new Error('Not something this vault sealed.')
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + NONCE))
    decipher.setAAD(Buffer.from(context))
    decipher.setAuthTag(bytes.subarray(1 + NONCE, HEAD))
    const plain = decipher.update(bytes.subarray(HEAD))
    // Nothing follows in this mode; it throws unless every byte is the one that was sealed.
    decipher.final()
    return plain
  }

  return {
    master,
    derive,
    newKey(wrapping, scope) {
      const bytes = random(Buffer.allocUnsafe(32))
      return { key: createSecretKey(bytes), wrapped: sealBytes(wrapping, bytes, `key:${scope}`) }
    },
    unwrap: (wrapping, wrapped, scope) => createSecretKey(openAny(wrapping, wrapped, `key:${scope}`)),
    rewrap(wrapping, wrapped, scope) {
      try {
        openBytes(wrapping, wrapped, `key:${scope}`)
        return null
      } catch {
        return sealBytes(wrapping, openAny(wrapping, wrapped, `key:${scope}`), `key:${scope}`)
      }
    },
    alsoOpens: (key, keys) => void others.set(key, keys),
    seal: (key, text, context) => sealBytes(key, Buffer.from(text, 'utf8'), context),
    open: (key, sealed, context) => openAny(key, sealed, context).toString('utf8'),
    digest: (businessId, kind, value) =>
      createHmac('sha256', digestKey(businessId, kind)).update(value).digest('base64url'),
    shortDigests(businessId, values) {
      const blocks = Buffer.alloc(values.length * BLOCK)
      for (const [index, value] of values.entries()) {
        if (Buffer.byteLength(value) > BLOCK)
          throw new RangeError('A short digest is made of 16 bytes at most.')
        blocks.write(value, index * BLOCK)
      }
      // No block is ever read back: a block cipher is used as the keyed function it is, one value per block.
      const cipher = createCipheriv('aes-256-ecb', digestKey(businessId, 'short'), null)
      const digests = cipher.update(blocks)
      return values.map((_, index) => digests.readUIntBE(index * BLOCK, SHORT))
    },
  }
}

/** Fills buffers from a stock of random bytes, none of which is given twice: asking the system each time costs more than sealing. */
function randomStock(): (target: Buffer) => Buffer {
  const stock = Buffer.allocUnsafeSlow(8 * 1024)
  let used = stock.length
  return (target) => {
    if (used + target.length > stock.length) {
      randomFillSync(stock)
      used = 0
    }
    stock.copy(target, 0, used, used + target.length)
    stock.fill(0, used, used + target.length)
    used += target.length
    return target
  }
}

function bytesOf(masterKey: string): Buffer {
  const bytes = Buffer.from(masterKey, 'base64')
  if (bytes.length !== 32) throw new Error('The master key must be 32 bytes in base64.')
  return bytes
}

const deriveFrom = (secret: Buffer, purpose: string) =>
  Buffer.from(hkdfSync('sha256', secret, '', `jawort:${purpose}`, 32))

import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../config.ts'
import { createVault, type DigestKind, findMasterKeys, replaceMasterKeyFile } from './index.ts'

const MASTER = Buffer.alloc(32, 7).toString('base64')
const OTHER = Buffer.alloc(32, 11).toString('base64')
const vault = createVault(MASTER)
const key = vault.newKey(vault.master, 'business').key
const otherKey = vault.newKey(vault.master, 'business').key
// `grapheme` makes text as people write it; a lone surrogate is no text and could not come back.
const text = fc.string({ unit: 'grapheme' })

describe('the vault', () => {
  it('opens what it sealed, byte for byte', () => {
    fc.assert(
      fc.property(text, text, (plain, context) => {
        expect(vault.open(key, vault.seal(key, plain, context), context)).toBe(plain)
      }),
    )
  })

  it('never seals the same text to the same bytes, and shows nothing of it', () => {
    const sealed = [vault.seal(key, 'Mia Muster', 'name'), vault.seal(key, 'Mia Muster', 'name')]
    expect(sealed[0]).not.toEqual(sealed[1])
    expect(sealed[0]?.toString('latin1')).not.toContain('Mia')
  })

  it('refuses another key and another context', () => {
    fc.assert(
      fc.property(text, text, text, (plain, context, other) => {
        const sealed = vault.seal(key, plain, context)
        expect(() => vault.open(otherKey, sealed, context)).toThrow()
        fc.pre(other !== context)
        expect(() => vault.open(key, sealed, other)).toThrow()
      }),
    )
  })

  it('refuses any flipped bit, any cut and any addition', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 0, max: 7 }), (plain, place, bit) => {
        const sealed = vault.seal(key, plain, 'message')
        const flipped = Buffer.from(sealed)
        const at = place % flipped.length
        flipped.writeUInt8((flipped[at] ?? 0) ^ (1 << bit), at)
        expect(() => vault.open(key, flipped, 'message')).toThrow()
        expect(() => vault.open(key, sealed.subarray(0, at), 'message')).toThrow()
        expect(() => vault.open(key, Buffer.concat([sealed, Buffer.of(0)]), 'message')).toThrow()
      }),
    )
  })

  it('reads bytes that lie in the middle of a larger buffer, as databases hand them out', () => {
    const sealed = vault.seal(key, 'Mia', 'name')
    const larger = Buffer.concat([Buffer.alloc(5, 1), sealed, Buffer.alloc(5, 1)])
    expect(vault.open(key, new Uint8Array(larger.buffer, larger.byteOffset + 5, sealed.length), 'name')).toBe(
      'Mia',
    )
  })

  it('gives a wrapped key back only to its scope and to the key that wrapped it', () => {
    const { key: fresh, wrapped } = vault.newKey(vault.master, 'business-1')
    expect(vault.unwrap(vault.master, wrapped, 'business-1').equals(fresh)).toBe(true)
    expect(fresh.equals(key)).toBe(false)
    expect(() => vault.unwrap(vault.master, wrapped, 'business-2')).toThrow()
    expect(() => vault.unwrap(key, wrapped, 'business-1')).toThrow()
    const foreign = createVault(Buffer.alloc(32, 8).toString('base64'))
    expect(() => foreign.unwrap(foreign.master, wrapped, 'business-1')).toThrow()
  })

  it('does not take a sealed text for a wrapped key', () => {
    const sealed = vault.seal(vault.master, 'x'.repeat(32), 'business-1')
    expect(() => vault.unwrap(vault.master, sealed, 'business-1')).toThrow()
  })

  it('digests the same value alike, and differently for each business, kind and installation', () => {
    const kinds: DigestKind[] = ['phone', 'bsuid', 'search', 'suppression', 'verify_token', 'session']
    const foreign = createVault(Buffer.alloc(32, 8).toString('base64'))
    const value = '+4915112345678'
    const digests = [
      ...kinds.map((kind) => vault.digest('b1', kind, value)),
      ...kinds.map((kind) => vault.digest('b2', kind, value)),
      foreign.digest('b1', 'phone', value),
      vault.digest('b1', 'phone', '+4915112345679'),
    ]
    expect(new Set(digests).size).toBe(digests.length)
    expect(createVault(MASTER).digest('b1', 'phone', value)).toBe(digests[0])
    for (const digest of digests) expect(digest).toMatch(/^[\w-]{43}$/)
  })

  it('digests with a key: nobody without it can try all numbers', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const plain = createHash('sha256').update(value).digest('base64url')
        expect(vault.digest('b1', 'phone', value)).not.toBe(plain)
      }),
    )
  })

  it('makes short digests of many values at once, each as if it were alone', () => {
    const short = fc.string({ unit: 'grapheme' }).filter((value) => Buffer.byteLength(value) <= 16)
    fc.assert(
      fc.property(fc.uniqueArray(short), (values) => {
        const named = values.filter((value) => !value.includes('\u0000'))
        const digests = vault.shortDigests('b1', named)
        expect(digests).toEqual(named.flatMap((value) => vault.shortDigests('b1', [value])))
        expect(new Set(digests).size).toBe(named.length)
        expect(digests.every(Number.isSafeInteger)).toBe(true)
      }),
    )
    expect(vault.shortDigests('b1', ['nanna'])).toEqual(createVault(MASTER).shortDigests('b1', ['nanna']))
    expect(vault.shortDigests('b1', ['nanna'])).not.toEqual(vault.shortDigests('b2', ['nanna']))
    expect(() => vault.shortDigests('b1', ['x'.repeat(17)])).toThrow(RangeError)
  })

  it('never uses a nonce twice', () => {
    const nonces = Array.from({ length: 2_000 }, () => vault.seal(key, '', '').toString('hex', 1, 13))
    expect(new Set(nonces).size).toBe(nonces.length)
  })

  it('derives the same bytes after a restart and others for another purpose', () => {
    expect(createVault(MASTER).derive('auth')).toEqual(vault.derive('auth'))
    expect(vault.derive('auth')).not.toEqual(vault.derive('ledger'))
    expect(vault.derive('auth')).toHaveLength(32)
    expect(vault.derive('wrap').toString('base64')).not.toBe(MASTER)
  })

  it('refuses a master key of another length', () => {
    expect(() => createVault(Buffer.alloc(16).toString('base64'))).toThrow('32 bytes')
  })
})

describe('the master key', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'jawort-key-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is made once, readable for its owner only, and found again', () => {
    const config = loadConfig({ JAWORT_DATA_DIR: join(folder, 'data') })
    expect(findMasterKeys(config).current).toBeUndefined()
    const made = findMasterKeys(config).make()
    expect(Buffer.from(made, 'base64')).toHaveLength(32)
    expect(statSync(join(config.dataDir, 'master.key')).mode & 0o777).toBe(0o600)
    expect(findMasterKeys(config).current).toBe(made)
  })

  it('comes from the environment when it is there, and then no file is read', () => {
    const config = loadConfig({
      JAWORT_DATA_DIR: join(folder, 'data'),
      JAWORT_MASTER_KEY: MASTER,
      JAWORT_PREVIOUS_MASTER_KEY: OTHER,
    })
    expect(findMasterKeys(config)).toMatchObject({ current: MASTER, previous: OTHER })
    expect(replaceMasterKeyFile(config)).toBeUndefined()
  })

  it('C-48: is replaced by a new one, with the old one beside it until that is done', () => {
    const config = loadConfig({ JAWORT_DATA_DIR: join(folder, 'replaced') })
    const old = findMasterKeys(config).make()
    replaceMasterKeyFile(config)
    const first = findMasterKeys(config)
    expect(first).toMatchObject({ previous: old })
    expect(first.current).not.toBe(old)
    // Broken off and begun again: not a third key.
    const replacing = replaceMasterKeyFile(config)
    expect(findMasterKeys(config)).toMatchObject({ current: first.current, previous: old })
    replacing?.done()
    expect(findMasterKeys(config)).toMatchObject({ current: first.current, previous: undefined })
  })
})

describe('rotation', () => {
  it('C-48: opens what an earlier key sealed, and seals with the new one alone', () => {
    const before = createVault(MASTER)
    const after = createVault(OTHER, { previous: MASTER, root: Buffer.from(MASTER, 'base64') })
    const { key, wrapped } = before.newKey(before.master, 'b1')
    expect(after.unwrap(after.master, wrapped, 'b1').equals(key)).toBe(true)
    expect(after.digest('b1', 'phone', '+49151')).toBe(before.digest('b1', 'phone', '+49151'))
    expect(after.derive('ledger:b1')).toEqual(before.derive('ledger:b1'))
    const anew = after.rewrap(after.master, wrapped, 'b1')
    expect(anew).not.toBeNull()
    expect(after.rewrap(after.master, anew ?? wrapped, 'b1')).toBeNull()
    const later = createVault(OTHER)
    expect(later.unwrap(later.master, anew ?? wrapped, 'b1').equals(key)).toBe(true)
    expect(() => later.unwrap(later.master, wrapped, 'b1')).toThrow()
    expect(() => after.rewrap(after.master, wrapped, 'b2')).toThrow()
  })
})

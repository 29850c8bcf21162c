import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromHex, toHex } from './bytes.ts'
import { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from './proofs.ts'
import { flipped, readerOf } from './sample_log.ts'
import { append, EMPTY_FRONTIER, EMPTY_ROOT, leafHash, loadFrontier, nodeHash, rootOf } from './tree.ts'

const bytes = (hex: string) => fromHex(hex) ?? expect.unreachable(`not hex: ${hex}`)

// The sample tree of the Certificate Transparency project (certificate-transparency-go and transparency-dev/merkle).
const CT_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
]
const CT_ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const CT_INCLUSION: [index: number, size: number, proof: string[]][] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
]
const CT_CONSISTENCY: [oldSize: number, newSize: number, proof: string[]][] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
]

/** A log grown leaf by leaf: the root at every size, and everything it would have stored. */
function grow(leafHashes: readonly Uint8Array[]) {
  let frontier = EMPTY_FRONTIER
  const stored: (readonly Uint8Array[])[] = []
  const roots = [rootOf(frontier)]
  for (const hash of leafHashes) {
    const added = append(frontier, hash)
    frontier = added.frontier
    stored.push(added.hashes)
    roots.push(rootOf(frontier))
  }
  const rootAt = (size: number) => roots[size] ?? expect.unreachable(`no root at ${size}`)
  return { frontier, stored, rootAt, readHashes: readerOf(stored) }
}

/** The root by the recursive definition of RFC 9162 §2.1.1, the slow and obvious way. */
function definedRoot(leafHashes: readonly Uint8Array[]): Uint8Array {
  const [first, second] = leafHashes
  if (!first) return EMPTY_ROOT
  if (!second) return first
  let k = 1
  while (k * 2 < leafHashes.length) k *= 2
  return nodeHash(definedRoot(leafHashes.slice(0, k)), definedRoot(leafHashes.slice(k)))
}

const MAX_SIZE = 300
const HASHES = Array.from({ length: MAX_SIZE }, (_, i) => leafHash(Uint8Array.of(i % 256, i >> 8)))
const LOG = grow(HASHES)
const size = fc.nat(MAX_SIZE)
const hashAt = (index: number) => HASHES[index] ?? expect.unreachable(`no leaf ${index}`)

test('Certificate Transparency: roots of sizes 0 to 8', () => {
  const log = grow(CT_LEAVES.map((leaf) => leafHash(bytes(leaf))))
  expect(CT_ROOTS.map((_, n) => toHex(log.rootAt(n)))).toEqual(CT_ROOTS)
})

test.each(CT_INCLUSION)(
  'Certificate Transparency: inclusion of leaf %i in %i',
  async (index, size, proof) => {
    const { readHashes } = grow(CT_LEAVES.map((leaf) => leafHash(bytes(leaf))))
    expect((await inclusionProof(index, size, readHashes)).map(toHex)).toEqual(proof)
    const claim = { leafHash: leafHash(bytes(CT_LEAVES[index] ?? '')), index, size }
    expect(verifyInclusion({ ...claim, proof: proof.map(bytes), root: bytes(CT_ROOTS[size] ?? '') })).toBe(
      true,
    )
  },
)

test.each(CT_CONSISTENCY)(
  'Certificate Transparency: %i leaves continued to %i',
  async (oldSize, newSize, proof) => {
    const { readHashes } = grow(CT_LEAVES.map((leaf) => leafHash(bytes(leaf))))
    expect((await consistencyProof(oldSize, newSize, readHashes)).map(toHex)).toEqual(proof)
    const oldRoot = bytes(CT_ROOTS[oldSize] ?? '')
    const newRoot = bytes(CT_ROOTS[newSize] ?? '')
    expect(verifyConsistency({ oldSize, oldRoot, newSize, newRoot, proof: proof.map(bytes) })).toBe(true)
  },
)

test('appending gives the defined root at every size, and stores two hashes per leaf at most', () => {
  for (let n = 0; n <= MAX_SIZE; n++)
    expect(LOG.rootAt(n), `size ${n}`).toEqual(definedRoot(HASHES.slice(0, n)))
  expect(LOG.stored.flat().length).toBeLessThan(2 * MAX_SIZE)
})

test('a frontier read back from storage is the frontier that was left', async () => {
  for (let n = 0; n <= MAX_SIZE; n++) {
    const frontier = await loadFrontier(n, LOG.readHashes)
    expect(rootOf(frontier), `size ${n}`).toEqual(LOG.rootAt(n))
  }
  expect(await loadFrontier(MAX_SIZE, LOG.readHashes)).toEqual(LOG.frontier)
})

test('every inclusion proof of small trees verifies, at its own index only', async () => {
  for (let n = 1; n <= 33; n++) {
    for (let index = 0; index < n; index++) {
      const proof = await inclusionProof(index, n, LOG.readHashes)
      for (let other = 0; other < n; other++) {
        const claim = { leafHash: hashAt(index), index: other, size: n, proof, root: LOG.rootAt(n) }
        expect(verifyInclusion(claim), `leaf ${index} as ${other} of ${n}`).toBe(other === index)
      }
    }
  }
})

test('inclusion: genuine proofs verify, mutated ones do not', async () => {
  const leafIn = fc.integer({ min: 1, max: MAX_SIZE }).chain((n) => fc.tuple(fc.constant(n), fc.nat(n - 1)))
  await fc.assert(
    fc.asyncProperty(leafIn, fc.nat(31), fc.nat(), async ([n, index], byte, pick) => {
      const proof = await inclusionProof(index, n, LOG.readHashes)
      const claim = { leafHash: hashAt(index), index, size: n, proof, root: LOG.rootAt(n) }
      expect(verifyInclusion(claim)).toBe(true)

      const at = proof.length === 0 ? -1 : pick % proof.length
      const mutations = [
        { ...claim, leafHash: flipped(claim.leafHash, byte) },
        { ...claim, root: flipped(claim.root, byte) },
        { ...claim, proof: [...proof, claim.root] },
        { ...claim, index: n },
        { ...claim, index: -1 },
        ...(at < 0
          ? []
          : [
              { ...claim, proof: proof.map((hash, i) => (i === at ? flipped(hash, byte) : hash)) },
              { ...claim, proof: proof.toSpliced(at, 1) },
            ]),
      ]
      for (const mutation of mutations) expect(verifyInclusion(mutation)).toBe(false)
    }),
    { numRuns: 300 },
  )
})

test('every consistency proof of small trees verifies', async () => {
  for (let newSize = 0; newSize <= 40; newSize++) {
    for (let oldSize = 0; oldSize <= newSize; oldSize++) {
      const proof = await consistencyProof(oldSize, newSize, LOG.readHashes)
      const claim = { oldSize, oldRoot: LOG.rootAt(oldSize), newSize, newRoot: LOG.rootAt(newSize), proof }
      expect(verifyConsistency(claim), `${oldSize} to ${newSize}`).toBe(true)
    }
  }
})

test('consistency: genuine proofs verify, mutated ones do not', async () => {
  await fc.assert(
    fc.asyncProperty(size, size, fc.nat(31), fc.nat(), async (a, b, byte, pick) => {
      const [oldSize, newSize] = [Math.min(a, b), Math.max(a, b)]
      const proof = await consistencyProof(oldSize, newSize, LOG.readHashes)
      const claim = { oldSize, oldRoot: LOG.rootAt(oldSize), newSize, newRoot: LOG.rootAt(newSize), proof }
      expect(verifyConsistency(claim)).toBe(true)

      const at = proof.length === 0 ? -1 : pick % proof.length
      const mutations = [
        { ...claim, oldRoot: flipped(claim.oldRoot, byte) },
        { ...claim, proof: [...proof, claim.newRoot] },
        { ...claim, oldSize: newSize + 1 },
        // Nothing is said about what follows an empty log, so any root may follow it.
        ...(oldSize === 0 && newSize > 0 ? [] : [{ ...claim, newRoot: flipped(claim.newRoot, byte) }]),
        ...(at < 0
          ? []
          : [
              { ...claim, proof: proof.map((hash, i) => (i === at ? flipped(hash, byte) : hash)) },
              { ...claim, proof: proof.toSpliced(at, 1) },
            ]),
      ]
      for (const mutation of mutations) expect(verifyConsistency(mutation)).toBe(false)
    }),
    { numRuns: 300 },
  )
})

test('a rewritten past has no consistency proof', async () => {
  const rewritten = grow(HASHES.with(40, leafHash(Uint8Array.of(99))))
  const proof = await consistencyProof(100, 200, rewritten.readHashes)
  const claim = { oldSize: 100, newSize: 200, newRoot: rewritten.rootAt(200), proof }
  expect(verifyConsistency({ ...claim, oldRoot: LOG.rootAt(100) })).toBe(false)
  expect(verifyConsistency({ ...claim, oldRoot: rewritten.rootAt(100) })).toBe(true)
})

test('proofs of leaves that are not there, and storage that lost a hash, are errors', async () => {
  await expect(inclusionProof(8, 8, LOG.readHashes)).rejects.toThrow('no leaf 8 among 8')
  await expect(inclusionProof(0.5, 8, LOG.readHashes)).rejects.toThrow(RangeError)
  await expect(consistencyProof(9, 8, LOG.readHashes)).rejects.toThrow('8 leaves cannot continue 9')
  await expect(inclusionProof(0, 8, () => [])).rejects.toThrow('asked for 3 stored hashes, got 0')
  expect(() => append({ size: 1, hashes: [] }, hashAt(0))).toThrow('lacks hashes')
})

test('one append to ten million leaves is a handful of hashes', async () => {
  const synthetic = (level: number, index: number) => leafHash(Uint8Array.of(level, index % 251))
  const frontier = await loadFrontier(10_000_000, (nodes) =>
    nodes.map(({ level, index }) => synthetic(level, index)),
  )
  expect(frontier.hashes.length).toBeLessThan(24)
  const added = append(frontier, hashAt(0))
  expect(added.frontier.size).toBe(10_000_001)
  expect(added.hashes).toHaveLength(1)
})

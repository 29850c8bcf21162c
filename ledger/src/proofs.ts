import { equal } from './bytes.ts'
import { EMPTY_ROOT, floorLog2, fold, nodeHash, perfectNodes, type ReadHashes, readAll } from './tree.ts'

/** Leaves `start` to `end - 1`, one subtree of the tree as RFC 9162 cuts it. */
type Range = { readonly start: number; readonly end: number }

/**
 * The hashes that lead from the leaf to the root, the leaf's sibling first (RFC 9162 §2.1.3).
 *
 * @param index the leaf's seq
 * @param size how many leaves the tree has that is proved against
 * @throws RangeError when there is no such leaf in a tree of that size.
 */
export async function inclusionProof(
  index: number,
  size: number,
  readHashes: ReadHashes,
): Promise<Uint8Array[]> {
  if (!isCount(index) || !isCount(size) || index >= size)
    throw new RangeError(`no leaf ${index} among ${size}`)
  const siblings: Range[] = []
  for (let range: Range = { start: 0, end: size }; range.end - range.start > 1; ) {
    const { left, right } = split(range)
    siblings.unshift(index < left.end ? right : left)
    range = index < left.end ? left : right
  }
  return hashesOf(siblings, readHashes)
}

/**
 * The hashes that show that the log of `newSize` leaves begins with the log of `oldSize` leaves (RFC 9162 §2.1.4).
 *
 * @throws RangeError when `oldSize` is greater than `newSize`.
 */
export async function consistencyProof(
  oldSize: number,
  newSize: number,
  readHashes: ReadHashes,
): Promise<Uint8Array[]> {
  if (!isCount(oldSize) || !isCount(newSize) || oldSize > newSize) {
    throw new RangeError(`${newSize} leaves cannot continue ${oldSize}`)
  }
  if (oldSize === 0 || oldSize === newSize) return []
  const ranges: Range[] = []
  let range: Range = { start: 0, end: newSize }
  while (range.end !== oldSize) {
    const { left, right } = split(range)
    ranges.unshift(oldSize <= left.end ? right : left)
    range = oldSize <= left.end ? left : right
  }
  // The subtree that ends the old tree. When it is the whole old tree, the verifier has its hash: the old root.
  if (range.start > 0) ranges.unshift(range)
  return hashesOf(ranges, readHashes)
}

/** Cuts a subtree at the greatest power of two below its length, as RFC 9162 §2.1.1 does. */
function split({ start, end }: Range): { readonly left: Range; readonly right: Range } {
  const middle = start + 2 ** floorLog2(end - start - 1)
  return { left: { start, end: middle }, right: { start: middle, end } }
}

async function hashesOf(ranges: readonly Range[], readHashes: ReadHashes): Promise<Uint8Array[]> {
  const parts = ranges.map(({ start, end }) => perfectNodes(start, end))
  const hashes = await readAll(parts.flat(), readHashes)
  let used = 0
  return parts.map((nodes) => {
    const from = used
    used += nodes.length
    return fold(hashes.slice(from, used))
  })
}

/** True when the proof leads from the leaf's hash at `index` to `root` in a tree of `size` leaves (RFC 9162 §2.1.3.2). */
export function verifyInclusion(claim: {
  readonly leafHash: Uint8Array
  readonly index: number
  readonly size: number
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}): boolean {
  const { index, size, proof, root } = claim
  if (!isCount(index) || !isCount(size) || index >= size) return false
  let at = index
  let last = size - 1
  let hash = claim.leafHash
  for (const sibling of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash)
      while (at % 2 === 0 && at !== 0) {
        at /= 2
        last = half(last)
      }
    } else {
      hash = nodeHash(hash, sibling)
    }
    at = half(at)
    last = half(last)
  }
  return last === 0 && equal(hash, root)
}

/** True when the proof shows that the new tree begins with all of the old one (RFC 9162 §2.1.4.2). */
export function verifyConsistency(claim: {
  readonly oldSize: number
  readonly oldRoot: Uint8Array
  readonly newSize: number
  readonly newRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}): boolean {
  const { oldSize, oldRoot, newSize, newRoot, proof } = claim
  if (!isCount(oldSize) || !isCount(newSize) || oldSize > newSize) return false
  if (oldSize === newSize) return proof.length === 0 && equal(oldRoot, newRoot)
  if (oldSize === 0) return proof.length === 0 && equal(oldRoot, EMPTY_ROOT)

  let at = oldSize - 1
  let last = newSize - 1
  while (at % 2 === 1) {
    at = half(at)
    last = half(last)
  }
  const isPowerOfTwo = at === 0
  const [seed, ...rest] = isPowerOfTwo ? [oldRoot, ...proof] : proof
  if (!seed) return false
  let oldHash = seed
  let newHash = seed
  for (const sibling of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      oldHash = nodeHash(sibling, oldHash)
      newHash = nodeHash(sibling, newHash)
      while (at % 2 === 0 && at !== 0) {
        at /= 2
        last = half(last)
      }
    } else {
      newHash = nodeHash(newHash, sibling)
    }
    at = half(at)
    last = half(last)
  }
  return last === 0 && equal(oldHash, oldRoot) && equal(newHash, newRoot)
}

function half(n: number): number {
  return Math.floor(n / 2)
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0
}

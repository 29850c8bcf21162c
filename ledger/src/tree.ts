import { concat } from './bytes.ts'
import { sha256 } from './sha256.ts'

const LEAF_PREFIX = Uint8Array.of(0x00)
const NODE_PREFIX = Uint8Array.of(0x01)

/** The root of a log without leaves: SHA-256 of nothing (RFC 9162 §2.1.1). */
export const EMPTY_ROOT: Uint8Array = sha256(new Uint8Array(0))

/** `SHA-256(0x00 ‖ leaf)`, 32 bytes (RFC 9162 §2.1.1). */
export function leafHash(leaf: Uint8Array): Uint8Array {
  return sha256(concat(LEAF_PREFIX, leaf))
}

/** `SHA-256(0x01 ‖ left ‖ right)`, 32 bytes (RFC 9162 §2.1.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concat(NODE_PREFIX, left, right))
}

/** A perfect subtree: `level` 0 is a leaf; `index` counts the subtrees of that level from the left, from 0. */
export type Node = { readonly level: number; readonly index: number }

/**
 * Reads the stored hashes of perfect subtrees, in the order asked for. Called once per proof or frontier, so a
 * database answers with one query: the hash of `node` was completed by leaf `completedBy(node)`.
 */
export type ReadHashes = (nodes: readonly Node[]) => readonly Uint8Array[] | Promise<readonly Uint8Array[]>

/** The `seq` of the leaf whose append completed this subtree: its last leaf. Its hash is `hashes[level]` there. */
export function completedBy({ level, index }: Node): number {
  return (index + 1) * 2 ** level - 1
}

/** All a log must remember to go on: its size and the hashes of the perfect subtrees it consists of, largest first. */
export type Frontier = { readonly size: number; readonly hashes: readonly Uint8Array[] }

export const EMPTY_FRONTIER: Frontier = { size: 0, hashes: [] }

/**
 * Adds one leaf, by its hash, in O(log n).
 *
 * `hashes` are the subtrees this leaf completed: `hashes[level]` for level 0 (the leaf itself) upwards. Store them with
 * the leaf, never to be changed: together they are every hash that any proof will need, two per leaf on average.
 */
export function append(
  frontier: Frontier,
  leaf: Uint8Array,
): { readonly frontier: Frontier; readonly hashes: readonly Uint8Array[] } {
  const edge = frontier.hashes.slice()
  const completed = [leaf]
  let top = leaf
  for (let left = frontier.size; left % 2 === 1; left = (left - 1) / 2) {
    const sibling = edge.pop()
    if (!sibling) throw new RangeError(`this frontier lacks hashes for its ${frontier.size} leaves`)
    top = nodeHash(sibling, top)
    completed.push(top)
  }
  edge.push(top)
  return { frontier: { size: frontier.size + 1, hashes: edge }, hashes: completed }
}

/** The Merkle root of the leaves so far, 32 bytes. */
export function rootOf(frontier: Frontier): Uint8Array {
  return fold(frontier.hashes)
}

/**
 * Reads back the frontier of the first `size` leaves, in O(log n) hashes: to go on after a restart, or for the root of
 * an earlier size.
 */
export async function loadFrontier(size: number, readHashes: ReadHashes): Promise<Frontier> {
  return { size, hashes: await readAll(perfectNodes(0, size), readHashes) }
}

/** @throws RangeError when the storage gave back another number of hashes than it was asked for. */
export async function readAll(
  nodes: readonly Node[],
  readHashes: ReadHashes,
): Promise<readonly Uint8Array[]> {
  const hashes = nodes.length === 0 ? [] : await readHashes(nodes)
  if (hashes.length !== nodes.length) {
    throw new RangeError(`asked for ${nodes.length} stored hashes, got ${hashes.length}`)
  }
  return hashes
}

/** The perfect subtrees that cover the leaves `start` to `end - 1`, largest first. `start` must be aligned to them. */
export function perfectNodes(start: number, end: number): Node[] {
  const nodes: Node[] = []
  for (let at = start; at < end; ) {
    const level = floorLog2(end - at)
    nodes.push({ level, index: at / 2 ** level })
    at += 2 ** level
  }
  return nodes
}

/** The hash over neighbouring perfect subtrees, largest first: the root of the tree they make up. */
export function fold(hashes: readonly Uint8Array[]): Uint8Array {
  return hashes.length === 0 ? EMPTY_ROOT : hashes.reduceRight((right, left) => nodeHash(left, right))
}

/** The exponent of the greatest power of two that is not above `n`; `n` ≥ 1. Exact, unlike rounding `Math.log2`. */
export function floorLog2(n: number): number {
  let exponent = 0
  while (2 ** (exponent + 1) <= n) exponent++
  return exponent
}

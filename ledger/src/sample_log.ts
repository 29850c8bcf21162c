// A small real log for the tests of this package: what a server would have stored.

import { toHex } from './bytes.ts'
import { signCheckpoint } from './checkpoint.ts'
import { commit } from './commitment.ts'
import { createSigner, type Signer } from './key.ts'
import { type Leaf, leafBytes } from './leaf.ts'
import { sha256 } from './sha256.ts'
import { append, completedBy, EMPTY_FRONTIER, leafHash, type ReadHashes, rootOf } from './tree.ts'
import type { LedgerRecord } from './verify_ledger.ts'

export const ORIGIN = 'jawort.example/ledger/4711'

export type SampleLog = {
  readonly signer: Signer
  readonly records: LedgerRecord[]
  readonly checkpoints: string[]
  readonly readHashes: ReadHashes
}

export function sampleSigner(name = ORIGIN, seed = 7): Promise<Signer> {
  return createSigner(name, new Uint8Array(32).fill(seed))
}

export function samplePayload(seq: number): object {
  return {
    wording: `Ja, schickt mir Neues! (${seq})`,
    inbound: 'JA',
    at: 1_772_357_400_000 + seq,
    ids: [seq, null],
  }
}

export function sampleSalt(seq: number): Uint8Array {
  return sha256(Uint8Array.of(seq % 256, seq >> 8))
}

export function sampleLeaf(seq: number, changes: Partial<Leaf> = {}): Leaf {
  return {
    v: 1,
    origin: ORIGIN,
    seq,
    type: 'confirmed',
    state: 'confirmed',
    purpose: 'newsletter',
    textVersionHash: 'ab'.repeat(32),
    rulePack: 'de@2026-01',
    t: '2026-03-01T09:30:00.000Z',
    commit: toHex(commit(samplePayload(seq), sampleSalt(seq))),
    ...changes,
  }
}

/** Builds the log of these leaves with a checkpoint at each of these sizes. */
export async function sampleLog(
  rows: readonly Pick<LedgerRecord, 'leaf' | 'opening'>[],
  checkpointSizes: readonly number[],
): Promise<SampleLog> {
  const signer = await sampleSigner()
  const records: LedgerRecord[] = []
  const checkpoints: string[] = []
  let frontier = EMPTY_FRONTIER
  for (const [seq, { leaf, opening }] of rows.entries()) {
    const added = append(frontier, leafHash(leaf))
    frontier = added.frontier
    records.push({ seq, leaf, hashes: added.hashes, opening })
    if (checkpointSizes.includes(frontier.size)) {
      const checkpoint = { origin: ORIGIN, size: frontier.size, root: rootOf(frontier) }
      checkpoints.push(await signCheckpoint(checkpoint, [signer]))
    }
  }
  return { signer, records, checkpoints, readHashes: readerOf(records.map(({ hashes }) => hashes)) }
}

export function sampleRows(count: number): Pick<LedgerRecord, 'leaf' | 'opening'>[] {
  return Array.from({ length: count }, (_, seq) => ({
    leaf: leafBytes(sampleLeaf(seq)),
    opening: { payload: samplePayload(seq), salt: sampleSalt(seq) },
  }))
}

/** Reads subtree hashes from the rows that completed them, as a server's one query would. */
export function readerOf(hashesBySeq: readonly (readonly Uint8Array[])[]): ReadHashes {
  return (nodes) =>
    nodes.map((node) => {
      const hash = hashesBySeq[completedBy(node)]?.[node.level]
      if (!hash) throw new Error(`no stored hash for level ${node.level}, index ${node.index}`)
      return hash
    })
}

/** A copy with one bit turned over. */
export function flipped(bytes: Uint8Array, at = 0): Uint8Array {
  return bytes.map((byte, i) => (i === at ? byte ^ 0x01 : byte))
}

import { fromHex } from './bytes.ts'
import { opens } from './commitment.ts'
import { LedgerError } from './error.ts'
import type { VerifierKey } from './key.ts'
import { type Leaf, parseLeaf } from './leaf.ts'
import { type OpenedProof, openProof } from './proof_file.ts'
import type { Verdict } from './verdict.ts'

/** What opens a commitment: the evidence and its salt, as long as they exist. */
export type Opening = { readonly payload: unknown; readonly salt: Uint8Array }

/** One consent event with everything that proves it. */
export type Evidence = {
  /** The leaf's bytes, exactly as logged. */
  readonly leaf: Uint8Array
  /** The evidence, or `shredded` when it was destroyed. */
  readonly opening: Opening | 'shredded'
  /** The text of the `.tlog-proof` file. */
  readonly proof: string
}

/** The verdict; with what was proved when there is something proved. */
export type EvidenceReport =
  | {
      readonly verdict: 'valid' | 'shredded'
      readonly leaf: Leaf
      readonly checkpoint: OpenedProof['checkpoint']
    }
  | { readonly verdict: Exclude<Verdict, 'valid' | 'shredded' | 'badTimeToken'>; readonly reason: string }

/**
 * Checks one consent event offline: the checkpoint is signed by the log, the leaf stands in it at its own place, and
 * the evidence opens the leaf's commitment. Never throws for wrong evidence; `EXIT_CODES[verdict]` is the exit code.
 *
 * @param keys the log's keys, from a source other than the evidence
 */
export async function verifyEvidence(
  { leaf: bytes, opening, proof }: Evidence,
  keys: readonly VerifierKey[],
): Promise<EvidenceReport> {
  try {
    const { index, checkpoint, included } = await openProof(proof, bytes, keys)
    const leaf = parseLeaf(bytes)
    if (!included) return { verdict: 'notIncluded', reason: `leaf ${index} of the checkpoint is another one` }
    if (leaf.seq !== index || leaf.origin !== checkpoint.origin) {
      return { verdict: 'tampered', reason: 'the leaf names another place or another log than its proof' }
    }
    if (opening === 'shredded') return { verdict: 'shredded', leaf, checkpoint }
    if (!opensLeaf(leaf, opening))
      return { verdict: 'tampered', reason: 'the evidence does not open the commitment' }
    return { verdict: 'valid', leaf, checkpoint }
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
    return { verdict: error.code === 'signature' ? 'badSignature' : 'tampered', reason: error.message }
  }
}

/** True when the evidence is what the leaf committed to. */
export function opensLeaf(leaf: Leaf, { payload, salt }: Opening): boolean {
  const commitment = fromHex(leaf.commit)
  return commitment !== undefined && opens(commitment, payload, salt)
}

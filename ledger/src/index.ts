export { fromHex, toHex } from './bytes.ts'
export { canonical } from './canonical.ts'
export { type Checkpoint, openCheckpoint, signCheckpoint } from './checkpoint.ts'
export { commit, newSalt, opens } from './commitment.ts'
export { LedgerError, type LedgerErrorCode } from './error.ts'
export {
  createSigner,
  formatVerifierKey,
  parseVerifierKey,
  type Signer,
  type VerifierKey,
  verifierKey,
} from './key.ts'
export { type Leaf, leafBytes, parseLeaf, REDACTION, type Redaction } from './leaf.ts'
export { type OpenedNote, openNote, signNote } from './note.ts'
export { formatProof, type InclusionProof, type OpenedProof, openProof, parseProof } from './proof_file.ts'
export { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from './proofs.ts'
export { sha256 } from './sha256.ts'
export {
  append,
  completedBy,
  EMPTY_FRONTIER,
  EMPTY_ROOT,
  type Frontier,
  leafHash,
  loadFrontier,
  type Node,
  nodeHash,
  type ReadHashes,
  rootOf,
} from './tree.ts'
export { EXIT_CODES, type Verdict } from './verdict.ts'
export { type Evidence, type EvidenceReport, type Opening, verifyEvidence } from './verify_evidence.ts'
export {
  exitCodeOf,
  type Fault,
  type LedgerRecord,
  type LedgerReport,
  verifyLedger,
} from './verify_ledger.ts'

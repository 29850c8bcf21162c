export { type Files, readArchive, writeArchive } from './archive.ts'
export { fromHex, toHex } from './bytes.ts'
export { canonical } from './canonical.ts'
export { type Checkpoint, openCheckpoint, signCheckpoint } from './checkpoint.ts'
export { commit, newSalt, opens } from './commitment.ts'
export {
  type Cosignature,
  cosign,
  formatWitnessKey,
  openCosignature,
  parseWitnessKey,
  witnessKey,
} from './cosignature.ts'
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
export { MANIFEST, type Manifest, openManifest, signManifest } from './manifest.ts'
export { type OpenedNote, openNote, signNote } from './note.ts'
export { describeCheck, PACK_WORDS, type PackLanguage } from './pack_words.ts'
export { formatProof, type InclusionProof, type OpenedProof, openProof, parseProof } from './proof_file.ts'
export { consistencyProof, inclusionProof, verifyConsistency, verifyInclusion } from './proofs.ts'
export { sha256 } from './sha256.ts'
export { openTimeToken, type TimeStamp } from './time_token.ts'
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
export {
  PACK,
  type PackCheck,
  type PackEvent,
  type PackReport,
  type PackStep,
  type Vouch,
  verifyPack,
} from './verify_pack.ts'
export { verifyPackFile } from './verify_pack_file.ts'

/** What a check of evidence or of a whole ledger can say. */
export type Verdict = 'valid' | 'shredded' | 'notIncluded' | 'tampered' | 'badSignature' | 'badTimeToken'

/** The process exit code for each verdict, the same in every verifier (compliance §5.1). */
export const EXIT_CODES: { readonly [V in Verdict]: number } = {
  /** Leaf, evidence and checkpoint belong together. */
  valid: 0,
  /** The leaf is in the log; its evidence was destroyed on purpose. */
  shredded: 10,
  /** The checkpoint is genuine, but this leaf is not in it. */
  notIncluded: 20,
  /** Something was changed. */
  tampered: 30,
  /** The checkpoint is not signed by the log's key. */
  badSignature: 40,
  /** The time stamp over the checkpoint is wrong; decided by whoever checks RFC 3161 tokens. */
  badTimeToken: 50,
}

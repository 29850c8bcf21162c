/** What was refused: the value, the leaf, the key, the note's shape, its signature, the checkpoint, the proof file, a pack, a time stamp. */
export type LedgerErrorCode =
  | 'value'
  | 'leaf'
  | 'key'
  | 'note'
  | 'signature'
  | 'checkpoint'
  | 'proof'
  | 'pack'
  | 'time'

/** The one error this package throws. `code` is stable, `message` is for people who read logs. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError'
  readonly code: LedgerErrorCode

  constructor(code: LedgerErrorCode, message: string) {
    super(message)
    this.code = code
  }
}

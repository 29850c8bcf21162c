import { LedgerError } from './error.ts'

/** One element of a DER encoding (X.690). */
export type Der = {
  readonly tag: number
  /** Its content. */
  readonly value: Uint8Array
  /** Tag, length and content. */
  readonly whole: Uint8Array
}

const INDEFINITE_OR_HUGE = 4

/**
 * Reads the elements that follow each other in these bytes, to their very end.
 *
 * @throws LedgerError `time` when they are not DER.
 */
export function readDer(bytes: Uint8Array): Der[] {
  const elements: Der[] = []
  for (let at = 0; at < bytes.length; ) {
    const element = readOne(bytes, at)
    elements.push(element)
    at += element.whole.length
  }
  return elements
}

/** The parts of a SEQUENCE, SET or explicit tag. @throws LedgerError `time` when it has another tag or is missing */
export function parts(element: Der | undefined, tag: number): Der[] {
  if (element?.tag !== tag) throw new LedgerError('time', 'the token is of another form')
  return readDer(element.value)
}

function readOne(bytes: Uint8Array, at: number): Der {
  const tag = bytes[at] ?? 0
  let length = bytes[at + 1] ?? 0
  let start = at + 2
  if (length >= 0x80) {
    const count = length & 0x7f
    if (count === 0 || count > INDEFINITE_OR_HUGE) throw new LedgerError('time', 'the token is not DER')
    length = 0
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[start + i] ?? 0)
    start += count
  }
  const end = start + length
  if (end > bytes.length) throw new LedgerError('time', 'the token is cut short')
  return { tag, value: bytes.slice(start, end), whole: bytes.slice(at, end) }
}

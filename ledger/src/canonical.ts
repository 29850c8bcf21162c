import canonicalize from 'canonicalize'
import { utf8 } from './bytes.ts'
import { LedgerError } from './error.ts'

const MAX_DEPTH = 100

/**
 * The JCS bytes of a JSON value (RFC 8785): one value, one byte string, on every machine.
 *
 * Stricter than `JSON.stringify`, which drops and rewrites silently: what does not come back from the bytes exactly
 * as it went in is refused.
 *
 * @throws LedgerError `value` for undefined, functions, symbols, bigints, NaN, infinities, lone surrogates, Date and
 * every other object that is not a plain object or array, holes, hidden or symbol keys, and more than 100 levels
 * (which also catches cycles). The message names the place, as in `$.topics[2]`.
 */
export function canonical(value: unknown): Uint8Array {
  refuseLossy(value, '$', 0)
  const text = canonicalize(value)
  if (text === undefined) throw new LedgerError('value', '$ has no JSON form')
  return utf8(text)
}

function refuseLossy(value: unknown, at: string, depth: number): void {
  const lossy = (what: string) => new LedgerError('value', `${at} ${what}`)
  if (depth > MAX_DEPTH) throw lossy(`is nested deeper than ${MAX_DEPTH} levels, or contains itself`)
  if (value === null || typeof value === 'boolean') return
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw lossy('holds half of a surrogate pair')
    return
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw lossy(`is ${value}, which JSON cannot say`)
    return
  }
  if (typeof value !== 'object') throw lossy(`is of type ${typeof value}, which JSON cannot say`)

  const isArray = Array.isArray(value)
  const prototype: unknown = Object.getPrototypeOf(value)
  if (isArray ? prototype !== Array.prototype : prototype !== Object.prototype && prototype !== null) {
    throw lossy('is neither a plain object nor an array')
  }
  const entries: [string, unknown][] = Object.entries(value)
  // An array also owns its `length`.
  const ownKeys = Reflect.ownKeys(value).length - (isArray ? 1 : 0)
  if (ownKeys !== entries.length || (isArray && entries.length !== value.length)) {
    throw lossy('has holes, hidden keys or symbol keys')
  }
  for (const [key, child] of entries) {
    if (!key.isWellFormed()) throw lossy('has a key with half of a surrogate pair')
    refuseLossy(child, isArray ? `${at}[${key}]` : `${at}.${key}`, depth + 1)
  }
}

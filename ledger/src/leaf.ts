import { utf8 } from './bytes.ts'
import { LedgerError } from './error.ts'

/**
 * What the log says in public about one consent event. There is no field for a person: no id, number, wamid or free
 * text, because a stable pseudonym would still link a person's events after erasure (compliance §5.1).
 */
export type Leaf = {
  readonly v: 1
  /** The log's name, the same as in its checkpoints, such as `jawort.example/ledger/4711`. */
  readonly origin: string
  /** Zero-based place in the log; gapless. */
  readonly seq: number
  /** What happened, such as `confirmed`; `redaction` for the leaf that records a shredding. */
  readonly type: string
  /** The consent's state after the event, such as `withdrawn`. */
  readonly state: string
  /** The topic's key, or `*` for all topics. */
  readonly purpose: string
  /** SHA-256 of the wording as shown, 64 lowercase hex digits; empty when no wording was shown (STOP). */
  readonly textVersionHash: string
  /** Which dated rule pack judged the event, such as `de@2026-01`. */
  readonly rulePack: string
  /** When it happened, UTC with milliseconds: `2026-03-01T09:30:00.000Z`. */
  readonly t: string
  /** The commitment to the evidence, 64 lowercase hex digits (see `commit`). */
  readonly commit: string
}

/** The `type` of the leaf that says: the evidence of these earlier leaves was destroyed, and why. */
export const REDACTION = 'redaction'

/** The payload that a `redaction` leaf commits to. It is never shredded itself. */
export type Redaction = { readonly indexes: readonly number[]; readonly reason: string }

const TOKEN = /^[A-Za-z0-9_.:/*@-]{1,64}$/
const PERSON_SHAPED = /^(?:[A-Z]{2}\.)?\d{7,}$|^[^@]+@[^@]+\.[a-z]{2,}$/i
const HASH = /^[0-9a-f]{64}$/
const ORIGIN = /^[^\s\u0085+\p{Cc}]{1,255}$/u

const isToken = (value: unknown) =>
  typeof value === 'string' && TOKEN.test(value) && !PERSON_SHAPED.test(value)
const isHash = (value: unknown) => typeof value === 'string' && HASH.test(value)

const FIELDS: { readonly [Field in keyof Leaf]: (value: unknown) => boolean } = {
  v: (value) => value === 1,
  origin: (value) => typeof value === 'string' && value.isWellFormed() && ORIGIN.test(value),
  seq: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
  type: isToken,
  state: isToken,
  purpose: isToken,
  textVersionHash: (value) => value === '' || isHash(value),
  rulePack: isToken,
  t: isInstant,
  commit: isHash,
}

const CHECKS = Object.entries(FIELDS)

function isInstant(value: unknown): boolean {
  if (typeof value !== 'string') return false
  const date = new Date(value)
  return !Number.isNaN(date.getTime()) && date.toISOString() === value
}

function isLeaf(value: unknown): value is Leaf {
  if (typeof value !== 'object' || value === null) return false
  const given: { readonly [name: string]: unknown } = { ...value }
  if (Object.keys(given).length !== CHECKS.length) return false
  for (const [name, check] of CHECKS) if (!(Object.hasOwn(given, name) && check(given[name]))) return false
  return true
}

/**
 * A leaf written as bytes: what is stored, hashed and handed out.
 *
 * @throws LedgerError `leaf` when a field is missing, unknown or not of its shape. Strings are short tokens: blanks, and
 * anything that looks like a phone number, a BSUID or an e-mail address, do not pass.
 */
export function leafBytes(leaf: Leaf): Uint8Array {
  if (!isLeaf(leaf)) throw new LedgerError('leaf', `not a leaf: ${faultsOf(leaf).join(', ')}`)
  return utf8(leafText(leaf))
}

/**
 * The JCS form of a leaf (RFC 8785). Its fields are known, flat and checked, so it needs no walk over values of any shape: named in
 * the order of their code units here, they come out so, and JCS writes strings and whole numbers as JSON.stringify does.
 */
function leafText({
  commit,
  origin,
  purpose,
  rulePack,
  seq,
  state,
  t,
  textVersionHash,
  type,
  v,
}: Leaf): string {
  return JSON.stringify({ commit, origin, purpose, rulePack, seq, state, t, textVersionHash, type, v })
}

/** The names of the fields at fault; never their values, which may be personal. */
function faultsOf(value: object): string[] {
  const fields = new Map<string, unknown>(Object.entries(value))
  const wrong = Object.entries(FIELDS).filter(([name, check]) => !check(fields.get(name)))
  const unknown = [...fields.keys()].filter((name) => !Object.hasOwn(FIELDS, name))
  return [
    ...wrong.map(([name]) => `${name} is missing or malformed`),
    ...unknown.map(() => 'there is an unknown field'),
  ]
}

/**
 * Reads a stored leaf.
 *
 * @throws LedgerError `leaf` when the bytes are not the canonical form of a leaf: another spelling of the same JSON
 * is refused too, so that one leaf has one hash.
 */
export function parseLeaf(bytes: Uint8Array): Leaf {
  const text = decode(bytes)
  const value = parseJson(text)
  if (!isLeaf(value)) throw new LedgerError('leaf', 'the bytes are not a leaf')
  if (leafText(value) !== text)
    throw new LedgerError('leaf', 'the bytes are not the canonical form of the leaf')
  return value
}

const utf8Decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decode(bytes: Uint8Array): string {
  try {
    return utf8Decoder.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw notJson()
    throw error
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) throw notJson()
    throw error
  }
}

const notJson = () => new LedgerError('leaf', 'the bytes are not UTF-8 JSON')

import { concat, equal, toHex } from './bytes.ts'
import { type Der, parts, readDer } from './der.ts'
import { LedgerError } from './error.ts'
import { sha256 } from './sha256.ts'

const SEQUENCE = 0x30
const SET = 0x31
const OID = 0x06
const OCTETS = 0x04
const CONTEXT_0 = 0xa0
const GENERALIZED_TIME = 0x18

// Object identifiers as they stand in DER, hex.
const SIGNED_DATA = '2a864886f70d010702'
const TIME_STAMP = '2a864886f70d0109100104'
const MESSAGE_DIGEST = '2a864886f70d010904'
const CONTENT_TYPE = '2a864886f70d010903'
const COMMON_NAME = '550403'
const RSA_KEY = '2a864886f70d010101'
const EC_KEY = '2a8648ce3d0201'
const DIGESTS: { readonly [oid: string]: 'SHA-256' | 'SHA-384' | 'SHA-512' } = {
  '608648016503040201': 'SHA-256',
  '608648016503040202': 'SHA-384',
  '608648016503040203': 'SHA-512',
}
const CURVES: { readonly [oid: string]: readonly [name: string, bytes: number] } = {
  '2a8648ce3d030107': ['P-256', 32],
  '2b81040022': ['P-384', 48],
  '2b81040023': ['P-521', 66],
}

/** What a time stamp says, and who says so. */
export type TimeStamp = {
  /** The authority's own clock. */
  readonly at: Date
  /** The name in the certificate that signed; whether to trust it, the reader decides. */
  readonly authority: string
  /** SHA-256 of that certificate, hex. */
  readonly fingerprint: string
}

/**
 * Checks a time stamp token (RFC 3161): it is about exactly this data, and the certificate inside signed it. Whether that
 * certificate belongs to an authority worth trusting is not looked at: there is no list of them here. Compare its
 * fingerprint.
 *
 * @param token DER
 * @throws LedgerError `time` when it is malformed, about other data, or not signed by a certificate that it carries.
 */
export async function openTimeToken(token: Uint8Array, data: Uint8Array): Promise<TimeStamp> {
  const { content, digests, certificates, signer } = readToken(token)
  const [, , imprint, , time] = parts(readDer(content)[0], SEQUENCE)
  const [algorithm, hashed] = parts(imprint, SEQUENCE)
  if (
    DIGESTS[oid(parts(algorithm, SEQUENCE)[0])] !== 'SHA-256' ||
    !equal(hashed?.value ?? token, sha256(data))
  ) {
    throw new LedgerError('time', 'the time stamp is about other data')
  }
  const digest = DIGESTS[oid(parts(signer.digest, SEQUENCE)[0])]
  if (!digest || digests !== 1) throw new LedgerError('time', 'the time stamp uses an unknown digest')
  const hash = new Uint8Array(await crypto.subtle.digest(digest, new Uint8Array(content)))
  if (
    !equal(attribute(signer.attributes, MESSAGE_DIGEST), hash) ||
    toHex(attribute(signer.attributes, CONTENT_TYPE)) !== TIME_STAMP
  ) {
    throw new LedgerError('time', 'the time stamp signs something else')
  }
  // Signed is the set itself, not the tag it has inside the token (RFC 5652 §5.4).
  const signed = concat(Uint8Array.of(SET), signer.attributes.whole.subarray(1))
  for (const certificate of certificates) {
    if (!(await signs(certificate, digest, signed, signer.signature))) continue
    return {
      at: instant(time),
      authority: nameOf(certificate),
      fingerprint: toHex(sha256(certificate.whole)),
    }
  }
  throw new LedgerError('time', 'no certificate in the time stamp signed it')
}

function readToken(token: Uint8Array) {
  const [info, ...more] = readDer(token)
  const [kind, wrapped] = parts(info, SEQUENCE)
  if (more.length > 0 || oid(kind) !== SIGNED_DATA) throw new LedgerError('time', 'this is no time stamp')
  const [, digests, encapsulated, certificates, ...rest] = parts(parts(wrapped, CONTEXT_0)[0], SEQUENCE)
  const [type, explicit] = parts(encapsulated, SEQUENCE)
  const octets = parts(explicit, CONTEXT_0)[0]
  if (oid(type) !== TIME_STAMP || octets?.tag !== OCTETS) throw new LedgerError('time', 'this tells no time')
  const signers = parts(rest.at(-1), SET)
  const [, , digest, attributes, , signature, ...unsigned] = parts(signers[0], SEQUENCE)
  if (signers.length !== 1 || unsigned.length > 0 || !digest || !signature || attributes?.tag !== CONTEXT_0) {
    throw new LedgerError('time', 'the time stamp has not exactly one signer')
  }
  return {
    content: octets.value,
    digests: parts(digests, SET).length,
    certificates: parts(certificates, CONTEXT_0),
    signer: { digest, attributes, signature: signature.value },
  }
}

/** The one value of a signed attribute. */
function attribute(attributes: Der, wanted: string): Uint8Array {
  const found = parts(attributes, CONTEXT_0)
    .map((each) => parts(each, SEQUENCE))
    .filter(([type]) => oid(type) === wanted)
  const [value, ...more] = found.length === 1 ? parts(found[0]?.[1], SET) : []
  if (!value || more.length > 0) throw new LedgerError('time', 'a signed attribute is missing')
  return value.value
}

async function signs(
  certificate: Der,
  hash: string,
  message: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  const key = fieldsOf(certificate)[6]
  const [type, parameters] = parts(parts(key, SEQUENCE)[0], SEQUENCE)
  if (!key) return false
  const spki = new Uint8Array(key.whole)
  const signed = new Uint8Array(message)
  if (oid(type) === RSA_KEY) {
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash }
    const imported = await crypto.subtle.importKey('spki', spki, algorithm, false, ['verify'])
    return crypto.subtle.verify(algorithm, imported, new Uint8Array(signature), signed)
  }
  const curve = oid(type) === EC_KEY ? CURVES[oid(parameters)] : undefined
  if (!curve) return false
  const [namedCurve, size] = curve
  const imported = await crypto.subtle.importKey('spki', spki, { name: 'ECDSA', namedCurve }, false, [
    'verify',
  ])
  return crypto.subtle.verify({ name: 'ECDSA', hash }, imported, rawSignature(signature, size), signed)
}

/** WebCrypto wants the two numbers of an ECDSA signature side by side, not as DER. */
function rawSignature(signature: Uint8Array, size: number) {
  const numbers = parts(readDer(signature)[0], SEQUENCE).map(({ value }) => {
    const digits = value.slice(value.findIndex((byte) => byte !== 0))
    if (digits.length > size) throw new LedgerError('time', 'the signature is malformed')
    return concat(new Uint8Array(size - digits.length), digits)
  })
  return new Uint8Array(concat(...numbers))
}

/** Version, serial, algorithm, issuer, validity, subject, key: the fields of a version 3 certificate. */
function fieldsOf(certificate: Der): Der[] {
  return parts(parts(certificate, SEQUENCE)[0], SEQUENCE)
}

function nameOf(certificate: Der): string {
  for (const set of parts(fieldsOf(certificate)[5], SEQUENCE)) {
    const [type, value] = parts(parts(set, SET)[0], SEQUENCE)
    if (oid(type) === COMMON_NAME && value) return new TextDecoder().decode(value.value)
  }
  return ''
}

/** `20261122050000Z`, with or without a fraction. */
function instant(time: Der | undefined): Date {
  const text = time?.tag === GENERALIZED_TIME ? new TextDecoder().decode(time.value) : ''
  const [, y, mo, d, h, mi, s, fraction = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/.exec(text) ?? []
  const at = new Date(`${y}-${mo}-${d}T${h}:${mi}:${s}${fraction.slice(0, 4)}Z`)
  if (Number.isNaN(at.getTime())) throw new LedgerError('time', 'the time stamp tells no time')
  return at
}

function oid(element: Der | undefined): string {
  if (element?.tag !== OID) throw new LedgerError('time', 'the token is of another form')
  return toHex(element.value)
}

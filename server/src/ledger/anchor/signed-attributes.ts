import { ObjectIdentifier, OctetString, Sequence } from 'asn1js'
import type { Attribute, Certificate } from 'pkijs'
import { equalBytes } from './bytes.ts'

const CONTENT_TYPE = '1.2.840.113549.1.9.3'
/** Signed attributes that name the signer's certificate, with the digest each uses when it names none (RFC 5035, RFC 2634). */
const SIGNING_CERTIFICATE: Record<string, string> = {
  '1.2.840.113549.1.9.16.2.47': 'SHA-256',
  '1.2.840.113549.1.9.16.2.12': 'SHA-1',
}
const DIGESTS: Record<string, string> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}

/** The object identifier of what was signed; undefined when the attribute is missing or malformed. */
export function signedContentType(attributes: readonly Attribute[]): string | undefined {
  const value: unknown = attributes.find(({ type }) => type === CONTENT_TYPE)?.values[0]
  return value instanceof ObjectIdentifier ? value.valueBlock.toString() : undefined
}

/** True when a signed attribute says that it was this certificate that signed, by its digest. */
export async function namesSigner(attributes: readonly Attribute[], signer: Certificate): Promise<boolean> {
  const der = new Uint8Array(signer.toSchema().toBER())
  const named = attributes.filter(({ type }) => type in SIGNING_CERTIFICATE)
  for (const { type, values } of named) {
    // SigningCertificate(V2) → its list → the first, which is the signer's → its parts
    const parts = partsOf(partsOf(partsOf(values[0])[0])[0])
    const [first] = parts
    const algorithm = first instanceof Sequence ? partsOf(first)[0] : undefined
    const digest =
      algorithm instanceof ObjectIdentifier
        ? DIGESTS[algorithm.valueBlock.toString()]
        : SIGNING_CERTIFICATE[type]
    const hash = parts.find((part) => part instanceof OctetString)
    if (!digest || !hash) return false
    const own = new Uint8Array(await crypto.subtle.digest(digest, der))
    if (!equalBytes(hash.valueBlock.valueHexView, own)) return false
  }
  return named.length > 0
}

function partsOf(block: unknown): unknown[] {
  return block instanceof Sequence ? block.valueBlock.value : []
}

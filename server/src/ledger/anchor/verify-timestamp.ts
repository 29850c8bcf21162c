import { fromBER } from 'asn1js'
import { type Certificate, ContentInfo, ExtKeyUsage, IssuerAndSerialNumber, SignedData, TSTInfo } from 'pkijs'
import { hasExactSignature, isBare } from './algorithms.ts'
import { equalBytes } from './bytes.ts'
import { isDer } from './der.ts'
import { namesSigner, signedContentType } from './signed-attributes.ts'
import { readCertificates } from './trust.ts'

const OID = {
  signedData: '1.2.840.113549.1.7.2',
  timestamp: '1.2.840.113549.1.9.16.1.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  purpose: '2.5.29.37',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  commonName: '2.5.4.3',
} as const

export type TimestampReport =
  | {
      ok: true
      /** When the authority saw the data, by its own clock. */
      at: Date
      /** The name in the authority's certificate. */
      authority: string
      /** The name of the trusted certificate that vouches for it. */
      root: string
    }
  | {
      ok: false
      /**
       * - `form`: not a time stamp token, or one that says more than one thing
       * - `imprint`: it is about other data
       * - `nonce`: it answers another request
       * - `signature`: what is signed was changed, or signed by somebody else
       * - `chain`: no trusted certificate vouches for the authority at that time
       * - `purpose`: its certificate is not one for time stamps
       */
      reason: 'form' | 'imprint' | 'nonce' | 'signature' | 'chain' | 'purpose'
      detail: string
    }

class Refused extends Error {
  readonly reason: Extract<TimestampReport, { ok: false }>['reason']

  constructor(reason: Refused['reason'], detail: string) {
    super(detail)
    this.reason = reason
  }
}

/**
 * Checks a time stamp token (RFC 3161) offline: it is about exactly this data, is signed by an authority whose certificate is one
 * for time stamps and nothing else, and at the time it tells that certificate was vouched for by one of those trusted.
 * A certificate that ended later does not matter. Revocation is not asked for: there is no network here.
 * Never throws for a wrong token.
 * @param token DER
 * @param data what was stamped, for a checkpoint of the ledger the UTF-8 bytes of the signed note
 * @param trusted certificates as PEM, from a source other than the token
 * @param nonce what the request carried (big-endian), when this is the answer to it
 * @throws Error when `trusted` holds no certificate
 */
export async function verifyTimestamp(
  token: Uint8Array,
  data: Uint8Array,
  trusted: string,
  nonce?: Uint8Array,
): Promise<TimestampReport> {
  const trustedCerts = readCertificates(trusted)
  try {
    const { signed, info } = readToken(token)
    await requireImprint(info, data)
    if (nonce && !(info.nonce && equalBytes(info.nonce.valueBlock.valueHexView, nonce))) {
      throw new Refused('nonce', 'it answers another request')
    }
    const { signer, root } = await verifySignature(signed, data, trustedCerts)
    requireExactSigner(signed, signer)
    await requirePurpose(signed, signer)
    return { ok: true, at: info.genTime, authority: nameOf(signer), root: nameOf(root) }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason, detail: error.message }
    // The parser's own errors: whatever they are, these bytes are no token.
    return { ok: false, reason: 'form', detail: error instanceof Error ? error.message : String(error) }
  }
}

interface Token {
  signed: SignedData
  info: TSTInfo
}

/** One signer, one statement, and the versions that RFC 3161 and RFC 5652 prescribe for it. */
function readToken(token: Uint8Array): Token {
  if (!isDer(token)) throw new Refused('form', 'it is not DER')
  const { result } = fromBER(new Uint8Array(token))
  const content = new ContentInfo({ schema: result })
  if (content.contentType !== OID.signedData) throw new Refused('form', 'it is not signed')
  const signed = new SignedData({ schema: content.content })
  const { eContentType, eContent } = signed.encapContentInfo
  if (eContentType !== OID.timestamp || !eContent) throw new Refused('form', 'it tells no time')
  const [signer, ...more] = signed.signerInfos
  if (!signer || more.length > 0 || signed.version !== 3 || signer.version !== versionFor(signer)) {
    throw new Refused('form', 'it has not exactly one signer')
  }
  const [digest, ...others] = signed.digestAlgorithms
  if (others.length > 0 || digest?.algorithmId !== signer.digestAlgorithm.algorithmId) {
    throw new Refused('form', 'it names another digest than its signer')
  }
  if (![digest, signer.digestAlgorithm].every(isBare) || !hasExactSignature(signer)) {
    throw new Refused('form', 'its algorithms are spelled otherwise than prescribed')
  }
  if (signer.unsignedAttrs) throw new Refused('form', 'it carries what nobody signed')
  const info = TSTInfo.fromBER(eContent.getValue())
  if (info.version !== 1) throw new Refused('form', 'it is of an unknown version')
  return { signed, info }
}

/** RFC 5652 §5.3: 1 when the signer is named by issuer and number, 3 when by key. */
function versionFor({ sid }: { sid: unknown }): number {
  return sid instanceof IssuerAndSerialNumber ? 1 : 3
}

async function requireImprint({ messageImprint }: TSTInfo, data: Uint8Array): Promise<void> {
  const { hashAlgorithm, hashedMessage } = messageImprint
  if (hashAlgorithm.algorithmId !== OID.sha256) throw new Refused('imprint', 'its imprint is not SHA-256')
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(data)))
  if (!equalBytes(hashedMessage.valueBlock.valueHexView, digest)) {
    throw new Refused('imprint', 'it is about other data')
  }
}

async function verifySignature(
  signed: SignedData,
  data: Uint8Array,
  trustedCerts: Certificate[],
): Promise<{ signer: Certificate; root: Certificate }> {
  const checked = await signed
    .verify({
      signer: 0,
      data: new Uint8Array(data).buffer,
      trustedCerts,
      checkChain: true,
      passedWhenNotRevValues: true,
      extendedMode: true,
    })
    .catch((error: unknown) => {
      const chain = error instanceof Error && 'signerCertificateVerified' in error
      const reason = chain && error.signerCertificateVerified === false ? 'chain' : 'signature'
      throw new Refused(reason, error instanceof Error ? error.message : String(error))
    })
  const root = checked.certificatePath.at(-1)
  if (!checked.signatureVerified || !checked.signerCertificate) {
    throw new Refused('signature', 'its signature does not belong to it')
  }
  if (!root) throw new Refused('chain', 'no trusted certificate vouches for it')
  return { signer: checked.signerCertificate, root }
}

/** The certificate is for time stamps alone (RFC 3161 §2.3), and the signer meant this certificate and no other (§2.4.2). */
async function requirePurpose(signed: SignedData, signer: Certificate): Promise<void> {
  const usage = signer.extensions?.find(({ extnID }) => extnID === OID.purpose)
  const purposes = usage?.parsedValue instanceof ExtKeyUsage ? usage.parsedValue.keyPurposes : []
  if (!usage?.critical || purposes.length !== 1 || purposes[0] !== OID.timeStamping) {
    throw new Refused('purpose', 'its certificate is not one for time stamps alone')
  }
  const attributes = signed.signerInfos[0]?.signedAttrs?.attributes ?? []
  if (signedContentType(attributes) !== OID.timestamp)
    throw new Refused('signature', 'something else was signed')
  if (!(await namesSigner(attributes, signer)))
    throw new Refused('purpose', 'another certificate was meant to sign')
}

/** The signer is spelled as in its own certificate. The library compares names as people would, in whatever case. */
function requireExactSigner(signed: SignedData, { issuer }: Certificate): void {
  const sid: unknown = signed.signerInfos[0]?.sid
  if (!(sid instanceof IssuerAndSerialNumber)) return
  const [named, own] = [sid.issuer, issuer].map((name) => new Uint8Array(name.toSchema().toBER()))
  if (!named || !own || !equalBytes(named, own)) throw new Refused('form', 'it spells its signer otherwise')
}

/** The common name of a certificate's subject, or all of the subject that can be read. */
function nameOf({ subject }: Certificate): string {
  const values = subject.typesAndValues.map(({ type, value }) => ({ type, text: value.valueBlock.value }))
  const name = values.find(({ type }) => type === OID.commonName) ?? values.at(-1)
  return String(name?.text ?? '')
}

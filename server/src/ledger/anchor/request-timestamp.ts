import { randomBytes } from 'node:crypto'
import { sha256 } from '@jawort/ledger'
import { fromBER, Integer, Null, OctetString, Sequence } from 'asn1js'
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp } from 'pkijs'
import { request } from 'undici'
import type { Config } from '../../platform/config.ts'
import { type TimestampReport, verifyTimestamp } from './verify-timestamp.ts'

const SHA256 = '2.16.840.1.101.3.4.2.1'
const WAIT_MS = 15_000
/** A token with a long chain has some ten thousand bytes. */
const MOST_BYTES = 200_000

/** The authority did not stamp, or what it answered does not hold; the message says why. */
export class TimestampFailed extends Error {}

export interface Timestamp extends Extract<TimestampReport, { ok: true }> {
  /** The time stamp token, DER; the answer around it is not kept. */
  token: Uint8Array
}

/**
 * Asks an authority for a time stamp (RFC 3161 over HTTP) and checks what it answers as a stranger would. Only a digest leaves.
 * @throws TimestampFailed
 */
export async function requestTimestamp(
  authority: NonNullable<Config['timestamp']>,
  data: Uint8Array,
): Promise<Timestamp> {
  const nonce = newNonce()
  const token = readAnswer(await post(authority.url, buildQuery(data, nonce)))
  const report = await verifyTimestamp(token, data, authority.certificates, nonce)
  if (!report.ok)
    throw new TimestampFailed(`The time stamp does not hold (${report.reason}): ${report.detail}`)
  return { ...report, token }
}

/** A TimeStampReq: SHA-256 of the data, a nonce, and the wish for the certificates. @returns DER */
export function buildQuery(data: Uint8Array, nonce: Uint8Array): Uint8Array {
  const query = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: new Uint8Array(sha256(data)).buffer }),
    }),
    nonce: new Integer({ valueHex: new Uint8Array(nonce).buffer }),
    certReq: true,
  })
  return new Uint8Array(query.toSchema().toBER())
}

/** Eight random bytes that are a positive number with one spelling only. */
function newNonce(): Uint8Array {
  const nonce = new Uint8Array(randomBytes(8))
  nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40
  return nonce
}

async function post(url: string, body: Uint8Array): Promise<Uint8Array> {
  try {
    return await exchange(url, body)
  } catch (error) {
    if (error instanceof TimestampFailed) throw error
    throw new TimestampFailed(`The authority did not answer: ${wordsOf(error)}`)
  }
}

async function exchange(url: string, body: Uint8Array): Promise<Uint8Array> {
  const { origin, pathname, search, username, password } = new URL(url)
  const login = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`)
  const answer = await request(`${origin}${pathname}${search}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/timestamp-query',
      accept: 'application/timestamp-reply',
      ...(username ? { authorization: `Basic ${login.toString('base64')}` } : {}),
    },
    body,
    headersTimeout: WAIT_MS,
    bodyTimeout: WAIT_MS,
    signal: AbortSignal.timeout(2 * WAIT_MS),
  })
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer.body) {
    size += chunk.length
    if (size > MOST_BYTES) throw new TimestampFailed(`The authority answered more than ${MOST_BYTES} bytes.`)
    chunks.push(chunk)
  }
  if (answer.statusCode !== 200) throw new TimestampFailed(`The authority answered ${answer.statusCode}.`)
  return new Uint8Array(Buffer.concat(chunks))
}

/** The token in a TimeStampResp, byte for byte. @throws TimestampFailed when none was granted */
function readAnswer(answer: Uint8Array): Uint8Array {
  try {
    const { result } = fromBER(answer)
    const inner = result instanceof Sequence ? result.valueBlock.value[1] : undefined
    const token = inner ? new Uint8Array(inner.valueBeforeDecodeView) : undefined
    const { status } = new TimeStampResp({ schema: result })
    if (token && (status.status === 0 || status.status === 1)) return token
    const why = (status.statusStrings ?? []).map((text) => text.valueBlock.value).join(' ')
    throw new TimestampFailed(`The authority refused (status ${status.status}). ${why}`.trim())
  } catch (error) {
    if (error instanceof TimestampFailed) throw error
    throw new TimestampFailed(`The answer is no time stamp: ${wordsOf(error)}`)
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

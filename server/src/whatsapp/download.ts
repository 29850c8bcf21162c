import { createHash } from 'node:crypto'
import { fetch } from 'undici'
import { LOCAL_ERROR } from './errors.ts'
import { type GraphResult, notReached, refusedHere } from './result.ts'

export interface File {
  bytes: Buffer
  /** MIME type, as the sender's phone named it. */
  type: string
}

interface Wanted {
  url: string
  token: string
  /** The configured Graph host; a simulator serves files itself. */
  baseUrl: string
  type: string
  /** Hexadecimal, of the whole file. */
  sha256: string | undefined
  size: number | undefined
  most: number
}

/** Hosts from which Meta serves what people sent. The token goes along, so it goes nowhere else. */
const META_MEDIA = /(^|\.)(fbsbx\.com|fbcdn\.net|whatsapp\.net)$/

const TIMEOUT_MS = 30_000

/** Fetches a file from the address that Meta named for it, and stops when it grows beyond what is allowed. */
export async function download(wanted: Wanted): Promise<GraphResult<File>> {
  const { url, token, type, most } = wanted
  if (!isMediaHost(url, wanted.baseUrl)) return refusedHere(LOCAL_ERROR.foreignHost, 'not an address of Meta')
  if (wanted.size !== undefined && wanted.size > most) return tooLarge(most)
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    if (!response.ok || !response.body) return notReached(`HTTP ${response.status}`, LOCAL_ERROR.fileGone)
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of response.body) {
      size += chunk.length
      if (size > most) return tooLarge(most)
      chunks.push(chunk)
    }
    const bytes = Buffer.concat(chunks)
    const sum = createHash('sha256').update(bytes).digest('hex')
    return wanted.sha256 === undefined || wanted.sha256.toLowerCase() === sum
      ? { ok: true, value: { bytes, type } }
      : { ok: 'unknown', detail: 'the file is not the one that was sent' }
  } catch {
    // Whatever undici says may name the address, and with it what opens the file.
    return notReached('the file could not be fetched')
  }
}

function isMediaHost(url: string, baseUrl: string): boolean {
  const { origin, protocol, hostname } = new URL(url)
  return origin === new URL(baseUrl).origin || (protocol === 'https:' && META_MEDIA.test(hostname))
}

function tooLarge(most: number): GraphResult<never> {
  return refusedHere(LOCAL_ERROR.tooLarge, `larger than ${Math.round(most / 1024 / 1024)} MB`)
}

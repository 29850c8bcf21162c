import { Agent, request } from 'undici'
import type { Config } from '../platform/config.ts'
import { SECOND } from '../platform/index.ts'
import { isPublicAddress, literalAddress } from './address.ts'
import type { Failure, Outcome } from './failures.ts'
import { NotPublicError, publicLookup } from './lookup.ts'

/** From the look-up of the name to the end of the answer. */
const TIMEOUT_MS = 10 * SECOND
/** An answer's body is read so far, so that the connection can be used again, and thrown away. */
const MOST_BYTES = 16_384

export interface Sender {
  /** One attempt; never rejects, an attempt that fails has an outcome too. */
  post(url: string, headers: Record<string, string>, body: string): Promise<Outcome>
  close(): Promise<void>
}

/**
 * Kept-alive connections to endpoints. Redirects are not followed: where one leads, nobody has looked.
 * @param config with targets `public`, connections are made to addresses of the public internet only
 */
export function createSender(
  { webhookTargets }: Pick<Config, 'webhookTargets'>,
  timeoutMs = TIMEOUT_MS,
): Sender {
  const guarded = webhookTargets === 'public'
  const agent = new Agent({
    connections: 4,
    pipelining: 1,
    keepAliveTimeout: 30 * SECOND,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect: { timeout: timeoutMs, ...(guarded ? { lookup: publicLookup } : {}) },
  })
  return {
    async post(url, headers, body) {
      // Nothing is looked up for an address that is written as a number.
      const literal = literalAddress(new URL(url))
      if (guarded && literal && !isPublicAddress(literal)) return { status: null, failure: 'private' }
      try {
        const answer = await request(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'user-agent': 'Jawort', ...headers },
          body,
          dispatcher: agent,
          signal: AbortSignal.timeout(timeoutMs),
        })
        // The status has decided; whatever becomes of the rest of the answer changes nothing.
        await answer.body.dump({ limit: MOST_BYTES }).catch(() => {})
        return { status: answer.statusCode, failure: judge(answer.statusCode) }
      } catch (error) {
        return { status: null, failure: reasonOf(error) }
      }
    },
    close: () => agent.destroy(),
  }
}

function judge(status: number): Failure | null {
  if (status >= 200 && status < 300) return null
  if (status === 410) return 'gone'
  return status >= 300 && status < 400 ? 'redirect' : 'status'
}

const REASONS: [RegExp, Failure][] = [
  [/TIMEOUT|ETIMEDOUT|TimeoutError|AbortError/, 'timeout'],
  [/^(ENOTFOUND|EAI_)/, 'name'],
  [/^(ECONN|EHOST|ENET|EPIPE|EADDR|UND_ERR_SOCKET)/, 'connect'],
  [/TLS|SSL|CERT|SIGNATURE|ISSUER|^EPROTO/, 'tls'],
]

function reasonOf(error: unknown): Failure {
  if (error instanceof NotPublicError) return 'private'
  if (!(error instanceof Error)) return 'other'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name
  return REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? 'other'
}

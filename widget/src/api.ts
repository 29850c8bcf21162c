import { type Config, isConfig, isPrepared, isRecord, type Prepared, type Wish } from './contract.ts'

/** The server said no. `message` is its own sentence for the person, or empty when it sent none. */
export class Refusal extends Error {}

const PATIENCE_MS = 15_000

/**
 * Fetches the wording and topics of a source.
 * @throws Refusal when the server answers with a problem (RFC 9457) or with something unreadable
 * @throws TypeError or DOMException when it cannot be reached
 */
export async function fetchConfig(sourceUrl: string, language: string): Promise<Config> {
  const body = await call(`${sourceUrl}?lang=${language}`)
  if (!isConfig(body)) throw new Refusal()
  return body
}

/** Asks for the prepared message. Throws like {@link fetchConfig}. */
export async function requestCode(sourceUrl: string, wish: Wish): Promise<Prepared> {
  const body = await call(`${sourceUrl}/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  })
  if (!isPrepared(body)) throw new Refusal()
  return body
}

async function call(url: string, init: RequestInit = {}): Promise<unknown> {
  const response = await fetch(url, {
    ...init,
    // No cookie goes out or comes in, nothing enters the HTTP cache, the page's query stays here, and a redirect
    // cannot lead to a third party (C-18).
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) return body
  throw new Refusal(isRecord(body) && typeof body.detail === 'string' ? body.detail : '')
}

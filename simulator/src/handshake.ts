import { randomInt } from 'node:crypto'
import { request } from 'undici'

/**
 * Asks the callback address to prove itself: GET with hub.mode, hub.verify_token and hub.challenge; the answer
 * must be 200 with the bare challenge. @returns whether it did; never throws.
 */
export async function handshake(callbackUrl: string, verifyToken: string): Promise<boolean> {
  const challenge = String(randomInt(10 ** 9, 10 ** 10))
  const url = new URL(callbackUrl)
  url.searchParams.set('hub.mode', 'subscribe')
  url.searchParams.set('hub.challenge', challenge)
  url.searchParams.set('hub.verify_token', verifyToken)
  try {
    const answer = await request(url, { headersTimeout: 3_000, bodyTimeout: 3_000 })
    const text = await answer.body.text()
    return answer.statusCode === 200 && text.trim() === challenge
  } catch {
    return false
  }
}

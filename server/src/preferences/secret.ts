import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { newLinkSecret } from '../platform/index.ts'

const BUSINESS_BYTES = 16
const RANDOM_BYTES = 32
const TOKEN = /^[A-Za-z0-9_-]{64}$/

/**
 * A new token of a link: the business's id, so that it is looked up only there, and 256 random bits.
 * @returns 64 characters that may stand in a web address
 */
export function newToken(businessId: string): string {
  return newLinkSecret(RANDOM_BYTES, Buffer.from(businessId.replaceAll('-', ''), 'hex'))
}

/** The business that a token names; null when it is not the shape of one. */
export function businessOfToken(token: string): string | null {
  if (!TOKEN.test(token)) return null
  const hex = Buffer.from(token, 'base64url').subarray(0, BUSINESS_BYTES).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** What is stored of a token or a proof: random enough that nobody finds the value by trying. */
export function secretDigest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** The random value that a page holds once a code was right. */
export function newProof(): string {
  return randomBytes(RANDOM_BYTES).toString('base64url')
}

export function newDigits(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

/** Six digits alone could be tried through; the key is the link's token, which is stored nowhere. */
export function codeDigest(token: string, codeId: string, digits: string): string {
  return createHmac('sha256', token).update(`${codeId}:${digits}`).digest('base64url')
}

/** Takes the same time wherever the two differ. */
export function isSame(one: string, other: string): boolean {
  const a = Buffer.from(secretDigest(one))
  const b = Buffer.from(secretDigest(other))
  return timingSafeEqual(a, b)
}

import { createHash, randomFillSync, randomInt } from 'node:crypto'

const POOL = Buffer.alloc(8192)
let used = POOL.length

/** Random bytes as hex; drawn from a pool, because thousands of ids a second would each ask the system for their own. */
function randomHex(bytes: number): string {
  if (used + bytes > POOL.length) {
    randomFillSync(POOL)
    used = 0
  }
  used += bytes
  return POOL.toString('hex', used - bytes, used)
}

/**
 * A message id in the shape Meta uses: base64 over a few marker bytes, the person's number and a random part.
 * As with the real ones, whoever decodes it reads the number, so a wamid is personal data.
 * Random rather than seeded: a restarted simulator must never repeat an id that a server has stored.
 */
export function wamid(digits: string, direction: 'toPerson' | 'fromPerson'): string {
  const random = randomHex(9).toUpperCase()
  const head = Buffer.from([0x1c, 0x18, digits.length])
  const middle = Buffer.from([0x15, 0x02, 0x00, direction === 'toPerson' ? 0x11 : 0x12, 0x18, random.length])
  const bytes = Buffer.concat([head, Buffer.from(digits), middle, Buffer.from(random), Buffer.from([0])])
  return `wamid.${bytes.toString('base64')}`
}

/** A 16-digit object id; below 2^53 so that it survives as a JSON number where Meta sends one. */
export function objectId(): string {
  return `${randomInt(1, 9)}${String(randomInt(0, 10 ** 12)).padStart(12, '0')}${String(randomInt(0, 1000)).padStart(3, '0')}`
}

/** Id of a conversation: the same for the same free entry point. */
export const conversationId = (key: string): string =>
  createHash('sha256').update(key).digest('hex').slice(0, 32)

/** Trace id as in `fbtrace_id`. */
export const traceId = (): string => `A${randomHex(8)}`

/** The business-scoped user id that belongs to a number or a username: always the same for the same input. */
export function bsuidFor(country: string, key: string): string {
  const hex = createHash('sha256').update(`jawort-simulator:${key}`).digest('hex').slice(0, 16)
  return `${country}.${BigInt(`0x${hex}`).toString().padStart(20, '1')}`
}

/** Shape of a BSUID or parent BSUID. */
export const BSUID = /^[A-Z]{2}\.(ENT\.)?[0-9A-Za-z]{1,128}$/

/** Only the digits of a phone number in any spelling. */
export const digitsOf = (phone: string): string => phone.replace(/\D/g, '')

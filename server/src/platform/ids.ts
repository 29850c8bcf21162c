import { randomBytes, randomInt } from 'node:crypto'
import { v7 } from 'uuid'

/** A time-ordered UUID (RFC 9562 version 7): keys that grow at the right edge keep indexes small. @param at its time part; now by default */
export function newId(at?: Date): string {
  return at ? v7({ msecs: at.getTime() }) : v7()
}

/** The time part of a version 7 UUID. */
export function timeOfId(id: string): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16))
}

/** Letters and digits that cannot be mistaken for each other when read aloud or copied by hand. */
const READABLE = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A random code people may have to read, for example `7KX2MQ`. */
export function newCode(length: number): string {
  return Array.from({ length }, () => READABLE[randomInt(READABLE.length)]).join('')
}

/**
 * A secret for the end of a web address, `before` first and then `size` random bytes. Its last character is a letter or
 * a digit: chats and mail programs take a `_` or `-` there for the sentence's and leave it out of the link.
 */
export function newLinkSecret(size: number, before: Uint8Array = new Uint8Array()): string {
  for (;;) {
    const secret = Buffer.concat([before, randomBytes(size)]).toString('base64url')
    if (!/[_-]$/.test(secret)) return secret
  }
}

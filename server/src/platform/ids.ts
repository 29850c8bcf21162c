import { randomInt } from 'node:crypto'
import { v7 } from 'uuid'

/** A time-ordered UUID (RFC 9562 version 7): keys that grow at the right edge keep indexes small. */
export function newId(): string {
  return v7()
}

/** Letters and digits that cannot be mistaken for each other when read aloud or copied by hand. */
const READABLE = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** A random code people may have to read, for example `7KX2MQ`. */
export function newCode(length: number): string {
  return Array.from({ length }, () => READABLE[randomInt(READABLE.length)]).join('')
}

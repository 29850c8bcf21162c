import { lookup as resolve } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { isPublicAddress } from './address.ts'

/** A name led to an address that is not on the public internet. */
export class NotPublicError extends Error {}

/**
 * Looks names up for connections, and refuses a name as soon as one of its addresses is not on the public internet. Asked for each
 * connection, with the very address that is then connected to: a name that leads elsewhere later gets nowhere either.
 */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    const [first] = found ?? []
    if (error) return done(error, '')
    if (!first || found.some(({ address }) => !isPublicAddress(address))) {
      return done(new NotPublicError('This name leads to an address that is not on the public internet.'), '')
    }
    if (options.all) return done(null, found)
    done(null, first.address, first.family)
  })
}

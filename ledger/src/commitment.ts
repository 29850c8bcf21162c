import { concat, equal } from './bytes.ts'
import { canonical } from './canonical.ts'
import { LedgerError } from './error.ts'
import { sha256 } from './sha256.ts'

const SALT_BYTES = 32
const COMMITMENT_PREFIX = Uint8Array.of(0x02)

/** 32 fresh random bytes. Whoever destroys them (and the payload) makes the commitment say nothing, for ever. */
export function newSalt(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(SALT_BYTES))
}

/**
 * A salted commitment to the evidence: `SHA-256(0x02 ‖ salt ‖ JCS(payload))`, 32 bytes. The prefix keeps commitments
 * apart from leaf hashes (0x00) and node hashes (0x01).
 *
 * @throws LedgerError `value` when the salt is not 32 bytes or the payload has no canonical form.
 */
export function commit(payload: unknown, salt: Uint8Array): Uint8Array {
  if (salt.length !== SALT_BYTES)
    throw new LedgerError('value', `a salt has ${SALT_BYTES} bytes, not ${salt.length}`)
  return sha256(concat(COMMITMENT_PREFIX, salt, canonical(payload)))
}

/** True when payload and salt are what the commitment was made of. Anything else, also malformed input, is false. */
export function opens(commitment: Uint8Array, payload: unknown, salt: Uint8Array): boolean {
  try {
    return equal(commitment, commit(payload, salt))
  } catch (error) {
    if (error instanceof LedgerError) return false
    throw error
  }
}

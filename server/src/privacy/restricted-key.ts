import { createSecretKey } from 'node:crypto'
import type { Context } from '../platform/index.ts'
import type { Key } from '../platform/vault/index.ts'

type Reader = Pick<Context, 'vault' | 'businessId'>

/**
 * The key that wraps the keys of restricted proof: of its own purpose, made from the master key and never stored, so that neither the
 * business's key nor a person's opens anything in the vault. Only `restrict-evidence.ts` and `read-restricted.ts` may use it;
 * .dependency-cruiser.mjs keeps it so.
 */
export function restrictedRoot({ vault, businessId }: Reader): Key {
  return createSecretKey(vault.derive(`restricted:${businessId}`))
}

/** Binds a wrapped key to its person's place in the vault. */
export const restrictedScope = (contactId: string) => `restricted:${contactId}`

/** The associated data of one sealed piece of evidence. */
export const restrictedPlace = (contactId: string, eventId: string) => `restricted:${contactId}:${eventId}`

import { createHash } from 'node:crypto'
import type { Vault } from '../platform/vault/index.ts'

/**
 * The full name as it is compared: "Müller, Anna" and "anna mueller" are two, "Anna Müller" and "MULLER Anna" one. Null when it has
 * one word only, which says nothing about who it is.
 */
function foldedName(name: string): string | null {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  return words.length > 1 ? words.sort().join(' ') : null
}

/**
 * A keyed digest of each full name: whoever has the same one may be the same person. Like those of the search it reveals only that
 * two share it.
 * @returns for each name the digest, 0 when it tells nothing, null when there is none
 */
export function nameDigestsOf(
  vault: Vault,
  businessId: string,
  names: readonly (string | null)[],
): (number | null)[] {
  const folded = names.map((name) => (name === null ? null : (foldedName(name) ?? '')))
  const terms = folded.flatMap((text) => (text ? [`f${short(text)}`] : []))
  const digests = vault.shortDigests(businessId, terms).values()
  return folded.map((text) => (text ? (digests.next().value ?? 0) : text === null ? null : 0))
}

/** The digest of one name. */
export function nameDigest(vault: Vault, businessId: string, name: string | null): number | null {
  return nameDigestsOf(vault, businessId, [name])[0] ?? null
}

/** Fits, with the letter before it, into the sixteen bytes that a short digest is made of. */
const short = (text: string) => createHash('sha256').update(text).digest('base64').slice(0, 15)

import type { Vault } from '../platform/vault/index.ts'

/** Longest name prefix that is searchable; longer input finds by its first letters. */
const LONGEST_PREFIX = 12
const SHORTEST_PREFIX = 2
const SHORTEST_ENDING = 4
const LONGEST_ENDING = 8

/** Lower case, without accents: "Öztürk" is found by "ozt" and by "özt". */
function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

function words(name: string): string[] {
  return fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0)
}

/**
 * Digests by which a sealed person can be found: prefixes of each word of the name, the full number and its endings.
 * They are keyed, so a dump cannot be searched; they reveal only that two people share a prefix.
 * @param phone E.164, or null
 */
export function searchDigests(
  vault: Vault,
  businessId: string,
  name: string | null,
  phone: string | null,
): string[] {
  const terms = new Set<string>()
  for (const word of words(name ?? '')) {
    const letters = [...word]
    for (let n = SHORTEST_PREFIX; n <= Math.min(letters.length, LONGEST_PREFIX); n++)
      terms.add(`n:${letters.slice(0, n).join('')}`)
    if (letters.length < SHORTEST_PREFIX) terms.add(`n:${word}`)
  }
  if (phone) {
    const digits = phone.replace(/\D/g, '')
    terms.add(`p:${digits}`)
    for (let n = SHORTEST_ENDING; n <= LONGEST_ENDING; n++) terms.add(`e:${digits.slice(-n)}`)
  }
  return [...terms].map((term) => shortDigest(vault, businessId, term))
}

/**
 * What a search must contain, all of it: a word of two letters and more finds names that start so, four digits and
 * more find numbers that end so, a full number finds itself. A single letter beside a longer word is still being typed.
 * @param fullNumber the input as E.164, when it is a complete number
 * @returns digests, or null when the input is too short to search for
 */
export function queryDigests(
  vault: Vault,
  businessId: string,
  input: string,
  fullNumber: string | null,
): string[] | null {
  if (fullNumber) return [shortDigest(vault, businessId, `p:${fullNumber.replace(/\D/g, '')}`)]
  const digits = input.replace(/[\s()+/.-]/g, '')
  if (/^\d+$/.test(digits)) {
    if (digits.length < SHORTEST_ENDING) return null
    return [shortDigest(vault, businessId, `e:${digits.slice(-LONGEST_ENDING)}`)]
  }
  const terms = words(input).map((word) => [...word].slice(0, LONGEST_PREFIX).join(''))
  const searchable = terms.filter((term) => term.length >= SHORTEST_PREFIX)
  return searchable.length > 0 ? searchable.map((term) => shortDigest(vault, businessId, `n:${term}`)) : null
}

/** 64 bits are plenty to find a handful among millions, and keep the index small. */
function shortDigest(vault: Vault, businessId: string, term: string): string {
  return vault.digest(businessId, 'search', term).slice(0, 11)
}

import { type RawBuilder, sql } from 'kysely'
import { businessKey } from '../businesses/index.ts'
import { acrossBusinesses, type Context } from '../platform/index.ts'
import type { Vault } from '../platform/vault/index.ts'
import { sealContext } from './open.ts'

/** Longest name prefix that is searchable; longer input finds by its first letters. */
const LONGEST_PREFIX = 12
const SHORTEST_PREFIX = 2
/** A short digest is made of 16 bytes; one of them says what the others are. */
const LONGEST_BYTES = 15
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

/** The starts of a word, longest last; a word of one letter is its own start. */
function prefixes(word: string): string[] {
  const found: string[] = []
  let prefix = ''
  let length = 0
  for (const letter of word) {
    if (length === LONGEST_PREFIX || Buffer.byteLength(prefix + letter) > LONGEST_BYTES) break
    prefix += letter
    length++
    if (length >= SHORTEST_PREFIX) found.push(prefix)
  }
  return found.length > 0 ? found : [prefix]
}

interface Searchable {
  name: string | null
  /** E.164 */
  phone: string | null
  /** Without the @ before it. */
  username?: string | null
}

/**
 * Digests by which sealed people can be found: prefixes of each word of name and username, and the last four digits of the
 * number. They are keyed, so a dump cannot be searched; they reveal only that two people share a prefix or an ending.
 * Longer endings get none: they would be as many as there are people, which makes them the dearest part of an import
 * and tells more; `numberSql` opens the few who share the last four.
 */
export function searchDigestsOf(vault: Vault, businessId: string, people: readonly Searchable[]): number[][] {
  const terms = people.map(termsOf)
  const digests = vault.shortDigests(businessId, terms.flat())
  let end = 0
  return terms.map(({ length }) => {
    end += length
    return digests.slice(end - length, end)
  })
}

/** The digests of one person. */
export function searchDigests(vault: Vault, businessId: string, person: Searchable): number[] {
  return vault.shortDigests(businessId, termsOf(person))
}

function termsOf({ name, phone, username }: Searchable): string[] {
  const terms = new Set<string>()
  for (const word of words(`${name ?? ''} ${username ?? ''}`))
    for (const prefix of prefixes(word)) terms.add(`n${prefix}`)
  if (phone) terms.add(ending(phone))
  return [...terms]
}

const ending = (digits: string) => `e${digits.slice(-SHORTEST_ENDING)}`

/**
 * What a search finds, as a condition on the table `contact`: a word of two letters and more finds names that start so,
 * four digits and more find numbers that end so, a full number finds itself. A single letter beside a longer word is
 * still being typed.
 * @param fullNumber the input as E.164, when it is a complete number
 * @returns null when the input is too short to search for
 */
export async function searchSql(
  ctx: Context,
  input: string,
  fullNumber: string | null,
): Promise<RawBuilder<boolean> | null> {
  const digits = input.replace(/[\s()+/.-]/g, '')
  if (fullNumber) return numberSql(ctx, fullNumber)
  if (/^\d+$/.test(digits))
    return digits.length < SHORTEST_ENDING ? null : numberSql(ctx, digits.slice(-LONGEST_ENDING))
  const typed = words(input).filter((word) => word.length >= SHORTEST_PREFIX)
  const terms = typed.map((word) => `n${prefixes(word).at(-1)}`)
  return terms.length > 0 ? withDigests(ctx, terms) : null
}

/**
 * A search finds its people by an index over all of them; a policy of the database is always asked before that, and so would have
 * every person of the business read. The statement names the business, and the rows are then read within it.
 */
export const searching = (ctx: Context): Context => acrossBusinesses(ctx)

function withDigests(ctx: Context, terms: string[]): RawBuilder<boolean> {
  return sql<boolean>`contact.search_digests @> ${ctx.vault.shortDigests(ctx.businessId, terms)}::bigint[]`
}

/** The last four digits narrow it to one in ten thousand; whoever is left is opened and compared. */
async function numberSql(ctx: Context, wanted: string): Promise<RawBuilder<boolean>> {
  const narrowed = withDigests(ctx, [ending(wanted)])
  if (wanted.length === SHORTEST_ENDING) return narrowed
  const rows = await searching(ctx)
    .db.selectFrom('contact')
    .innerJoin('contact_key', (join) =>
      join
        .onRef('contact_key.business_id', '=', 'contact.business_id')
        .onRef('contact_key.contact_id', '=', 'contact.contact_id'),
    )
    .select(['contact.contact_id', 'contact.phone_sealed', 'contact_key.wrapped'])
    .where('contact.business_id', '=', ctx.businessId)
    .where(narrowed)
    .execute()
  const wrapping = await businessKey(ctx)
  const ids = rows.flatMap(({ contact_id: id, phone_sealed: sealed, wrapped }) => {
    if (!sealed) return []
    const phone = ctx.vault.open(ctx.vault.unwrap(wrapping, wrapped, id), sealed, sealContext(id, 'phone'))
    return phone.endsWith(wanted) ? [id] : []
  })
  return sql<boolean>`contact.contact_id = any(${ids}::uuid[])`
}

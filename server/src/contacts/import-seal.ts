import { setImmediate } from 'node:timers/promises'
import { businessKey } from '../businesses/index.ts'
import { type Context, newId } from '../platform/index.ts'
import type { Key, Vault } from '../platform/vault/index.ts'
import { identityDigests } from './digests.ts'
import type { ImportRow } from './import-mapping.ts'
import { nameDigestsOf } from './name-digest.ts'
import { sealContext } from './open.ts'
import { countryOfPhone } from './phone.ts'
import { searchDigestsOf } from './search.ts'

/** Sealed in one go; then requests and timers get their turn. */
const SLICE = 250

/** Somebody from the file, ready to be written as a new contact. */
export interface SealedPerson {
  row: ImportRow
  /** Of the number. */
  digest: string
  contactId: string
  /** The person's own key, which the business key wraps. */
  wrapped: Buffer
  name: Buffer | null
  phone: Buffer
  country: string | null
  search: number[]
  nameDigest: number | null
}

/**
 * Everything about new people that needs no database, so that it is done while the database writes the people before.
 * Of several lines about one person the later wins; what it leaves empty stays.
 */
export async function sealPeople(ctx: Context, rows: readonly ImportRow[]): Promise<SealedPerson[]> {
  const people = new Map<string, ImportRow>()
  for (const row of rows) {
    const before = people.get(row.phone)
    people.set(row.phone, before ? merge(before, row) : row)
  }
  const wrapping = await businessKey(ctx)
  const all = [...people.values()]
  const sealed: SealedPerson[] = []
  for (let at = 0; at < all.length; at += SLICE) {
    const slice = all.slice(at, at + SLICE)
    const search = searchDigestsOf(ctx.vault, ctx.businessId, slice)
    const names = nameDigestsOf(
      ctx.vault,
      ctx.businessId,
      slice.map(({ name }) => name),
    )
    sealed.push(
      ...slice.map((row, index) => ({
        ...sealPerson(ctx, wrapping, row),
        search: search[index] ?? [],
        nameDigest: names[index] ?? null,
      })),
    )
    await setImmediate()
  }
  return sealed
}

function merge(before: ImportRow, after: ImportRow): ImportRow {
  return {
    ...after,
    name: after.name ?? before.name,
    language: after.language ?? before.language,
    attributes: { ...before.attributes, ...after.attributes },
    claim: after.claim ?? before.claim,
  }
}

function sealPerson(
  ctx: { vault: Vault; businessId: string },
  wrapping: Key,
  row: ImportRow,
): Omit<SealedPerson, 'search' | 'nameDigest'> {
  const contactId = newId()
  const { key, wrapped } = ctx.vault.newKey(wrapping, contactId)
  const seal = (text: string, column: string) => ctx.vault.seal(key, text, sealContext(contactId, column))
  return {
    row,
    digest: identityDigests(ctx, row)[0]?.digest ?? '',
    contactId,
    wrapped,
    name: row.name === null ? null : seal(row.name, 'name'),
    phone: seal(row.phone, 'phone'),
    country: countryOfPhone(row.phone),
  }
}

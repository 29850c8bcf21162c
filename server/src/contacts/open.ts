import type { Context } from '../platform/index.ts'
import type { Key } from '../platform/vault/index.ts'
import { personKeys } from './keys.ts'

/** A contact's sealed fields in the clear; everything is null once the person was erased. */
export interface Person {
  contactId: string
  name: string | null
  /** E.164, with plus */
  phone: string | null
  bsuid: string | null
  username: string | null
  language: string | null
  country: string | null
}

type Reader = Pick<Context, 'db' | 'businessId' | 'vault' | 'runtime'>

/** The associated data of each sealed column: a value cannot be moved to another person or column. */
export const sealContext = (contactId: string, column: string) => `contact:${contactId}:${column}`

/** Opens many contacts in two queries. */
export async function openContacts(ctx: Reader, contactIds: readonly string[]): Promise<Map<string, Person>> {
  const people = new Map<string, Person>()
  if (contactIds.length === 0) return people
  const keys = await personKeys(ctx, contactIds)
  const rows = await ctx.db
    .selectFrom('contact')
    .select([
      'contact_id',
      'name_sealed',
      'phone_sealed',
      'bsuid_sealed',
      'username_sealed',
      'language',
      'country',
    ])
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', 'in', [...contactIds])
    .execute()
  for (const row of rows) {
    const key = keys.get(row.contact_id)
    const open = (sealed: Uint8Array | null, column: string) =>
      key && sealed ? ctx.vault.open(key, sealed, sealContext(row.contact_id, column)) : null
    people.set(row.contact_id, {
      contactId: row.contact_id,
      name: open(row.name_sealed, 'name'),
      phone: open(row.phone_sealed, 'phone'),
      bsuid: open(row.bsuid_sealed, 'bsuid'),
      username: open(row.username_sealed, 'username'),
      language: row.language,
      country: row.country,
    })
  }
  return people
}

/** Seals a text with a person's key; `what` names the place it is stored in. */
export function sealPerson(
  ctx: Pick<Context, 'vault'>,
  key: Key,
  contactId: string,
  what: string,
  text: string,
): Buffer {
  return ctx.vault.seal(key, text, sealContext(contactId, what))
}

/** Opens what `sealPerson` sealed for the same place. */
export function openPerson(
  ctx: Pick<Context, 'vault'>,
  key: Key,
  contactId: string,
  what: string,
  sealed: Uint8Array,
): string {
  return ctx.vault.open(key, sealed, sealContext(contactId, what))
}

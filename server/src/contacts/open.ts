import { sql } from 'kysely'
import { businessKey } from '../businesses/index.ts'
import { PREPARED } from '../platform/db/index.ts'
import type { Context } from '../platform/index.ts'
import type { Key } from '../platform/vault/index.ts'
import { knownPerson, type SealedPerson } from './known.ts'

/** A contact's sealed fields in the clear; everything is null once the person was erased. */
export interface Person {
  contactId: string
  name: string | null
  /** E.164, with plus */
  phone: string | null
  /** WhatsApp’s id that is written to: their own, or the parent’s as soon as linked portfolios know them by several. */
  bsuid: string | null
  username: string | null
  language: string | null
  country: string | null
}

type Reader = Pick<Context, 'db' | 'businessId' | 'vault' | 'runtime'>

/** The associated data of each sealed column: a value cannot be moved to another person or column. */
export const sealContext = (contactId: string, column: string) => `contact:${contactId}:${column}`

/** Opens many contacts in one query. */
export async function openContacts(ctx: Reader, contactIds: readonly string[]): Promise<Map<string, Person>> {
  const people = new Map<string, Person>()
  if (contactIds.length === 0) return people
  const wrapping = await businessKey(ctx)
  const known = contactIds.map((contactId) => knownPerson(ctx, contactId)?.sealed)
  const rows = known.every((sealed) => sealed !== undefined) ? known : await readSealed(ctx, contactIds)
  for (const row of rows) {
    const key = row.wrapped && ctx.vault.unwrap(wrapping, row.wrapped, row.contact_id)
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

async function readSealed(ctx: Reader, contactIds: readonly string[]): Promise<SealedPerson[]> {
  // One look-up by the key for each, whatever the planner believes about their number.
  const { rows } = await sql<SealedPerson>`${PREPARED}
    select c.contact_id, c.name_sealed, c.phone_sealed, c.bsuid_sealed, c.username_sealed, c.language, c.country, k.wrapped
    from unnest(${[...contactIds]}::uuid[]) as w (contact_id)
    cross join lateral (select * from contact c where c.business_id = ${ctx.businessId} and c.contact_id = w.contact_id limit 1) c
    left join lateral (select k.wrapped from contact_key k
      where k.business_id = ${ctx.businessId} and k.contact_id = w.contact_id limit 1) k on true`.execute(
    ctx.db,
  )
  return rows
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

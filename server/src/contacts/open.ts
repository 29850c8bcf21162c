import { type RawBuilder, sql } from 'kysely'
import { businessKey } from '../businesses/index.ts'
import { PREPARED, plainArray } from '../platform/db/index.ts'
import type { Context } from '../platform/index.ts'
import type { Key } from '../platform/vault/index.ts'
import { knownPerson, type SealedAddress, type SealedPerson } from './known.ts'

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
    const { open, ...address } = openWith(ctx, wrapping, row.contact_id, row)
    people.set(row.contact_id, {
      ...address,
      username: open(row.username_sealed, 'username'),
      language: row.language,
      country: row.country,
    })
  }
  return people
}

/** How a person is written to, in the clear, and what else is sealed with their key. */
export interface Address extends Pick<Person, 'contactId' | 'name' | 'phone' | 'bsuid'> {
  /** Opens what `sealPerson` sealed for the same place; null when there is nothing, or the person was erased. */
  open(sealed: Uint8Array | null, what: string): string | null
}

/** Opens what a statement brought along with `sealedPerson`. @returns a function, for as many people as there are */
export async function addressOpener(
  ctx: Reader,
): Promise<(contactId: string, sealed: SealedAddress) => Address> {
  const wrapping = await businessKey(ctx)
  return (contactId, sealed) => openWith(ctx, wrapping, contactId, sealed)
}

function openWith({ vault }: Reader, wrapping: Key, contactId: string, row: SealedAddress): Address {
  const key = row.wrapped && vault.unwrap(wrapping, row.wrapped, contactId)
  const open = (sealed: Uint8Array | null, what: string) =>
    key && sealed ? vault.open(key, sealed, sealContext(contactId, what)) : null
  return {
    contactId,
    name: open(row.name_sealed, 'name'),
    phone: open(row.phone_sealed, 'phone'),
    bsuid: open(row.bsuid_sealed, 'bsuid'),
    open,
  }
}

/** The contact `c` and the key `k` of a person, for a statement that has their id: one look-up each, whatever the planner believes. */
export function sealedPerson(businessId: string, contactId: RawBuilder<string>): RawBuilder<unknown> {
  return sql`left join lateral (
      select * from contact c where c.business_id = ${businessId} and c.contact_id = ${contactId} limit 1) c on true
    left join lateral (select k.wrapped from contact_key k
      where k.business_id = ${businessId} and k.contact_id = ${contactId} limit 1) k on true`
}

async function readSealed(ctx: Reader, contactIds: readonly string[]): Promise<SealedPerson[]> {
  const { rows } = await sql<SealedPerson>`${PREPARED}
    select c.contact_id, c.name_sealed, c.phone_sealed, c.bsuid_sealed, c.username_sealed, c.language, c.country, k.wrapped
    from unnest(${plainArray(contactIds)}::uuid[]) as w (contact_id) ${sealedPerson(ctx.businessId, sql`w.contact_id`)}
    where c.contact_id is not null`.execute(ctx.db)
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

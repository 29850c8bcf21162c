import type { Db } from '../platform/db/index.ts'
import type { Context } from '../platform/index.ts'
import type { Key } from '../platform/vault/index.ts'

/** How a person is written to, as it is stored, with the wrapped key. */
export interface SealedAddress {
  name_sealed: Uint8Array | null
  phone_sealed: Uint8Array | null
  bsuid_sealed: Uint8Array | null
  wrapped: Uint8Array | null
}

/** A contact's columns as they are stored, with the wrapped key. */
export interface SealedPerson extends SealedAddress {
  contact_id: string
  username_sealed: Uint8Array | null
  language: string | null
  country: string | null
}

/** What a transaction has read of one person. */
interface Known {
  key?: Key
  sealed?: SealedPerson
  /** Only while the transaction holds the contact's row: nobody else can change it. */
  hold?: string | null
}

/** By transaction, and gone with it. */
const transactions = new WeakMap<Db, Map<string, Known>>()

type Reader = Pick<Context, 'db'>

/** What this transaction already knows of a person, so that a message costs one look at them; undefined outside of transactions. */
export function knownPerson(ctx: Reader, contactId: string): Readonly<Known> | undefined {
  return transactions.get(ctx.db)?.get(contactId)
}

/** Keeps what was read until the transaction ends; outside of one nothing is kept. */
export function rememberPerson(ctx: Reader, contactId: string, news: Known): void {
  if (!ctx.db.isTransaction) return
  const people = transactions.get(ctx.db) ?? new Map<string, Known>()
  transactions.set(ctx.db, people)
  people.set(contactId, { ...people.get(contactId), ...news })
}

/** For whoever changes what may be known: it is read again. */
export function forgetKnown(ctx: Reader, contactId: string): void {
  transactions.get(ctx.db)?.delete(contactId)
}

import { sql } from 'kysely'
import { holdForUnclearStop, type Identity, resolveContact } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import { notify } from '../standing/index.ts'
import type { Slice } from '../whatsapp/index.ts'
import type { Parked } from './park.ts'
import { storedUpdate, type WaitingUpdate } from './store.ts'
import { personOf } from './to-row.ts'

/**
 * An update of a person could not be processed. What the person wanted is not known, and it may have been STOP: marketing
 * is held, and the members are told. In the transaction that parks it.
 */
export async function failSafe(
  tx: Context,
  update: Pick<WaitingUpdate, 'key' | 'month'>,
  parked: Parked,
): Promise<void> {
  if (parked.kind === 'status' || parked.kind === 'change') return
  const slice = await openSlice(tx, update)
  // What the business wrote on its phone is nobody's STOP; in a chat from before the connection there may be one.
  if (slice?.kind === 'copy' && slice.field !== 'history') return
  await notify(tx, { kind: 'intake.parked', severity: 'critical', entity: 'standing' })
  const identity = slice && identityOf(slice)
  const named = identity && (await resolveContact(tx, identity)).contactId
  // The update may name an id, and we may know the person by the number beside it.
  const people = new Set([...(named ? [named] : []), ...(await peopleOf(tx, parked.digests))])
  for (const contactId of people) await holdForUnclearStop(tx, contactId)
}

async function openSlice(
  tx: Context,
  update: Pick<WaitingUpdate, 'key' | 'month'>,
): Promise<Slice | undefined> {
  const stored = await storedUpdate(tx, update)
  try {
    return stored?.slice
  } catch {
    // Not with our keys: whom it is about is known all the same.
    return undefined
  }
}

/** Its raw address is enough: what made the rest unreadable must not keep the hold away. */
function identityOf(slice: Slice): Identity | undefined {
  const person = personOf(slice)
  if (person?.kind === 'phone' && /^\+\d{5,17}$/.test(person.value)) return { phone: person.value }
  if (person?.kind === 'bsuid' && /^([A-Z]{2}\.(ENT\.)?|user\.)[0-9A-Za-z]{1,128}$/.test(person.value))
    return { bsuid: person.value }
  return undefined
}

/** Those of them that we know; to somebody whom we do not know nothing is sent. */
async function peopleOf(tx: Context, digests: readonly string[]): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('contact_identity')
    .select('contact_id')
    .distinct()
    .where('business_id', '=', tx.businessId)
    .where('kind', 'in', ['phone', 'bsuid'])
    .where(sql<boolean>`digest = any(${[...digests]}::text[])`)
    .execute()
  return rows.map((row) => row.contact_id)
}

import type { Context } from '../platform/index.ts'
import { personRectified } from './hooks.ts'
import { personKey } from './keys.ts'
import { forgetKnown } from './known.ts'
import { openContacts, sealPerson } from './open.ts'
import { countryOfPhone } from './phone.ts'
import { identityDigests } from './resolve.ts'
import { searchDigests } from './search.ts'

/**
 * WhatsApp says that a person has a new number or id: from now on it leads to them, and the old one to nobody, so that whoever
 * gets a number next inherits nothing (§3.5). An identity that somebody else has already stays theirs. Consents are not this
 * function's business. In the caller's transaction.
 */
export async function moveIdentity(
  tx: Context,
  contactId: string,
  now: { phone: string | null; bsuid: string | null },
): Promise<void> {
  const key = await personKey(tx, contactId)
  const person = (await openContacts(tx, [contactId])).get(contactId)
  if (!key || !person) return
  const changed = (['phone', 'bsuid'] as const).filter(
    (kind) => now[kind] !== null && now[kind] !== person[kind],
  )
  if (changed.length === 0) return
  const values = { phone: person.phone, bsuid: person.bsuid }
  for (const kind of changed) values[kind] = (await take(tx, contactId, kind, now[kind])) ? now[kind] : null
  const seal = (kind: 'phone' | 'bsuid') =>
    values[kind] ? sealPerson(tx, key, contactId, kind, values[kind]) : null
  await tx.db
    .updateTable('contact')
    .set({
      ...(changed.includes('phone')
        ? {
            phone_sealed: seal('phone'),
            country: (values.phone && countryOfPhone(values.phone)) ?? person.country,
            search_digests: searchDigests(tx.vault, tx.businessId, { ...person, ...values }),
          }
        : {}),
      ...(changed.includes('bsuid') ? { bsuid_sealed: seal('bsuid') } : {}),
      updated_at: tx.clock.now(),
    })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .execute()
  forgetKnown(tx, contactId)
  await tx.hooks.run(personRectified, tx, { contactId, changed })
}

/** @returns false when somebody else has the new identity: then the person only loses the old one */
async function take(
  tx: Context,
  contactId: string,
  kind: 'phone' | 'bsuid',
  value: string | null,
): Promise<boolean> {
  await tx.db
    .deleteFrom('contact_identity')
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where('kind', '=', kind)
    .execute()
  const [wanted] = identityDigests(tx, { [kind]: value })
  if (!wanted) return false
  const taken = await tx.db
    .insertInto('contact_identity')
    .values({ business_id: tx.businessId, ...wanted, contact_id: contactId, created_at: tx.clock.now() })
    .onConflict((conflict) => conflict.columns(['business_id', 'kind', 'digest']).doNothing())
    .returning('contact_id')
    .executeTakeFirst()
  return taken !== undefined
}

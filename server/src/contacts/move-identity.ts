import type { Context } from '../platform/index.ts'
import { identityDigests, personDigests } from './digests.ts'
import { numberDoubted, personRectified } from './hooks.ts'
import { personKey } from './keys.ts'
import { forgetKnown } from './known.ts'
import { openContacts, sealPerson } from './open.ts'
import { retireIdentities } from './past.ts'
import { countryOfPhone } from './phone.ts'
import { searchDigests } from './search.ts'

/**
 * WhatsApp says that a person has a new number or id: from now on it leads to them, and the old one to nobody, so that whoever
 * gets a number next inherits nothing (§3.5). Whoever had the new number before has lost it, unless they have written since.
 * Consents are not this function's business. In the caller's transaction.
 * @param now number and id change together: of the two, what is not told is not known any more, and not what it was
 * @param before the id that changed: of somebody with ids in several portfolios the others stay, until WhatsApp tells of them
 */
export async function moveIdentity(
  tx: Context,
  contactId: string,
  now: { phone: string | null; bsuid: string | null; at: Date },
  before: { bsuid?: string | null } = {},
): Promise<void> {
  const key = await personKey(tx, contactId)
  const person = (await openContacts(tx, [contactId])).get(contactId)
  if (!key || !person) return
  const changed = (['phone', 'bsuid'] as const).filter((kind) => now[kind] !== person[kind])
  if (changed.every((kind) => now[kind] === null)) return
  const values = { phone: person.phone, bsuid: person.bsuid }
  const [old] = identityDigests(tx, { bsuid: before.bsuid ?? null })
  for (const kind of changed)
    values[kind] = (await take(tx, contactId, kind, now[kind], now.at, old?.digest)) ? now[kind] : null
  // The parent's changes with the number as well; the new one comes with the next message.
  if (changed.includes('bsuid')) await retireIdentities(tx, contactId, { kind: 'parent_bsuid', at: now.at })
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
  at: Date,
  old?: string,
): Promise<boolean> {
  const several = kind === 'bsuid' ? await personDigests(tx, contactId, kind) : []
  const one = several.length > 1 && old && several.includes(old) ? { digest: old } : {}
  await retireIdentities(tx, contactId, { kind, at, ...one })
  const [wanted] = identityDigests(tx, { [kind]: value })
  if (!wanted) return false
  if (kind === 'phone') await takeFrom(tx, wanted.digest, at)
  const taken = await tx.db
    .insertInto('contact_identity')
    .values({ business_id: tx.businessId, ...wanted, contact_id: contactId, created_at: tx.clock.now() })
    .onConflict((conflict) => conflict.columns(['business_id', 'kind', 'digest']).doNothing())
    .returning('contact_id')
    .executeTakeFirst()
  return taken !== undefined
}

/** Numbers pass from one person to the next: who had this one is not there any more. */
async function takeFrom(tx: Context, digest: string, at: Date): Promise<void> {
  const holder = await tx.db
    .selectFrom('contact_identity as i')
    .innerJoin('contact as c', (join) =>
      join.onRef('c.business_id', '=', 'i.business_id').onRef('c.contact_id', '=', 'i.contact_id'),
    )
    .select(['c.contact_id', 'c.last_inbound_at'])
    .where('i.business_id', '=', tx.businessId)
    .where('i.kind', '=', 'phone')
    .where('i.digest', '=', digest)
    .executeTakeFirst()
  if (!holder || (holder.last_inbound_at && holder.last_inbound_at > at)) return
  await loseNumber(tx, holder.contact_id, at)
}

/** The contact's number is somebody else's: consents rest, and nothing of theirs can go there. In the caller's transaction. */
export async function loseNumber(tx: Context, contactId: string, at: Date): Promise<void> {
  await tx.hooks.run(numberDoubted, tx, { contactId, at })
  await retireIdentities(tx, contactId, { kind: 'phone', at: new Date(at.getTime() - 1) })
  const person = (await openContacts(tx, [contactId])).get(contactId)
  if (!person) return
  await tx.db
    .updateTable('contact')
    .set({
      phone_sealed: null,
      search_digests: searchDigests(tx.vault, tx.businessId, { ...person, phone: null }),
      updated_at: tx.clock.now(),
    })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .execute()
  forgetKnown(tx, contactId)
  await tx.hooks.run(personRectified, tx, { contactId, changed: ['phone'] })
}

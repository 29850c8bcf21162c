import { recordAudit } from '../audit/index.ts'
import { getBusiness } from '../businesses/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, notFound, Problem, withTransaction } from '../platform/index.ts'
import { personRectified } from './hooks.ts'
import { personKey } from './keys.ts'
import { forgetKnown } from './known.ts'
import { openContacts, sealPerson } from './open.ts'
import { countryOfPhone, toE164 } from './phone.ts'
import { searchDigests } from './search.ts'
import { lockContact } from './update.ts'

/**
 * Puts another number in place of the one that is noted (Art. 16 GDPR, C-39). The old one leads to nobody any more, so that whoever
 * gets it next inherits nothing. Consents are not this function's business: whoever calls it suspends them first.
 * @throws Problem `not_found`, `number_wrong`, `number_taken`
 */
export async function correctNumber(ctx: Context, contactId: string, raw: string): Promise<void> {
  requireRole(ctx, 'dpo')
  await withTransaction(ctx, async (tx) => {
    await lockContact(tx, contactId)
    const phone = await readNumber(tx, raw)
    const key = await personKey(tx, contactId)
    const person = (await openContacts(tx, [contactId])).get(contactId)
    if (!key || !person) throw notFound({ de: 'Diese Person', en: 'This person' })
    if (person.phone === phone) return
    await link(tx, contactId, tx.vault.digest(tx.businessId, 'phone', phone))
    await tx.db
      .updateTable('contact')
      .set({
        phone_sealed: sealPerson(tx, key, contactId, 'phone', phone),
        country: countryOfPhone(phone),
        search_digests: searchDigests(tx.vault, tx.businessId, { ...person, phone }),
        updated_at: tx.clock.now(),
      })
      .where('business_id', '=', tx.businessId)
      .where('contact_id', '=', contactId)
      .execute()
    forgetKnown(tx, contactId)
    await recordAudit(tx, {
      action: 'contact.update',
      entity: 'contact',
      entityId: contactId,
      after: { changed: ['number'] },
    })
    await tx.hooks.run(personRectified, tx, { contactId, changed: ['phone'] })
  })
}

/** A number as people write it, as E.164. @throws Problem `number_wrong` */
export async function readNumber(ctx: Context, raw: string): Promise<string> {
  const { country } = await getBusiness(ctx)
  const phone = toE164(raw, country)
  if (phone) return phone
  throw new Problem('invalid', 'number_wrong', {
    de: 'Das ist keine vollständige Telefonnummer. Bitte gib sie mit Ländervorwahl ein, zum Beispiel +49 151 23456789.',
    en: 'This is not a whole phone number. Please enter it with its country code, for example +49 151 23456789.',
  })
}

async function link(tx: Context, contactId: string, digest: string): Promise<void> {
  const owner = await tx.db
    .selectFrom('contact_identity')
    .select('contact_id')
    .where('business_id', '=', tx.businessId)
    .where('kind', '=', 'phone')
    .where('digest', '=', digest)
    .executeTakeFirst()
  if (owner && owner.contact_id !== contactId) {
    throw new Problem('conflict', 'number_taken', {
      de: 'Diese Nummer gehört hier schon zu einer anderen Person. Bitte klär zuerst, wem sie gehört.',
      en: 'This number belongs to another person here already. Please find out first whose it is.',
    })
  }
  await tx.db
    .deleteFrom('contact_identity')
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where('kind', '=', 'phone')
    .execute()
  await tx.db
    .insertInto('contact_identity')
    .values({
      business_id: tx.businessId,
      kind: 'phone',
      digest,
      contact_id: contactId,
      created_at: tx.clock.now(),
    })
    .execute()
}

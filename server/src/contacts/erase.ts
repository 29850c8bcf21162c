import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import { forgetKnown } from './known.ts'

/**
 * Makes a person unreadable: the key is destroyed, so everything sealed with it is lost in the database and in every
 * backup of it; identities and search digests go, a tombstone with the id stays. Called by privacy once everything else
 * about the person was taken down, in the same transaction.
 * @returns how many numbers and ids were forgotten
 */
export async function eraseContact(tx: Context, contactId: string): Promise<number> {
  const own = { business_id: tx.businessId, contact_id: contactId }
  const identities = await tx.db
    .deleteFrom('contact_identity')
    .where('business_id', '=', own.business_id)
    .where('contact_id', '=', own.contact_id)
    .executeTakeFirst()
  await tx.db
    .deleteFrom('contact_identity_past')
    .where('business_id', '=', own.business_id)
    .where('contact_id', '=', own.contact_id)
    .execute()
  await tx.db
    .deleteFrom('contact_key')
    .where('business_id', '=', own.business_id)
    .where('contact_id', '=', own.contact_id)
    .execute()
  await tx.db
    .deleteFrom('import_claim')
    .where('business_id', '=', own.business_id)
    .where('contact_id', '=', own.contact_id)
    .execute()
  await tx.db
    .deleteFrom('contact_marketing')
    .where('business_id', '=', own.business_id)
    .where('contact_id', '=', own.contact_id)
    .execute()
  forgetKnown(tx, contactId)
  const now = tx.clock.now()
  await tx.db
    .updateTable('contact')
    .set({
      name_sealed: null,
      phone_sealed: null,
      bsuid_sealed: null,
      username_sealed: null,
      hold_note_sealed: null,
      language: null,
      country: null,
      attributes: '{}',
      search_digests: sql`'{}'`,
      name_digest: null,
      first_source_id: null,
      meta_preference_at: null,
      hold_reason: null,
      last_inbound_at: null,
      updated_at: now,
      erased_at: now,
    })
    .where('business_id', '=', own.business_id)
    .where('contact_id', '=', own.contact_id)
    .execute()
  return Number(identities.numDeletedRows)
}

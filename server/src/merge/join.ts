import { recordAudit } from '../audit/index.ts'
import { joinConsents } from '../consent/index.ts'
import { absorbContact, combineProfiles, lockBoth } from '../contacts/index.ts'
import { joinConversations } from '../inbox/index.ts'
import { type Context, newId } from '../platform/index.ts'
import { joinPauses, revokeLinks } from '../preferences/index.ts'
import { PERSON_TABLES } from '../privacy/index.ts'
import { moveTable } from './move-rows.ts'

/**
 * WhatsApp itself showed that two records are one person: their own message named the number of the one and the id of the other, or
 * a change of number led from the one to the other. All goes to the kept one, consents included, because the identity that said
 * yes is still the same person's; of what contradicts, the strict counts. Nothing to undo: it is so. Handler of contacts'
 * `contactsAreOne`, in its transaction.
 */
export async function joinContacts(
  tx: Context,
  two: { keptId: string; goneId: string; at: Date; allIds?: boolean },
): Promise<void> {
  const { keptId, goneId } = two
  await lockBoth(tx, keptId, goneId)
  await joinConsents(tx, two)
  await combineProfiles(tx, keptId, goneId)
  await joinConversations(tx, two)
  await joinPauses(tx, two)
  for (const contactId of [keptId, goneId]) await revokeLinks(tx, { contactId })
  for (const [table, { merge }] of Object.entries(PERSON_TABLES)) {
    if (merge === 'moves' || merge === 'bound') await moveTable(tx, table, { from: goneId, to: keptId })
  }
  await absorbContact(tx, two)
  await tx.db
    .insertInto('contact_merge')
    .values({
      business_id: tx.businessId,
      merge_id: newId(),
      contact_id: keptId,
      gone_id: goneId,
      because: 'whatsapp',
      at: tx.clock.now(),
    })
    .execute()
  await recordAudit(tx, {
    action: 'contact.join',
    entity: 'contact',
    entityId: keptId,
    after: { from: goneId, because: 'whatsapp' },
  })
}

import type { Context } from '../platform/index.ts'
import { identityDigests, isParentId } from './digests.ts'
import { contactsAreOne } from './hooks.ts'
import { personKey } from './keys.ts'
import { forgetKnown } from './known.ts'
import { openContacts, openPerson, sealContext, sealPerson } from './open.ts'

/** The place that an id beside the contact's own is sealed for. */
export const idPlace = (digest: string) => `identity:${digest}`

interface Ids {
  bsuid?: string | null | undefined
  parentBsuid?: string | null | undefined
}

/**
 * Keeps a person's parent id, and from the second id of their own on all of them. Each portfolio knows only its own id, all that
 * are linked know the parent's: so that one is written to as soon as there are several. In the caller's transaction.
 */
export async function keepIds(tx: Context, contactId: string, { bsuid, parentBsuid }: Ids): Promise<void> {
  if (!parentBsuid) return
  const key = await personKey(tx, contactId)
  const person = (await openContacts(tx, [contactId])).get(contactId)
  if (!key || !person) return
  const written = person.bsuid
  const several = written !== null && bsuid != null && written !== bsuid
  for (const id of several ? [parentBsuid, bsuid, written] : [parentBsuid]) {
    const [own] = identityDigests(tx, { bsuid: id })
    if (!own) continue
    await tx.db
      .updateTable('contact_identity')
      .set({ id_sealed: sealPerson(tx, key, contactId, idPlace(own.digest), id) })
      .where('business_id', '=', tx.businessId)
      .where('kind', '=', own.kind)
      .where('digest', '=', own.digest)
      .where('contact_id', '=', contactId)
      .execute()
  }
  if (!several || written === parentBsuid) return
  await tx.db
    .updateTable('contact')
    .set({ bsuid_sealed: tx.vault.seal(key, parentBsuid, sealContext(contactId, 'bsuid')) })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .execute()
  forgetKnown(tx, contactId)
}

/**
 * The parent id in a message belongs to one contact, the id beside it to another: WhatsApp says that both are one person, whom two
 * portfolios knew apart. In the caller's transaction.
 */
export async function joinByParent(
  tx: Context,
  two: { keptId: string; goneId: string; at: Date },
  ids: Ids,
): Promise<void> {
  const people = await openContacts(tx, [two.goneId])
  await tx.hooks.run(contactsAreOne, tx, { ...two, allIds: true })
  const other = people.get(two.goneId)?.bsuid
  await keepIds(tx, two.keptId, { ...ids, bsuid: other && !isParentId(other) ? other : ids.bsuid })
}

/** Identities of these kinds lead to another contact from now on, sealed anew for them. In the caller's transaction. */
export async function handOverIds(
  tx: Context,
  { from, to }: { from: string; to: string },
  kinds: readonly ('phone' | 'bsuid' | 'parent_bsuid')[],
): Promise<void> {
  if (kinds.length === 0) return
  const rows = await tx.db
    .selectFrom('contact_identity')
    .select(['kind', 'digest', 'id_sealed'])
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', from)
    .where('kind', 'in', [...kinds])
    .execute()
  const [old, next] = [await personKey(tx, from), await personKey(tx, to)]
  for (const { kind, digest, id_sealed: sealed } of rows) {
    const place = idPlace(digest)
    const again =
      sealed && old && next ? sealPerson(tx, next, to, place, openPerson(tx, old, from, place, sealed)) : null
    await tx.db
      .updateTable('contact_identity')
      .set({ contact_id: to, id_sealed: again })
      .where('business_id', '=', tx.businessId)
      .where('kind', '=', kind)
      .where('digest', '=', digest)
      .execute()
  }
}

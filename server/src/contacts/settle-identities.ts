import type { Context } from '../platform/index.ts'
import { contactsAreOne, numberDoubted } from './hooks.ts'
import type { SealedPerson } from './known.ts'
import { loseNumber, moveIdentity } from './move-identity.ts'
import { openContacts } from './open.ts'

/** What a person's own message names of them. */
interface Named {
  phone?: string | null | undefined
  bsuid?: string | null | undefined
}

/**
 * Number and id came together, and what we knew says otherwise. An id is one person's for ever, a number passes from one to the
 * next: so the id decides, and who had the number under another id has lost it. Only a contact without any id can be the same
 * person; then both become one. In the caller's transaction.
 * @returns the contact whose message it is; null when they are new to us
 */
export async function settleIdentities(
  tx: Context,
  named: Named,
  byId: SealedPerson | undefined,
  byNumber: SealedPerson | undefined,
  at: Date,
): Promise<string | null> {
  if (!named.bsuid || !named.phone) return (byId ?? byNumber)?.contact_id ?? null
  if (!byId) {
    if (!byNumber?.bsuid_sealed) return byNumber?.contact_id ?? null
    await loseNumber(tx, byNumber.contact_id, at)
    return null
  }
  if (byNumber && byNumber.contact_id !== byId.contact_id) {
    if (byNumber.bsuid_sealed) await loseNumber(tx, byNumber.contact_id, at)
    else await tx.hooks.run(contactsAreOne, tx, { keptId: byId.contact_id, goneId: byNumber.contact_id, at })
  }
  await keepNumberTrue(tx, byId.contact_id, named.phone, named.bsuid, at)
  return byId.contact_id
}

/** The same id under another number, without a word of a change: the number follows, and what was agreed to rests. */
async function keepNumberTrue(
  tx: Context,
  contactId: string,
  phone: string,
  bsuid: string,
  at: Date,
): Promise<void> {
  const known = (await openContacts(tx, [contactId])).get(contactId)
  if (!known?.phone || known.phone === phone) return
  await tx.hooks.run(numberDoubted, tx, { contactId, at })
  await moveIdentity(tx, contactId, { phone, bsuid: known.bsuid ?? bsuid, at })
}

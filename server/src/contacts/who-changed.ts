import type { Context } from '../platform/index.ts'
import { identityDigests, personDigests } from './digests.ts'
import { lockPerson } from './lock-person.ts'
import { notePast, ownerThen } from './past.ts'
import { type Identity, resolveContact } from './resolve.ts'

type Address = Pick<Identity, 'phone' | 'bsuid'>

/**
 * Whose number or id changed: found by what they were until then, also when that is past already or told out of order. Of
 * whom we know nothing under the old identity is looked at under the new one, and the old one is remembered with it: an earlier
 * change that arrives later still finds its way. In the caller's transaction.
 */
export async function whoChanged(
  tx: Context,
  { before, now, at }: { before: Address; now: Address; at: Date },
): Promise<string> {
  const known = await findPerson(tx, before, at)
  if (known) return known
  const next = now.phone || now.bsuid ? now : before
  const { contactId } = await resolveContact(tx, { ...next, at })
  if (next !== before) await notePast(tx, contactId, identityDigests(tx, before), at)
  return contactId
}

/**
 * Who has these identities, or had them at that time; nobody is made, nothing is learned. The id decides: who has the number but
 * is known under another id is somebody else. In a transaction they stay who they are until it ends.
 */
export async function findPerson(tx: Context, address: Address, at: Date): Promise<string | null> {
  const found = await lookUp(tx, address, at)
  return found && (await lockPerson(tx, found))
}

async function lookUp(tx: Context, address: Address, at: Date): Promise<string | null> {
  const digests = identityDigests(tx, address)
  const bsuid = digests.find(({ kind }) => kind === 'bsuid')
  const now = await tx.db
    .selectFrom('contact_identity')
    .select(['contact_id', 'kind', 'digest'])
    .where('business_id', '=', tx.businessId)
    .where(
      'digest',
      'in',
      digests.map(({ digest }) => digest),
    )
    .execute()
  const byId = now.find(({ kind }) => kind === 'bsuid')
  if (byId) return byId.contact_id
  const then = await ownerThen(tx, digests, at)
  if (then) return then
  const byNumber = now.find(({ kind }) => kind === 'phone')?.contact_id ?? null
  if (!byNumber || !bsuid) return byNumber
  const known = await personDigests(tx, byNumber, 'bsuid')
  return known.length === 0 || known.includes(bsuid.digest) ? byNumber : null
}

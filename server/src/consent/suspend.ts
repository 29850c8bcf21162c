import {
  contactsAreOne,
  findPerson,
  type Identity,
  identityDigests,
  moveIdentity,
} from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import { digestsOf } from './answer.ts'
import { consentChanged, consentWithdrawn } from './hooks.ts'
import { moveConsent } from './move.ts'
import { lockConsents } from './read.ts'
import { spreadSuppression } from './share-suppression.ts'

type Address = Required<Pick<Identity, 'phone' | 'bsuid'>>

export interface IdentityChange {
  /** The contact under the old identity; nobody's but the new one's when the old one was never seen. */
  contactId: string
  /** What the person was until now. */
  before: Address
  phone: string | null
  bsuid: string | null
  at: Date
}

/**
 * The person's number or id changed: consents rest until a new double opt-in, a suppression follows to the new
 * identity at once, and the old one leads to nobody any more (C-39 and the edge cases of the state machine). Who has already
 * written under the new identity is the same person: both records become one. Runs in the transaction that learned of it.
 */
export async function suspendOnIdentityChange(tx: Context, change: IdentityChange): Promise<void> {
  const { contactId, phone, bsuid, at } = change
  const old = [
    ...(await digestsOf(tx, contactId)),
    ...identityDigests(tx, change.before).map(({ digest }) => digest),
  ]
  await spreadSuppression(tx, old, identityDigests(tx, change))
  const next = bsuid ? await findPerson(tx, { bsuid }, at) : null
  if (next === contactId) return
  await suspendConsents(tx, { contactId, at })
  if (next) await tx.hooks.run(contactsAreOne, tx, { keptId: next, goneId: contactId, at })
  else await moveIdentity(tx, contactId, { phone, bsuid, at }, change.before)
  await tx.hooks.run(consentChanged, tx, { contactId: next ?? contactId })
}

/**
 * A number was noted wrongly, and the right one is about to be: what was agreed to under the wrong one rests, a suppression comes
 * along. Number and id of the chat stay apart: only WhatsApp says that they belong together. In the caller's transaction.
 */
export async function suspendForCorrection(
  tx: Context,
  { contactId, phone, at }: { contactId: string; phone: string; at: Date },
): Promise<void> {
  await spreadSuppression(tx, await digestsOf(tx, contactId), identityDigests(tx, { phone }))
  await suspendConsents(tx, { contactId, at })
}

/**
 * Under this identity somebody else may be now: what was agreed to rests until a new double opt-in, and what is queued is taken
 * down. In the caller's transaction.
 */
export async function suspendConsents(
  tx: Context,
  { contactId, at }: { contactId: string; at: Date },
): Promise<void> {
  const consents = await lockConsents(tx, contactId, null)
  await tx.hooks.run(consentWithdrawn, tx, { contactId, topicId: null, reason: 'inactive' })
  for (const consent of consents) {
    await moveConsent(tx, consent, {
      event: 'identity_change',
      type: 'identity_changed',
      at,
      evidence: { how: 'identity_changed' },
    })
  }
  await tx.hooks.run(consentChanged, tx, { contactId })
}

import { identityDigests } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import { digestsOf } from './answer.ts'
import { consentChanged, consentWithdrawn } from './hooks.ts'
import { moveConsent } from './move.ts'
import { lockConsents } from './read.ts'

export interface IdentityChange {
  /** The contact under the old identity. */
  contactId: string
  phone: string | null
  bsuid: string | null
  at: Date
}

/**
 * The person's number or id changed: consents rest until a new double opt-in, a suppression follows to the new
 * identity at once (C-39 and the edge cases of the state machine). Runs in the transaction that learned of it.
 */
export async function suspendOnIdentityChange(tx: Context, change: IdentityChange): Promise<void> {
  await copySuppression(tx, change)
  const consents = await lockConsents(tx, change.contactId, null)
  await tx.hooks.run(consentWithdrawn, tx, {
    contactId: change.contactId,
    topicId: null,
    reason: 'inactive',
  })
  for (const consent of consents) {
    await moveConsent(tx, consent, {
      event: 'identity_change',
      type: 'identity_changed',
      at: change.at,
      evidence: { how: 'identity_changed' },
    })
  }
  await tx.hooks.run(consentChanged, tx, { contactId: change.contactId })
}

async function copySuppression(tx: Context, change: IdentityChange): Promise<void> {
  const old = await digestsOf(tx, change.contactId)
  if (old.length === 0) return
  const active = await tx.db
    .selectFrom('suppression')
    .select(['reason', 'since'])
    .where('business_id', '=', tx.businessId)
    .where('digest', 'in', old)
    .where('lifted_at', 'is', null)
    .orderBy('since', 'desc')
    .executeTakeFirst()
  if (!active) return
  for (const { kind, digest } of identityDigests(tx, change)) {
    await tx.db
      .insertInto('suppression')
      .values({ business_id: tx.businessId, kind, digest, reason: active.reason, since: active.since })
      .onConflict((conflict) => conflict.columns(['business_id', 'kind', 'digest']).doNothing())
      .execute()
  }
}

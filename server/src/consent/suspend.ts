import { identityDigests, moveIdentity } from '../contacts/index.ts'
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
 * identity at once, and the old one leads to nobody any more (C-39 and the edge cases of the state machine). Runs in the
 * transaction that learned of it.
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
  await moveIdentity(tx, change.contactId, change)
  await tx.hooks.run(consentChanged, tx, { contactId: change.contactId })
}

async function copySuppression(tx: Context, change: IdentityChange): Promise<void> {
  const old = await digestsOf(tx, change.contactId)
  await spread(tx, old, identityDigests(tx, change))
}

/**
 * Number and id turned out to be of one person: an objection that stands for one stands for both, the stricter wins (§3.5).
 * In the transaction that learned of it.
 */
export async function shareSuppression(
  tx: Context,
  identity: { phone: string | null; bsuid: string | null },
): Promise<void> {
  const both = identityDigests(tx, identity)
  await spread(
    tx,
    both.map(({ digest }) => digest),
    both,
  )
}

/** What is in force for one of `from` is in force for all of `to`. */
async function spread(
  tx: Context,
  from: readonly string[],
  to: ReturnType<typeof identityDigests>,
): Promise<void> {
  if (from.length === 0 || to.length === 0) return
  const active = await tx.db
    .selectFrom('suppression')
    .select(['reason', 'since'])
    .where('business_id', '=', tx.businessId)
    .where('digest', 'in', [...from])
    .where('lifted_at', 'is', null)
    .orderBy('since', 'desc')
    .executeTakeFirst()
  if (!active) return
  for (const { kind, digest } of to) {
    await tx.db
      .insertInto('suppression')
      .values({ business_id: tx.businessId, kind, digest, reason: active.reason, since: active.since })
      .onConflict((conflict) =>
        conflict.columns(['business_id', 'kind', 'digest']).doUpdateSet({ lifted_at: null }),
      )
      .execute()
  }
}

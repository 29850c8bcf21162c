import { sql } from 'kysely'
import { type IdentityDigest, identityDigests } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import { consentWithdrawn } from './hooks.ts'
import { moveConsent } from './move.ts'
import { lockConsents } from './read.ts'

/**
 * Number and id turned out to be of one person: an objection that stands for one stands for both, the stricter wins (§3.5).
 * In the transaction that learned of it.
 */
export async function shareSuppression(
  tx: Context,
  identity: { phone: string | null; bsuid: string | null; parentBsuid?: string | null },
): Promise<void> {
  const both = identityDigests(tx, identity)
  await spreadSuppression(
    tx,
    both.map(({ digest }) => digest),
    both,
  )
}

/** What is in force for one of these addresses is in force for all that a contact has. In the caller's transaction. */
export async function spreadToContact(
  tx: Context,
  from: readonly string[],
  contactId: string,
): Promise<void> {
  const to = await tx.db
    .selectFrom('contact_identity')
    .select(['kind', 'digest'])
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .execute()
  await spreadSuppression(tx, from, to)
}

/**
 * What is in force for one of `from` is in force for all of `to`, and ends what whoever is behind them had agreed to: only a new
 * double opt-in lifts it (C-33), and nobody could ask for one who counts as having agreed. In the caller's transaction.
 */
export async function spreadSuppression(
  tx: Context,
  from: readonly string[],
  to: readonly IdentityDigest[],
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
  const { rows } = await sql<{ contact_id: string }>`
    select distinct i.contact_id from contact_identity i
    where i.business_id = ${tx.businessId} and i.digest = any(${to.map(({ digest }) => digest)}::text[])`.execute(
    tx.db,
  )
  for (const { contact_id: contactId } of rows) await endObjected(tx, contactId)
}

/** Nothing stays agreed to under an address that is blocked. */
async function endObjected(tx: Context, contactId: string): Promise<void> {
  const standing = (await lockConsents(tx, contactId, null)).filter(({ state }) =>
    ['requested', 'pending', 'confirmed', 'suspended', 'superseded'].includes(state),
  )
  if (standing.length === 0) return
  await tx.hooks.run(consentWithdrawn, tx, { contactId, topicId: null, reason: 'withdrawn' })
  for (const consent of standing) {
    await moveConsent(tx, consent, {
      event: 'withdrawal',
      type: 'withdrawn',
      at: tx.clock.now(),
      evidence: { how: 'objection_of_same_person' },
    })
  }
}

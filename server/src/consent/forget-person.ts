import type { Context } from '../platform/index.ts'
import { moveConsent } from './move.ts'
import { lockConsents } from './read.ts'
import { withdrawFromRecord } from './withdraw.ts'

/**
 * Part of an erasure, in its transaction and before the person's key is destroyed: every consent ends and is marked as
 * erased, the address goes on the block list as keyed digests, which stay, so that nobody is written to again by mistake (C-34). What becomes of the
 * evidence is privacy's to say; the leaves of the ledger stay and lead to nobody.
 * @returns how many consents ended, and how many pieces of evidence will be unreadable
 */
export async function forgetConsents(
  tx: Context,
  contactId: string,
): Promise<{ ended: number; evidence: number }> {
  const { ended } = await withdrawFromRecord(tx, {
    contactId,
    channelId: null,
    topicId: null,
    at: tx.clock.now(),
    how: 'erasure',
  })
  for (const consent of await lockConsents(tx, contactId, null)) {
    await moveConsent(tx, consent, {
      event: 'erasure',
      type: 'erased',
      at: tx.clock.now(),
      evidence: { how: 'erasure' },
    })
  }
  const { count } = await tx.db
    .selectFrom('consent_event')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .executeTakeFirstOrThrow()
  return { ended, evidence: Number(count) }
}

/**
 * Takes the evidence out of these people's consent events, because it was destroyed or moved to the restricted vault; the
 * events themselves stay for the ledger. In the caller's transaction.
 * @returns the events that had any
 */
export async function emptyEvidence(tx: Context, contactIds: readonly string[]): Promise<string[]> {
  if (contactIds.length === 0) return []
  const rows = await tx.db
    .updateTable('consent_event')
    .set({ evidence_sealed: null, salt_sealed: null, shredded_at: tx.clock.now() })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', 'in', [...contactIds])
    .where('evidence_sealed', 'is not', null)
    .returning('event_id')
    .execute()
  return rows.map((row) => row.event_id)
}

/**
 * Takes entries off the block list, only because the person demands even that, knowing that nothing then keeps a later import
 * from bringing them back (§3.6). Their consents stay ended.
 * @returns the digests that were there
 */
export async function forgetSuppression(tx: Context, digests: readonly string[]): Promise<string[]> {
  if (digests.length === 0) return []
  const rows = await tx.db
    .deleteFrom('suppression')
    .where('business_id', '=', tx.businessId)
    .where('digest', 'in', [...digests])
    .returning('digest')
    .execute()
  return rows.map((row) => row.digest)
}

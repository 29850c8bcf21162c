import type { Context } from '../platform/index.ts'
import { withdraw } from './withdraw.ts'

/**
 * Part of an erasure, in its transaction and before the person's key is destroyed: every consent ends, the address goes
 * on the block list as keyed digests, which stay, so that nobody is written to again by mistake (C-34). The evidence is
 * sealed with the person's key and dies with it; the leaves of the ledger stay and lead to nobody.
 * @returns how many consents ended, and how many pieces of evidence will be unreadable
 */
export async function forgetConsents(
  tx: Context,
  contactId: string,
): Promise<{ ended: number; evidence: number }> {
  const { ended } = await withdraw(tx, {
    contactId,
    channelId: null,
    topicId: null,
    at: tx.clock.now(),
    how: 'erasure',
    receipt: false,
  })
  const { count } = await tx.db
    .selectFrom('consent_event')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .executeTakeFirstOrThrow()
  return { ended, evidence: Number(count) }
}

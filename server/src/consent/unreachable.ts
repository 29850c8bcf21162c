import type { Context } from '../platform/index.ts'
import { consentChanged, consentWithdrawn } from './hooks.ts'
import { lockConsents, topicKey, topicsById } from './read.ts'
import { recordConsentEvent } from './record.ts'
import { step } from './state.ts'

/**
 * Nothing could be delivered to the person for weeks: the consents of this channel rest until a new double opt-in (C-66).
 * Handler of dispatch's `personUnreachable`. @returns how many rest now
 */
export async function suspendUnreachable(
  tx: Context,
  { contactId, channelId, at }: { contactId: string; channelId: string; at: Date },
): Promise<number> {
  const consents = (await lockConsents(tx, contactId, null)).filter(
    (consent) => consent.channel_id === channelId && step(consent.state, 'unreachable'),
  )
  const topics = await topicsById(tx)
  for (const consent of consents) {
    await tx.hooks.run(consentWithdrawn, tx, { contactId, topicId: consent.topic_id, reason: 'inactive' })
    await tx.db
      .updateTable('consent')
      .set({ state: 'suspended', state_at: at, updated_at: tx.clock.now() })
      .where('business_id', '=', tx.businessId)
      .where('contact_id', '=', contactId)
      .where('channel_id', '=', consent.channel_id)
      .where('topic_id', '=', consent.topic_id)
      .execute()
    await recordConsentEvent(tx, {
      contactId,
      channelId: consent.channel_id,
      topicId: consent.topic_id,
      topicKey: topicKey(topics, consent.topic_id),
      type: 'unreachable',
      state: 'suspended',
      at,
      wordingHash: '',
      evidence: { how: 'error_131026' },
    })
  }
  if (consents.length > 0) await tx.hooks.run(consentChanged, tx, { contactId })
  return consents.length
}

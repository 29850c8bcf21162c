import type { Context } from '../platform/index.ts'
import { consentChanged, consentWithdrawn } from './hooks.ts'
import { moveConsent } from './move.ts'
import { lockConsents } from './read.ts'
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
  for (const consent of consents) {
    await tx.hooks.run(consentWithdrawn, tx, { contactId, topicId: consent.topic_id, reason: 'inactive' })
    await moveConsent(tx, consent, {
      event: 'unreachable',
      type: 'unreachable',
      at,
      evidence: { how: 'error_131026' },
    })
  }
  if (consents.length > 0) await tx.hooks.run(consentChanged, tx, { contactId })
  return consents.length
}

import type { Context } from '../platform/index.ts'
import { consentChanged, consentWithdrawn } from './hooks.ts'
import { moveConsent } from './move.ts'
import { lockConsents } from './read.ts'
import { step } from './state.ts'

interface Told {
  contactId: string
  message: { at: Date; content: { type: string } }
}

/**
 * WhatsApp tells that the chat has another encryption key (`customer_identity_changed`), which it does for numbers that ask for
 * the check: a new phone, or a new holder of the number. Nobody can tell which, so what was agreed to before rests until a new
 * double opt-in, as after a change of number (§3.5, "recycled number"); number and id stay, as the chat does. What was asked for
 * since then is the present holder's own, however late WhatsApp tells of it. Handler of intake's `inboundMessage`.
 */
export async function restOnNewKey(tx: Context, { contactId, message }: Told): Promise<void> {
  if (message.content.type !== 'security_code') return
  const { at } = message
  const consents = await lockConsents(tx, contactId, null)
  const before = consents.filter(({ requested_at }) => !requested_at || requested_at <= at)
  if (!before.some(({ state }) => step(state, 'identity_change'))) return
  const topics = before.length === consents.length ? [null] : new Set(before.map(({ topic_id }) => topic_id))
  for (const topicId of topics)
    await tx.hooks.run(consentWithdrawn, tx, { contactId, topicId, reason: 'inactive' })
  for (const consent of before) {
    await moveConsent(tx, consent, {
      event: 'identity_change',
      type: 'identity_changed',
      at,
      evidence: { how: 'key_changed' },
    })
  }
  await tx.hooks.run(consentChanged, tx, { contactId })
}

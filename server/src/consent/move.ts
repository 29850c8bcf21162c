import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import { consentMoved } from './hooks.ts'
import type { ConsentRow } from './read.ts'
import { type ConsentEvent, recordConsentEvent } from './record.ts'
import { type ConsentEventType, step } from './state.ts'

interface Move extends Pick<ConsentEvent, 'type' | 'at' | 'evidence'> {
  event: ConsentEventType
  /** SHA-256 (hex) of the wording as shown; empty when none was. */
  wordingHash?: string
}

/**
 * Takes one locked consent a step further in the caller's transaction, and records it. What is queued for the person must
 * have been taken down before: the database lets no consent end above a queued message (G1).
 * @returns the new state; null when the event leads nowhere from the present one
 */
export async function moveConsent(
  tx: Context,
  consent: ConsentRow,
  { event, wordingHash = '', ...recorded }: Move,
): Promise<ConsentRow['state'] | null> {
  const next = step(consent.state, event)
  if (!next) return null
  const change = sql`
    update consent set state = ${next}, state_at = ${recorded.at}, updated_at = ${tx.clock.now()},
      confirmed_at = ${next === 'confirmed' ? recorded.at : consent.confirmed_at}
    where business_id = ${tx.businessId} and contact_id = ${consent.contact_id} and channel_id = ${consent.channel_id}
      and topic_id = ${consent.topic_id}`
  await recordConsentEvent(
    tx,
    {
      contactId: consent.contact_id,
      channelId: consent.channel_id,
      topicId: consent.topic_id,
      topicKey: consent.topic_key,
      state: next,
      wordingHash,
      ...recorded,
    },
    change,
  )
  const { contact_id: contactId, channel_id: channelId, topic_key: topicKey, state: before } = consent
  const move = { contactId, channelId, topicKey, before, after: next, at: recorded.at }
  await tx.hooks.run(consentMoved, tx, { moves: [move] })
  return next
}

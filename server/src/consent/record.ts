import { commit, newSalt, toHex } from '@jawort/ledger'
import { personKey, sealPerson } from '../contacts/index.ts'
import { appendLedger } from '../ledger/index.ts'
import { type Context, newId } from '../platform/index.ts'

/** Which rules judged the event: those for consent, alike in all of the EU. The countries' rule packs are about sending. */
const RULE_PACK = 'eu@2026-11'

/** The proof of one act: what was shown, what was answered, where and when. Sealed with the person's key (C-14). */
export type Evidence = Record<string, string | number | boolean | null | string[]>

export interface ConsentEvent {
  contactId: string
  channelId: string
  /** Null when it concerns every topic. */
  topicId: string | null
  topicKey: string
  type: string
  state: string
  /** When it happened, by Meta's clock where there is one. */
  at: Date
  /** SHA-256 (hex) of the wording as shown; empty when none was. */
  wordingHash: string
  evidence: Evidence
}

/**
 * Writes a consent event in the caller's transaction: the evidence sealed for the person, and a leaf for the ledger
 * that carries only a salted commitment to it. Destroying the person's key later leaves the leaf, which then says nothing.
 */
export async function recordConsentEvent(tx: Context, event: ConsentEvent): Promise<string> {
  const key = await personKey(tx, event.contactId)
  if (!key) throw new Error('An erased person gets no new consent events.')
  const eventId = newId()
  const payload = {
    ...event.evidence,
    eventId,
    contactId: event.contactId,
    type: event.type,
    at: event.at.toISOString(),
  }
  const salt = newSalt()
  await tx.db
    .insertInto('consent_event')
    .values({
      business_id: tx.businessId,
      event_id: eventId,
      contact_id: event.contactId,
      channel_id: event.channelId,
      topic_id: event.topicId,
      type: event.type,
      state: event.state,
      at: event.at,
      recorded_at: tx.clock.now(),
      evidence_sealed: sealPerson(tx, key, event.contactId, `evidence:${eventId}`, JSON.stringify(payload)),
      salt_sealed: sealPerson(tx, key, event.contactId, `salt:${eventId}`, toHex(salt)),
    })
    .execute()
  await appendLedger(tx, {
    entryId: eventId,
    type: event.type,
    state: event.state,
    purpose: event.topicKey,
    wordingHash: event.wordingHash,
    rulePack: RULE_PACK,
    at: event.at,
    commitment: toHex(commit(payload, salt)),
  })
  return eventId
}

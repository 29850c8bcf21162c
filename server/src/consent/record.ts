import { commit, newSalt, toHex } from '@jawort/ledger'
import { type RawBuilder, sql } from 'kysely'
import { personKey, sealPerson } from '../contacts/index.ts'
import { appendLedger } from '../ledger/index.ts'
import { PREPARED } from '../platform/db/index.ts'
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
 * @param change an UPDATE that happens in the same statement: the change that the event is about
 */
export async function recordConsentEvent(
  tx: Context,
  event: ConsentEvent,
  change?: RawBuilder<unknown>,
): Promise<string> {
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
  const evidence = sealPerson(tx, key, event.contactId, `evidence:${eventId}`, JSON.stringify(payload))
  const sealedSalt = sealPerson(tx, key, event.contactId, `salt:${eventId}`, toHex(salt))
  await sql`${PREPARED} ${change ? sql`with change as (${change})` : sql``}
    insert into consent_event (business_id, event_id, contact_id, channel_id, topic_id, type, state, at, recorded_at,
      evidence_sealed, salt_sealed)
    values (${tx.businessId}, ${eventId}, ${event.contactId}, ${event.channelId}, ${event.topicId}, ${event.type},
      ${event.state}, ${event.at}, ${tx.clock.now()}, ${evidence}, ${sealedSalt})`.execute(tx.db)
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

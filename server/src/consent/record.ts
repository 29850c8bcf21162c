import { commit, newSalt, toHex } from '@jawort/ledger'
import { type RawBuilder, sql } from 'kysely'
import { personKey, personKeys, sealPerson } from '../contacts/index.ts'
import { appendLedger, appendLedgerEntries } from '../ledger/index.ts'
import { PREPARED } from '../platform/db/index.ts'
import { type Context, newId } from '../platform/index.ts'
import type { Key } from '../platform/vault/index.ts'

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
  const { row, leaf } = sealEvent(tx, key, event)
  await sql`${PREPARED} ${change ? sql`with change as (${change})` : sql``}
    insert into consent_event (business_id, event_id, contact_id, channel_id, topic_id, type, state, at, recorded_at,
      evidence_sealed, salt_sealed)
    values (${tx.businessId}, ${row.event_id}, ${row.contact_id}, ${row.channel_id}, ${row.topic_id}, ${row.type},
      ${row.state}, ${row.at}, ${row.recorded_at}, ${row.evidence_sealed}, ${row.salt_sealed})`.execute(tx.db)
  await appendLedger(tx, leaf)
  return row.event_id
}

/** Many events of different people at once, some thousands at most; whoever was erased gets none. */
export async function recordConsentEvents(tx: Context, events: readonly ConsentEvent[]): Promise<void> {
  const keys = await personKeys(tx, [...new Set(events.map(({ contactId }) => contactId))])
  const sealed = events.flatMap((event) => {
    const key = keys.get(event.contactId)
    return key ? [sealEvent(tx, key, event)] : []
  })
  if (sealed.length === 0) return
  await tx.db
    .insertInto('consent_event')
    .values(sealed.map(({ row }) => row))
    .execute()
  await appendLedgerEntries(
    tx,
    sealed.map(({ leaf }) => leaf),
  )
}

function sealEvent(tx: Context, key: Key, event: ConsentEvent) {
  const eventId = newId()
  const { contactId } = event
  const payload = { ...event.evidence, eventId, contactId, type: event.type, at: event.at.toISOString() }
  const salt = newSalt()
  return {
    row: {
      business_id: tx.businessId,
      event_id: eventId,
      contact_id: contactId,
      channel_id: event.channelId,
      topic_id: event.topicId,
      type: event.type,
      state: event.state,
      at: event.at,
      recorded_at: tx.clock.now(),
      evidence_sealed: sealPerson(tx, key, contactId, `evidence:${eventId}`, JSON.stringify(payload)),
      salt_sealed: sealPerson(tx, key, contactId, `salt:${eventId}`, toHex(salt)),
    },
    leaf: {
      entryId: eventId,
      type: event.type,
      state: event.state,
      purpose: event.topicKey,
      wordingHash: event.wordingHash,
      rulePack: RULE_PACK,
      at: event.at,
      commitment: toHex(commit(payload, salt)),
    },
  }
}

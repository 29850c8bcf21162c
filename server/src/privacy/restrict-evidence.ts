import { emptyEvidence } from '../consent/index.ts'
import { openContacts, openPerson, personKey } from '../contacts/index.ts'
import { appendRedaction, type RedactionReason } from '../ledger/index.ts'
import type { Context } from '../platform/index.ts'
import { restrictedFinders } from './restricted-finders.ts'
import { restrictedPlace, restrictedRoot, restrictedScope } from './restricted-key.ts'
import { type ProofDates, retainUntil } from './retain-until.ts'
import { readSettings, spanOf } from './settings.ts'
import { noteShredded } from './shred-list.ts'

/** What became of the evidence of somebody who is erased. */
export interface EvidenceFate {
  pieces: number
  /** Until when the pieces stay in the restricted vault; null when they were destroyed. */
  retainUntil: Date | null
}

/**
 * Second step of an erasure (§3.6), in its transaction and while the person's key is still there: the evidence of consents is sealed
 * anew under a key of the restricted vault, to stay until `retain_until`, and taken out of the consent events.
 * @param shred destroy it instead: the business's option, or the person's demand
 */
export async function restrictEvidence(
  tx: Context,
  contactId: string,
  shred: boolean,
): Promise<EvidenceFate> {
  const settings = await readSettings(tx)
  const pieces = await openEvidence(tx, contactId)
  const dates = await proofDates(tx, contactId, pieces)
  const until = retainUntil(
    dates,
    spanOf(
      settings,
      pieces.map((piece) => piece.topicId),
    ),
  )
  const keeps = !shred && until !== null && until > tx.clock.now() && pieces.length > 0
  if (keeps) await intoVault(tx, contactId, pieces, dates, until)
  const emptied = await emptyEvidence(tx, [contactId])
  if (keeps) return { pieces: emptied.length, retainUntil: until }
  await appendRedaction(tx, emptied, 'erasure')
  if (emptied.length > 0) await noteShredded(tx, 'proof', [contactId])
  return { pieces: emptied.length, retainUntil: null }
}

/**
 * Third step (§3.6): key, salts and evidence of these people's places in the vault are destroyed, the list of destroyed keys knows it,
 * and one redaction leaf says so in the ledger. In the caller's transaction.
 * @returns how many pieces of evidence were destroyed
 */
export async function shredRestricted(
  tx: Context,
  contactIds: readonly string[],
  reason: RedactionReason,
): Promise<number> {
  if (contactIds.length === 0) return 0
  const gone = await tx.db
    .deleteFrom('restricted_evidence')
    .where('business_id', '=', tx.businessId)
    .where('contact_id', 'in', [...contactIds])
    .returning('event_id')
    .execute()
  const keys = await tx.db
    .deleteFrom('restricted_vault')
    .where('business_id', '=', tx.businessId)
    .where('contact_id', 'in', [...contactIds])
    .returning('contact_id')
    .execute()
  await noteShredded(
    tx,
    'proof',
    keys.map((key) => key.contact_id),
  )
  await appendRedaction(
    tx,
    gone.map((piece) => piece.event_id),
    reason,
  )
  return gone.length
}

interface Piece {
  eventId: string
  topicId: string | null
  state: string
  at: Date
  content: string
}

async function openEvidence(tx: Context, contactId: string): Promise<Piece[]> {
  const key = await personKey(tx, contactId)
  if (!key) return []
  const rows = await tx.db
    .selectFrom('consent_event')
    .select(['event_id', 'topic_id', 'state', 'at', 'evidence_sealed', 'salt_sealed'])
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .orderBy('event_id')
    .execute()
  return rows.flatMap(({ event_id: eventId, topic_id: topicId, state, at, evidence_sealed, salt_sealed }) => {
    if (!evidence_sealed || !salt_sealed) return []
    const payload: unknown = JSON.parse(
      openPerson(tx, key, contactId, `evidence:${eventId}`, evidence_sealed),
    )
    const salt = openPerson(tx, key, contactId, `salt:${eventId}`, salt_sealed)
    return [{ eventId, topicId, state, at, content: JSON.stringify({ payload, salt }) }]
  })
}

async function proofDates(tx: Context, contactId: string, pieces: readonly Piece[]): Promise<ProofDates> {
  const used = await tx.db
    .selectFrom('contact_marketing')
    .select('last_at')
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .executeTakeFirst()
  const latest = (wanted: (state: string) => boolean) =>
    pieces.reduce<Date | null>((last, { state, at }) => {
      return wanted(state) && (last === null || at > last) ? at : last
    }, null)
  return {
    granted: latest((state) => state === 'confirmed'),
    lastUsed: used?.last_at ?? null,
    // Whatever ended it or happened last: a refusal and a question without an answer may be disputed, too.
    withdrawn: latest((state) => state !== 'confirmed'),
  }
}

async function intoVault(
  tx: Context,
  contactId: string,
  pieces: readonly Piece[],
  dates: ProofDates,
  until: Date,
): Promise<void> {
  const person = (await openContacts(tx, [contactId])).get(contactId)
  const { key, wrapped } = tx.vault.newKey(restrictedRoot(tx), restrictedScope(contactId))
  await tx.db
    .insertInto('restricted_vault')
    .values({
      business_id: tx.businessId,
      contact_id: contactId,
      wrapped,
      finders: person ? restrictedFinders(tx, person) : [],
      granted_at: dates.granted,
      last_used_at: dates.lastUsed,
      withdrawn_at: dates.withdrawn,
      retain_until: until,
      created_at: tx.clock.now(),
    })
    .execute()
  await tx.db
    .insertInto('restricted_evidence')
    .values(
      pieces.map(({ eventId, content }) => ({
        business_id: tx.businessId,
        event_id: eventId,
        contact_id: contactId,
        content_sealed: tx.vault.seal(key, content, restrictedPlace(contactId, eventId)),
      })),
    )
    .execute()
}

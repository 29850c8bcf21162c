import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import { consentMoved, wordingsEnd } from './hooks.ts'
import type { ConsentRow } from './read.ts'
import { type Evidence, recordConsentEvents } from './record.ts'
import { type ConsentEventType, type ConsentState, statesChangedBy, step } from './state.ts'

interface Ending {
  /** Versions of one topic's text. */
  wordingIds: string[]
  event: Extract<ConsentEventType, 'material_change' | 'defect_found'>
  /** What the ledger calls it. */
  type: string
  evidence: Evidence
}

/** Consents that one statement writes. */
const BATCH = 1_000

type Affected = Pick<ConsentRow, 'contact_id' | 'channel_id' | 'topic_id' | 'state' | 'topic_key'> & {
  hash: string
}

/**
 * Takes everybody's consent to some wordings one step at once, in the caller's transaction: what is queued under them is
 * withheld first (the foreign key of G1 asks for it), open questions with them are over, and each consent gets its event and
 * its leaf. About ten seconds for 100,000 people.
 * @returns how many consents there were, by the state they had
 */
export async function endConsents(
  tx: Context,
  ending: Ending,
): Promise<Partial<Record<ConsentState, number>>> {
  const { wordingIds, event } = ending
  if (wordingIds.length === 0) return {}
  const { rows } = await sql<Affected>`
    select c.contact_id, c.channel_id, c.topic_id, c.state, t.key as topic_key, w.hash
    from consent c
    join topic t on t.business_id = c.business_id and t.topic_id = c.topic_id
    join wording w on w.business_id = c.business_id and w.wording_id = c.wording_id
    where c.business_id = ${tx.businessId} and c.wording_id = any(${wordingIds}::uuid[])
      and c.state = any(${statesChangedBy(event)}::text[])
    order by c.contact_id, c.channel_id, c.topic_id for update of c`.execute(tx.db)
  await tx.hooks.run(wordingsEnd, tx, { wordingIds })
  await sql`update consent_question set state = 'expired' where business_id = ${tx.businessId}
    and wording_ids && ${wordingIds}::uuid[] and state in ('asking', 'asked')`.execute(tx.db)
  for (let from = 0; from < rows.length; from += BATCH)
    await endSome(tx, rows.slice(from, from + BATCH), ending)
  const counts: Partial<Record<ConsentState, number>> = {}
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1
  return counts
}

async function endSome(
  tx: Context,
  rows: readonly Affected[],
  { event, type, evidence }: Ending,
): Promise<void> {
  const at = tx.clock.now()
  const moves = rows.flatMap((row) => {
    const next = step(row.state, event)
    return next ? [{ ...row, next }] : []
  })
  await sql`
    update consent c set state = n.state, state_at = ${at}, updated_at = ${at}
    from unnest(${moves.map((move) => move.contact_id)}::uuid[], ${moves.map((move) => move.channel_id)}::uuid[],
      ${moves.map((move) => move.topic_id)}::uuid[], ${moves.map((move) => move.next)}::text[]) as n (contact_id, channel_id, topic_id, state)
    where c.business_id = ${tx.businessId} and c.contact_id = n.contact_id and c.channel_id = n.channel_id
      and c.topic_id = n.topic_id`.execute(tx.db)
  await recordConsentEvents(
    tx,
    moves.map((move) => ({
      contactId: move.contact_id,
      channelId: move.channel_id,
      topicId: move.topic_id,
      topicKey: move.topic_key,
      type,
      state: move.next,
      at,
      wordingHash: move.hash,
      evidence,
    })),
  )
  await tx.hooks.run(consentMoved, tx, {
    moves: moves.map((move) => ({
      contactId: move.contact_id,
      channelId: move.channel_id,
      topicKey: move.topic_key,
      before: move.state,
      after: move.next,
      at,
    })),
  })
}

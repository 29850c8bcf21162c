import { sql } from 'kysely'
import { type Context, Problem } from '../platform/index.ts'
import type { ReasonCode } from './reasons.ts'

/**
 * Part of an erasure, in its transaction: what is queued is withheld; texts and WhatsApp's message ids, which spell the
 * person's number, go. The rows stay, because a campaign's counts must close; they then lead to nobody.
 * @returns how many messages were emptied
 * @throws Problem `message_in_flight` while one is being handed to WhatsApp: its answer would bring the id back
 */
export async function forgetMessages(tx: Context, contactId: string): Promise<number> {
  const code: ReasonCode = 'erased'
  const now = tx.clock.now()
  await sql`
    update message set state = 'withheld', reason = ${code}, ended_at = ${now}
    where business_id = ${tx.businessId} and contact_id = ${contactId} and state = 'queued'`.execute(tx.db)
  const { rows } = await sql<{ state: string }>`
    update message set payload_sealed = null, wamid = null, dedupe_key = null
    where business_id = ${tx.businessId} and contact_id = ${contactId}
    returning state`.execute(tx.db)
  if (rows.some((row) => row.state === 'sending')) {
    throw new Problem('conflict', 'message_in_flight', {
      de: 'Gerade wird eine Nachricht an diese Person übergeben. Bitte versuche es in einer Minute noch einmal.',
      en: 'A message to this person is being handed over right now. Please try again in a minute.',
    })
  }
  return rows.length
}

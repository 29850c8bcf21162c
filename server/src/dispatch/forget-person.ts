import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'
import type { ReasonCode } from './reasons.ts'

/**
 * Part of an erasure, in its transaction: what is queued is withheld; texts and WhatsApp's message ids, which spell the
 * person's number, go. The rows stay, because a campaign's counts must close; they then lead to nobody. Statuses that
 * arrive later bring ids back, so an erasure is swept again afterwards.
 * @returns how many messages were emptied
 */
export async function forgetMessages(tx: Context, contactId: string): Promise<number> {
  const code: ReasonCode = 'erased'
  await sql`
    update message set state = 'withheld', reason = ${code}, ended_at = ${tx.clock.now()}
    where business_id = ${tx.businessId} and contact_id = ${contactId} and state = 'queued'`.execute(tx.db)
  const result = await tx.db
    .updateTable('message')
    .set({ payload_sealed: null, wamid: null, dedupe_key: null })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where((eb) =>
      eb.or([
        eb('payload_sealed', 'is not', null),
        eb('wamid', 'is not', null),
        eb('dedupe_key', 'is not', null),
      ]),
    )
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

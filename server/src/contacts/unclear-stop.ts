import type { Context } from '../platform/index.ts'
import { knownPerson, rememberPerson } from './known.ts'

const REASON = 'unclear_stop'

/**
 * Holds a person whose message may have meant STOP (C-29). A hold that is there already stays as it is.
 * @returns whether the hold is new
 */
export async function holdForUnclearStop(tx: Context, contactId: string): Promise<boolean> {
  const held = await tx.db
    .updateTable('contact')
    .set({ hold_reason: REASON, updated_at: tx.clock.now() })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where('hold_reason', 'is', null)
    .returning('contact_id')
    .executeTakeFirst()
  if (held) rememberPerson(tx, contactId, { hold: REASON })
  return held !== undefined
}

/** The person has said what was meant, to go on or to stop everything: lifts that hold, and no other. */
export async function releaseUnclearStop(tx: Context, contactId: string): Promise<void> {
  const hold = knownPerson(tx, contactId)?.hold
  if (hold !== undefined && hold !== REASON) return
  await tx.db
    .updateTable('contact')
    .set({ hold_reason: null, updated_at: tx.clock.now() })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where('hold_reason', '=', REASON)
    .execute()
}

import type { Context } from '../platform/index.ts'
import { knownPerson, rememberPerson } from './known.ts'

const UNCLEAR_STOP = 'unclear_stop'
const AGE_HINT = 'age_hint'

/**
 * Holds a person whose message may have meant STOP (C-29). A hold that is there already stays as it is.
 * @returns whether the hold is new
 */
export async function holdForUnclearStop(tx: Context, contactId: string): Promise<boolean> {
  const held = await tx.db
    .updateTable('contact')
    .set({ hold_reason: UNCLEAR_STOP, updated_at: tx.clock.now() })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where('hold_reason', 'is', null)
    .returning('contact_id')
    .executeTakeFirst()
  if (held) rememberPerson(tx, contactId, { hold: UNCLEAR_STOP })
  return held !== undefined
}

/** The person has said what was meant, to go on or to stop everything: lifts that hold, and no other. */
export async function releaseUnclearStop(tx: Context, contactId: string): Promise<void> {
  const hold = knownPerson(tx, contactId)?.hold
  if (hold !== undefined && hold !== UNCLEAR_STOP) return
  await tx.db
    .updateTable('contact')
    .set({ hold_reason: null, updated_at: tx.clock.now() })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where('hold_reason', '=', UNCLEAR_STOP)
    .execute()
}

/**
 * Holds somebody who says to be too young (C-22). Only a member ends this hold: it takes the place of an unclear stop, which
 * the person could lift with a tap, and leaves the hold of a member as it is.
 * @returns whether the hold is new
 */
export async function holdForAge(tx: Context, contactId: string): Promise<boolean> {
  const held = await tx.db
    .updateTable('contact')
    .set({ hold_reason: AGE_HINT, updated_at: tx.clock.now() })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where((eb) => eb.or([eb('hold_reason', 'is', null), eb('hold_reason', '=', UNCLEAR_STOP)]))
    .returning('contact_id')
    .executeTakeFirst()
  if (held) rememberPerson(tx, contactId, { hold: AGE_HINT })
  return held !== undefined
}

/** Whether anything holds the person's marketing. */
export async function isHeld(tx: Context, contactId: string): Promise<boolean> {
  const known = knownPerson(tx, contactId)?.hold
  if (known !== undefined) return known !== null
  const row = await tx.db
    .selectFrom('contact')
    .select('hold_reason')
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .executeTakeFirst()
  return row ? row.hold_reason !== null : false
}

import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { personKey } from './keys.ts'
import { forgetKnown } from './known.ts'
import { sealPerson } from './open.ts'
import { lockContact } from './update.ts'

export const HoldInput = z.object({ reason: z.string().trim().min(1).max(300) })

/** What the column says when a member wrote the reason; the words themselves are sealed beside it. */
const BY_MEMBER = 'member'

/**
 * Nothing proactive is sent to this person until somebody lifts the hold (an unclear stop, a dispute, a doubt about age).
 * Consent stays as it is.
 * @throws Problem `not_found`
 */
export async function holdContact(
  ctx: Context,
  contactId: string,
  input: z.input<typeof HoldInput>,
): Promise<void> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const { reason } = HoldInput.parse(input)
  await withTransaction(ctx, async (tx) => {
    const before = await lockContact(tx, contactId)
    const key = await personKey(tx, contactId)
    await writeHold(
      tx,
      contactId,
      BY_MEMBER,
      key ? sealPerson(tx, key, contactId, 'hold_note', reason) : null,
    )
    await recordAudit(tx, {
      action: 'contact.hold',
      entity: 'contact',
      entityId: contactId,
      before: { hold: before.hold_reason },
      after: { hold: BY_MEMBER },
    })
  })
}

/**
 * Lifts the hold; without one nothing happens. Whoever answers chats may protect a person, but not make them reachable
 * for marketing again: that decides about others' sending (C-50, C-73).
 * @throws Problem `not_found`
 */
export async function unholdContact(ctx: Context, contactId: string): Promise<void> {
  requireRole(ctx, 'marketer', 'dpo')
  await withTransaction(ctx, async (tx) => {
    const before = await lockContact(tx, contactId)
    if (before.hold_reason === null) return
    await writeHold(tx, contactId, null, null)
    await recordAudit(tx, {
      action: 'contact.unhold',
      entity: 'contact',
      entityId: contactId,
      before: { hold: before.hold_reason },
      after: { hold: null },
    })
  })
}

async function writeHold(
  tx: Context,
  contactId: string,
  reason: string | null,
  note: Buffer | null,
): Promise<void> {
  await tx.db
    .updateTable('contact')
    .set({ hold_reason: reason, hold_note_sealed: note, updated_at: tx.clock.now() })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .execute()
  forgetKnown(tx, contactId)
}

import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { personRestricted } from './hooks.ts'
import { lockContact } from './update.ts'

/** The four cases of Art. 18 (1) GDPR, in its order. */
export const RestrictionGround = z.enum([
  'accuracy_disputed',
  'unlawful',
  'legal_claims',
  'objection_examined',
])

export const RestrictInput = z.object({
  /** Why: kept in the audit log, so no personal data. */
  ground: RestrictionGround,
})

/**
 * Freezes the processing of a person's data while a dispute runs (Art. 18 GDPR, C-41): nothing is sent but receipts and
 * answers, and nothing noted about them can be changed. Consent stays as it is.
 * @throws Problem `not_found`
 */
export async function restrictContact(
  ctx: Context,
  contactId: string,
  input: z.input<typeof RestrictInput>,
): Promise<void> {
  requireRole(ctx, 'dpo')
  const { ground } = RestrictInput.parse(input)
  await write(ctx, contactId, 'contact.restrict', ground)
}

/** Ends the restriction; the person must have been told before (Art. 18 (3)). @throws Problem `not_found` */
export async function unrestrictContact(ctx: Context, contactId: string): Promise<void> {
  requireRole(ctx, 'dpo')
  await write(ctx, contactId, 'contact.unrestrict', null)
}

async function write(
  ctx: Context,
  contactId: string,
  action: 'contact.restrict' | 'contact.unrestrict',
  ground: string | null,
): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    const before = await lockContact(tx, contactId)
    if ((before.restricted_at !== null) === (ground !== null)) return
    const now = tx.clock.now()
    await tx.db
      .updateTable('contact')
      .set({ restricted_at: ground ? now : null, updated_at: now })
      .where('business_id', '=', tx.businessId)
      .where('contact_id', '=', contactId)
      .execute()
    await recordAudit(tx, {
      action,
      entity: 'contact',
      entityId: contactId,
      before: { restricted: before.restricted_at !== null },
      after: { restricted: ground !== null, ground },
    })
    await tx.hooks.run(personRestricted, tx, { contactId, restricted: ground !== null })
  })
}

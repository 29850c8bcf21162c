import type { Context } from '../platform/index.ts'

/**
 * WhatsApp's own switch for marketing, by the person's hand and Meta's clock; what is older than what we know changes
 * nothing. It says nothing about our consent (C-32). Runs in the caller's transaction.
 */
export async function noteMetaPreference(
  tx: Context,
  contactId: string,
  preference: 'stop' | 'resume',
  at: Date,
): Promise<void> {
  await tx.db
    .updateTable('contact')
    .set({ meta_preference: preference, meta_preference_at: at, updated_at: tx.clock.now() })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where((eb) => eb.or([eb('meta_preference_at', 'is', null), eb('meta_preference_at', '<=', at)]))
    .execute()
}

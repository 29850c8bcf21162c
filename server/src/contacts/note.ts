import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'

/** A message of the person arrived. Older news changes nothing. Runs in the caller's transaction. */
export async function noteInbound(tx: Context, contactId: string, at: Date): Promise<void> {
  await tx.db
    .updateTable('contact')
    .set({ last_inbound_at: at })
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where('erased_at', 'is', null)
    .where((eb) => eb.or([eb('last_inbound_at', 'is', null), eb('last_inbound_at', '<', at)]))
    .execute()
}

/** Marketing was accepted for these people; for segments and for the lapse of unused consent. */
export async function noteMarketing(
  ctx: Context,
  { contactIds, at }: { contactIds: readonly string[]; at: Date },
): Promise<void> {
  await ctx.db
    .updateTable('contact')
    .set({ last_marketing_at: at })
    .where('business_id', '=', ctx.businessId)
    .where(sql<boolean>`contact_id = any(${[...contactIds]}::uuid[])`)
    .where('erased_at', 'is', null)
    .where((eb) => eb.or([eb('last_marketing_at', 'is', null), eb('last_marketing_at', '<', at)]))
    .execute()
}

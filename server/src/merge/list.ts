import { z } from 'zod'
import { openContacts, requireContact } from '../contacts/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Context } from '../platform/index.ts'

export const ContactMerge = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  because: z.enum(['whatsapp', 'member']),
  /** By what the other record was known; null once it can no longer be read. */
  name: z.string().nullable(),
  /** Null when it cannot be undone any more. */
  undoUntil: z.iso.datetime().nullable(),
})
export type ContactMerge = z.infer<typeof ContactMerge>

/** What was merged into a contact and not taken back, newest first. @throws Problem `not_found` */
export async function listMerges(ctx: Context, contactId: string): Promise<ContactMerge[]> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  await requireContact(ctx, contactId)
  const rows = await ctx.db
    .selectFrom('contact_merge')
    .select(['merge_id', 'gone_id', 'because', 'at', 'undo_until'])
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', '=', contactId)
    .where('undone_at', 'is', null)
    .orderBy('merge_id', 'desc')
    .execute()
  const people = await openContacts(
    ctx,
    rows.map((row) => row.gone_id),
  )
  const now = ctx.clock.now()
  return rows.map((row) => {
    const gone = people.get(row.gone_id)
    return {
      id: row.merge_id,
      at: row.at.toISOString(),
      because: row.because,
      name: gone?.name ?? gone?.phone ?? gone?.username ?? null,
      undoUntil: row.undo_until && row.undo_until > now ? row.undo_until.toISOString() : null,
    }
  })
}

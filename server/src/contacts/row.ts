import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/index.ts'
import { personKeys } from './keys.ts'
import { openContacts, openPerson } from './open.ts'

export const CONSENT_STATES = [
  'requested',
  'pending',
  'confirmed',
  'refused',
  'withdrawn',
  'expired',
  'suspended',
  'superseded',
  'invalidated',
  'erased',
] as const

/** A contact as lists show it. */
export const ContactRow = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  username: z.string().nullable(),
  /** WhatsApp's id of the person for this business (BSUID); all there is of who hides number and username. */
  whatsappId: z.string().nullable(),
  language: z.string().nullable(),
  country: z.string().nullable(),
  createdAt: z.iso.datetime(),
  lastInboundAt: z.iso.datetime().nullable(),
  consents: z.array(z.object({ topicId: z.uuid(), channelId: z.uuid(), state: z.enum(CONSENT_STATES) })),
  /** Why nothing proactive is sent for now; null when nothing holds it back. */
  hold: z.string().nullable(),
  suppressed: z.boolean(),
  /** Art. 18 GDPR: nothing but receipts and answers goes there, whatever the consents say. */
  restricted: z.boolean(),
})
export type ContactRow = z.infer<typeof ContactRow>

/** Rows of these contacts in the given order; ids that do not belong to the business are left out. */
export async function contactRows(ctx: Context, contactIds: readonly string[]): Promise<ContactRow[]> {
  if (contactIds.length === 0) return []
  const rows = await ctx.db
    .selectFrom('contact')
    .select([
      'contact_id',
      'created_at',
      'last_inbound_at',
      'hold_reason',
      'hold_note_sealed',
      'restricted_at',
    ])
    .select((eb) => [
      sql<ContactRow['consents']>`coalesce((
        select jsonb_agg(jsonb_build_object('topicId', s.topic_id, 'channelId', s.channel_id, 'state', s.state)
          order by s.topic_id, s.channel_id)
        from consent s where s.business_id = contact.business_id and s.contact_id = contact.contact_id), '[]')`.as(
        'consents',
      ),
      suppressedSql(eb.ref('contact.business_id'), eb.ref('contact.contact_id')).as('suppressed'),
    ])
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', 'in', [...contactIds])
    .execute()
  const people = await openContacts(ctx, contactIds)
  const noted = rows.filter((row) => row.hold_note_sealed).map((row) => row.contact_id)
  const keys = await personKeys(ctx, noted)
  const byId = new Map(rows.map((row) => [row.contact_id, row]))
  return contactIds.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    const person = people.get(id)
    const key = keys.get(id)
    return {
      id,
      name: person?.name ?? null,
      phone: person?.phone ?? null,
      username: person?.username ?? null,
      whatsappId: person?.bsuid ?? null,
      language: person?.language ?? null,
      country: person?.country ?? null,
      createdAt: row.created_at.toISOString(),
      lastInboundAt: row.last_inbound_at?.toISOString() ?? null,
      consents: row.consents,
      hold:
        key && row.hold_note_sealed
          ? openPerson(ctx, key, id, 'hold_note', row.hold_note_sealed)
          : row.hold_reason,
      suppressed: row.suppressed,
      restricted: row.restricted_at !== null,
    }
  })
}

/** Whether any identity of the contact is on the suppression list, as an SQL condition. */
export function suppressedSql(businessId: unknown, contactId: unknown) {
  return sql<boolean>`exists (
    select 1 from contact_identity i
    join suppression u on u.business_id = i.business_id and u.kind = i.kind and u.digest = i.digest
    where i.business_id = ${businessId} and i.contact_id = ${contactId} and u.lifted_at is null)`
}

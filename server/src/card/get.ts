import { sql } from 'kysely'
import { z } from 'zod'
import { ContactRow, claimsOf, contactRows, ImportOrigin, RestrictionGround } from '../contacts/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Language } from '../platform/http/index.ts'
import { type Context, notFound } from '../platform/index.ts'
import { SourceKind } from '../signup/index.ts'
import { numberQuestion } from './ask-number.ts'
import { ConsentProof, consentProofs } from './proofs.ts'

const SourceRef = z.object({ id: z.uuid(), name: z.string(), kind: SourceKind })

/** Everything the business's staff sees of one person. */
export const ContactCard = ContactRow.extend({
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  firstSource: SourceRef.nullable(),
  metaPreference: z.enum(['none', 'stop', 'resume']),
  /** The objection to all marketing that is in force. */
  suppression: z.object({ at: z.iso.datetime(), reason: z.string() }).nullable(),
  /** The restriction of processing that is in force (Art. 18 GDPR); the ground is null when its audit entry has ended. */
  restriction: z.object({ at: z.iso.datetime(), ground: RestrictionGround.nullable() }).nullable(),
  /** They hide their number, have written within 24 hours, and were not asked for it within 30 days. */
  canAskNumber: z.boolean(),
  /** Within the last 30 days, while they hide it. */
  numberAskedAt: z.iso.datetime().nullable(),
  consents: z.array(ConsentProof),
  /** What approved lists say the person agreed to: claimed, not confirmed; nothing may be sent by it (C-19). */
  claims: z.array(
    z.object({
      importId: z.uuid(),
      claimedOn: z.iso.date(),
      source: z.string(),
      wording: z.string().nullable(),
      origin: ImportOrigin,
      fileHash: z.string(),
      approvedAt: z.iso.datetime(),
    }),
  ),
})
export type ContactCard = z.infer<typeof ContactCard>

/**
 * The card of a contact, with both halves of each opt-in as they were recorded.
 * @throws Problem `not_found` also for people who were erased
 */
export async function getCard(ctx: Context, contactId: string, language: Language): Promise<ContactCard> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const row = await ctx.db
    .selectFrom('contact as c')
    .leftJoin('source as s', (join) =>
      join.onRef('s.business_id', '=', 'c.business_id').onRef('s.source_id', '=', 'c.first_source_id'),
    )
    .select(['c.attributes', 'c.meta_preference', 'c.restricted_at', 's.source_id', 's.name', 's.kind'])
    .where('c.business_id', '=', ctx.businessId)
    .where('c.contact_id', '=', contactId)
    .where('c.erased_at', 'is', null)
    .where('c.merged_into', 'is', null)
    .executeTakeFirst()
  const [base] = row ? await contactRows(ctx, [contactId]) : []
  if (!row || !base) throw notFound({ de: 'Diese Person', en: 'This person' })
  return {
    ...base,
    attributes: ContactCard.shape.attributes.parse(row.attributes),
    firstSource:
      row.source_id && row.name && row.kind ? { id: row.source_id, name: row.name, kind: row.kind } : null,
    metaPreference: row.meta_preference,
    suppression: await suppressionOf(ctx, contactId),
    restriction: row.restricted_at && {
      at: row.restricted_at.toISOString(),
      ground: await groundOf(ctx, contactId),
    },
    ...(await numberQuestion(ctx, base)),
    consents: await consentProofs(ctx, contactId, language),
    claims: (await claimsOf(ctx, contactId)).map((claim) => ({
      importId: claim.importId,
      claimedOn: claim.claimedOn,
      source: claim.source,
      wording: claim.wording,
      origin: claim.origin,
      fileHash: claim.fileHash,
      approvedAt: claim.approvedAt.toISOString(),
    })),
  }
}

/** Why the processing was restricted the last time: the verb wrote it into the audit log. */
async function groundOf(ctx: Context, contactId: string): Promise<z.infer<typeof RestrictionGround> | null> {
  const entry = await ctx.db
    .selectFrom('audit_entry')
    .select('after')
    .where('business_id', '=', ctx.businessId)
    .where('entity', '=', 'contact')
    .where('entity_id', '=', contactId)
    .where('action', '=', 'contact.restrict')
    .orderBy('audit_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const parsed = z.object({ ground: RestrictionGround }).safeParse(entry?.after)
  return parsed.success ? parsed.data.ground : null
}

async function suppressionOf(ctx: Context, contactId: string): Promise<ContactCard['suppression']> {
  const { rows } = await sql<{ since: Date; reason: string }>`
    select u.since, u.reason from contact_identity i
    join suppression u on u.business_id = i.business_id and u.kind = i.kind and u.digest = i.digest
    where i.business_id = ${ctx.businessId} and i.contact_id = ${contactId} and u.lifted_at is null
    order by u.since desc limit 1`.execute(ctx.db)
  const [row] = rows
  return row ? { at: row.since.toISOString(), reason: row.reason } : null
}

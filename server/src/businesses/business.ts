import { z } from 'zod'
import { type Context, notFound } from '../platform/index.ts'

export const Business = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  legalName: z.string(),
  country: z.string().length(2),
  language: z.enum(['de', 'en']),
  timeZone: z.string(),
  privacyUrl: z.string().nullable(),
  imprintUrl: z.string().nullable(),
  contactEmail: z.string().nullable(),
  /** Of the data protection officer: checkpoints of the ledger go there. */
  dpoEmail: z.string().nullable(),
  state: z.enum(['trial', 'live', 'frozen']),
})
export type Business = z.infer<typeof Business>

/** The business of the context. @throws Problem `not_found` */
export async function getBusiness(ctx: Pick<Context, 'db' | 'businessId'>): Promise<Business> {
  const row = await ctx.db
    .selectFrom('business')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .executeTakeFirst()
  if (!row) throw notFound({ de: 'Dieses Unternehmen', en: 'This business' })
  return {
    id: row.business_id,
    slug: row.slug,
    name: row.name,
    legalName: row.legal_name,
    country: row.country,
    language: row.language,
    timeZone: row.time_zone,
    privacyUrl: row.privacy_url,
    imprintUrl: row.imprint_url,
    contactEmail: row.contact_email,
    dpoEmail: row.dpo_email,
    state: row.state,
  }
}

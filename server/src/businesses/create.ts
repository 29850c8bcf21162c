import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { type Context, defineHook, forBusiness, newId, Problem, withTransaction } from '../platform/index.ts'
import { type Business, getBusiness } from './business.ts'
import { wrapBusinessKey } from './keys.ts'

export const BusinessFields = z.object({
  name: z.string().trim().min(1).max(100),
  legalName: z.string().trim().min(1).max(200),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('DE'),
  language: z.enum(['de', 'en']).default('de'),
  timeZone: z.string().refine(isTimeZone, 'not an IANA time zone').default('Europe/Berlin'),
  privacyUrl: z.url().nullable().default(null),
  imprintUrl: z.url().nullable().default(null),
  contactEmail: z.email().nullable().default(null),
  dpoEmail: z.email().nullable().default(null),
})

export const CreateBusinessInput = BusinessFields.extend({
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{1,38}$/),
})

/** Runs in the transaction that creates a business: features seed what every business starts with. */
export const businessCreated = defineHook<{ businessId: string }>('business.created')

/**
 * Admits a business to this installation. Only the operator may.
 * @throws Problem `forbidden`, `slug_taken`
 */
export async function createBusiness(
  ctx: Context,
  input: z.input<typeof CreateBusinessInput>,
): Promise<Business> {
  if (ctx.actor.kind !== 'operator' && ctx.actor.kind !== 'system') {
    throw new Problem('forbidden', 'operator_only', {
      de: 'Neue Unternehmen legt nur die Betreiberin oder der Betreiber dieser Installation an.',
      en: 'Only the operator of this installation can add a business.',
    })
  }
  const fields = CreateBusinessInput.parse(input)
  const businessId = newId()
  return withTransaction(forBusiness(ctx, businessId), async (tx) => {
    const inserted = await tx.db
      .insertInto('business')
      .values({
        business_id: businessId,
        slug: fields.slug,
        name: fields.name,
        legal_name: fields.legalName,
        country: fields.country,
        language: fields.language,
        time_zone: fields.timeZone,
        privacy_url: fields.privacyUrl,
        imprint_url: fields.imprintUrl,
        contact_email: fields.contactEmail,
        dpo_email: fields.dpoEmail,
        state: 'trial',
        created_at: tx.clock.now(),
      })
      .onConflict((conflict) => conflict.column('slug').doNothing())
      .returning('business_id')
      .executeTakeFirst()
    if (!inserted) {
      throw new Problem('conflict', 'slug_taken', {
        de: 'Dieses Kürzel ist schon vergeben. Bitte wähle ein anderes.',
        en: 'This short name is taken. Please choose another one.',
      })
    }
    await wrapBusinessKey(tx)
    await recordAudit(tx, {
      action: 'business.create',
      entity: 'business',
      entityId: businessId,
      after: { slug: fields.slug },
    })
    await tx.hooks.run(businessCreated, tx, { businessId })
    return getBusiness(tx)
  })
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch {
    return false
  }
}

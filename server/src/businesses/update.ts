import type { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { type Business, getBusiness } from './business.ts'
import { BusinessFields } from './create.ts'

export const UpdateBusinessInput = BusinessFields.partial()

/** Changes what the business says about itself. Consent texts already published keep what they said. */
export async function updateBusiness(
  ctx: Context,
  input: z.input<typeof UpdateBusinessInput>,
): Promise<Business> {
  requireRole(ctx, 'owner')
  const given = new Set(Object.keys(input))
  const fields = UpdateBusinessInput.parse(input)
  const columns = {
    name: fields.name,
    legal_name: fields.legalName,
    country: fields.country,
    language: fields.language,
    time_zone: fields.timeZone,
    privacy_url: fields.privacyUrl,
    imprint_url: fields.imprintUrl,
    contact_email: fields.contactEmail,
    dpo_email: fields.dpoEmail,
  }
  const camel = [
    'name',
    'legalName',
    'country',
    'language',
    'timeZone',
    'privacyUrl',
    'imprintUrl',
    'contactEmail',
    'dpoEmail',
  ]
  // `partial` keeps the defaults of fields that were not given; only what the caller sent may change.
  const changed = Object.fromEntries(
    Object.entries(columns).filter((_, index) => given.has(camel[index] ?? '')),
  )
  return withTransaction(ctx, async (tx) => {
    const before = await getBusiness(tx)
    if (Object.keys(changed).length > 0) {
      await tx.db.updateTable('business').set(changed).where('business_id', '=', tx.businessId).execute()
    }
    const after = await getBusiness(tx)
    await recordAudit(tx, {
      action: 'business.update',
      entity: 'business',
      entityId: tx.businessId,
      before,
      after,
    })
    return after
  })
}

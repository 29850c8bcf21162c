import { z } from 'zod'
import { Business } from '../businesses/index.ts'
import { TRIAL_PEOPLE } from '../dispatch/index.ts'
import { requireOperator } from '../platform/authorise.ts'
import type { Context } from '../platform/index.ts'
import { AdmissionView } from './read-admission.ts'
import { VERTICALS, verticalOf } from './verticals.ts'

export const AdmissionRow = z.object({
  slug: z.string(),
  name: z.string(),
  legalName: z.string(),
  business: Business.shape.state,
  state: AdmissionView.shape.state,
  /** What it sells or does, in words; null: it has not said. */
  vertical: z.string().nullable(),
  appliedAt: z.iso.datetime().nullable(),
  decidedAt: z.iso.datetime().nullable(),
  /** People per 24 hours until it is let in; null: no cap any more. */
  cap: z.number().int().nullable(),
})

const ORDER = ['applied', 'refused', 'draft', 'none', 'approved'] as const

/** Every business of the installation and how far it is at the door (C-70); whoever waits comes first. @throws Problem `operator_only` */
export async function listAdmissions(
  ctx: Context,
  language: 'de' | 'en',
): Promise<z.infer<typeof AdmissionRow>[]> {
  requireOperator(ctx)
  const rows = await ctx.db
    .selectFrom('business as b')
    .leftJoin('admission as a', 'a.business_id', 'b.business_id')
    .select(['b.slug', 'b.name', 'b.legal_name', 'b.state as business'])
    .select(['a.state', 'a.vertical', 'a.applied_at', 'a.decided_at'])
    .orderBy('a.applied_at')
    .orderBy('b.slug')
    .execute()
  const found = rows.map((row) => {
    const vertical = VERTICALS.find((key) => key === row.vertical)
    return {
      slug: row.slug,
      name: row.name,
      legalName: row.legal_name,
      business: row.business,
      state: row.state ?? ('none' as const),
      vertical: vertical ? verticalOf(vertical).name[language] : null,
      appliedAt: row.applied_at?.toISOString() ?? null,
      decidedAt: row.decided_at?.toISOString() ?? null,
      cap: row.business === 'trial' ? TRIAL_PEOPLE : null,
    }
  })
  return found.sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state))
}

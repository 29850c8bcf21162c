import { z } from 'zod'
import { Business, getBusiness } from '../businesses/index.ts'
import { TRIAL_PEOPLE } from '../dispatch/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Context, Sentence } from '../platform/index.ts'
import { Application, CHECK_WORDS, CHECKS, type Check, EMPTY, missingChecks } from './application.ts'
import { isApplicant } from './people.ts'
import { findAdmission } from './store.ts'
import { LIST_ORIGINS, listOriginOf, refusalOf, VERTICALS, verticalOf } from './verticals.ts'

const Choice = z.object({ key: z.string(), name: z.string(), refusal: z.string().nullable() })

export const AdmissionView = z.object({
  business: Business.shape.state,
  state: z.enum(['none', 'draft', 'applied', 'approved', 'refused']),
  application: Application,
  checks: z.array(z.object({ key: z.enum(CHECKS), ok: z.boolean(), title: z.string(), cure: z.string() })),
  /** Why the business cannot be let in at all, as it describes itself; null: it can. */
  refusal: z.string().nullable(),
  /** People per 24 hours until it is let in. */
  cap: z.number().int(),
  appliedAt: z.iso.datetime().nullable(),
  /** Whether whoever reads this applied, and so may not decide. */
  appliedByMe: z.boolean(),
  decidedAt: z.iso.datetime().nullable(),
  decidedBy: z.enum(['member', 'operator', 'command_line']).nullable(),
  reason: z.string().nullable(),
  verticals: z.array(Choice),
  listOrigins: z.array(Choice),
})

/** How far the business is with being let in (C-70), in the reader's language. */
export async function readAdmission(
  ctx: Context,
  language: 'de' | 'en',
): Promise<z.infer<typeof AdmissionView>> {
  requireRole(ctx, 'dpo', 'marketer')
  const business = await getBusiness(ctx)
  const kept = await findAdmission(ctx)
  const application = kept?.application ?? EMPTY
  const missing = missingChecks(application, business)
  const words = (key: Check) => ({
    title: CHECK_WORDS[key].title[language],
    cure: CHECK_WORDS[key].cure[language],
  })
  const choice = (key: string, { name, refusal }: { name: Sentence; refusal: Sentence | null }) => ({
    key,
    name: name[language],
    refusal: refusal?.[language] ?? null,
  })
  return {
    business: business.state,
    state: kept?.state ?? 'none',
    application,
    checks: CHECKS.map((key) => ({ key, ok: !missing.includes(key), ...words(key) })),
    refusal: refusalOf(application)?.[language] ?? null,
    cap: TRIAL_PEOPLE,
    appliedAt: kept?.appliedAt?.toISOString() ?? null,
    appliedByMe: await isApplicant(ctx, kept),
    decidedAt: kept?.decidedAt?.toISOString() ?? null,
    decidedBy: kept?.decidedBy ?? null,
    reason: kept?.reason ?? null,
    verticals: VERTICALS.map((key) => choice(key, verticalOf(key))),
    listOrigins: LIST_ORIGINS.map((key) => choice(key, listOriginOf(key))),
  }
}

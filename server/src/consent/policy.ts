import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'

export const ConsentPolicy = z.object({
  /** T1: how long the question can be answered; at most seven days. */
  questionHours: z.number().int().min(1).max(168),
  /** How long a code of a web page lives; it can only be made shorter. */
  codeHours: z.number().int().min(1).max(24),
  /** Who says to be younger is held back (C-22). */
  minimumAge: z.number().int().min(13).max(21),
  /** Whether a person gets a short receipt with date and version of the text after their YES (C-42). */
  receipt: z.boolean(),
})
export type ConsentPolicy = z.infer<typeof ConsentPolicy>

export const DEFAULT_CONSENT_POLICY: ConsentPolicy = {
  questionHours: 72,
  codeHours: 24,
  minimumAge: 16,
  receipt: false,
}

/** The timers and options of consent as this business set them. */
export async function consentPolicy(ctx: Pick<Context, 'db' | 'businessId'>): Promise<ConsentPolicy> {
  const row = await ctx.db
    .selectFrom('consent_policy')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .executeTakeFirst()
  if (!row) return DEFAULT_CONSENT_POLICY
  return {
    questionHours: row.question_hours,
    codeHours: row.code_hours,
    minimumAge: row.minimum_age,
    receipt: row.receipt,
  }
}

/** The same for members. */
export async function getConsentPolicy(ctx: Context): Promise<ConsentPolicy> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  return consentPolicy(ctx)
}

/** Changes the timers and options; questions and codes that are out keep the time they were given. */
export async function setConsentPolicy(
  ctx: Context,
  input: z.input<typeof ConsentPolicy>,
): Promise<ConsentPolicy> {
  requireRole(ctx, 'dpo')
  const policy = ConsentPolicy.parse(input)
  return withTransaction(ctx, async (tx) => {
    const before = await consentPolicy(tx)
    const columns = {
      question_hours: policy.questionHours,
      code_hours: policy.codeHours,
      minimum_age: policy.minimumAge,
      receipt: policy.receipt,
      updated_at: tx.clock.now(),
    }
    await tx.db
      .insertInto('consent_policy')
      .values({ business_id: tx.businessId, ...columns })
      .onConflict((conflict) => conflict.column('business_id').doUpdateSet(columns))
      .execute()
    await recordAudit(tx, {
      action: 'consent_policy.set',
      entity: 'business',
      entityId: tx.businessId,
      before,
      after: policy,
    })
    return policy
  })
}

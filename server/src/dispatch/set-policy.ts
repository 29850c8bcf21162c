import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { DEFAULT_POLICY, SendingPolicy } from './policy.ts'

export const SendingPolicyView = z.object({
  ...SendingPolicy.shape,
  /** Why the business departs from the defaults; null while it does not. */
  reason: z.string().nullable(),
  updatedAt: z.iso.datetime().nullable(),
  defaults: SendingPolicy,
})
type SendingPolicyView = z.infer<typeof SendingPolicyView>

/** How often and when the business may write to one person. */
export async function getSendingPolicy(ctx: Context): Promise<SendingPolicyView> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  return view(ctx)
}

async function view(ctx: Context): Promise<SendingPolicyView> {
  const row = await ctx.db
    .selectFrom('sending_policy')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .executeTakeFirst()
  if (!row) return { ...DEFAULT_POLICY, reason: null, updatedAt: null, defaults: DEFAULT_POLICY }
  return {
    marketingPer7Days: row.marketing_per_7_days,
    marketingPer30Days: row.marketing_per_30_days,
    quietHours: row.quiet_hours,
    holdAfterMonths: row.hold_after_months,
    expireAfterMonths: row.expire_after_months,
    warmUpDays: row.warm_up_days,
    reason: row.reason,
    updatedAt: row.updated_at.toISOString(),
    defaults: DEFAULT_POLICY,
  }
}

export const SetSendingPolicyInput = SendingPolicy.extend({
  /** Why the business departs from the defaults; kept for the record. */
  reason: z.string().trim().min(3).max(500),
}).refine((policy) => policy.holdAfterMonths <= policy.expireAfterMonths, {
  path: ['expireAfterMonths'],
  error: 'A consent cannot lapse before it rests.',
})

/** Changes how often the business may write to one person; takes effect with the next message that is claimed. */
export async function setSendingPolicy(
  ctx: Context,
  input: z.input<typeof SetSendingPolicyInput>,
): Promise<SendingPolicyView> {
  requireRole(ctx, 'owner')
  const { reason, ...policy } = SetSendingPolicyInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const { defaults: _, ...before } = await view(tx)
    const columns = {
      marketing_per_7_days: policy.marketingPer7Days,
      marketing_per_30_days: policy.marketingPer30Days,
      quiet_hours: policy.quietHours,
      hold_after_months: policy.holdAfterMonths,
      expire_after_months: policy.expireAfterMonths,
      warm_up_days: policy.warmUpDays,
      reason,
      updated_at: tx.clock.now(),
    }
    await tx.db
      .insertInto('sending_policy')
      .values({ business_id: tx.businessId, ...columns })
      .onConflict((conflict) => conflict.column('business_id').doUpdateSet(columns))
      .execute()
    await recordAudit(tx, {
      action: 'sending_policy.set',
      entity: 'business',
      entityId: tx.businessId,
      before,
      after: { ...policy, reason },
    })
    return view(tx)
  })
}

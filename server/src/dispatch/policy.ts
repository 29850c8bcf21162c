import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, DAY, withTransaction } from '../platform/index.ts'

export const SendingPolicy = z.object({
  /** Marketing messages one person may get, over all campaigns. */
  marketingPer7Days: z.number().int().min(1).max(1000),
  marketingPer30Days: z.number().int().min(1).max(1000),
  /** Marketing only Monday to Saturday, 9 to 20, in the business's time zone. */
  quietHours: z.boolean(),
})
export type SendingPolicy = z.infer<typeof SendingPolicy>

/** Rare by default (C-67). Quiet hours wait for the countries' rule packs; until then a business decides. */
const DEFAULT_POLICY: SendingPolicy = {
  marketingPer7Days: 1,
  marketingPer30Days: 3,
  quietHours: false,
}

/** Share of the messaging limit that Jawort uses; the rest is left for answers and for Meta's own way of counting. */
export const LIMIT_SHARE = 0.9

/** Free-form messages are possible this long after the person's last message (Meta's customer service window). */
export const WINDOW_MS = DAY

/** What the business set, or the defaults. */
export async function sendingPolicy(ctx: Pick<Context, 'db' | 'businessId'>): Promise<SendingPolicy> {
  const row = await ctx.db
    .selectFrom('sending_policy')
    .select(['marketing_per_7_days', 'marketing_per_30_days', 'quiet_hours'])
    .where('business_id', '=', ctx.businessId)
    .executeTakeFirst()
  if (!row) return DEFAULT_POLICY
  return {
    marketingPer7Days: row.marketing_per_7_days,
    marketingPer30Days: row.marketing_per_30_days,
    quietHours: row.quiet_hours,
  }
}

export const SetSendingPolicyInput = SendingPolicy.extend({
  /** Why the business departs from the defaults; kept for the record. */
  reason: z.string().trim().min(3).max(500),
})

/** Changes how often the business may write to one person; takes effect with the next message that is claimed. */
export async function setSendingPolicy(
  ctx: Context,
  input: z.input<typeof SetSendingPolicyInput>,
): Promise<SendingPolicy> {
  requireRole(ctx, 'owner')
  const { reason, ...policy } = SetSendingPolicyInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const before = await sendingPolicy(tx)
    const columns = {
      marketing_per_7_days: policy.marketingPer7Days,
      marketing_per_30_days: policy.marketingPer30Days,
      quiet_hours: policy.quietHours,
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
      before: { ...before },
      after: { ...policy, reason },
    })
    return policy
  })
}

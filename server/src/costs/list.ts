import { requireRole } from '../platform/authorise.ts'
import type { Context } from '../platform/index.ts'
import { type PriceRate, toPriceRate } from './view.ts'

/** The whole price table: by market and category, newest day first, tiers in their order. */
export async function listRates(ctx: Context): Promise<PriceRate[]> {
  requireRole(ctx, 'marketer', 'dpo')
  const rows = await ctx.db
    .selectFrom('price_rate')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .orderBy('market')
    .orderBy('category')
    .orderBy('currency')
    .orderBy('effective_from', 'desc')
    .orderBy('tier_from')
    .execute()
  return rows.map(toPriceRate)
}

import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { MARKETS } from './markets.ts'
import { putRates } from './store.ts'
import { CATEGORIES, type PriceRate, toPriceRate } from './view.ts'

export const SetRateInput = z.object({
  market: z.string().refine((market) => MARKETS.includes(market), 'unknown market'),
  category: z.enum(CATEGORIES),
  /** EUR per delivered message. */
  price: z.number().min(0).max(100),
  effectiveFrom: z.iso.date(),
  source: z.string().trim().min(1).max(200),
  verified: z.boolean().default(true),
})

/** Enters a rate from a day on; one for the same market, category and day is replaced (C-71: dated and editable). */
export async function setRate(ctx: Context, input: z.input<typeof SetRateInput>): Promise<PriceRate> {
  requireRole(ctx, 'marketer')
  const rate = SetRateInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const existing = await tx.db
      .selectFrom('price_rate')
      .selectAll()
      .where('business_id', '=', tx.businessId)
      .where('market', '=', rate.market)
      .where('category', '=', rate.category)
      .where('currency', '=', 'EUR')
      .where('effective_from', '=', rate.effectiveFrom)
      .executeTakeFirst()
    const [rateId = ''] = await putRates(tx, [
      {
        market: rate.market,
        category: rate.category,
        price: String(rate.price),
        effective_from: rate.effectiveFrom,
        source: rate.source,
        verified: rate.verified,
      },
    ])
    const after: PriceRate = { id: rateId, currency: 'EUR', ...rate }
    await recordAudit(tx, {
      action: 'price_rate.set',
      entity: 'price_rate',
      entityId: rateId,
      ...(existing ? { before: toPriceRate(existing) } : {}),
      after,
    })
    return after
  })
}

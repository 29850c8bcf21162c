import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { billingOf } from './billing.ts'
import { MARKETS } from './markets.ts'
import { decimalOf, unitsOf } from './money.ts'
import { putRates } from './store.ts'
import { CATEGORIES, type PriceRate, TIERED, toPriceRate } from './view.ts'

/** What a rate must be, whoever enters it: a member or a file. */
export const RateFields = z.object({
  market: z.string().refine((market) => MARKETS.includes(market), 'unknown market'),
  category: z.enum(CATEGORIES),
  /** ISO 4217; the currency that the business is billed in by default. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  /** Per delivered message; a rupiah is little. */
  price: z.number().min(0).max(99_999),
  effectiveFrom: z.iso.date(),
  effectiveTo: z.iso.date().nullable().default(null),
  tierFrom: z.number().int().min(0).default(0),
  tierTo: z.number().int().positive().nullable().default(null),
  source: z.string().trim().min(1).max(200),
  verified: z.boolean().default(true),
})

export const SetRateInput = RateFields.superRefine(checkRate)

/** What no single field can tell. */
export function checkRate(
  rate: Pick<
    z.output<typeof RateFields>,
    'category' | 'effectiveFrom' | 'effectiveTo' | 'tierFrom' | 'tierTo'
  >,
  issues: z.RefinementCtx,
): void {
  const complain = (path: string, message: string) =>
    issues.addIssue({ code: 'custom', path: [path], message })
  if (rate.effectiveTo && rate.effectiveTo < rate.effectiveFrom)
    complain('effectiveTo', 'ends before it begins')
  if (rate.tierTo !== null && rate.tierTo <= rate.tierFrom)
    complain('tierTo', 'the tier ends before it begins')
  if ((rate.tierFrom > 0 || rate.tierTo !== null) && !TIERED.includes(rate.category))
    complain('tierFrom', 'only utility and authentication have volume tiers')
}

/** Enters a rate from a day on; one for the same market, category, day and tier is replaced (C-71: dated and editable). */
export async function setRate(ctx: Context, input: z.input<typeof SetRateInput>): Promise<PriceRate> {
  requireRole(ctx, 'marketer')
  const rate = SetRateInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const currency = rate.currency ?? (await billingOf(tx)).currency
    const existing = await tx.db
      .selectFrom('price_rate')
      .selectAll()
      .where('business_id', '=', tx.businessId)
      .where('market', '=', rate.market)
      .where('category', '=', rate.category)
      .where('currency', '=', currency)
      .where('effective_from', '=', rate.effectiveFrom)
      .where('tier_from', '=', rate.tierFrom)
      .executeTakeFirst()
    const [row] = await putRates(tx, [rateRow(rate, currency)])
    if (!row) throw new Error('The rate was not written.')
    const after = toPriceRate(row)
    await recordAudit(tx, {
      action: 'price_rate.set',
      entity: 'price_rate',
      entityId: after.id,
      ...(existing ? { before: toPriceRate(existing) } : {}),
      after,
    })
    return after
  })
}

/** As the table holds it. */
export function rateRow(rate: z.output<typeof RateFields>, currency: string) {
  return {
    market: rate.market,
    category: rate.category,
    currency,
    price: decimalOf(unitsOf(rate.price)),
    effective_from: rate.effectiveFrom,
    effective_to: rate.effectiveTo,
    tier_from: rate.tierFrom,
    tier_to: rate.tierTo,
    source: rate.source,
    verified: rate.verified,
  }
}

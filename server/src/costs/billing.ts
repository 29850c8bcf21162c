import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { getBusiness } from '../businesses/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, type Runtime, SECOND, withTransaction } from '../platform/index.ts'
import { putBilling } from './store.ts'

/** How Meta bills the business. */
export const Billing = z.object({
  /** Of the WhatsApp accounts, fixed when they were made (ISO 4217). */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** Days begin and prices change at midnight here. */
  timeZone: z.string(),
  /** Service messages per number and month that Meta delivers for nothing, since 2026-10-01. */
  freeService: z.number().int(),
})
export type Billing = z.infer<typeof Billing>

export const BillingView = Billing.extend({
  /** False as soon as something was booked: amounts of two currencies cannot be added. */
  currencyOpen: z.boolean(),
})
type BillingView = z.infer<typeof BillingView>

/** A thousand, says Meta's page of prices; one other source leaves them out. */
const FREE_SERVICE = 1_000
const TRUST_MS = 10 * SECOND

type Reader = Pick<Context, 'db' | 'businessId' | 'runtime' | 'clock'>

const memories = new WeakMap<Runtime, Map<string, { billing: Billing; readAt: number }>>()

/** How Meta bills the business, as it was at most ten seconds ago: asked for every batch of statuses. */
export async function billingOf(ctx: Reader): Promise<Billing> {
  const memory = memories.get(ctx.runtime) ?? new Map()
  memories.set(ctx.runtime, memory)
  const now = ctx.clock.now().getTime()
  const last = memory.get(ctx.businessId)
  if (last && Math.abs(now - last.readAt) <= TRUST_MS) return last.billing
  const billing = await readBilling(ctx)
  memory.set(ctx.businessId, { billing, readAt: now })
  return billing
}

async function readBilling(ctx: Pick<Context, 'db' | 'businessId'>): Promise<Billing> {
  const row = await ctx.db
    .selectFrom('billing')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .executeTakeFirst()
  return {
    currency: row?.currency ?? 'EUR',
    timeZone: row?.time_zone ?? (await getBusiness(ctx)).timeZone,
    freeService: row?.free_service ?? FREE_SERVICE,
  }
}

export async function getBilling(ctx: Context): Promise<BillingView> {
  requireRole(ctx, 'marketer', 'dpo')
  return viewBilling(ctx)
}

async function viewBilling(ctx: Context): Promise<BillingView> {
  const booked = await ctx.db
    .selectFrom('cost_day')
    .select('day')
    .where('business_id', '=', ctx.businessId)
    .where('cost', '>', '0')
    .limit(1)
    .executeTakeFirst()
  return { ...(await readBilling(ctx)), currencyOpen: booked === undefined }
}

export const SetBillingInput = z.object({
  currency: z.string().regex(/^[A-Z]{3}$/),
  timeZone: z.string().refine(isTimeZone, 'not an IANA time zone'),
  freeService: z.number().int().min(0).max(1_000_000),
})

/** Says how Meta bills; counts for what is booked from now on. @throws Problem `currency_fixed` */
export async function setBilling(ctx: Context, input: z.input<typeof SetBillingInput>): Promise<BillingView> {
  requireRole(ctx)
  const billing = SetBillingInput.parse(input)
  return withTransaction(ctx, async (tx) => {
    const { currencyOpen, ...before } = await viewBilling(tx)
    if (billing.currency !== before.currency && !currencyOpen) {
      throw new Problem('conflict', 'currency_fixed', {
        de: `Es ist schon etwas in ${before.currency} gebucht; die Währung steht damit fest.`,
        en: `Something was booked in ${before.currency} already; the currency is fixed by that.`,
      })
    }
    await putBilling(tx, billing)
    await recordAudit(tx, {
      action: 'billing.set',
      entity: 'business',
      entityId: tx.businessId,
      before,
      after: billing,
    })
    memories.get(tx.runtime)?.delete(tx.businessId)
    return viewBilling(tx)
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

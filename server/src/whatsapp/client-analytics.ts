import { z } from 'zod'
import type { GraphCore } from './client-core.ts'

const word = z.string().nullish().catch(null)
const Point = z
  .looseObject({
    start: z.number(),
    end: z.number(),
    country: word,
    phone_number: word,
    tier: word,
    pricing_type: word,
    pricing_category: word,
    volume: z.number().catch(0),
    cost: z.number().catch(0),
  })
  .transform((point) => ({
    start: new Date(point.start * 1000),
    end: new Date(point.end * 1000),
    country: point.country ?? null,
    phoneNumber: point.phone_number ?? null,
    tier: point.tier ?? null,
    /** `REGULAR`, `FREE_CUSTOMER_SERVICE`, `FREE_ENTRY_POINT`. */
    type: point.pricing_type ?? null,
    /** `MARKETING`, `UTILITY` … */
    category: point.pricing_category ?? null,
    volume: point.volume,
    /** In the account's currency, approximately. */
    cost: point.cost,
  }))
export type PricingPoint = z.infer<typeof Point>

const Answer = z.looseObject({
  pricing_analytics: z
    .looseObject({ data: z.array(z.looseObject({ data_points: z.array(Point).catch([]) })).catch([]) })
    .optional(),
})

export interface PricingQuery {
  start: Date
  end: Date
  granularity: 'HALF_HOUR' | 'DAILY' | 'MONTHLY'
  /** How to split what is counted, for example `['PRICING_CATEGORY', 'COUNTRY']`. */
  dimensions: readonly ('PRICING_CATEGORY' | 'PRICING_TYPE' | 'COUNTRY' | 'PHONE' | 'TIER')[]
  /** Digits as Meta shows them; without it every number of the account. */
  phoneNumbers?: readonly string[]
}

/** What Meta counts. Source: Meta, Analytics. */
export function analyticsCalls({ call }: GraphCore) {
  return {
    /** Delivered messages and what they cost, as Meta bills them; empty when nothing was delivered. */
    pricingAnalytics: (wabaId: string, query: PricingQuery) =>
      call(
        Answer.transform(({ pricing_analytics: found }) =>
          (found?.data ?? []).flatMap(({ data_points }) => data_points),
        ),
        { method: 'GET', path: wabaId, query: { fields: pricingField(query) } },
      ),
  }
}

function pricingField({ start, end, granularity, dimensions, phoneNumbers = [] }: PricingQuery): string {
  const seconds = (at: Date) => Math.floor(at.getTime() / 1000)
  const list = (values: readonly string[]) => JSON.stringify(values)
  return [
    'pricing_analytics',
    `start(${seconds(start)})`,
    `end(${seconds(end)})`,
    `granularity(${granularity})`,
    `phone_numbers(${list(phoneNumbers)})`,
    `metric_types(${list(['COST', 'VOLUME'])})`,
    `dimensions(${list(dimensions)})`,
  ].join('.')
}

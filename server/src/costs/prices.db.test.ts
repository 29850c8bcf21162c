import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBusiness } from '../businesses/index.ts'
import { type Context, createContext, newId } from '../platform/index.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { setBilling } from './billing.ts'
import { countBooked } from './count-booked.ts'
import { priceFor } from './price.ts'
import { bookedPriceSql, type PriceBook, priceBook, priceBookNow } from './price-book.ts'
import { setRate } from './set.ts'
import { spentByDay } from './spent-by-day.ts'
import { putRates } from './store.ts'
import { noteVolumeTier } from './volume.ts'

const DAYS = ['2026-10-31', '2026-11-01', '2026-11-15', '2026-11-30', '2026-12-01'] as const
const PLACES = { DE: 'DE', AT: 'rest_western_europe', LU: 'other' } as const
const day = fc.constantFrom(...DAYS)
const market = fc.constantFrom(...Object.values(PLACES))
const price = fc.integer({ min: 0, max: 99 }).map((n) => `0.${String(n).padStart(5, '0')}`)

const rate = fc
  .record({
    market,
    category: fc.constantFrom('marketing', 'marketing_lite', 'utility'),
    currency: fc.constantFrom('EUR', 'EUR', 'USD'),
    from: day,
    to: fc.option(day),
    tier: fc.constantFrom(0, 0, 101, 201),
    price,
  })
  .map((one) => ({
    ...one,
    to: one.to !== null && one.to < one.from ? one.from : one.to,
    tier: one.category === 'utility' ? one.tier : 0,
  }))
type Rate = typeof rate extends fc.Arbitrary<infer T> ? T : never

const plan = fc.record({
  rates: fc.uniqueArray(rate, {
    maxLength: 14,
    selector: (one) => [one.market, one.category, one.currency, one.from, one.tier].join(),
  }),
  /** Billed in Germany as utility, on each day. */
  volumes: fc.array(fc.constantFrom(0, 1, 99, 100, 101), { minLength: DAYS.length, maxLength: DAYS.length }),
  /** Where Meta says that November stands. */
  told: fc.array(fc.constantFrom(101, 201), { maxLength: 2 }),
})

type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never

const base: Rate = {
  market: 'DE',
  category: 'utility',
  currency: 'EUR',
  from: '2026-10-31',
  to: null,
  tier: 0,
  price: '0.00050',
}
/** Meta's later word is a lower one, and the next month begins anew, with what the last day of this one brought. */
const TOLD: Plan = {
  rates: [base, { ...base, tier: 101, price: '0.00040' }, { ...base, tier: 201, price: '0.00030' }],
  volumes: [0, 0, 0, 0, 100],
  told: [201, 101],
}
/** Cards that end, the newer one first; a price of its own that is older than the usual one. */
const ENDED: Plan = {
  rates: [
    { ...base, category: 'marketing', to: '2026-11-30' },
    { ...base, category: 'marketing', from: '2026-11-01', to: '2026-11-15', price: '0.00020' },
    { ...base, category: 'marketing_lite', price: '0.00010' },
  ],
  volumes: [0, 0, 0, 0, 0],
  told: [],
}

/** The price as the README says it. */
function expected({ rates, volumes, told }: Plan, on: string, category: string, of: string): string | null {
  const found = oneCategory(category)
  return found ?? (category === 'marketing_lite' ? oneCategory('marketing') : null)

  function oneCategory(name: string): string | null {
    const inForce = rates.filter(
      (one: Rate) =>
        one.market === of &&
        one.category === name &&
        one.currency === 'EUR' &&
        one.from <= on &&
        (one.to === null || one.to >= on),
    )
    const newest = (some: Rate[]) =>
      some
        .map((one) => one.from)
        .sort()
        .at(-1)
    const firsts = inForce.filter((one) => one.tier === 0)
    const first = firsts.find((one) => one.from === newest(firsts))
    const volume = name === 'utility' && of === 'DE' ? volumeIn(on.slice(0, 7)) : 0
    const tiers = inForce.filter(
      (one) => one.from === newest(inForce) && one.tier > 0 && one.tier <= volume + 1,
    )
    return [...tiers, ...(first ? [first] : [])].sort((a, b) => b.tier - a.tier)[0]?.price ?? null
  }
  function volumeIn(month: string): number {
    const own = volumes.reduce<number>(
      (sum, count, at) => (DAYS[at]?.startsWith(month) ? sum + count : sum),
      0,
    )
    return Math.max(own, ...(month === '2026-11' ? told.map((from) => from - 1) : []))
  }
}

describe('prices', () => {
  let runtime: TestRuntime
  let ctx: Context
  beforeAll(async () => {
    runtime = await createTestRuntime()
    const operator = createContext(runtime, '', { kind: 'operator', accountId: 'o' })
    const { id } = await createBusiness(operator, { slug: 'blatt', name: 'B', legalName: 'B GmbH' })
    ctx = createContext(runtime, id, { kind: 'member', memberId: newId(), role: 'owner' })
  })
  afterAll(() => runtime.close())

  const clear = async () => {
    for (const table of ['price_rate', 'cost_day', 'volume_tier'])
      await sql`delete from ${sql.table(table)}`.execute(runtime.db)
  }
  const channelId = newId()
  /** Books messages that were delivered just now, as dispatch does. */
  const book = (on: string, cost: string | null) =>
    countBooked(ctx, [
      {
        day: on,
        channelId,
        campaignId: null,
        topicId: null,
        country: 'DE',
        priceCategory: 'utility',
        priceType: 'regular',
        billable: true,
        cost,
      },
    ])

  it('C-71: of cards that overlap the newest counts, with the tier of its month, in the currency of billing, and everywhere the same', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (given) => {
        await enter(given)
        const prices = await priceBook(ctx, DAYS)
        for (const on of DAYS) {
          for (const category of ['marketing', 'marketing_lite', 'utility'] as const) {
            for (const [country, of] of Object.entries(PLACES)) {
              const want = [on, category, country, expected(given, on, category, of)]
              expect([on, category, country, await bookedPrice(prices, on, category, country)]).toEqual(want)
              if (category === 'utility') continue
              // What is shown before a launch has no volume yet.
              const shown = await priceFor(ctx, { country, category, on })
              expect([on, category, country, shown?.price ?? null]).toEqual(want)
            }
          }
        }
      }),
      { numRuns: 8, examples: [[TOLD], [ENDED]] },
    )
  })

  const enter = async ({ rates, volumes, told }: Plan) => {
    await clear()
    const rows = rates.map(({ from, to, tier, ...one }) => ({
      ...one,
      effective_from: from,
      effective_to: to,
      tier_from: tier,
      source: 'card',
      verified: true,
    }))
    await putRates(ctx, rows)
    for (const [at, billed] of volumes.entries())
      await sql`insert into cost_day (business_id, day, channel_id, country, category, type, slot, messages, billed, unpriced, cost)
        values (${ctx.businessId}, ${DAYS[at]}, ${channelId}, 'DE', 'utility', 'regular', 0, ${billed}, ${billed}, 0, 0)`.execute(
        runtime.db,
      )
    const note = { category: 'UTILITY', month: '2026-11', region: 'Germany' }
    for (const from of told) await noteVolumeTier(ctx, { ...note, tier: `${from}:MAX` })
  }

  const bookedPrice = async (prices: PriceBook, on: string, category: string, country: string) => {
    const found = bookedPriceSql(prices, {
      day: sql`${on}::text`,
      category: sql`${category}::text`,
      country: sql`${country}::text`,
    })
    const { rows } = await sql<{ price: string | null }>`select ${found} as price`.execute(runtime.db)
    return rows[0]?.price ?? null
  }

  it('C-71: what has no price is counted as such, each time; sums end with their last day', async () => {
    await clear()
    for (const cost of ['0.05', null, null]) await book('2026-11-30', cost)
    await book('2026-12-01', '0.05')
    const { rows } =
      await sql<object>`select to_char(day, 'DD') as day, sum(messages)::int as messages, sum(unpriced)::int as unpriced,
      sum(cost)::text as cost from cost_day group by 1 order by 1`.execute(runtime.db)
    expect(rows).toEqual([
      { day: '01', messages: 1, unpriced: 0, cost: '0.05000' },
      { day: '30', messages: 3, unpriced: 2, cost: '0.05000' },
    ])
    expect(await spentByDay(ctx, '2026-11-01', '2026-11-30')).toMatchObject({ total: 0.05 })
  })

  it('C-71: a price or a currency that somebody enters counts at once', async () => {
    await clear()
    const on = '2026-11-18'
    const now = async () => (await priceBookNow(ctx, [on]))[on]?.marketing?.DE ?? null
    const enter = (currency: string, amount: number) =>
      setRate(ctx, {
        market: 'DE',
        category: 'marketing',
        currency,
        price: amount,
        effectiveFrom: on,
        source: 'card',
      })
    expect(await now()).toBeNull()
    await enter('EUR', 0.1)
    expect(await now()).toBe('0.10000')
    await enter('EUR', 0.2)
    expect(await now()).toBe('0.20000')
    await enter('USD', 0.3)
    await setBilling(ctx, { currency: 'USD', timeZone: 'Europe/Berlin', freeService: 0 })
    expect(await now()).toBe('0.30000')
  })

  it('C-71: a file of any size goes in', async () => {
    const shared = {
      market: 'DE',
      category: 'utility',
      currency: 'EUR',
      effective_from: '2040-01-01',
    } as const
    const rows = Array.from({ length: 6_000 }, (_, n) => ({
      ...shared,
      tier_from: n,
      price: '1',
      source: 'card',
    }))
    expect(await putRates(ctx, rows)).toHaveLength(6_000)
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { businessCreated, createBusiness } from '../businesses/index.ts'
import { createContext, newId } from '../platform/index.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { getBilling, setBilling } from './billing.ts'
import { listRates } from './list.ts'
import { marketOf } from './markets.ts'
import { priceFor } from './price.ts'
import { bookedPriceSql, priceBook } from './price-book.ts'
import { deleteRate } from './remove.ts'
import { seedRates } from './seed.ts'
import { setRate } from './set.ts'
import { noteVolumeTier } from './volume.ts'

describe('the price table', () => {
  let runtime: TestRuntime
  let blatt: string
  let other: string
  const as = (businessId: string, role: 'marketer' | 'agent' = 'marketer') =>
    createContext(runtime, businessId, { kind: 'member', memberId: newId(), role })

  beforeAll(async () => {
    runtime = await createTestRuntime()
    runtime.hooks.on(businessCreated, seedRates)
    const operator = createContext(runtime, '', { kind: 'operator', accountId: 'o' })
    blatt = (await createBusiness(operator, { slug: 'blatt', name: 'B', legalName: 'B GmbH' })).id
    other = (await createBusiness(operator, { slug: 'other', name: 'O', legalName: 'O GmbH' })).id
  })
  afterAll(() => runtime.close())

  it('takes the newest rate that has begun', async () => {
    const on = (day: string) => priceFor(as(blatt), { country: 'ES', category: 'marketing', on: day })
    expect(await on('2025-12-31')).toBeNull()
    expect(await on('2026-09-30')).toMatchObject({ price: '0.05090', verified: false })
    expect(await on('2026-10-01')).toMatchObject({ price: '0.05860', verified: false })
  })

  it('answers the same inside a query, for own, shared and unknown markets', async () => {
    for (const country of ['DE', 'AT', 'CZ', 'JP', 'LU', 'GG', null]) {
      const booked = bookedPriceSql(await priceBook(as(blatt), ['2026-11-18', '2026-10-01']), {
        day: sql`'2026-11-18'`,
        category: sql`'marketing'`,
        country: sql`${country}::char(2)`,
      })
      const { rows } = await sql<{ price: string }>`select ${booked} as price`.execute(runtime.db)
      const expected = await priceFor(as(blatt), { country, category: 'marketing', on: '2026-11-18' })
      expect(rows[0]?.price).toBe(expected?.price)
      expect(expected?.market).toBe(marketOf(country))
    }
  })

  it('is edited by entering a rate again, with who, before and after', async () => {
    await setRate(as(blatt), {
      market: 'FR',
      category: 'marketing',
      price: 0.0715,
      effectiveFrom: '2026-10-01',
      source: 'Meta card 2026-10',
    })
    expect(
      await priceFor(as(blatt), { country: 'FR', category: 'marketing', on: '2026-11-18' }),
    ).toMatchObject({
      price: '0.07150',
      verified: true,
    })
    const audit = await runtime.db
      .selectFrom('audit_entry')
      .selectAll()
      .where('business_id', '=', blatt)
      .where('action', '=', 'price_rate.set')
      .executeTakeFirstOrThrow()
    expect(audit).toMatchObject({
      after: { verified: true, price: 0.0715 },
      before: { verified: false, price: 0.0712 },
    })
  })

  it('C-71: lets a rate end, and takes the price of an abroad or marketing-lite message from its own row or the usual one', async () => {
    const shared = { market: 'PT', effectiveFrom: '2026-11-01', source: 'card' } as const
    await expect(
      setRate(as(blatt), { ...shared, market: 'nowhere', category: 'marketing', price: 1 }),
    ).rejects.toThrow('unknown market')
    await expect(
      setRate(as(blatt), {
        ...shared,
        market: 'FR',
        category: 'marketing',
        price: 1,
        effectiveTo: '2026-10-01',
      }),
    ).rejects.toThrow('ends before')
    await setRate(as(blatt), {
      ...shared,
      market: 'ES',
      category: 'marketing',
      price: 0.01,
      effectiveTo: '2026-11-10',
    })
    const es = (day: string) => priceFor(as(blatt), { country: 'ES', category: 'marketing', on: day })
    expect((await es('2026-11-10'))?.price).toBe('0.01000')
    expect((await es('2026-11-11'))?.price, 'the rate before counts again').toBe('0.05860')
    const book = await priceBook(as(blatt), ['2026-11-18'])
    const of = (category: string, country: string) => book['2026-11-18']?.[category]?.[country]
    expect(of('marketing_lite', 'DE')).toBe(of('marketing', 'DE'))
    expect(of('authentication_international', 'IN')).toBe('0.02520')
    expect(of('authentication_international', 'DE')).toBe(of('authentication', 'DE'))
  })

  it('C-71: takes the tier that the month has reached, by our count or by what Meta says', async () => {
    const tier = { market: 'DE', category: 'utility', effectiveFrom: '2026-11-01', source: 'card' } as const
    await setRate(as(blatt), { ...tier, price: 0.05, tierTo: 100 })
    await setRate(as(blatt), { ...tier, price: 0.04, tierFrom: 101, tierTo: 200 })
    await setRate(as(blatt), { ...tier, price: 0.03, tierFrom: 201 })
    const price = async (day: string) => (await priceBook(as(blatt), [day]))[day]?.['utility']?.['DE']
    const add = (messages: number) =>
      sql`insert into cost_day (business_id, day, channel_id, country, category, type, slot, messages, billed, unpriced, cost)
        values (${blatt}, '2026-11-05', ${newId()}, 'DE', 'utility', 'regular', 0, ${messages}, ${messages}, 0, 0)`.execute(
        runtime.db,
      )
    expect(await price('2026-11-18')).toBe('0.05000')
    await add(99)
    expect(await price('2026-11-18')).toBe('0.05000')
    await add(1)
    expect(await price('2026-11-18')).toBe('0.04000')
    expect(await price('2026-12-01'), 'each month begins anew').toBe('0.05000')
    await noteVolumeTier(as(blatt), {
      category: 'UTILITY',
      tier: '201:400',
      month: '2026-11',
      region: 'Germany',
    })
    expect(await price('2026-11-18')).toBe('0.03000')
    await setRate(as(blatt), { ...tier, effectiveFrom: '2026-11-15', price: 0.02, tierFrom: 500 })
    expect(await price('2026-11-18'), 'a card that only names a higher tier').toBe('0.05000')
    await noteVolumeTier(as(blatt), { category: 'UTILITY', tier: 'x', month: '2026-11', region: 'Germany' })
    await expect(
      setRate(as(blatt), { ...tier, category: 'marketing', price: 1, tierFrom: 5 }),
    ).rejects.toThrow('volume tiers')
  })

  it('is billed as somebody says, in one currency for good', async () => {
    expect(await getBilling(as(other))).toEqual({
      currency: 'EUR',
      timeZone: 'Europe/Berlin',
      freeService: 1000,
      currencyOpen: true,
    })
    const owner = createContext(runtime, other, { kind: 'member', memberId: newId(), role: 'owner' })
    const dollars = { currency: 'USD', timeZone: 'America/Los_Angeles', freeService: 0 }
    await setBilling(owner, dollars)
    expect(
      await priceFor(as(other), { country: 'DE', category: 'marketing', on: '2026-11-18' }),
    ).toMatchObject({ price: '0.13650' })
    await sql`insert into cost_day (business_id, day, channel_id, country, category, type, slot, messages, billed, unpriced, cost)
      values (${other}, '2026-11-05', ${newId()}, 'DE', 'marketing', 'regular', 0, 1, 1, 0, 0.1365)`.execute(
      runtime.db,
    )
    await expect(setBilling(owner, { ...dollars, currency: 'EUR' })).rejects.toMatchObject({
      code: 'currency_fixed',
    })
    await expect(setBilling(as(other), dollars)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('refuses an agent, and another business finds nothing', async () => {
    await expect(listRates(as(blatt, 'agent'))).rejects.toMatchObject({ kind: 'forbidden' })
    const [first] = await listRates(as(blatt))
    await expect(deleteRate(as(other), { id: first?.id ?? '' })).rejects.toMatchObject({ kind: 'not_found' })
    await deleteRate(as(blatt), { id: first?.id ?? '' })
    expect((await listRates(as(blatt))).some((rate) => rate.id === first?.id)).toBe(false)
  })
})

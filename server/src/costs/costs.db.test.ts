import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { businessCreated, createBusiness } from '../businesses/index.ts'
import { createContext, newId } from '../platform/index.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { listRates } from './list.ts'
import { marketOf } from './markets.ts'
import { priceFor } from './price.ts'
import { bookedPriceSql, priceBook } from './price-book.ts'
import { deleteRate } from './remove.ts'
import { seedRates } from './seed.ts'
import { setRate } from './set.ts'

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
    expect(await on('2026-09-30')).toMatchObject({ price: 0.0509, verified: false })
    expect(await on('2026-10-01')).toMatchObject({ price: 0.0586, verified: false })
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
      expect(Number(rows[0]?.price)).toBe(expected?.price)
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
      price: 0.0715,
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

  it('refuses an agent, and another business finds nothing', async () => {
    await expect(listRates(as(blatt, 'agent'))).rejects.toMatchObject({ kind: 'forbidden' })
    const [first] = await listRates(as(blatt))
    await expect(deleteRate(as(other), { id: first?.id ?? '' })).rejects.toMatchObject({ kind: 'not_found' })
    await deleteRate(as(blatt), { id: first?.id ?? '' })
    expect((await listRates(as(blatt))).some((rate) => rate.id === first?.id)).toBe(false)
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { businessCreated, createBusiness } from '../businesses/index.ts'
import { type Context, createContext, newId } from '../platform/index.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { compareCosts, explainDifference } from './compare.ts'
import { importRates, listImports, undoImport } from './import-rates.ts'
import { listRates } from './list.ts'
import { priceFor } from './price.ts'
import { seedRates } from './seed.ts'
import { setRate } from './set.ts'

const FILE = `\uFEFFMarket;Category;Price;From;To;Tier from;Tier to;Verified
Germany;marketing;0,1140;01.01.2027;;;;ja
Rest of Western Europe;Marketing;0.05;2027-01-01;2027-03-31;;;
AT;marketing;0,05;2027-01-01;;;;
DE;utility;0,0400;2027-01-01;;1000;2000;
DE;utility;0,0400;2027-01-01;;1000;3000;

Atlantis;marketing;0,1;2027-01-01;;;;
DE;marketing;1.140,00;2027-01-01;;;;
DE;marketing;0,1;31.02.2027;;;;
FR;marketing;0,1;2027-01-01;;5;;
FR;marketing;0,0712;2026-10-01;;;;
`

describe('prices from a file', () => {
  let runtime: TestRuntime
  let ctx: Context
  let businessId: string
  beforeAll(async () => {
    runtime = await createTestRuntime()
    runtime.hooks.on(businessCreated, seedRates)
    const operator = createContext(runtime, '', { kind: 'operator', accountId: 'o' })
    businessId = (await createBusiness(operator, { slug: 'blatt', name: 'B', legalName: 'B GmbH' })).id
    ctx = createContext(runtime, businessId, { kind: 'member', memberId: newId(), role: 'marketer' })
  })
  afterAll(() => runtime.close())

  it('C-71: are tried without a trace, keep the good lines, name the bad ones, and go again', async () => {
    const before = await listRates(ctx)
    const input = { fileName: 'karte.csv', text: FILE }
    const tried = await importRates(ctx, { ...input, dryRun: true }, 'de')
    expect(tried.id).toBeNull()
    expect(tried.changes).toMatchObject([
      { line: 2, market: 'DE', price: 0.114, effectiveFrom: '2027-01-01', verified: true, change: 'new' },
      { line: 3, market: 'rest_western_europe', effectiveTo: '2027-03-31', verified: false, change: 'new' },
      { line: 5, market: 'DE', tierFrom: 1000, tierTo: 2000, change: 'new' },
      { line: 12, market: 'FR', change: 'changed', before: 0.0712 },
    ])
    expect(tried.bad).toEqual([
      { line: 4, problem: 'Den Markt gibt es nicht: AT' },
      { line: 6, problem: 'Steht schon in Zeile 5' },
      { line: 8, problem: 'Den Markt gibt es nicht: Atlantis' },
      { line: 9, problem: 'Das ist kein Preis: 1.140,00' },
      { line: 10, problem: 'Das Datum braucht die Form 2026-10-01: 31.02.2027' },
      { line: 11, problem: 'Stufen haben nur utility und authentication, mit ganzen Zahlen: 5' },
    ])
    expect(await listRates(ctx)).toEqual(before)

    const done = await importRates(ctx, { ...input, dryRun: false }, 'de')
    expect(done).toMatchObject({ changes: tried.changes, bad: tried.bad })
    expect(await priceFor(ctx, { country: 'DE', category: 'marketing', on: '2027-01-01' })).toMatchObject({
      price: '0.11400',
      source: 'karte.csv',
    })
    expect(
      (await importRates(ctx, { ...input, dryRun: false }, 'de')).id,
      'nothing is left to change',
    ).toBeNull()
    // Somebody has looked at one of them since.
    await setRate(ctx, {
      market: 'DE',
      category: 'marketing',
      price: 0.115,
      effectiveFrom: '2027-01-01',
      source: 'checked',
    })
    expect(await undoImport(ctx, done.id ?? '')).toEqual({ undone: 3, kept: 1 })
    const kept = await listRates(ctx)
    expect(kept.filter((rate) => rate.source !== 'checked')).toEqual(before)
    expect(await listImports(ctx)).toMatchObject([{ fileName: 'karte.csv', rates: 4 }])
    await expect(undoImport(ctx, done.id ?? '')).rejects.toMatchObject({ code: 'already_undone' })
  })

  it('C-71: takes no thousand for a one and no dollar for a euro', async () => {
    const head = 'market;category;price;effective_from;tier_from;tier_to\n'
    const tried = await importRates(
      ctx,
      {
        fileName: 'x',
        dryRun: true,
        text: `${head}DE;utility;0,05;2027-02-01;25.001;100.000
DE;utility;0,04;2027-02-01;"100,001";
DE;utility;0,04;2027-03-01;1.5;
ES;marketing;$0.07;2027-02-01;;
ES;marketing;USD 0.07;2027-02-01;;
ES;marketing;€ 0,0586;2027-02-01;;
`,
      },
      'en',
    )
    expect(tried.changes).toMatchObject([
      { tierFrom: 25_001, tierTo: 100_000 },
      { tierFrom: 100_001, tierTo: null },
      { market: 'ES', price: 0.0586, currency: 'EUR' },
    ])
    expect(tried.bad.map(({ line, problem }) => [line, problem.split(':')[0]])).toEqual([
      [4, 'Only utility and authentication have tiers, in whole numbers'],
      [5, 'The price names another currency than EUR'],
      [6, 'The price names another currency than EUR'],
    ])
    const rupiah = { market: 'DE', category: 'marketing', currency: 'IDR', price: 2_247 } as const
    await setRate(ctx, { ...rupiah, effectiveFrom: '2027-01-01', source: 'card' })
  })

  it('C-71: refuses what is no list of prices', async () => {
    for (const text of ['hello', 'market,price\nDE,1', '"'])
      await expect(importRates(ctx, { fileName: 'x', text, dryRun: true }, 'en')).rejects.toMatchObject({
        code: 'file_unreadable',
      })
  })

  it('C-71: says why Meta counts otherwise, and adjusts nothing', async () => {
    const own = (messages: number, cost: bigint, unpriced = 0) => ({ messages, cost, unpriced })
    const why = (
      a: Parameters<typeof explainDifference>[0],
      b: { messages: number; cost: bigint } | null,
      age = 9,
    ) => explainDifference(a, b, age)
    expect(why(own(5, 50_000n), null)).toBe('not_asked')
    expect(why(own(5, 50_000n), { messages: 5, cost: 50_200n })).toBe('same')
    expect(why(own(5, 50_000n), { messages: 7, cost: 70_000n }, 1)).toBe('still_counting')
    expect(why(own(5, 50_000n), { messages: 7, cost: 70_000n })).toBe('meta_has_more')
    expect(why(own(7, 70_000n), { messages: 5, cost: 50_000n })).toBe('we_have_more')
    expect(why(own(5, 50_000n), { messages: 5, cost: 60_000n })).toBe('other_price')
    expect(why(own(5, 0n, 5), { messages: 5, cost: 60_000n })).toBe('no_price')

    const channel = newId()
    await sql`insert into cost_day (business_id, day, channel_id, country, category, type, slot, messages, billed, unpriced, cost)
      values (${businessId}, '2026-11-02', ${channel}, 'DE', 'marketing', 'regular', 0, 10, 10, 0, 1.131),
        (${businessId}, '2026-11-02', ${channel}, 'DE', 'marketing', 'regular', 1, 10, 10, 0, 1.131),
        (${businessId}, '2026-12-01', ${channel}, 'DE', 'marketing', 'regular', 1, 7, 7, 0, 7)`.execute(
      runtime.db,
    )
    await sql`insert into meta_cost_day (business_id, day, waba_id, country, category, type, messages, cost, fetched_at)
      values (${businessId}, '2026-11-02', '1', 'DE', 'marketing', 'regular', 20, 3, ${runtime.clock.now()}),
        (${businessId}, '2026-11-02', '1', '', 'none', 'none', 0, 0, ${runtime.clock.now()})`.execute(
      runtime.db,
    )
    const compared = await compareCosts(ctx, { month: '2026-11' })
    expect(compared).toMatchObject({
      own: { messages: 20, cost: 2.26 },
      meta: { messages: 20, cost: 3 },
    })
    expect(compared.days).toMatchObject([
      { day: '2026-11-02', market: 'DE', difference: -0.74, why: 'other_price' },
    ])
    const { rows } = await sql<{
      cost: string
    }>`select sum(cost) as cost from cost_day where business_id = ${businessId} and day < '2026-12-01'`.execute(
      runtime.db,
    )
    expect(rows[0]?.cost).toBe('2.26200')
  })
})

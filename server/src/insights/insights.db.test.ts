import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withdraw } from '../consent/index.ts'
import { createContext, newId, withTransaction } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { optIn, wireChats, write } from '../testing/opt-in.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { getHome } from './home.ts'

describe('the home page', () => {
  let runtime: TestRuntime
  let business: TestBusiness

  beforeAll(async () => {
    runtime = await createTestRuntime()
    wireChats(runtime)
    business = await createTestBusiness(runtime)
  })
  afterAll(() => runtime.close())

  const person = (n: number) => ({ phone: `+4915123450${n}`, name: `P${n}`, text: 'Ich bin dabei' })

  it('is empty for a new business', async () => {
    const home = await getHome(business.ctx, {})
    expect(home.subscribers).toMatchObject({ now: 0, change: 0 })
    expect(home.subscribers.series).toHaveLength(30)
    expect(home.subscribers.series.at(-1)?.day).toBe('2026-11-18')
    expect(home.funnel).toEqual({ requested: 0, asked: 0, confirmed: 0, refused: 0, expired: 0 })
    expect(home.channels).toMatchObject([{ usedToday: 0, quality: 'UNKNOWN' }])
    expect(home.spend).toMatchObject({ month: 0, currency: 'EUR' })
    expect(home.spend.series).toHaveLength(18)
    expect(home.tasks).toEqual([])
  })

  it('counts people won and lost on the business’s own days', async () => {
    const early = await optIn(business, person(101))
    // Half past eleven at night in London is the next day in Berlin.
    runtime.clock.set('2026-11-18T23:30:00Z')
    await optIn(business, person(102))
    await optIn(business, person(103))
    runtime.clock.set('2026-11-20T09:00:00Z')
    await withTransaction(business.ctx, (tx) =>
      withdraw(tx, {
        contactId: early,
        channelId: null,
        topicId: null,
        at: tx.clock.now(),
        how: 'stop_word',
      }),
    )
    const { subscribers, funnel } = await getHome(business.ctx, { days: 4 })
    expect(subscribers).toEqual({
      now: 2,
      change: 2,
      series: [
        { day: '2026-11-17', confirmed: 0, withdrawn: 0, net: 0 },
        { day: '2026-11-18', confirmed: 1, withdrawn: 0, net: 1 },
        { day: '2026-11-19', confirmed: 2, withdrawn: 0, net: 2 },
        { day: '2026-11-20', confirmed: 0, withdrawn: 1, net: -1 },
      ],
    })
    expect(funnel).toEqual({ requested: 3, asked: 3, confirmed: 3, refused: 0, expired: 0 })
  })

  it('a second topic wins nobody twice, and ending one of two loses nobody', async () => {
    const { topics, ctx, channelId } = business
    const { contact_id: contactId } = await runtime.db
      .selectFrom('consent')
      .select('contact_id')
      .where('state', '=', 'confirmed')
      .executeTakeFirstOrThrow()
    const before = (await getHome(ctx, { days: 30 })).subscribers
    const at = runtime.clock.now()
    const event = (state: string, ms: number) =>
      runtime.db
        .insertInto('consent_event')
        .values({
          business_id: business.businessId,
          event_id: newId(),
          contact_id: contactId,
          channel_id: channelId,
          topic_id: topics.offers,
          type: state,
          state,
          at: new Date(at.getTime() + ms),
          recorded_at: at,
          evidence_sealed: Buffer.from(''),
          salt_sealed: Buffer.from(''),
        })
        .execute()
    await event('confirmed', 1)
    expect((await getHome(ctx, { days: 30 })).subscribers.change).toBe(before.change)
    await event('withdrawn', 2)
    expect((await getHome(ctx, { days: 30 })).subscribers.change).toBe(before.change)
  })

  it('shows what was spent this month, and what waits for a person', async () => {
    await write(business, { phone: '+4915123450199', name: 'Ben', text: 'Hallo' })
    const cost = (day: string, slot: number, amount: string) =>
      runtime.db
        .insertInto('cost_day')
        .values({
          business_id: business.businessId,
          day,
          channel_id: business.channelId,
          country: 'DE',
          category: 'service',
          type: 'regular',
          slot,
          messages: 1,
          billed: 1,
          unpriced: 0,
          cost: amount,
        })
        .execute()
    await cost('2026-11-02', 0, '0.05')
    await cost('2026-11-02', 1, '0.055')
    await cost('2026-10-31', 0, '0.01')
    await cost('2026-11-01', 0, '1')
    const home = await getHome(business.ctx, {})
    expect(home.spend.month).toBe(1.11)
    expect(home.spend.series.slice(0, 2)).toEqual([
      { day: '2026-11-01', amount: 1 },
      { day: '2026-11-02', amount: 0.11 },
    ])
    expect(home.tasks).toEqual([
      expect.objectContaining({ kind: 'conversation_unread', count: 4, link: '/inbox' }),
    ])
  })

  it('asks to check the prices that count today, where people are', async () => {
    const own = await createTestBusiness(runtime)
    const task = async () =>
      (await getHome(own.ctx, {})).tasks.find(({ kind }) => kind === 'price_unverified')?.count ?? 0
    const rate = (market: string, verified: boolean, from: string) =>
      runtime.db
        .insertInto('price_rate')
        .values({
          business_id: own.businessId,
          rate_id: newId(),
          market,
          category: 'marketing',
          price: '0.1',
          effective_from: from,
          source: 'test',
          verified,
        })
        .execute()
    const person = (country: string) =>
      runtime.db
        .insertInto('contact')
        .values({
          business_id: own.businessId,
          contact_id: newId(),
          country,
          meta_preference: 'none',
          created_at: runtime.clock.now(),
          updated_at: runtime.clock.now(),
        })
        .execute()
    await rate('DE', false, '2026-01-01')
    await rate('DE', true, '2026-07-01')
    await rate('DE', false, '2027-01-01')
    await rate('FR', false, '2026-01-01')
    await rate('rest_western_europe', false, '2026-01-01')
    await person('DE')
    expect(await task()).toBe(0)
    await person('AT')
    expect(await task()).toBe(1)
  })

  it('is for members only, each for their own business', async () => {
    const person = createContext(runtime, business.businessId, { kind: 'person', contactId: null })
    await expect(getHome(person, {})).rejects.toThrow('role_missing')
    const other = await createTestBusiness(runtime)
    expect((await getHome(other.ctx, {})).subscribers.now).toBe(0)
  })

  it('counts a long history right', async () => {
    await sql`insert into contact (business_id, contact_id, meta_preference, created_at, updated_at)
      select ${business.businessId}, md5('c' || n)::uuid, 'none', now(), now() from generate_series(1, 20000) n`.execute(
      runtime.db,
    )
    await sql`insert into consent_event (business_id, event_id, contact_id, channel_id, topic_id, type, state, at, recorded_at, evidence_sealed, salt_sealed)
      select ${business.businessId}, md5('e' || n || s.i)::uuid, md5('c' || n)::uuid, ${business.channelId}, ${business.topics.newsletter}, s.type, s.type,
        h.at + make_interval(secs => s.i), h.at + make_interval(secs => s.i), '', ''
      from generate_series(1, 20000) n, (values (1, 'requested'), (2, 'asked'), (3, 'confirmed')) s (i, type),
        lateral (select ${runtime.clock.now()}::timestamptz - make_interval(hours => 1 + n % 9000) as at) h`.execute(
      runtime.db,
    )
    const home = await getHome(business.ctx, { days: 365 })
    expect(home.subscribers.change).toBeGreaterThan(19_000)
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createBusiness } from '../businesses/index.ts'
import { getCampaign } from '../campaigns/campaign.ts'
import { launchCampaign } from '../campaigns/launch.ts'
import { campaignProgress } from '../campaigns/progress.ts'
import { campaignReport } from '../campaigns/report.ts'
import { createContext, DAY, newId } from '../platform/index.ts'
import { type CampaignKit, startCampaignKit } from '../testing/campaign-kit.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { forgetOld } from './forget.ts'
import { BY_MONTH, ensureMonths, firstOfMonth } from './months.ts'
import { retentionPage, shortenRetention } from './page.ts'
import { REGISTER } from './register.ts'
import { monthsOf } from './tables.ts'
import { ENDS, WHAT } from './words.ts'

/** A migrated database has the months around the real today, whichever that is; the tests have times of their own. */
async function dropFreshMonths(runtime: TestRuntime): Promise<void> {
  for (const table of BY_MONTH)
    for (const { partition } of await monthsOf(runtime, table))
      await sql`drop table ${sql.raw(partition)}`.execute(runtime.db)
}

describe('the retention register', () => {
  let runtime: TestRuntime
  beforeAll(async () => {
    runtime = await createTestRuntime()
    await dropFreshMonths(runtime)
  })
  afterAll(() => runtime.close())

  it('C-43: has a rule for every table; write one into retention/register.ts', async () => {
    const { rows } = await sql<{ name: string }>`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`.execute(
      runtime.db,
    )
    expect(Object.keys(REGISTER).sort()).toEqual(rows.map(({ name }) => name).sort())
  })

  it('keeps no personal data without an end that has a reason', async () => {
    const { rows } = await sql<{ name: string }>`
      select distinct table_name as name from information_schema.columns
      where table_schema = 'public' and (column_name like '%_sealed' or column_name in ('contact_id', 'email', 'ip_address'))`.execute(
      runtime.db,
    )
    for (const { name } of rows) {
      for (const rule of REGISTER[name] ?? []) {
        if (rule.does === 'keep') expect([name, rule.why.length > 10]).toEqual([name, true])
        else expect([name, rule.days === 'as messages' || rule.days <= 1_096]).toEqual([name, true])
      }
    }
  })

  it('can be done on an empty database', async () => {
    expect(await forgetOld(runtime)).toEqual([])
  })
})

describe('months', () => {
  let runtime: TestRuntime
  beforeAll(async () => {
    runtime = await createTestRuntime()
    await dropFreshMonths(runtime)
    runtime.clock.set('2031-11-30T23:30:00Z')
  })
  afterAll(() => runtime.close())

  const firsts = async (table: string) => (await monthsOf(runtime, table)).map(({ first }) => first)

  it('has room for three months ahead, across the end of the year, asked by several at once', async () => {
    const made = await Promise.all([ensureMonths(runtime), ensureMonths(runtime), ensureMonths(runtime)])
    expect(made.flat()).toHaveLength(8)
    for (const table of BY_MONTH) {
      expect(await firsts(table)).toEqual(
        expect.arrayContaining(['2031-11-01', '2031-12-01', '2032-01-01', '2032-02-01']),
      )
    }
    expect(await ensureMonths(runtime)).toEqual([])
    runtime.clock.advance(DAY)
    expect(await ensureMonths(runtime)).toEqual(['message 2032-03-01', 'webhook_update 2032-03-01'])
  })

  it('leaves rows where they are when their month came without a partition', async () => {
    runtime.clock.set('2035-05-20T12:00:00Z')
    await update(runtime, 'early', '2035-06-01', runtime.clock.now())
    const made = await ensureMonths(runtime)
    expect(made).not.toContain('webhook_update 2035-06-01')
    expect(made).toContain('webhook_update 2035-07-01')
    await update(runtime, 'later', '2035-06-01', runtime.clock.now())
    expect(await keysIn(runtime, 'webhook_update_default')).toEqual(['early', 'later'])
    runtime.clock.advance(15 * DAY)
    expect(await forgetOld(runtime)).toContainEqual(
      expect.objectContaining({ table: 'webhook_update', rows: 2 }),
    )
  })

  it('counts months by their first day in UTC', () => {
    expect(firstOfMonth(new Date('2026-01-31T23:59:59Z'), 1)).toBe('2026-02-01')
    expect(firstOfMonth(new Date('2026-03-31T00:00:00Z'), -13)).toBe('2025-02-01')
  })
})

const business = newId()

async function update(runtime: TestRuntime, key: string, month: string, received: Date): Promise<void> {
  await runtime.db
    .insertInto('webhook_update')
    .values({
      business_id: business,
      month,
      update_key: key,
      channel_id: newId(),
      kind: 'status',
      at: received,
      received_at: received,
      payload_sealed: Buffer.from('x'),
    })
    .execute()
}

const keysIn = async (runtime: TestRuntime, table: string): Promise<string[]> =>
  (
    await sql<{ key: string }>`select update_key as key from ${sql.ref(table)} order by 1`.execute(runtime.db)
  ).rows.map(({ key }) => key)

describe('raw webhooks', () => {
  let runtime: TestRuntime
  beforeAll(async () => {
    runtime = await createTestRuntime()
    await dropFreshMonths(runtime)
    runtime.clock.set('2031-03-01T12:00:00Z')
    await ensureMonths(runtime)
  })
  afterAll(() => runtime.close())

  it('C-76: go after 14 days one by one, and by the month once nothing in it is younger; what waits stays', async () => {
    const start = runtime.clock.now().getTime()
    const at = (days: number) => new Date(start + days * DAY)
    await update(runtime, 'first', '2031-03-01', at(0))
    await update(runtime, 'waits', '2031-03-01', at(1))
    await update(runtime, 'middle', '2031-03-01', at(20))
    await update(runtime, 'repeated', '2031-03-01', at(34))
    await runtime.db
      .insertInto('webhook_waiting')
      .values({
        business_id: business,
        lane: 'status',
        received_at: at(1),
        update_key: 'waits',
        month: '2031-03-01',
        at: at(1),
      })
      .execute()
    runtime.clock.set(at(14))
    expect(await forgetOld(runtime)).toEqual([])
    runtime.clock.set(at(21))
    await forgetOld(runtime)
    expect(await keysIn(runtime, 'webhook_update')).toEqual(['middle', 'repeated', 'waits'])
    runtime.clock.set(at(46))
    await forgetOld(runtime)
    expect(await keysIn(runtime, 'webhook_update')).toEqual(['repeated', 'waits'])
    runtime.clock.set(at(60))
    await forgetOld(runtime)
    expect(await keysIn(runtime, 'webhook_update')).toEqual(['waits'])
    await runtime.db.deleteFrom('webhook_waiting').execute()
    expect(await forgetOld(runtime)).toEqual([
      { table: 'webhook_update', what: 'raw webhooks', rows: 0, months: ['2031-03-01'] },
    ])
    expect(await keysIn(runtime, 'webhook_update')).toEqual([])
  })

  it('go in small steps however many there are', async () => {
    runtime.clock.set('2031-05-15T12:00:00Z')
    await ensureMonths(runtime)
    await sql`insert into webhook_update (business_id, month, update_key, channel_id, kind, at, received_at, payload_sealed)
      select ${business}::uuid, '2031-05-01', 'k' || i, ${business}::uuid, 'status', ${runtime.clock.now()}, ${runtime.clock.now()},
        decode(repeat('00', 1900), 'hex')
      from generate_series(1, 5000) i`.execute(runtime.db)
    runtime.clock.advance(15 * DAY)
    await update(runtime, 'young', '2031-05-01', runtime.clock.now())
    expect(await forgetOld(runtime)).toContainEqual(expect.objectContaining({ rows: 5_000 }))
    expect(await keysIn(runtime, 'webhook_update')).toEqual(['young'])
  })
})

describe('messages', () => {
  let kit: CampaignKit
  /** Launched in November 2026 and read by everybody; launched in December and never sent. */
  let read: string
  let queued: string
  beforeAll(async () => {
    kit = await startCampaignKit()
    await dropFreshMonths(kit.runtime)
    await ensureMonths(kit.runtime)
    read = (await kit.draft()).id
    await launchCampaign(kit.as(), read, {})
    await kit.settle(read, 'read')
    kit.runtime.clock.advance(40 * DAY)
    queued = (await kit.draft()).id
    await launchCampaign(kit.as(), queued, {})
    await kit.runtime.db
      .updateTable('message')
      .set({ payload_sealed: Buffer.from('x') })
      .execute()
  })
  afterAll(() => kit.runtime.close())

  const months = async () => (await monthsOf(kit.runtime, 'message')).map(({ first }) => first)
  const went = (what: object) => expect.objectContaining(what)

  it('lose their content after half a year', async () => {
    kit.runtime.clock.set('2027-05-17T13:00:00Z')
    expect(await forgetOld(kit.runtime)).toContainEqual(went({ table: 'message', rows: 3 }))
    expect((await kit.messagesOf(read)).map((row) => row.payload_sealed)).toEqual([null, null, null])
    expect((await kit.messagesOf(queued)).filter((row) => row.payload_sealed)).toHaveLength(3)
  })

  it('go by the month; the campaign keeps its figures', async () => {
    const { runtime } = kit
    const before = {
      report: await campaignReport(kit.as(), read, 'de'),
      campaign: await getCampaign(kit.as(), read),
      exclusions: (await campaignProgress(kit.as(), read)).exclusions,
    }
    expect(before.report.funnel).toMatchObject({ candidates: 6, excluded: 3, read: 3 })
    // Thirteen whole months, counted from the end of the month.
    runtime.clock.set('2027-12-31T23:59:59Z')
    await forgetOld(runtime)
    expect(await kit.messagesOf(read)).toHaveLength(3)
    runtime.clock.set('2028-01-01T00:00:00Z')
    const forgotten = await forgetOld(runtime)
    expect(forgotten).toContainEqual(went({ table: 'message', months: ['2026-11-01'] }))
    expect(forgotten).toContainEqual(went({ table: 'campaign_exclusion', rows: 3 }))
    expect(await months()).toEqual(['2026-12-01', '2027-01-01', '2027-02-01'])
    expect(await kit.messagesOf(read)).toEqual([])

    expect(await campaignReport(kit.as(), read, 'de')).toEqual(before.report)
    expect((await getCampaign(kit.as(), read)).counts).toEqual(before.campaign.counts)
    expect((await campaignProgress(kit.as(), read)).exclusions).toEqual(before.exclusions)
    expect(await forgetOld(runtime)).toEqual([])
    const figures = await runtime.db.selectFrom('campaign_figures').selectAll().execute()
    expect(figures).toHaveLength(1)
    for (const contactId of kit.people.values()) expect(JSON.stringify(figures)).not.toContain(contactId)
  })

  it('stay while anything of their month is still queued, and until their campaigns have their figures', async () => {
    const { runtime } = kit
    runtime.clock.set('2028-02-10T12:00:00Z')
    await forgetOld(runtime)
    expect(await kit.messagesOf(queued)).toHaveLength(3)
    // Somebody ends the campaign in the middle of the run: its figures were asked for before, its month comes after.
    await sql`create function end_it() returns trigger language plpgsql as $$ begin
        if pg_trigger_depth() = 1 then
          update message set state = 'failed', ended_at = now() where state = 'queued';
          delete from message_queue;
        end if;
        return null;
      end $$`.execute(runtime.db)
    await sql`create trigger meanwhile after update on message_2026_12 for each statement execute function end_it()`.execute(
      runtime.db,
    )
    await forgetOld(runtime)
    expect(await kit.messagesOf(queued)).toHaveLength(3)
    await forgetOld(runtime)
    expect(await kit.messagesOf(queued)).toEqual([])
    expect(await months()).toEqual(['2027-01-01', '2027-02-01'])
    const { failed, closes } = await campaignReport(kit.as(), queued, 'en')
    expect([failed[0]?.count, closes]).toEqual([3, true])
  })
})

describe('what nobody came back to', () => {
  let kit: CampaignKit
  beforeAll(async () => {
    kit = await startCampaignKit()
  })
  afterAll(() => kit.runtime.close())

  it('goes after its time, and not before', async () => {
    const { runtime } = kit
    const { db } = runtime
    const now = kit.now()
    const source_id = newId()
    await db
      .insertInto('source')
      .values({
        business_id: kit.business,
        source_id,
        public_id: 'blatt.X',
        code: 'X',
        kind: 'link',
        name: 'X',
        channel_id: kit.channel,
        topic_ids: [kit.topic],
        created_at: now,
      })
      .execute()
    for (const [code, used_at] of [
      ['used', now],
      ['unused', null],
    ] as const) {
      await db
        .insertInto('signup_request')
        .values({
          business_id: kit.business,
          code,
          source_id,
          topic_ids: [kit.topic],
          wording_ids: [],
          language: 'de',
          created_at: now,
          expires_at: new Date(now.getTime() + DAY),
          used_at,
        })
        .execute()
    }
    await db
      .insertInto('notification')
      .values({
        business_id: kit.business,
        notification_id: newId(),
        kind: 'campaign.finished',
        severity: 'info',
        at: now,
      })
      .execute()
    const codes = async () =>
      (await db.selectFrom('signup_request').select('code').execute()).map((row) => row.code)
    runtime.clock.advance(30 * DAY)
    await forgetOld(runtime)
    expect((await codes()).sort()).toEqual(['unused', 'used'])
    runtime.clock.advance(1)
    await forgetOld(runtime)
    expect(await codes()).toEqual(['used'])
    runtime.clock.advance(150 * DAY)
    expect(await forgetOld(runtime)).toContainEqual(
      expect.objectContaining({ table: 'notification', rows: 1 }),
    )
  })

  it('C-43: a business may keep things shorter, never longer, and sees what goes when', async () => {
    const { runtime } = kit
    const ctx = kit.as('owner')
    const line = async (key: string) =>
      (await retentionPage(ctx, 'de')).lines.find((each) => each.key === key)
    expect(await line('notifications')).toMatchObject({
      days: 180,
      longest: 180,
      shortest: 30,
      does: 'delete',
    })
    await expect(shortenRetention(ctx, 'notifications', { days: 181 })).rejects.toThrow('retention_wrong')
    await expect(shortenRetention(ctx, 'notifications', { days: 29 })).rejects.toThrow('retention_wrong')
    await expect(shortenRetention(ctx, 'consent_event', { days: 30 })).rejects.toThrow('retention_wrong')
    await shortenRetention(ctx, 'notifications', { days: 30 })
    expect(await line('notifications')).toMatchObject({ days: 30, longest: 180 })

    const { id: elsewhere } = await createBusiness(
      createContext(runtime, '', { kind: 'system', job: 'test' }),
      { slug: 'anderswo', name: 'Anderswo', legalName: 'Anderswo GmbH' },
    )
    for (const business_id of [kit.business, elsewhere]) {
      await runtime.db
        .insertInto('notification')
        .values({
          business_id,
          notification_id: newId(),
          kind: 'campaign.finished',
          severity: 'info',
          at: kit.now(),
        })
        .execute()
    }
    runtime.clock.advance(31 * DAY)
    await forgetOld(runtime)
    const left = await runtime.db.selectFrom('notification').select('business_id').execute()
    expect(left).toEqual([{ business_id: elsewhere }])
    await shortenRetention(ctx, 'notifications', { days: null })
    expect(await line('notifications')).toMatchObject({ days: 180 })
  })
})

describe('the retention page', () => {
  it('C-43: says every rule in both languages, and what ends the rest', () => {
    for (const rule of Object.values(REGISTER).flat())
      if (rule.does !== 'keep') expect(Object.keys(WHAT), rule.what).toContain(rule.what)
    for (const table of Object.keys(ENDS)) expect(REGISTER[table]?.map((rule) => rule.does)).toEqual(['keep'])
  })
})

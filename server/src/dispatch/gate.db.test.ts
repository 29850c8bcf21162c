import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY, newId } from '../platform/index.ts'
import { judge } from '../testing/gate-oracle.ts'
import { type Candidate, type Facts, GateStage, OPEN } from '../testing/gate-stage.ts'
import { spendingNow } from './budget-room.ts'
import { explain } from './explain.ts'
import { judgeSql, type Verdict } from './gate.ts'
import { type Check, type GateInput, gateChecks } from './gate-checks.ts'
import { channelLimits } from './head-room.ts'
import { KINDS, type Kind } from './kinds.ts'
import { sendingPolicy } from './policy.ts'
import { REASONS } from './reasons.ts'

const facts: fc.Arbitrary<Facts> = fc.record({
  kind: fc.constantFrom(...(Object.keys(KINDS) as Kind[])),
  category: fc.constantFrom('marketing', 'marketing', 'utility', 'service'),
  consent: fc.oneof(
    { weight: 3, arbitrary: fc.constant('confirmed' as const) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'none',
        'requested',
        'pending',
        'confirmed',
        'refused',
        'withdrawn',
        'expired',
        'suspended',
        'superseded',
        'invalidated',
        'erased',
      ),
    },
  ),
  saidYes: fc.constantFrom(1, 1, 364, 366, 731),
  erased: rarely(),
  restricted: rarely(),
  suppression: fc.constantFrom('none', 'none', 'none', 'active', 'lifted'),
  meta: fc.constantFrom('none', 'none', 'resume', 'stop'),
  hold: rarely(),
  paused: rarely(),
  justWrote: rarely(),
  earlier: fc.array(
    fc.record({
      hours: fc.integer({ min: 1, max: 40 * 24 }),
      state: fc.constantFrom('accepted', 'delivered', 'unknown', 'failed', 'withheld'),
      test: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  wrote: fc.option(fc.integer({ min: 0, max: 48 })),
  country: fc.constantFrom(null, 'DE', 'DE', 'BR', 'US', 'PL'),
  template: fc.constantFrom('none', 'approved', 'approved', 'paused', 'gone', 'utility', 'red'),
  channel: fc.constantFrom(
    'connected',
    'connected',
    'connected',
    'restricted',
    'disconnected',
    'full',
    'new',
    'resting',
    'waiting',
  ),
  campaign: fc.constantFrom('none', 'running', 'rich', 'paused', 'broke'),
})

function rarely() {
  return fc.integer({ min: 0, max: 9 }).map((n) => n === 0)
}

/** For every check a candidate that only this check stops. */
const ONLY: Record<
  string,
  { facts: Partial<Facts>; code: string; quietHours?: boolean; state?: 'frozen' | 'trial' }
> = {
  erased: { facts: { erased: true }, code: 'erased' },
  restricted: { facts: { restricted: true }, code: 'restricted' },
  suppressed: { facts: { suppression: 'active' }, code: 'suppressed' },
  consent: { facts: { consent: 'pending' }, code: 'consent_pending' },
  consent_unused: { facts: { saidYes: 366 }, code: 'consent_dormant' },
  meta_stop: { facts: { meta: 'stop' }, code: 'meta_stop' },
  on_hold: { facts: { hold: true }, code: 'on_hold' },
  country_off: { facts: { country: 'US' }, code: 'country_off', quietHours: false },
  country_blocked: { facts: { country: 'PL' }, code: 'country_blocked' },
  template_gone: { facts: { template: 'gone', kind: 'template', campaign: 'none' }, code: 'template_gone' },
  category_changed: {
    facts: { category: 'utility', kind: 'template', campaign: 'none' },
    code: 'category_changed',
  },
  frequency_cap: {
    facts: { earlier: [{ hours: 100, state: 'delivered', test: false }] },
    code: 'frequency_cap',
  },
  window_closed: {
    facts: { category: 'service', kind: 'reply', template: 'none', campaign: 'none', wrote: 25 },
    code: 'window_closed',
  },
  paused: { facts: { paused: true }, code: 'paused' },
  just_wrote: { facts: { justWrote: true }, code: 'just_wrote' },
  template_not_approved: { facts: { template: 'paused' }, code: 'template_not_approved' },
  template_quality: {
    facts: { template: 'red', kind: 'template', campaign: 'none' },
    code: 'template_quality',
  },
  channel_unavailable: { facts: { channel: 'disconnected' }, code: 'channel_unavailable' },
  not_live: { facts: { channel: 'waiting' }, code: 'not_live' },
  marketing_resting: { facts: { channel: 'resting' }, code: 'marketing_resting' },
  trial_cap: { facts: {}, code: 'trial_cap', state: 'trial' },
  business_frozen: { facts: {}, code: 'business_frozen', state: 'frozen' },
  campaign_not_running: { facts: { campaign: 'paused' }, code: 'campaign_not_running' },
  budget_reached: { facts: { campaign: 'broke' }, code: 'budget_reached' },
  limit_reached: { facts: { channel: 'full' }, code: 'limit_reached' },
  warm_up: { facts: { channel: 'new' }, code: 'warm_up' },
  quiet_hours: { facts: { country: 'BR' }, code: 'quiet_hours' },
}

describe('the gate', () => {
  let stage: GateStage
  beforeAll(async () => {
    stage = await GateStage.open()
  })
  afterAll(() => stage.close())

  const inputOf = async (
    over: Partial<GateInput['policy']>,
    shape: Partial<GateInput>,
  ): Promise<GateInput> => {
    const policy = { ...(await sendingPolicy(stage.ctx)), ...over }
    return {
      businessId: stage.businessId,
      now: stage.now,
      policy,
      spending: await spendingNow(stage.ctx, policy),
      ...(shape.limitKept ? {} : { limits: await channelLimits(stage.ctx) }),
      ...shape,
    }
  }
  const verdicts = async (
    rows: readonly Candidate[],
    input: GateInput,
    checks: readonly Check[] = gateChecks(input),
  ) => {
    const { rows: answers } = await sql<
      Verdict & { contact_id: string }
    >`${input.spending ? sql`with room as (${input.spending.rooms})` : sql``} ${judgeSql(candidates(rows), input, checks)}`.execute(
      stage.ctx.db,
    )
    const byContact = new Map(answers.map((answer) => [answer.contact_id, answer]))
    return rows.map((row) => byContact.get(row.contact_id) ?? null)
  }
  const candidates = (rows: readonly Candidate[]): RawBuilder<unknown> =>
    sql`select ${stage.businessId}::uuid as business_id, ${stage.topicId}::uuid as topic_id, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (contact_id uuid, message_id uuid, channel_id uuid, template_id uuid, campaign_id uuid, category text, kind text)`

  it('C-01, C-45: says the same as its oracle, for any facts, whether it looks people up or reads about all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(facts, { minLength: 1, maxLength: 12 }),
        fc.record({ few: fc.boolean(), limitKept: fc.boolean() }),
        fc.record({
          quietHours: fc.boolean(),
          holdAfterMonths: fc.constantFrom(12, 6),
          expireAfterMonths: fc.constantFrom(24, 12),
        }),
        rarely(),
        async (cases, shape, policy, frozen) => {
          const rows = []
          for (const each of cases) rows.push(await stage.arrange(each))
          await stage.become(frozen ? 'frozen' : 'live')
          const answers = await verdicts(rows, await inputOf(policy, shape))
          expect(
            answers.map((answer) => answer && { withheld: answer.withheld, later: answer.later }),
          ).toEqual(cases.map((each) => judge(each, { ...policy, frozen, limitKept: shape.limitKept })))
        },
      ),
      { numRuns: 30 },
    )
    await stage.become('live')
  }, 180_000)

  it('C-01, C-41: needs every one of its checks: without it, somebody would get what only it stops', async () => {
    const all = gateChecks(await inputOf({}, {}))
    expect(Object.keys(ONLY).sort()).toEqual(all.map((check) => check.key).sort())
    for (const few of [true, false]) {
      for (const [key, { facts: changed, code, quietHours = true, state = 'live' }] of Object.entries(ONLY)) {
        const row = await stage.arrange({ ...OPEN, ...changed })
        await stage.become(state)
        const input = await inputOf({ quietHours }, { few })
        const checks = gateChecks(input)
        const [whole] = await verdicts([row], input)
        expect([key, whole?.withheld ?? whole?.later]).toEqual([key, code])
        const [without] = await verdicts(
          [row],
          input,
          checks.filter((check) => check.key !== key),
        )
        expect([key, without?.withheld, without?.later], `nothing else stops ${key}`).toEqual([
          key,
          null,
          null,
        ])
      }
    }
    await stage.become('live')
  }, 120_000)

  it('C-20, C-21: being a customer, a company, or both is no consent', async () => {
    const row = await stage.arrange({ ...OPEN, consent: 'none' })
    await sql`update contact set attributes = ${JSON.stringify({ customer: true, company: 'GmbH', last_order: '2026-11-01' })}::jsonb
      where business_id = ${stage.businessId} and contact_id = ${row.contact_id}`.execute(stage.ctx.db)
    for (const few of [true, false]) {
      const [verdict] = await verdicts([row], await inputOf({}, { few }))
      expect(verdict?.withheld).toBe('no_consent')
    }
  })

  it('C-73: has words for every answer', () => {
    const said = gateChecks({
      businessId: '',
      now: new Date(),
      policy: { ...stagePolicy, places: [], budgets: [] },
    })
    for (const code of said.flatMap((check) => check.reasons)) {
      for (const language of ['de', 'en'] as const) {
        expect(REASONS[code].title[language].length, code).toBeGreaterThan(3)
        expect(REASONS[code].detail[language].length, code).toBeGreaterThan(10)
      }
      expect(REASONS[code].rule).not.toBe('')
    }
  })

  it('C-73: explains what it decides, check by check', async () => {
    const ask = (contactId: string) =>
      explain(stage.ctx, {
        contactId,
        channelId: stage.story.channelId,
        topicId: stage.topicId,
        templateId: stage.story.templateId,
      })
    const anna = await stage.story.person()
    expect(await ask(anna.contactId)).toMatchObject({ verdict: 'send', until: null })
    const ben = await stage.story.person({ state: 'pending' })
    await sql`update contact set hold_reason = 'unclear_stop' where contact_id = ${ben.contactId}`.execute(
      stage.ctx.db,
    )
    const why = await ask(ben.contactId)
    expect(why?.verdict).toBe('withheld')
    expect(why?.checks.filter((check) => check.ok === false)).toMatchObject([
      {
        key: 'consent',
        title: { de: 'Einwilligung nicht bestätigt', en: 'Consent not confirmed' },
        rule: 'C-02',
      },
      { key: 'on_hold' },
    ])
    expect(
      why?.checks.find((check) => check.key === 'window_closed')?.ok,
      'a template needs no window',
    ).toBeNull()
    expect(await ask(newId())).toBeNull()
  })

  it('C-68: postpones into the hours of the person, and knows when', async () => {
    const lisbon = await stage.arrange({ ...OPEN, country: 'BR' })
    const berlin = await stage.arrange({ ...OPEN, country: null })
    const answers = await verdicts([lisbon, berlin], await inputOf({}, {}))
    expect(answers.map((answer) => answer?.until ?? null)).toEqual([new Date('2026-11-18T14:00:00Z'), null])
    const input = await inputOf({}, {})
    input.policy.places = input.policy.places.filter((place) => place.country !== 'BR')
    const [unseen] = await verdicts([lisbon], input)
    expect(unseen, 'a country that came up this minute is closed until it was looked at').toMatchObject({
      later: 'quiet_hours',
      until: new Date(stage.now.getTime() + 60_000),
    })
  })

  it('lets a claim spend what the budget allows, and not a cent more', async () => {
    const rows = await Promise.all([1, 2, 3, 4].map(() => stage.arrange({ ...OPEN, campaign: 'rich' })))
    const input = await inputOf({}, { limitKept: true })
    const price = Number(input.spending?.priceOf('marketing', 'DE'))
    expect(price).toBeGreaterThan(0)
    const ids = input.policy.budgets.map((budget) => budget.id)
    if (input.spending)
      input.spending.rooms = sql`select b.id as budget_id, ${price * 2.5}::numeric as room, '' as period from unnest(${ids}::uuid[]) as b (id)`
    const answers = await verdicts(rows, input)
    expect(answers.map((answer) => answer?.later).sort()).toEqual([
      'budget_reached',
      'budget_reached',
      null,
      null,
    ])
  })

  it('C-67: keeps rolling days rolling', async () => {
    const { contactId } = await stage.story.person()
    await stage.story.campaign([contactId])
    await sql`update message set state = 'delivered', accepted_at = ${stage.now} where contact_id = ${contactId}`.execute(
      stage.ctx.db,
    )
    await sql`delete from message_queue where contact_id = ${contactId}`.execute(stage.ctx.db)
    const ask = () =>
      explain(stage.ctx, { contactId, channelId: stage.story.channelId, topicId: stage.topicId })
    stage.story.runtime.clock.advance(7 * DAY - 1)
    expect((await ask())?.verdict).toBe('withheld')
    stage.story.runtime.clock.advance(1)
    expect((await ask())?.verdict).toBe('send')
    stage.story.runtime.clock.advance(-7 * DAY)
  })
})

const stagePolicy = {
  marketingPer7Days: 1,
  marketingPer30Days: 3,
  quietHours: true,
  holdAfterMonths: 12,
  expireAfterMonths: 24,
  warmUpDays: 1,
}

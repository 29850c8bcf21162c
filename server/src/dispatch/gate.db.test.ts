import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY, HOUR, newId } from '../platform/index.ts'
import { type Story, startStory } from '../testing/story.ts'
import { explain } from './explain.ts'
import { gateSql } from './gate.ts'
import { KINDS, type Kind } from './kinds.ts'

const CONSENTS = [
  'requested',
  'pending',
  'confirmed',
  'refused',
  'withdrawn',
  'expired',
  'suspended',
  'superseded',
  'invalidated',
] as const
const TEMPLATES = ['approved', 'paused', 'utility'] as const
const CHANNELS = ['connected', 'restricted', 'disconnected', 'full'] as const

/** Everything the gate looks at, for one candidate. */
interface Facts {
  kind: Kind
  category: 'marketing' | 'utility' | 'service'
  consent: (typeof CONSENTS)[number] | 'none'
  erased: boolean
  restricted: boolean
  suppression: 'none' | 'active' | 'lifted'
  meta: 'none' | 'stop' | 'resume'
  hold: boolean
  /** Earlier marketing: age in hours, outcome, whether it was a test. */
  earlier: {
    hours: number
    state: 'accepted' | 'delivered' | 'unknown' | 'failed' | 'withheld'
    test: boolean
  }[]
  /** Hours since the person wrote; null: never. */
  wrote: number | null
  template: (typeof TEMPLATES)[number] | 'none'
  channel: (typeof CHANNELS)[number]
  campaign: 'none' | 'running' | 'paused'
}

const facts: fc.Arbitrary<Facts> = fc
  .record({
    kind: fc.constantFrom(...(Object.keys(KINDS) as Kind[])),
    category: fc.constantFrom('marketing', 'marketing', 'utility', 'service'),
    consent: fc.oneof(
      { weight: 3, arbitrary: fc.constant('confirmed') },
      { weight: 1, arbitrary: fc.constantFrom('none', ...CONSENTS) },
    ),
    erased: rarely(),
    restricted: rarely(),
    suppression: fc.constantFrom('none', 'none', 'none', 'active', 'lifted'),
    meta: fc.constantFrom('none', 'none', 'resume', 'stop'),
    hold: rarely(),
    earlier: fc.array(
      fc.record({
        hours: fc.integer({ min: 1, max: 40 * 24 }),
        state: fc.constantFrom('accepted', 'delivered', 'unknown', 'failed', 'withheld'),
        test: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
    wrote: fc.option(fc.integer({ min: 0, max: 48 })),
    template: fc.constantFrom('none', ...TEMPLATES),
    channel: fc.constantFrom('connected', 'connected', 'connected', ...CHANNELS),
    campaign: fc.constantFrom('none', 'running', 'paused'),
  })
  .map((value) => value as Facts)

function rarely() {
  return fc.integer({ min: 0, max: 9 }).map((n) => n === 0)
}

type Rule = [applies: (f: Facts) => boolean, code: string]

const marketing = (f: Facts) => f.category === 'marketing'
const counted = (f: Facts, hours: number) =>
  f.earlier.filter((m) => !m.test && m.hours < hours && m.state !== 'failed' && m.state !== 'withheld').length
const consentIs =
  (...states: Facts['consent'][]) =>
  (f: Facts) =>
    marketing(f) && states.includes(f.consent)

/** The same rules again, in plain words of TypeScript, one person at a time. The first that applies decides. */
const WITHHELD: Rule[] = [
  [(f) => f.erased, 'erased'],
  [(f) => f.restricted && !['receipt', 'reply', 'notice'].includes(f.kind), 'restricted'],
  [(f) => marketing(f) && f.suppression === 'active', 'suppressed'],
  [consentIs('none'), 'no_consent'],
  [consentIs('requested', 'pending'), 'consent_pending'],
  [consentIs('withdrawn'), 'consent_withdrawn'],
  [consentIs('refused'), 'consent_refused'],
  [consentIs('expired'), 'consent_expired'],
  [consentIs('suspended', 'superseded', 'invalidated'), 'consent_inactive'],
  [(f) => marketing(f) && f.meta === 'stop', 'meta_stop'],
  [(f) => marketing(f) && f.hold, 'on_hold'],
  [(f) => !marketing(f) && (f.template === 'approved' || f.template === 'paused'), 'category_changed'],
  [
    (f) => marketing(f) && f.kind !== 'test' && (counted(f, 7 * 24) >= 1 || counted(f, 30 * 24) >= 3),
    'frequency_cap',
  ],
  [(f) => KINDS[f.kind].freeForm && (f.wrote === null || f.wrote >= 24), 'window_closed'],
]
const LATER: Rule[] = [
  [(f) => f.template === 'paused', 'template_not_approved'],
  [
    (f) => f.channel === 'disconnected' || (f.channel === 'restricted' && f.category !== 'service'),
    'channel_unavailable',
  ],
  [(f) => f.campaign === 'paused', 'campaign_not_running'],
  [(f) => f.channel === 'full' && f.category !== 'service', 'limit_reached'],
]

function judge(f: Facts): { withheld: string | null; later: string | null } {
  const first = (rules: Rule[]) => rules.find(([applies]) => applies(f))?.[1] ?? null
  return { withheld: first(WITHHELD), later: first(LATER) }
}

describe('the gate', () => {
  let story: Story
  const templates = new Map<string, string>()
  const channels = new Map<string, string>()
  const campaigns = new Map<string, string>()
  beforeAll(async () => {
    story = await startStory()
    const { ctx, runtime, templateId, channelId } = story
    for (const name of TEMPLATES) {
      templates.set(name, newId())
      await sql`insert into template (business_id, template_id, channel_id, name, language, category, state, content, created_at, updated_at)
        select business_id, ${templates.get(name)}, channel_id, ${`t_${name}`}, language, ${name === 'utility' ? 'utility' : 'marketing'},
          ${name === 'paused' ? 'paused' : 'approved'}, content, created_at, updated_at from template where template_id = ${templateId}`.execute(
        ctx.db,
      )
    }
    for (const name of CHANNELS) {
      channels.set(name, newId())
      await sql`insert into channel (business_id, channel_id, name, phone_number_id, waba_id, display_phone_number, verified_name, credentials_sealed, state,
          messaging_limit, created_at, updated_at)
        select business_id, ${channels.get(name)}, name, ${`9${channels.size}`}, waba_id, display_phone_number, verified_name, credentials_sealed,
          ${name === 'full' ? 'connected' : name}, ${name === 'full' ? 2 : null}, created_at, updated_at from channel where channel_id = ${channelId}`.execute(
        ctx.db,
      )
    }
    for (const name of ['running', 'paused']) {
      campaigns.set(name, newId())
      await sql`insert into campaign (business_id, campaign_id, name, channel_id, topic_id, template_id, state, created_at, updated_at)
        values (${story.businessId}, ${campaigns.get(name)}, ${name}, ${channelId}, ${story.topicId}, ${templateId}, ${name}, now(), now())`.execute(
        ctx.db,
      )
    }
    // 90 % of a limit of two people is one person, and that one was written to an hour ago.
    const reached = await story.person()
    await sql`insert into message (business_id, message_id, contact_id, channel_id, topic_id, category, kind, state, priority, not_before, created_at, accepted_at)
      values (${story.businessId}, ${newId()}, ${reached.contactId}, ${channels.get('full')}, ${story.topicId}, 'marketing', 'campaign', 'accepted', 9, now(), now(),
        ${new Date(runtime.clock.now().getTime() - HOUR)})`.execute(ctx.db)
  })
  afterAll(() => story.close())

  const at = (hours: number) => new Date(story.runtime.clock.now().getTime() - hours * HOUR)

  /** Brings a person of these facts about, and gives the candidate row. */
  async function arrange(f: Facts) {
    const { contactId } = await story.person({ state: 'none' })
    await arrangeWill(contactId, f)
    await arrangeHistory(contactId, f)
    return {
      contact_id: contactId,
      message_id: newId(),
      channel_id: channels.get(f.channel),
      template_id: templates.get(f.template) ?? null,
      campaign_id: campaigns.get(f.campaign) ?? null,
      category: f.category,
      kind: f.kind,
    }
  }

  async function arrangeWill(contactId: string, f: Facts) {
    const { db } = story.ctx
    if (f.consent !== 'none') {
      await sql`insert into consent (business_id, contact_id, channel_id, topic_id, state, state_at, updated_at)
        values (${story.businessId}, ${contactId}, ${channels.get(f.channel)}, ${story.topicId}, ${f.consent}, now(), now())`.execute(
        db,
      )
    }
    if (f.suppression !== 'none') {
      await sql`insert into suppression (business_id, kind, digest, reason, since, lifted_at)
        select business_id, kind, digest, 'test', now(), ${f.suppression === 'lifted' ? at(1) : null} from contact_identity
        where business_id = ${story.businessId} and contact_id = ${contactId}`.execute(db)
    }
  }

  async function arrangeHistory(contactId: string, f: Facts) {
    const { db } = story.ctx
    await sql`update contact set meta_preference = ${f.meta}, hold_reason = ${f.hold ? 'unclear_stop' : null}, erased_at = ${f.erased ? at(0) : null},
      restricted_at = ${f.restricted ? at(0) : null}, last_inbound_at = ${f.wrote === null ? null : at(f.wrote)} where contact_id = ${contactId}`.execute(
      db,
    )
    for (const { hours, state, test } of f.earlier) {
      // On a channel of its own, so that other channels' limits are not used up.
      await sql`insert into message (business_id, message_id, contact_id, channel_id, topic_id, category, kind, state, priority, not_before, created_at, sending_at)
        values (${story.businessId}, ${newId()}, ${contactId}, ${story.channelId}, ${story.topicId}, 'marketing', ${test ? 'test' : 'campaign'}, ${state}, 9, now(), now(),
          ${at(hours)})`.execute(db)
    }
  }

  it('says the same as its oracle, for any facts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(facts, { minLength: 1, maxLength: 10 }), async (cases) => {
        const rows = []
        for (const each of cases) rows.push(await arrange(each))
        const candidates = sql`select ${story.businessId}::uuid as business_id, ${story.topicId}::uuid as topic_id, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as r (contact_id uuid, message_id uuid, channel_id uuid, template_id uuid, campaign_id uuid, category text, kind text)`
        const policy = { marketingPer7Days: 1, marketingPer30Days: 3, quietHours: false }
        const { rows: answers } = await sql<{
          contact_id: string
          withheld: string | null
          later: string | null
        }>`${gateSql(candidates, {
          businessId: story.businessId,
          now: story.runtime.clock.now(),
          policy,
        })}`.execute(story.ctx.db)
        const byContact = new Map(
          answers.map(({ contact_id, withheld, later }) => [contact_id, { withheld, later }]),
        )
        expect(rows.map((row) => byContact.get(row.contact_id))).toEqual(cases.map(judge))
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  it('explains what it decides, check by check', async () => {
    const ask = (contactId: string) =>
      explain(story.ctx, {
        contactId,
        channelId: story.channelId,
        topicId: story.topicId,
        templateId: story.templateId,
      })
    const anna = await story.person()
    expect(await ask(anna.contactId)).toMatchObject({ verdict: 'send', until: null })
    const ben = await story.person({ state: 'pending' })
    await sql`update contact set hold_reason = 'unclear_stop' where contact_id = ${ben.contactId}`.execute(
      story.ctx.db,
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

  it.each([
    // A summer evening in Berlin, a Sunday in winter, a night before a working day.
    ['2026-07-17T19:30:00Z', '2026-07-18T07:00:00Z'],
    ['2026-12-06T12:00:00Z', '2026-12-07T08:00:00Z'],
    ['2026-12-08T02:00:00Z', '2026-12-08T08:00:00Z'],
    ['2026-12-08T08:00:00Z', null],
    ['2026-12-08T18:59:00Z', null],
  ])('quiet hours at %s end at %s', async (now, until) => {
    const { contactId } = await story.person()
    const row = sql`select ${story.businessId}::uuid as business_id, null::uuid as message_id, ${contactId}::uuid as contact_id, ${story.channelId}::uuid as channel_id,
      ${story.topicId}::uuid as topic_id, null::uuid as template_id, null::uuid as campaign_id, 'marketing'::text as category, 'campaign'::text as kind`
    const policy = { marketingPer7Days: 1000, marketingPer30Days: 1000, quietHours: true }
    const { rows } = await sql<{
      later: string | null
      until: Date | null
    }>`${gateSql(row, { businessId: story.businessId, now: new Date(now), policy })}`.execute(story.ctx.db)
    expect(rows[0]).toMatchObject({
      later: until ? 'quiet_hours' : null,
      until: until ? new Date(until) : null,
    })
  })

  it('keeps rolling days rolling', async () => {
    const { contactId } = await story.person()
    await story.campaign([contactId])
    await sql`update message set state = 'delivered', accepted_at = ${story.runtime.clock.now()} where contact_id = ${contactId}`.execute(
      story.ctx.db,
    )
    const ask = () => explain(story.ctx, { contactId, channelId: story.channelId, topicId: story.topicId })
    story.runtime.clock.advance(7 * DAY - 1)
    expect((await ask())?.verdict).toBe('withheld')
    story.runtime.clock.advance(1)
    expect((await ask())?.verdict).toBe('send')
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdContact, updateContact } from '../contacts/index.ts'
import { createContext, newId } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { optIn, wireChats, write } from '../testing/opt-in.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { getCard } from './get.ts'
import { listCards } from './list.ts'
import { listTimeline } from './timeline.ts'
import { whyContact } from './why.ts'
import { withdrawContact } from './withdraw.ts'

describe('the card of a contact', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let anna: string

  beforeAll(async () => {
    runtime = await createTestRuntime()
    wireChats(runtime)
    business = await createTestBusiness(runtime)
    anna = await optIn(business, {
      phone: '+4915123450001',
      name: 'Anna Blume',
      text: 'Hallo, ich möchte die Pflanzenpost',
    })
    runtime.clock.advance(60_000)
  })
  afterAll(() => runtime.close())

  it('C-14: shows each consent with its wording, both halves and its leaf', async () => {
    const card = await getCard(business.ctx, anna, 'de')
    expect(card).toMatchObject({
      name: 'Anna Blume',
      phone: '+4915123450001',
      suppressed: false,
      suppression: null,
    })
    expect(card.consents).toHaveLength(1)
    const [proof] = card.consents
    expect(proof).toMatchObject({
      topicName: 'Pflanzenpost',
      state: 'confirmed',
      wording: { version: 1, language: 'de' },
      firstHalf: {
        text: 'Hallo, ich möchte die Pflanzenpost',
        pageUrl: 'https://blattwerk.example/blumen',
        sourceName: 'Startseite',
      },
      secondHalf: { answer: 'JA' },
      ledger: { seq: null },
    })
    expect(proof?.secondHalf?.questionText).toContain(proof?.wording?.body)
    const event = await runtime.db
      .selectFrom('consent_event')
      .select('type')
      .where('event_id', '=', proof?.ledger?.entryId ?? '')
      .executeTakeFirst()
    expect(event?.type).toBe('confirmed')
    expect((await getCard(business.ctx, anna, 'en')).consents[0]?.topicName).toBe('Plant post')
  })

  it('tells what happened, newest first, in pages without gaps', async () => {
    await holdContact(business.ctx, anna, { reason: 'Rückfrage' })
    const whole = await listTimeline(business.ctx, anna, {})
    expect(whole.items.map((entry) => `${entry.kind}:${entry.type}`)).toEqual([
      'note:contact.hold',
      'consent:confirmed',
      expect.any(String),
      expect.any(String),
      expect.any(String),
      expect.any(String),
      expect.any(String),
    ])
    expect(whole.items.map((entry) => `${entry.kind}:${entry.type}`).sort()).toEqual([
      'consent:asked',
      'consent:confirmed',
      'consent:requested',
      'in:text',
      'note:contact.hold',
      'out:question',
      'out:welcome',
    ])
    expect(whole.items.find((entry) => entry.kind === 'in')?.text).toBe('Hallo, ich möchte die Pflanzenpost')
    expect(whole.items.find((entry) => entry.type === 'confirmed')?.text).toBe('JA')
    const paged: string[] = []
    let after: string | undefined
    do {
      const page = await listTimeline(business.ctx, anna, { limit: 2, ...(after ? { after } : {}) })
      paged.push(...page.items.map((entry) => entry.id))
      after = page.next ?? undefined
    } while (after)
    expect(paged).toEqual(whole.items.map((entry) => entry.id))
  })

  it('C-73: says why not, in the words of the gate', async () => {
    const held = await whyContact(business.ctx, anna, {}, 'de')
    expect(held.verdict).toBe('withheld')
    expect(held.checks.filter((check) => check.ok === false).map((check) => check.key)).toEqual(['on_hold'])
    expect(held.checks.every((check) => check.title.length > 0)).toBe(true)
  })

  it('is found by topic, state and segment', async () => {
    const ben = await write(business, { phone: '+4915123450002', name: 'Ben', text: 'Hallo' })
    const at = runtime.clock.now()
    const segmentId = newId()
    const rules = {
      match: 'all',
      groups: [
        { match: 'all', rules: [{ field: 'topic', op: 'not_confirmed', value: business.topics.newsletter }] },
      ],
    }
    await runtime.db
      .insertInto('segment')
      .values({
        business_id: business.businessId,
        segment_id: segmentId,
        name: 'S',
        rules: JSON.stringify(rules),
        created_at: at,
        updated_at: at,
      })
      .execute()
    const ids = async (query: Parameters<typeof listCards>[1]) =>
      (await listCards(business.ctx, query)).items.map((row) => row.id)
    expect(await ids({ segmentId })).toEqual([ben])
    expect(await ids({ state: 'confirmed', topicId: business.topics.newsletter })).toEqual([anna])
    expect(await ids({ state: 'confirmed', topicId: business.topics.offers })).toEqual([])
    expect(await ids({ state: 'none' })).toEqual([ben])
    expect(await ids({ state: 'hold' })).toEqual([anna])
  })

  it('C-26: records an objection like a STOP, and keeps its words out of the audit log', async () => {
    const agent = createContext(runtime, business.businessId, {
      kind: 'member',
      memberId: newId(),
      role: 'agent',
    })
    await withdrawContact(agent, anna, { note: 'Rief an: bitte keine Post mehr' })
    const card = await getCard(agent, anna, 'de')
    expect(card).toMatchObject({ suppressed: true, suppression: { reason: 'member' } })
    expect(card.consents[0]?.state).toBe('withdrawn')
    const why = await whyContact(agent, anna, {}, 'en')
    expect(why.checks.filter((check) => check.ok === false).map((check) => check.key)).toEqual(
      expect.arrayContaining(['suppressed', 'consent']),
    )
    const [entry] = (await listTimeline(agent, anna, {})).items.filter((each) => each.type === 'withdrawn')
    expect(entry).toMatchObject({ text: 'Rief an: bitte keine Post mehr', reason: 'member' })
    const audit = await runtime.db.selectFrom('audit_entry').selectAll().execute()
    expect(JSON.stringify(audit)).toContain('contact.withdraw')
    expect(JSON.stringify(audit)).not.toContain('Rief an')
    const queued = await runtime.db
      .selectFrom('message')
      .select('kind')
      .where('state', '=', 'queued')
      .execute()
    expect(queued.map((row) => row.kind)).not.toContain('welcome')
  })

  it('of another business is not there', async () => {
    const other = await createTestBusiness(runtime)
    await expect(getCard(other.ctx, anna, 'de')).rejects.toThrow('not_found')
    await expect(listTimeline(other.ctx, anna, {})).rejects.toThrow('not_found')
    await expect(withdrawContact(other.ctx, anna, {})).rejects.toThrow('not_found')
    await expect(updateContact(other.ctx, anna, { name: 'X' })).rejects.toThrow('not_found')
  })
})

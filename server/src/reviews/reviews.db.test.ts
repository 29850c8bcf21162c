import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withdraw } from '../consent/index.ts'
import { monthOfMessage } from '../dispatch/month.ts'
import { ledgerHead, sealPending } from '../ledger/index.ts'
import { createContext, DAY, newId, type Role, withTransaction } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { optIn, wireChats } from '../testing/opt-in.ts'
import { readPdf } from '../testing/pdf-text.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { makeReviews } from './index.ts'
import { getReview, listReviews, reviewPdf } from './view.ts'

const PEOPLE = 23
const NAME = 'Annegret Quittenbaum'

describe('the quarterly quality review', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  const people: string[] = []
  const as = (role: Role) =>
    createContext(runtime, business.businessId, { kind: 'member', memberId: newId(), role })

  /** Marketing to a person that Meta took at this moment. */
  async function sent(contactId: string, state: string, code: number | null = null): Promise<void> {
    const messageId = newId(runtime.clock.now())
    const at = runtime.clock.now()
    await sql`insert into message (business_id, month, message_id, contact_id, channel_id, topic_id, campaign_id, category, kind,
        state, error_code, attempts, created_at, accepted_at, ended_at)
      values (${business.businessId}, ${monthOfMessage(messageId)}::date, ${messageId}, ${contactId}, ${business.channelId},
        ${business.topics.newsletter}, null, 'marketing', 'template', ${state}, ${code}, 1, ${at}, ${at}, ${at})`.execute(
      runtime.db,
    )
  }

  beforeAll(async () => {
    runtime = await createTestRuntime()
    wireChats(runtime)
    business = await createTestBusiness(runtime)
    for (let person = 0; person < PEOPLE; person++)
      people.push(
        await optIn(business, {
          phone: `+4915127${String(100_000 + person)}`,
          name: NAME,
          text: `Ja, Pflanzenpost ${person}`,
        }),
      )
    // Everybody gets one and reads it; three get five more, and two of them leave.
    for (const person of people) await sent(person, 'read')
    for (const person of people.slice(0, 3))
      for (let more = 0; more < 12; more++) await sent(person, 'delivered')
    for (const person of people.slice(0, 2))
      await withTransaction(business.ctx, (tx) =>
        withdraw(tx, {
          contactId: person,
          channelId: business.channelId,
          topicId: null,
          at: tx.clock.now(),
          how: 'stop_word',
          receipt: false,
        }),
      )
    for (const person of people.slice(3, 15)) await sent(person, 'failed', 131026)
    await sealPending(runtime)
  })
  afterAll(() => runtime.close())

  it('C-69: is not there while the quarter runs', async () => {
    runtime.clock.set('2026-12-31T22:00:00Z')
    await makeReviews(runtime)
    expect(await listReviews(as('marketer'))).toEqual([])
  })

  it('C-69: is made by itself when the next quarter begins, once, and members hear of it', async () => {
    runtime.clock.set('2027-01-01T03:20:00Z')
    await makeReviews(runtime)
    await makeReviews(runtime)
    expect(await listReviews(as('marketer'))).toMatchObject([
      { quarter: '2026-Q4', first: '2026-10-01', last: '2026-12-31', proofsHold: true },
    ])
    const { rows } = await sql`select kind from notification where kind = 'review.ready'`.execute(runtime.db)
    expect(rows).toHaveLength(1)
    await expect(listReviews(as('agent'))).rejects.toMatchObject({ code: 'role_missing' })
  })

  it('C-69: counts opt-outs, failures, frequency and topics, and checks twenty proofs anew', async () => {
    const review = await getReview(as('dpo'), '2026-Q4', 'en')
    expect(review.figures).toMatchObject({
      sent: PEOPLE + 36 + 12,
      delivered: PEOPLE + 36,
      read: PEOPLE,
      failed: 12,
      unreachable: 12,
      won: PEOPLE,
      optOuts: 2,
      people: PEOPLE,
    })
    expect(review.frequency).toEqual([
      { messages: 1, people: PEOPLE - 3, optOuts: 0 },
      { messages: 5, people: 3, optOuts: 2 },
    ])
    expect(review.topics).toMatchObject([{ name: 'Plant post', optOuts: 2 }])
    expect(review.sample).toMatchObject({ of: PEOPLE - 2, checked: 20, valid: 20, missing: 0, damaged: 0 })
    expect(review.ledger.note).toBe((await ledgerHead(as('dpo'))).note)
  })

  it('C-69: suggests first what helps most, in the business’s own numbers', async () => {
    const { suggestions } = await getReview(as('marketer'), '2026-Q4', 'en')
    expect(suggestions[0]).toBe(
      'Send at most 4 marketing messages per person and month. Up to there 0% left, beyond it 67%. It was more than that 3 times; otherwise about 2 more people would have stayed.',
    )
    expect(suggestions[1]).toContain('12 messages went to people who cannot be reached')
  })

  it('C-69: reads well in both languages, shows the checkpoint, and names nobody', async () => {
    const note = (await ledgerHead(as('dpo'))).note ?? ''
    for (const [language, title] of [
      ['de', 'Qualitätsbericht, 4. Quartal 2026'],
      ['en', 'Quality review, Quarter 4 of 2026'],
    ] as const) {
      const pdf = await reviewPdf(as('marketer'), '2026-Q4', language)
      const { text } = await readPdf(pdf)
      expect(text).toContain(title)
      expect(text.replaceAll(' ', '')).toContain(note.split('\n')[2])
      expect(text).not.toContain(NAME)
    }
    const { rows } = await sql<{ facts: string }>`select facts::text as facts from review`.execute(runtime.db)
    for (const person of people) expect(rows[0]?.facts).not.toContain(person)
  })

  it('C-69: stays as it was made', async () => {
    const before = await reviewPdf(as('marketer'), '2026-Q4', 'de')
    await sql`delete from message where month = '2026-11-01'`.execute(runtime.db)
    runtime.clock.advance(DAY)
    await makeReviews(runtime)
    expect(await reviewPdf(as('marketer'), '2026-Q4', 'de')).toEqual(before)
    await expect(sql`update review set digest = 'x'`.execute(runtime.db)).rejects.toThrow(
      /stays as it was made/,
    )
  })

  it('C-69: says so when a proof does not hold', async () => {
    const damaged = await sql`update consent set state = 'confirmed' where state = 'withdrawn'`.execute(
      runtime.db,
    )
    expect(damaged.numAffectedRows).toBe(2n)
    await sql`insert into consent (business_id, contact_id, channel_id, topic_id, state, state_at, updated_at)
      select business_id, contact_id, channel_id, ${business.topics.offers}, 'confirmed', state_at, updated_at from consent`.execute(
      runtime.db,
    )
    runtime.clock.set('2027-04-01T03:20:00Z')
    await makeReviews(runtime)
    const [latest] = await listReviews(as('dpo'))
    expect(latest).toMatchObject({ quarter: '2027-Q1', proofsHold: false })
    const { hurt, sample } = await getReview(as('dpo'), '2027-Q1', 'de')
    expect(sample.missing).toBeGreaterThan(0)
    expect(hurt[0]).toContain('Lass das Nachweisbuch prüfen')
  })

  it('C-69: praises and blames nothing where nothing was sent and nobody has agreed', async () => {
    const quiet = await createTestBusiness(runtime)
    runtime.clock.set('2027-07-01T03:20:00Z')
    await makeReviews(runtime)
    const ctx = createContext(runtime, quiet.businessId, {
      kind: 'member',
      memberId: newId(),
      role: 'marketer',
    })
    expect(await listReviews(ctx)).toMatchObject([{ quarter: '2027-Q2', delivered: 0, proofsHold: null }])
    const { well, hurt, suggestions } = await getReview(ctx, '2027-Q2', 'de')
    expect([well, hurt, suggestions]).toEqual([[], [], []])
    const { text } = await readPdf(await reviewPdf(ctx, '2027-Q2', 'en'))
    expect(text).toContain('No consent was in force that could be checked.')
    expect(text).toContain('None: no marketing was sent.')
  })
})

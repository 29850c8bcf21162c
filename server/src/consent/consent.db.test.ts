import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { resolveContact } from '../contacts/index.ts'
import { HOUR, SECOND, withTransaction } from '../platform/index.ts'
import { createSource, judgeOptIn } from '../signup/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { consentWithdrawn, type Say, say } from './hooks.ts'
import { type Inbound, judgeInbound } from './judge.ts'
import { expireQuestions, questionAccepted } from './question-life.ts'
import { withdraw } from './withdraw.ts'

/** The whole double opt-in as it comes in through the chat, with every edge case that the rules name. */
describe('consent', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let said: Say[]
  let takenDown: string[]
  let people = 0
  let messages = 0

  beforeAll(async () => {
    runtime = await createTestRuntime()
    runtime.hooks.on(say, async (_tx, message) => void said.push(message))
    runtime.hooks.on(consentWithdrawn, async (_tx, { contactId }) => void takenDown.push(contactId))
    business = await createTestBusiness(runtime)
    await createSource(business.ctx, {
      kind: 'keyword',
      name: 'START',
      keyword: 'START',
      channelId: business.channelId,
      topicIds: [business.topics.newsletter],
    })
  })
  afterAll(() => runtime.close())
  beforeEach(() => {
    said = []
    takenDown = []
  })

  const newPerson = async () => {
    const phone = `+49151${String(20_000_000 + ++people)}`
    return withTransaction(business.ctx, (tx) =>
      resolveContact(tx, { phone, bsuid: `DE.${1000 + people}`, name: 'Mia' }),
    ).then((r) => r.contactId)
  }

  /** Something arrives from a person; a minute has passed since the last thing that happened. */
  const arrives = (contactId: string, part: Partial<Inbound>) => {
    runtime.clock.advance(60 * SECOND)
    const inbound: Inbound = {
      contactId,
      channelId: business.channelId,
      wamid: `wamid.${++messages}`,
      at: runtime.clock.now(),
      forwarded: false,
      contextWamid: null,
      text: null,
      tap: null,
      ...part,
    }
    return withTransaction(
      business.ctx,
      async (tx) => (await judgeInbound(tx, inbound)) ?? (await judgeOptIn(tx, inbound)),
    )
  }

  const state = async (contactId: string) =>
    (
      await runtime.db
        .selectFrom('consent')
        .select('state')
        .where('contact_id', '=', contactId)
        .where('topic_id', '=', business.topics.newsletter)
        .executeTakeFirst()
    )?.state

  const question = () => {
    const asked = said.findLast((message) => message.kind === 'question')
    if (!asked) throw new Error('no question was asked')
    return {
      questionId: asked.dedupeKey,
      wamid: `wamid.question.${asked.dedupeKey}`,
      contactId: asked.contactId,
    }
  }

  const metaAccepts = () => {
    const { questionId, wamid } = question()
    return withTransaction(business.ctx, (tx) =>
      questionAccepted(tx, { questionId, messageId: questionId, wamid, at: runtime.clock.now() }),
    )
  }

  const tapsYes = (contactId: string, extra: Partial<Inbound> = {}) => {
    const { questionId, wamid } = question()
    return arrives(contactId, {
      contextWamid: wamid,
      tap: { payload: `doi:yes:${questionId}`, caption: 'JA' },
      ...extra,
    })
  }

  const confirmed = async () => {
    const contactId = await newPerson()
    await arrives(contactId, { text: 'START' })
    await metaAccepts()
    expect(await tapsYes(contactId)).toBe('confirmed')
    said = []
    return contactId
  }

  it('C-02: goes from START over the question to JA, and welcomes with the way out', async () => {
    const contactId = await newPerson()
    expect(await arrives(contactId, { text: 'Start!' })).toBe('opt_in')
    expect(await state(contactId)).toBe('requested')
    expect(said.map((message) => message.kind)).toEqual(['question'])
    expect(JSON.stringify(said[0]?.body)).toContain('Blattwerk darf mir „Pflanzenpost“ per WhatsApp schicken')
    await metaAccepts()
    expect(await state(contactId)).toBe('pending')
    expect(await tapsYes(contactId)).toBe('confirmed')
    expect(await state(contactId)).toBe('confirmed')
    expect(JSON.stringify(said.at(-1)?.body)).toContain('STOP')
  })

  it('C-09: takes an ordinary message for what it is', async () => {
    const contactId = await newPerson()
    expect(await arrives(contactId, { text: 'Hallo, habt ihr morgen offen?' })).toBeNull()
    expect(await state(contactId)).toBeUndefined()
    expect(said).toEqual([])
  })

  it('C-02, C-03: does nothing for a YES before the question went out, of someone else, or on another message', async () => {
    const contactId = await newPerson()
    const other = await newPerson()
    await arrives(contactId, { text: 'START' })
    expect(await tapsYes(contactId)).toBe('ignored_answer')
    await metaAccepts()
    expect(await tapsYes(other)).toBe('ignored_answer')
    expect(await tapsYes(contactId, { contextWamid: 'wamid.other' })).toBe('ignored_answer')
    expect(await state(contactId)).toBe('pending')
    expect(await state(other)).toBeUndefined()
  })

  it('takes a quick YES that arrives before the receipt for the question', async () => {
    const contactId = await newPerson()
    await arrives(contactId, { text: 'START' })
    const { questionId } = question()
    await runtime.db
      .insertInto('message')
      .values({
        business_id: business.businessId,
        month: '2026-11-01',
        message_id: questionId,
        contact_id: contactId,
        channel_id: business.channelId,
        category: 'service',
        kind: 'question',
        state: 'sending',
        dedupe_key: questionId,
        created_at: runtime.clock.now(),
      })
      .execute()
    expect(await tapsYes(contactId)).toBe('confirmed')
    await metaAccepts()
    expect(await state(contactId)).toBe('confirmed')
  })

  it('C-02: confirms once, however often the YES arrives', async () => {
    const contactId = await confirmed()
    const events = () =>
      runtime.db.selectFrom('consent_event').select('event_id').where('contact_id', '=', contactId).execute()
    const before = (await events()).length
    const asked = await runtime.db
      .selectFrom('consent_question')
      .selectAll()
      .where('contact_id', '=', contactId)
      .executeTakeFirstOrThrow()
    const again = await arrives(contactId, {
      contextWamid: `wamid.question.${asked.question_id}`,
      tap: { payload: `doi:yes:${asked.question_id}`, caption: 'JA' },
    })
    expect(again).toBe('ignored_answer')
    expect((await events()).length).toBe(before)
    expect(said).toEqual([])
  })

  it('C-02: asks again after a late YES and never confirms silently', async () => {
    const contactId = await newPerson()
    await arrives(contactId, { text: 'START' })
    await metaAccepts()
    const late = question()
    runtime.clock.advance(73 * HOUR)
    await expireQuestions(runtime)
    expect(await state(contactId)).toBe('expired')
    const outcome = await arrives(contactId, {
      contextWamid: late.wamid,
      tap: { payload: `doi:yes:${late.questionId}`, caption: 'JA' },
    })
    expect(outcome).toBe('asked_again')
    expect(await state(contactId)).toBe('requested')
    expect(question().questionId).not.toBe(late.questionId)
  })

  it('C-25: refuses on NO, and takes a NO after YES as a withdrawal', async () => {
    const contactId = await newPerson()
    await arrives(contactId, { text: 'START' })
    await metaAccepts()
    const { questionId, wamid } = question()
    const no = { contextWamid: wamid, tap: { payload: `doi:no:${questionId}`, caption: 'NEIN' } }
    expect(await arrives(contactId, no)).toBe('refused')
    expect(await state(contactId)).toBe('refused')

    const second = await newPerson()
    await arrives(second, { text: 'START' })
    await metaAccepts()
    const asked = question()
    await tapsYes(second)
    expect(
      await arrives(second, {
        contextWamid: asked.wamid,
        tap: { payload: `doi:no:${asked.questionId}`, caption: 'NEIN' },
      }),
    ).toBe('withdrawn')
    expect(await state(second)).toBe('withdrawn')
  })

  it('C-24, C-30: stops at once on STOP: queue taken down, address suppressed, one receipt', async () => {
    const contactId = await confirmed()
    expect(await arrives(contactId, { text: 'Stopp bitte!' })).toBe('stop')
    expect(await state(contactId)).toBe('withdrawn')
    expect(takenDown).toContain(contactId)
    expect(said.map((message) => message.kind)).toEqual(['receipt'])
    expect(await arrives(contactId, { text: 'STOP' })).toBe('stop')
    expect(said).toHaveLength(1)
    const rows = await runtime.db
      .selectFrom('suppression')
      .selectAll()
      .where('lifted_at', 'is', null)
      .execute()
    expect(rows.length).toBeGreaterThanOrEqual(2)
  })

  it('lets the restrictive act win when YES and STOP carry the same second', async () => {
    const contactId = await newPerson()
    await arrives(contactId, { text: 'START' })
    await metaAccepts()
    await arrives(contactId, { text: 'STOP' })
    expect(await tapsYes(contactId, { at: new Date(runtime.clock.now().getTime() - 60 * SECOND) })).toBe(
      'ignored_answer',
    )
    expect(await state(contactId)).toBe('withdrawn')
  })

  it('C-33: comes back only through a new double opt-in, which lifts the suppression', async () => {
    const contactId = await confirmed()
    await arrives(contactId, { text: 'STOP' })
    await arrives(contactId, { text: 'START' })
    expect(await state(contactId)).toBe('requested')
    await metaAccepts()
    expect(await tapsYes(contactId)).toBe('confirmed')
    const open = await runtime.db
      .selectFrom('suppression')
      .innerJoin('contact_identity', 'contact_identity.digest', 'suppression.digest')
      .select('suppression.digest')
      .whereRef('contact_identity.business_id', '=', 'suppression.business_id')
      .where('contact_identity.contact_id', '=', contactId)
      .where('lifted_at', 'is', null)
      .execute()
    expect(open).toEqual([])
  })

  it('leaves a new consent alone when a STOP from before it arrives late', async () => {
    const contactId = await newPerson()
    const before = runtime.clock.now()
    await arrives(contactId, { text: 'START' })
    await metaAccepts()
    await tapsYes(contactId)
    await arrives(contactId, { text: 'STOP', at: before })
    expect(await state(contactId)).toBe('confirmed')
    const suppressed = await runtime.db
      .selectFrom('suppression')
      .innerJoin('contact_identity', 'contact_identity.digest', 'suppression.digest')
      .select('suppression.digest')
      .whereRef('contact_identity.business_id', '=', 'suppression.business_id')
      .where('contact_identity.contact_id', '=', contactId)
      .where('lifted_at', 'is', null)
      .execute()
    expect(suppressed).toEqual([])
  })

  it('C-02: takes a forwarded opt-in for nobody', async () => {
    const contactId = await newPerson()
    expect(await arrives(contactId, { text: 'START', forwarded: true })).toBe('opt_in_forwarded')
    expect(await state(contactId)).toBeUndefined()
    expect(said.map((message) => message.kind)).toEqual(['notice'])
  })

  it('does not take a forwarded STOP for the will of the one who forwards it', async () => {
    const contactId = await confirmed()
    expect(await arrives(contactId, { text: 'STOP', forwarded: true })).toBeNull()
    expect(await state(contactId)).toBe('confirmed')
  })

  it('ends the hold of an unclear stop when the person then stops everything, and only what it was for', async () => {
    const contactId = await confirmed()
    const hold = () =>
      runtime.db
        .selectFrom('contact')
        .select('hold_reason')
        .where('contact_id', '=', contactId)
        .executeTakeFirst()
        .then((row) => row?.hold_reason)
    await arrives(contactId, { text: 'Kann ich morgen bei euch stoppen?' })
    await withTransaction(business.ctx, (tx) =>
      withdraw(tx, {
        contactId,
        channelId: business.channelId,
        topicId: business.topics.offers,
        at: runtime.clock.now(),
        how: 'member',
      }),
    )
    expect(await hold(), 'one topic is not everything').toBe('unclear_stop')
    await arrives(contactId, { text: 'STOP' })
    expect(await hold()).toBeNull()
    await arrives(contactId, { text: 'Kann ich morgen bei euch stoppen?' })
    await arrives(contactId, { text: 'STOP' })
    expect(await hold(), 'also when it was stopped before').toBeNull()
    await runtime.db
      .updateTable('contact')
      .set({ hold_reason: 'member' })
      .where('contact_id', '=', contactId)
      .execute()
    await arrives(contactId, { text: 'STOP' })
    expect(await hold(), 'a hold of a member stays').toBe('member')
  })

  it('C-29: holds marketing when a stop is unclear, asks once, and obeys the answer', async () => {
    const contactId = await confirmed()
    expect(await arrives(contactId, { text: 'Kann ich morgen bei euch stoppen?' })).toBe('hold')
    expect(await state(contactId)).toBe('confirmed')
    const hold = async () =>
      (
        await runtime.db
          .selectFrom('contact')
          .select('hold_reason')
          .where('contact_id', '=', contactId)
          .executeTakeFirst()
      )?.hold_reason
    expect(await hold()).toBe('unclear_stop')
    expect(said).toHaveLength(1)
    expect(JSON.stringify(said[0]?.body)).toContain('optout:all')
    await arrives(contactId, { text: 'Kann man das auch stoppen?' })
    expect(said).toHaveLength(1)
    expect(await arrives(contactId, { tap: { payload: 'hold:keep', caption: 'Weiter erhalten' } })).toBe(
      'kept',
    )
    expect(await hold()).toBeNull()
    expect(await arrives(contactId, { tap: { payload: 'optout:all', caption: 'Abmelden' } })).toBe('stop')
    expect(await state(contactId)).toBe('withdrawn')
  })

  it('answers at most three opt-ins a day', async () => {
    const contactId = await newPerson()
    for (let n = 0; n < 3; n++) expect(await arrives(contactId, { text: 'START' })).toBe('opt_in')
    expect(await arrives(contactId, { text: 'START' })).toBe('opt_in_unanswered')
    expect(said).toHaveLength(3)
  })

  it('C-31: keeps other topics when only one is left', async () => {
    const contactId = await confirmed()
    await withTransaction(business.ctx, (tx) =>
      withdraw(tx, {
        contactId,
        channelId: null,
        topicId: business.topics.offers,
        at: runtime.clock.now(),
        how: 'member',
      }),
    )
    expect(await state(contactId)).toBe('confirmed')
  })

  it('C-14, C-16: writes a leaf for every step, and none of them holds the number', async () => {
    const contactId = await confirmed()
    await arrives(contactId, { text: 'STOP' })
    const leaves = await runtime.db
      .selectFrom('ledger_entry')
      .innerJoin('consent_event', 'consent_event.event_id', 'ledger_entry.entry_id')
      .selectAll('ledger_entry')
      .whereRef('consent_event.business_id', '=', 'ledger_entry.business_id')
      .where('contact_id', '=', contactId)
      .orderBy('entry_id')
      .execute()
    expect(leaves.map((leaf) => leaf.type)).toEqual(['requested', 'asked', 'confirmed', 'withdrawn'])
    expect(JSON.stringify(leaves)).not.toMatch(/\+49|Mia|wamid/)
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eraseContact, openPerson, personKey, resolveContact } from '../contacts/index.ts'
import { DAY, newId, withTransaction } from '../platform/index.ts'
import { createSource } from '../signup/index.ts'
import { createSignupRequest, readPublicSource } from '../signup/public.ts'
import { createTestBusiness } from '../testing/business.ts'
import { ChatStage } from '../testing/chat-stage.ts'
import { forgetConsents } from './forget-person.ts'
import { invalidateWording } from './invalidate-wording.ts'
import { judgeInbound } from './judge.ts'
import { expireQuestions } from './question-life.ts'
import { currentWordings } from './wordings.ts'

/** The table of edge cases of the state machine (§3.5), a test for each line of it; see also `edge-cases-identity.db.test.ts`. */
describe('edge cases of consent', () => {
  let stage: ChatStage
  let bubble: string
  beforeAll(async () => {
    stage = await ChatStage.open()
    const { ctx, channelId, topics } = stage.business
    const source = await createSource(ctx, {
      kind: 'bubble',
      name: 'Startseite',
      channelId,
      topicIds: [topics.newsletter],
    })
    bubble = source.publicId
  })
  afterAll(() => stage.close())

  /** The page's first half of an opt-in. */
  const ticket = async (phone?: string) => {
    const shown = await readPublicSource(stage.runtime, bubble, 'de')
    return createSignupRequest(stage.runtime, bubble, {
      topicIds: [stage.business.topics.newsletter],
      language: 'de',
      wordingId: shown.wordingId,
      pageUrl: 'https://blattwerk.example/rosen',
      ...(phone ? { phone } : {}),
    })
  }
  const evidenceOf = async (contactId: string, type: string): Promise<Record<string, unknown>> => {
    const row = await stage.runtime.db
      .selectFrom('consent_event')
      .select(['event_id', 'evidence_sealed'])
      .where('contact_id', '=', contactId)
      .where('type', '=', type)
      .orderBy('event_id', 'desc')
      .executeTakeFirstOrThrow()
    const key = await personKey(stage.business.ctx, contactId)
    if (!key || !row.evidence_sealed) return {}
    return JSON.parse(
      openPerson(stage.business.ctx, key, contactId, `evidence:${row.event_id}`, row.evidence_sealed),
    )
  }
  const leaves = async (contactId: string) =>
    (
      await stage.runtime.db
        .selectFrom('consent_event')
        .innerJoin('ledger_entry', 'ledger_entry.entry_id', 'consent_event.event_id')
        .select(['consent_event.type'])
        .whereRef('ledger_entry.business_id', '=', 'consent_event.business_id')
        .where('contact_id', '=', contactId)
        .orderBy('event_id')
        .execute()
    ).map(({ type }) => type)
  const leftTo = (contactId: string) =>
    stage.left.filter((each) => each.contactId === contactId).map(({ kind }) => kind)

  it('C-04: somebody else’s number typed into the bubble gets nothing, and the typed number is dropped', async () => {
    const owner = stage.phone()
    const typing = stage.phone()
    const { text } = await ticket(owner.phone ?? '')
    expect(await stage.pump(), 'a number in a form starts nothing').toEqual([])
    const people = await sql`select 1 from contact`.execute(stage.runtime.db)
    expect(await stage.sends(typing, { text })).toBe('opt_in')
    const contactId = await stage.contact(typing)
    await stage.pump()
    expect(await evidenceOf(contactId, 'requested')).toMatchObject({ typedNumber: 'other_discarded' })
    expect(stage.left.filter((each) => each.kind === 'question').map((each) => each.contactId)).toEqual([
      contactId,
    ])
    const now = await sql`select 1 from contact`.execute(stage.runtime.db)
    expect(now.rows.length, 'only who wrote is a contact').toBe(people.rows.length + 1)
  })

  it('C-02: a forwarded opt-in is nobody’s request; only an own START is', async () => {
    const mia = stage.phone()
    expect(await stage.sends(mia, { text: 'START', forwarded: true })).toBe('opt_in_forwarded')
    const contactId = await stage.contact(mia)
    await stage.pump()
    expect([await stage.state(contactId), leftTo(contactId)]).toEqual(['none', ['notice']])
    expect(await stage.sends(mia, { text: 'START' })).toBe('opt_in')
    expect(await stage.state(contactId)).toBe('requested')
  })

  it('C-14: a code used by another sender proves nothing about a page; the chat alone is the evidence, and it is flagged', async () => {
    const { text } = await ticket()
    const first = stage.phone()
    const second = stage.phone()
    await stage.sends(first, { text })
    expect(await stage.sends(second, { text })).toBe('opt_in')
    const own = await evidenceOf(await stage.contact(first), 'requested')
    const other = await evidenceOf(await stage.contact(second), 'requested')
    expect(own).toMatchObject({ webEvidence: 'attached', pageUrl: 'https://blattwerk.example/rosen' })
    expect(other).toMatchObject({ webEvidence: 'code_used_before' })
    expect(other).not.toHaveProperty('pageUrl')
  })

  it('C-14: an edited text asks too, with the words as written; a no, a STOP or a text without the code does not', async () => {
    const say = async (change: (text: string) => string) => {
      const { text } = await ticket()
      const mia = stage.phone()
      const meaning = await stage.sends(mia, { text: change(text) })
      const contactId = await stage.contact(mia)
      return { meaning, contactId, state: await stage.state(contactId) }
    }
    const exact = await say((text) => text)
    expect(exact).toMatchObject({ meaning: 'opt_in', state: 'requested' })
    expect(await evidenceOf(exact.contactId, 'requested')).toMatchObject({ edited: false })
    const edited = await say((text) => `Liebes Team, ${text} Viele Grüße`)
    expect(edited).toMatchObject({ meaning: 'opt_in', state: 'requested' })
    const evidence = await evidenceOf(edited.contactId, 'requested')
    expect(evidence).toMatchObject({ edited: true })
    expect(evidence.text).toContain('Liebes Team')
    expect(await say((text) => `Nein, ich möchte nicht: ${text}`)).toMatchObject({
      meaning: 'opt_in_declined',
      state: 'none',
    })
    expect(await say(() => 'STOP')).toMatchObject({ meaning: 'stop', state: 'none' })
    expect(await say((text) => text.replace(/[A-Z0-9]{7}/, ''))).toMatchObject({
      meaning: null,
      state: 'none',
    })
  })

  it('C-25: a NO after the YES is a withdrawal, at any later time', async () => {
    const mia = stage.phone()
    const contactId = await stage.optsIn(mia)
    stage.hours(24 * 200)
    expect(await stage.answers(mia, 'no')).toBe('withdrawn')
    expect(await stage.state(contactId)).toBe('withdrawn')
    expect(await stage.advertises(contactId)).toBe(false)
  })

  it.each([
    ['STOP after the YES, same second', true],
    ['STOP first, then a YES of the same second', false],
  ])(
    'C-02: YES and STOP of one second, in any order: the restrictive one wins (%s)',
    async (_name, yesFirst) => {
      const mia = stage.phone()
      await stage.sends(mia, { text: 'START' })
      await stage.pump()
      stage.hours(1)
      const at = stage.now
      const contactId = await stage.contact(mia)
      if (yesFirst) await stage.answers(mia, 'yes', { at })
      await stage.sends(mia, { text: 'STOP', at })
      if (!yesFirst) expect(await stage.answers(mia, 'yes', { at })).toBe('ignored_answer')
      expect(await stage.state(contactId)).toBe('withdrawn')
      expect(await stage.suppressed(contactId)).toBe(true)
      expect(await stage.advertises(contactId)).toBe(false)
    },
  )

  it('C-02: a YES that was tapped before a STOP but arrives after it does not count', async () => {
    const mia = stage.phone()
    await stage.sends(mia, { text: 'START' })
    await stage.pump()
    const tapped = new Date(stage.now.getTime() + 30_000)
    await stage.sends(mia, { text: 'STOP' })
    expect(await stage.answers(mia, 'yes', { at: tapped })).toBe('ignored_answer')
    expect(await stage.state(await stage.contact(mia))).toBe('withdrawn')
  })

  it('C-02: a second YES, or the same one again, changes nothing and leaves one leaf', async () => {
    const mia = stage.phone()
    const contactId = await stage.optsIn(mia)
    expect(await stage.answers(mia, 'yes')).toBe('ignored_answer')
    expect(await stage.answers(mia, 'yes', { wamid: 'wamid.in.again' })).toBe('ignored_answer')
    expect(await stage.answers(mia, 'yes', { wamid: 'wamid.in.again' })).toBe('ignored_answer')
    expect(await leaves(contactId)).toEqual(['requested', 'asked', 'confirmed'])
  })

  it('C-24: STOP while the question is open withdraws and suppresses; a later YES to that question is ignored', async () => {
    const mia = stage.phone()
    await stage.sends(mia, { text: 'START' })
    await stage.pump()
    const contactId = await stage.contact(mia)
    expect(await stage.sends(mia, { text: 'STOP' })).toBe('stop')
    expect([await stage.state(contactId), await stage.suppressed(contactId)]).toEqual(['withdrawn', true])
    expect(await stage.answers(mia, 'yes')).toBe('ignored_answer')
    expect(await stage.state(contactId)).toBe('withdrawn')
  })

  it('C-33: after a STOP only the person comes back, by a whole new double opt-in; the history stays', async () => {
    const mia = stage.phone()
    const contactId = await stage.optsIn(mia)
    await stage.sends(mia, { text: 'STOP' })
    await stage.pump()
    const count = stage.left.length
    stage.hours(48)
    await stage.sends(mia, { text: 'Wo bleibt meine Bestellung?' })
    await stage.pump()
    expect(stage.left.slice(count), 'nobody invites them back').toEqual([])
    // An import or a purchase of the same number lifts nothing.
    await withTransaction(stage.business.ctx, (tx) => resolveContact(tx, { phone: mia.phone, name: 'Mia B' }))
    expect([await stage.suppressed(contactId), await stage.advertises(contactId)]).toEqual([true, false])
    await stage.sends(mia, { text: 'START' })
    expect(await stage.suppressed(contactId), 'asking lifts nothing yet').toBe(true)
    await stage.pump()
    expect(leftTo(contactId).at(-1), 'the question may go to a blocked address: they wrote first').toBe(
      'question',
    )
    await stage.answers(mia, 'yes')
    await stage.pump()
    expect([await stage.suppressed(contactId), await stage.advertises(contactId)]).toEqual([false, true])
    expect(await leaves(contactId)).toEqual([
      'requested',
      'asked',
      'confirmed',
      'withdrawn',
      'requested',
      'asked',
      'confirmed',
    ])
  })

  it('C-24: any STOP from a shared phone counts for its number', async () => {
    const office = stage.phone({ name: 'Büro' })
    const contactId = await stage.optsIn(office)
    await stage.sends({ ...office, name: 'Kollege' }, { text: 'Stop' })
    expect([await stage.state(contactId), await stage.advertises(contactId)]).toEqual(['withdrawn', false])
  })

  it('C-07: a wording found defective ends every consent to it, and the report says what was sent', async () => {
    const own = await ChatStage.open()
    const mia = own.phone()
    const contactId = await own.optsIn(mia)
    expect(await own.advertises(contactId)).toBe(true)
    const [wording] = await currentWordings(own.business.ctx, [own.business.topics.newsletter], 'de')
    const report = await invalidateWording(own.business.ctx, wording?.wording_id ?? '', {
      reason: 'Der Zweck war nicht genannt.',
    })
    expect(report).toMatchObject({ consents: 1, sent: { messages: 1, people: 1 } })
    expect([await own.state(contactId), await own.advertises(contactId)]).toEqual(['invalidated', false])
    await own.close()
  })

  it('C-01: a consent belongs to one controller: another business, or whoever takes it over, needs a new one', async () => {
    const mia = stage.phone()
    const contactId = await stage.optsIn(mia)
    const buyer = await createTestBusiness(stage.runtime)
    const { contactId: there } = await withTransaction(buyer.ctx, (tx) => resolveContact(tx, mia))
    expect(there).not.toBe(contactId)
    const rows = await stage.runtime.db
      .selectFrom('consent')
      .select('business_id')
      .where('contact_id', 'in', [contactId, there])
      .execute()
    expect(rows).toEqual([{ business_id: stage.business.businessId }])
    await expect(
      stage.runtime.db
        .updateTable('consent')
        .set({ business_id: buyer.businessId })
        .where('contact_id', '=', contactId)
        .execute(),
      'the database lets no consent travel',
    ).rejects.toThrow()
  })

  it('C-02: a YES after the time of the question asks anew, with a question of its own', async () => {
    const mia = stage.phone()
    await stage.sends(mia, { text: 'START' })
    await stage.pump()
    const contactId = await stage.contact(mia)
    stage.hours(73)
    await expireQuestions(stage.runtime)
    expect(await stage.state(contactId)).toBe('expired')
    expect(await stage.answers(mia, 'yes')).toBe('asked_again')
    expect(await stage.state(contactId)).toBe('requested')
    await stage.pump()
    expect(await stage.answers(mia, 'yes')).toBe('confirmed')
  })

  it('C-34: whoever was erased stays blocked when the number comes back by import; only their own new YES lifts it', async () => {
    const mia = stage.phone()
    const contactId = await stage.optsIn(mia)
    const { ctx } = stage.business
    await withTransaction(ctx, async (tx) => {
      await forgetConsents(tx, contactId)
      await eraseContact(tx, contactId)
    })
    expect(await stage.state(contactId)).toBe('erased')
    const { contactId: back } = await withTransaction(ctx, (tx) => resolveContact(tx, { phone: mia.phone }))
    expect(back).not.toBe(contactId)
    expect([await stage.suppressed(back), await stage.advertises(back)]).toEqual([true, false])
    await stage.optsIn(mia)
    expect([await stage.suppressed(back), await stage.advertises(back)]).toEqual([false, true])
  })

  it('C-09: writing, a voice message or silence is never an opt-in', async () => {
    const mia = stage.phone()
    expect(await stage.sends(mia, { text: 'Hallo' })).toBeNull()
    const contactId = await stage.contact(mia)
    const inbound = {
      contactId,
      channelId: stage.business.channelId,
      wamid: newId(),
      at: stage.now,
      forwarded: false,
      contextWamid: null,
      text: null,
      tap: null,
      media: { kind: 'audio', caption: null },
    }
    expect(await withTransaction(stage.business.ctx, (tx) => judgeInbound(tx, inbound))).toBeNull()
    stage.runtime.clock.advance(10 * DAY)
    await stage.pump()
    expect([await stage.state(contactId), leftTo(contactId)]).toEqual(['none', []])
  })
})

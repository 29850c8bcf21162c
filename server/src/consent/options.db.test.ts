import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openPerson, personKey } from '../contacts/index.ts'
import { enqueueMessage } from '../dispatch/index.ts'
import { createContext, DAY, newId, withTransaction } from '../platform/index.ts'
import { createSource } from '../signup/index.ts'
import { createSignupRequest, readPublicSource } from '../signup/public.ts'
import { ChatStage } from '../testing/chat-stage.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { forgetAttempts } from './forget-attempts.ts'
import { optOutPayload } from './opt-out.ts'
import { ConsentPolicy, DEFAULT_CONSENT_POLICY, getConsentPolicy, setConsentPolicy } from './policy.ts'
import { expireQuestions } from './question-life.ts'

describe('timers and options of consent', () => {
  let shared: TestRuntime
  let stage: ChatStage
  beforeAll(async () => {
    shared = await createTestRuntime()
  })
  beforeEach(async () => {
    stage = await ChatStage.open(shared)
  })
  afterAll(() => shared.close())

  const set = (over: Partial<ConsentPolicy>) =>
    setConsentPolicy(stage.business.ctx, { ...DEFAULT_CONSENT_POLICY, ...over })
  const texts = (contactId: string) =>
    stage.left
      .filter((each) => each.contactId === contactId && each.kind !== 'question')
      .map((each) => each.body.text?.body ?? '')

  it.each([
    [1, 1, true],
    [1, 2, false],
    [168, 167, true],
    [168, 169, false],
  ])(
    'C-02: a question that stands for %i hours takes a YES after %i: %s',
    async (questionHours, after, counts) => {
      await set({ questionHours })
      const mia = stage.phone()
      await stage.sends(mia, { text: 'START' })
      await stage.pump()
      const asked = stage.now
      stage.runtime.clock.set(new Date(asked.getTime() + after * 3_600_000 - 60_000))
      await expireQuestions(stage.runtime)
      expect(await stage.answers(mia, 'yes')).toBe(counts ? 'confirmed' : 'asked_again')
    },
  )

  it('C-02: no business can let a question stand for more than seven days, or a code for more than one', async () => {
    for (const over of [{ questionHours: 169 }, { questionHours: 0 }, { codeHours: 25 }, { minimumAge: 12 }])
      expect(ConsentPolicy.safeParse({ ...DEFAULT_CONSENT_POLICY, ...over }).success).toBe(false)
    expect(await getConsentPolicy(stage.business.ctx)).toEqual(DEFAULT_CONSENT_POLICY)
    const agent = createContext(stage.runtime, stage.business.businessId, {
      kind: 'member',
      memberId: newId(),
      role: 'agent',
    })
    await expect(setConsentPolicy(agent, DEFAULT_CONSENT_POLICY)).rejects.toThrow('role_missing')
  })

  it('C-14: a code of a page lives as long as the business says; an older one leaves the chat as only evidence', async () => {
    const { ctx, channelId, topics } = stage.business
    await set({ codeHours: 2 })
    const source = await createSource(ctx, {
      kind: 'bubble',
      name: 'B',
      channelId,
      topicIds: [topics.newsletter],
    })
    const shown = await readPublicSource(stage.runtime, source.publicId, 'de')
    const ticket = await createSignupRequest(stage.runtime, source.publicId, {
      topicIds: [topics.newsletter],
      language: 'de',
      wordingId: shown.wordingId,
    })
    expect(new Date(ticket.expiresAt).getTime() - stage.now.getTime()).toBe(2 * 3_600_000)
    stage.hours(3)
    const mia = stage.phone()
    expect(await stage.sends(mia, { text: ticket.text })).toBe('opt_in')
    expect(await evidence(await stage.contact(mia), 'requested')).toMatchObject({
      webEvidence: 'code_expired',
    })
  })

  const evidence = async (contactId: string, type: string): Promise<Record<string, unknown> | null> => {
    const row = await stage.runtime.db
      .selectFrom('consent_event')
      .select(['event_id', 'evidence_sealed'])
      .where('contact_id', '=', contactId)
      .where('type', '=', type)
      .orderBy('event_id', 'desc')
      .executeTakeFirst()
    const key = await personKey(stage.business.ctx, contactId)
    return key && row?.evidence_sealed
      ? JSON.parse(
          openPerson(stage.business.ctx, key, contactId, `evidence:${row.event_id}`, row.evidence_sealed),
        )
      : null
  }

  it('C-43: what is left of an attempt that nobody confirmed goes 30 days after it ended; proof of an earlier yes stays', async () => {
    // The job looks at every business: this test counts, so it wants a database without those of the others.
    const alone = await ChatStage.open()
    onTestFinished(() => alone.close())
    stage = alone
    const mia = stage.phone()
    const ben = stage.phone()
    const benId = await stage.optsIn(ben)
    await stage.sends(ben, { text: 'STOP' })
    stage.hours(1)
    for (const each of [mia, ben]) {
      await stage.sends(each, { text: 'START' })
      await stage.pump()
    }
    const miaId = await stage.contact(mia)
    stage.hours(80)
    await expireQuestions(stage.runtime)
    stage.runtime.clock.advance(29 * DAY)
    expect(await forgetAttempts(stage.runtime)).toBe(0)
    stage.runtime.clock.advance(2 * DAY)
    expect(await forgetAttempts(stage.runtime)).toBe(6)
    expect(await evidence(miaId, 'requested')).toBeNull()
    expect(await evidence(benId, 'requested'), 'the second attempt').toBeNull()
    expect(await evidence(benId, 'confirmed')).toMatchObject({ answer: 'JA' })
    const leaves = await stage.runtime.db
      .selectFrom('ledger_entry')
      .select('type')
      .where('business_id', '=', stage.business.businessId)
      .execute()
    expect(leaves.filter(({ type }) => type === 'redaction')).toHaveLength(1)
    expect(await forgetAttempts(stage.runtime)).toBe(0)
  })

  it('C-14: the evidence of both acts is whole: words, wording, times, source, message ids, button; no address of a device', async () => {
    const mia = stage.phone()
    const contactId = await stage.optsIn(mia)
    const first = await evidence(contactId, 'requested')
    expect(first).toMatchObject({
      text: 'START',
      sourceKind: 'keyword',
      sourceName: 'START',
      language: 'de',
      wordingId: expect.any(String),
      sourceId: expect.any(String),
      wamid: expect.stringMatching(/^wamid\./),
      at: expect.stringMatching(/Z$/),
      contactId,
    })
    const second = await evidence(contactId, 'confirmed')
    expect(second).toMatchObject({
      answer: 'JA',
      question: expect.stringContaining('Pflanzenpost'),
      questionHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      wamid: expect.stringMatching(/^wamid\./),
      questionWamid: expect.stringMatching(/^wamid\./),
      questionId: expect.any(String),
    })
    expect(Object.keys({ ...first, ...second }).join(' ')).not.toMatch(/ip|agent|device/i)
  })

  it('C-03: nothing but an answer in the chat confirms: not a typed-in number, a member, a job or the page', async () => {
    const mia = stage.phone()
    await stage.sends(mia, { text: 'START' })
    await stage.pump()
    const contactId = await stage.contact(mia)
    const { questionId, wamid } = stage.question(contactId)
    const other = stage.phone()
    for (const [who, context] of [
      [other, wamid],
      [mia, 'wamid.of.another.message'],
      [mia, undefined],
    ] as const)
      expect(
        await stage.sends(who, {
          tap: { payload: `doi:yes:${questionId}`, caption: 'JA' },
          ...(context ? { context } : {}),
        }),
      ).toBe('ignored_answer')
    expect(await stage.sends(mia, { text: 'Ja' }), 'typed words are no button').toBeNull()
    expect(await stage.state(contactId)).toBe('pending')
  })

  describe('several topics in one opt-in', () => {
    const both = async () => {
      const { newsletter, offers } = stage.business.topics
      await stage.source('BEIDES', [newsletter, offers])
      const mia = stage.phone()
      const contactId = await stage.optsIn(mia, 'BEIDES')
      return { mia, contactId, newsletter, offers }
    }

    it('C-08: each topic is its own choice on the page, and only what was ticked is asked and agreed to', async () => {
      const { ctx, channelId, topics } = stage.business
      const topicIds = [topics.newsletter, topics.offers]
      const source = await createSource(ctx, { kind: 'bubble', name: 'B', channelId, topicIds })
      const shown = await readPublicSource(stage.runtime, source.publicId, 'de')
      expect(shown.topics.map(({ id }) => id)).toEqual(topicIds)
      expect(JSON.stringify(shown), 'nothing says that a box is ticked').not.toMatch(
        /checked|ticked|default/i,
      )
      const request = { language: 'de', wordingId: shown.wordingId }
      await expect(
        createSignupRequest(stage.runtime, source.publicId, { ...request, topicIds: [] }),
      ).rejects.toThrow()
      const ticket = await createSignupRequest(stage.runtime, source.publicId, {
        ...request,
        topicIds: [topics.offers],
      })
      const mia = stage.phone()
      await stage.sends(mia, { text: ticket.text })
      await stage.pump()
      await stage.answers(mia, 'yes')
      const contactId = await stage.contact(mia)
      expect([await stage.state(contactId), await stage.state(contactId, topics.offers)]).toEqual([
        'none',
        'confirmed',
      ])
      expect(await stage.advertises(contactId, topics.newsletter), 'A confirmed, B asked for').toBe(false)
      expect(await stage.advertises(contactId, topics.offers)).toBe(true)
    })

    it('C-06: one question carries the whole text of each, and its hash is in the evidence of each', async () => {
      const { contactId } = await both()
      const { text } = stage.question(contactId)
      expect(text).toContain('„Pflanzenpost“')
      expect(text).toContain('„Angebote“')
      const proof = await evidence(contactId, 'confirmed')
      expect(proof?.question).toBe(text)
      expect(proof?.questionHash).toBe(createHash('sha256').update(text).digest('hex'))
    })

    it('C-31: leaving one topic leaves the others, and the receipt says what stays', async () => {
      const { mia, contactId, newsletter, offers } = await both()
      await stage.sends(mia, { tap: { payload: optOutPayload(offers), caption: 'Abmelden' } })
      await stage.pump()
      expect(texts(contactId).at(-1)).toBe(
        'Abgemeldet: Angebote. Weiter bekommst du: Pflanzenpost. Mit STOP meldest du dich von allem ab.',
      )
      expect([await stage.state(contactId, newsletter), await stage.state(contactId, offers)]).toEqual([
        'confirmed',
        'withdrawn',
      ])
      expect(await stage.suppressed(contactId)).toBe(false)
      expect([
        await stage.advertises(contactId, offers),
        await stage.advertises(contactId, newsletter),
      ]).toEqual([false, true])
      await stage.sends(mia, { tap: { payload: optOutPayload(newsletter), caption: 'Abmelden' } })
      await stage.pump()
      expect(texts(contactId).at(-1)).toBe('Abgemeldet: Pflanzenpost. Mit STOP meldest du dich von allem ab.')
    })

    it('C-31: a plain STOP is all marketing, and the receipt says that answers go on', async () => {
      const { mia, contactId, newsletter, offers } = await both()
      await stage.sends(mia, { text: 'STOP' })
      await stage.pump()
      expect([await stage.state(contactId, newsletter), await stage.state(contactId, offers)]).toEqual([
        'withdrawn',
        'withdrawn',
      ])
      expect(texts(contactId).at(-1)).toContain('Auf deine Fragen antworten wir dir weiterhin')
      expect(
        texts(contactId).filter((text) => text.startsWith('Du bist abgemeldet')),
        'C-30: exactly one',
      ).toHaveLength(1)
    })

    it('C-25: leaving takes one message or one tap, before anything is asked', async () => {
      const { mia, contactId } = await both()
      const steps = { in: 2, out: 0 }
      steps.out++
      expect(await stage.sends(mia, { text: 'Stop' })).toBe('stop')
      expect([await stage.state(contactId), await stage.suppressed(contactId)]).toEqual(['withdrawn', true])
      expect(steps.out).toBeLessThanOrEqual(steps.in)
    })
  })

  describe('the receipt of a consent', () => {
    it('C-42: is off unless the business wants it', async () => {
      const contactId = await stage.optsIn(stage.phone())
      expect(texts(contactId)).toHaveLength(1)
    })

    it('C-42: tells what, when, by which version of the text, and how to leave; a STOP in between takes it down', async () => {
      await set({ receipt: true })
      const mia = stage.phone()
      const contactId = await stage.optsIn(mia)
      const receipt = texts(contactId).find((text) => text.startsWith('Beleg'))
      expect(receipt).toMatch(
        /Pflanzenpost von Blattwerk.*18\. November 2026.*Text 1 \(de, [0-9a-f]{8}\).*STOP/,
      )
      const ben = stage.phone()
      await stage.sends(ben, { text: 'START' })
      await stage.pump()
      await stage.answers(ben, 'yes')
      await stage.sends(ben, { text: 'STOP' })
      await stage.pump()
      expect(texts(await stage.contact(ben)).filter((text) => text.startsWith('Beleg'))).toEqual([])
    })
  })

  it('C-10: YES and NO are buttons of the same kind, side by side', async () => {
    const mia = stage.phone()
    await stage.sends(mia, { text: 'START' })
    const [question] = await stage.pump()
    expect(question?.body.interactive?.action).toEqual({
      buttons: [
        { type: 'reply', reply: { id: expect.stringMatching(/^doi:yes:/), title: 'JA' } },
        { type: 'reply', reply: { id: expect.stringMatching(/^doi:no:/), title: 'NEIN' } },
      ],
    })
  })

  it('C-11: somebody without a consent is answered and served as anybody else', async () => {
    const mia = stage.phone()
    await stage.sends(mia, { text: 'Wo ist mein Paket?' })
    const contactId = await stage.contact(mia)
    const { ctx, channelId } = stage.business
    for (const state of ['none', 'withdrawn']) {
      await withTransaction(ctx, (tx) =>
        enqueueMessage(tx, {
          contactId,
          channelId,
          kind: 'reply',
          category: 'service',
          body: { type: 'text', text: { body: `Unterwegs (${state})` } },
        }),
      )
      expect((await stage.pump()).map((each) => each.body.text?.body)).toContain(`Unterwegs (${state})`)
      await stage.sends(mia, { text: 'STOP' })
      await stage.pump()
    }
  })
})

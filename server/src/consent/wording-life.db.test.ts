import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createContext, newId, Problem, type Role } from '../platform/index.ts'
import { ChatStage, type Phone } from '../testing/chat-stage.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { askAgainFigures } from './ask-again-figures.ts'
import { getInvalidation, invalidateWording } from './invalidate-wording.ts'
import { listTopics } from './list-topics.ts'
import { publishWording } from './publish-wording.ts'
import { STARTING_WORDING } from './texts.ts'
import { currentWordings } from './wordings.ts'

describe('the life of a wording', () => {
  let shared: TestRuntime
  let stage: ChatStage
  beforeAll(async () => {
    shared = await createTestRuntime()
  })
  beforeEach(async () => {
    stage = await ChatStage.open(shared)
  })
  afterAll(() => shared.close())

  const newsletter = () => stage.business.topics.newsletter
  const current = async (language = 'de') => {
    const [wording] = await currentWordings(stage.business.ctx, [newsletter()], language)
    return wording?.wording_id ?? ''
  }
  const body = (description: string) =>
    STARTING_WORDING.de({
      business: 'Blattwerk',
      topic: 'Pflanzenpost',
      description,
      privacyUrl: 'https://blattwerk.example/datenschutz',
    })
  const publish = (description: string, material = false) =>
    publishWording(stage.business.ctx, newsletter(), {
      language: 'de',
      body: body(description),
      material,
      ...(material ? { change: 'Neu: auch Empfehlungen nach deinen Käufen.' } : {}),
    })
  const as = (role: Role) =>
    createContext(stage.runtime, stage.business.businessId, { kind: 'member', memberId: newId(), role })
  const codeOf = async (work: Promise<unknown>) => {
    const error = await work.catch((reason: unknown) => reason)
    return error instanceof Problem ? error.code : 'none'
  }
  const crowd = async (count: number): Promise<{ phones: Phone[]; ids: string[] }> => {
    const phones = Array.from({ length: count }, () => stage.phone())
    const ids: string[] = []
    for (const phone of phones) ids.push(await stage.optsIn(phone))
    return { phones, ids }
  }
  const states = async (ids: string[]) => Promise.all(ids.map((id) => stage.state(id)))
  const queued = async () => {
    const { rows } = await sql<{ state: string; reason: string | null }>`
      select state, reason from message
      where business_id = ${stage.business.businessId} and category = 'marketing' order by message_id`.execute(
      stage.runtime.db,
    )
    return rows
  }

  describe('found defective', () => {
    it('C-07: ends all consents to it at once, takes their queue down, and reports what was sent under it', async () => {
      const { ids, phones } = await crowd(4)
      const [anna = '', ben = '', carla = '', dora = ''] = ids
      expect(await stage.advertises(anna)).toBe(true)
      expect(await stage.advertises(ben)).toBe(true)
      await stage.sends(phones[3] ?? stage.phone(), { text: 'STOP' })
      expect(await stage.queues(carla)).toBe(true)
      const before = await stage.told()
      const wordingId = await current()
      const report = await invalidateWording(as('dpo'), wordingId, {
        reason: 'Der Widerruf war nicht erklärt.',
      })
      expect(report).toMatchObject({
        consents: 3,
        byState: { confirmed: 3 },
        withheld: 1,
        sent: { messages: 2, people: 2, campaigns: [{ id: null, name: null, messages: 2, people: 2 }] },
      })
      expect(await states(ids)).toEqual(['invalidated', 'invalidated', 'invalidated', 'withdrawn'])
      expect(await queued()).toContainEqual({ state: 'withheld', reason: 'consent_inactive' })
      for (const id of [anna, ben, carla, dora]) expect(await stage.advertises(id)).toBe(false)
      expect((await stage.told()).slice(before.length)).toEqual(['wording.invalidated'])
      expect(await getInvalidation(as('marketer'), wordingId)).toEqual(report)
      const events = await stage.runtime.db
        .selectFrom('consent_event')
        .innerJoin('ledger_entry', 'ledger_entry.entry_id', 'consent_event.event_id')
        .select('consent_event.contact_id')
        .where('consent_event.business_id', '=', stage.business.businessId)
        .whereRef('ledger_entry.business_id', '=', 'consent_event.business_id')
        .where('consent_event.type', '=', 'invalidated')
        .execute()
      expect(events.map((event) => event.contact_id).sort(), 'each with its leaf').toEqual(
        [anna, ben, carla].sort(),
      )
    })

    it('C-17: takes no sign-up any more, cannot be undone, and only the data protection officer may do it', async () => {
      const wordingId = await current()
      const reason = 'Der Zweck fehlte im Text.'
      expect(await codeOf(invalidateWording(as('marketer'), wordingId, { reason }))).toBe('role_missing')
      expect(await codeOf(invalidateWording(as('dpo'), newId(), { reason }))).toBe('not_found')
      await invalidateWording(as('dpo'), wordingId, { reason })
      expect(await codeOf(invalidateWording(as('dpo'), wordingId, { reason }))).toBe('wording_invalid')
      await expect(
        sql`update wording set invalidated_at = null where wording_id = ${wordingId}`.execute(
          stage.runtime.db,
        ),
      ).rejects.toThrow()
      expect(await current(), 'the other language stands in').not.toBe(wordingId)
      const text = (await listTopics(as('dpo')))
        .flatMap(({ wordings }) => wordings)
        .find((wording) => wording.id === wordingId)?.body
      expect(
        await codeOf(publishWording(as('dpo'), newsletter(), { language: 'de', body: text ?? '' })),
        'nor does it come back by another door',
      ).toBe('wording_was_invalid')
      const topic = (await listTopics(as('dpo'))).find((each) => each.id === newsletter())
      expect(topic?.wordings.find((wording) => wording.id === wordingId)).toMatchObject({
        current: false,
        invalidatedAt: expect.any(String),
      })
    })

    it('C-02: a question with it is over: a YES asks anew, by the text of today', async () => {
      const mia = stage.phone()
      await stage.sends(mia, { text: 'START' })
      await stage.pump()
      await invalidateWording(as('dpo'), await current(), { reason: 'Der Zweck fehlte im Text.' })
      await publish('jetzt mit dem Zweck')
      const contactId = await stage.contact(mia)
      expect(await stage.state(contactId)).toBe('invalidated')
      expect(await stage.answers(mia, 'yes')).toBe('asked_again')
      await stage.pump()
      expect(stage.question(contactId).text).toContain('jetzt mit dem Zweck')
      expect(await stage.answers(mia, 'yes')).toBe('confirmed')
    })

    it('keeps what was sent apart by the yes it was sent under', async () => {
      const mia = stage.phone()
      const contactId = await stage.optsIn(mia)
      const first = await current()
      expect(await stage.advertises(contactId)).toBe(true)
      await stage.sends(mia, { text: 'STOP' })
      await publish('nun wöchentlich')
      await stage.optsIn(mia)
      expect(await stage.advertises(contactId)).toBe(true)
      expect(await stage.advertises(contactId)).toBe(true)
      const old = await invalidateWording(as('dpo'), first, { reason: 'Der Zweck fehlte im Text.' })
      expect(old).toMatchObject({ consents: 0, sent: { messages: 1, people: 1 } })
      expect(await stage.state(contactId), 'the newer yes stands').toBe('confirmed')
      const fresh = await invalidateWording(as('dpo'), await current(), { reason: 'Auch hier fehlte er.' })
      expect(fresh).toMatchObject({ consents: 1, sent: { messages: 2, people: 1 } })
    })
  })

  describe('changed', () => {
    it('C-17: a published text is never edited, not even in the database', async () => {
      const wordingId = await current()
      for (const change of [sql`body = 'x'`, sql`hash = 'x'`, sql`version = 9`, sql`material = true`])
        await expect(
          sql`update wording set ${change} where wording_id = ${wordingId}`.execute(stage.runtime.db),
        ).rejects.toThrow()
      await expect(
        sql`delete from wording where wording_id = ${wordingId}`.execute(stage.runtime.db),
      ).rejects.toThrow()
    })

    it('C-17: a new version that only says it better leaves consents as they are', async () => {
      const { ids } = await crowd(1)
      const version = await publish('etwa zweimal im Monat, meist freitags')
      expect(version).toMatchObject({ version: 2, material: false, superseded: 0 })
      expect([await states(ids), await stage.advertises(ids[0] ?? '')]).toEqual([['confirmed'], true])
    })

    it('C-17: a material change puts old consents out of scope: queue down, no marketing, other topics untouched', async () => {
      const { ids } = await crowd(2)
      const [anna = '', ben = ''] = ids
      const { offers } = stage.business.topics
      await stage.source('ANGEBOTE', [offers])
      const carla = stage.phone()
      const carlaId = await stage.optsIn(carla, 'ANGEBOTE')
      await stage.queues(anna)
      const version = await publish('und Empfehlungen nach deinen Käufen', true)
      expect(version).toMatchObject({ version: 2, material: true, superseded: 2 })
      expect(await states(ids)).toEqual(['superseded', 'superseded'])
      expect(await queued()).toEqual([{ state: 'withheld', reason: 'consent_inactive' }])
      expect([await stage.advertises(anna), await stage.advertises(ben)]).toEqual([false, false])
      expect(await stage.advertises(carlaId, offers)).toBe(true)
      expect(await stage.pump(), 'nobody is written to first').toEqual([])
    })

    it('C-17: the member says what is new, and there must be something that it changes', async () => {
      const { ctx } = stage.business
      const text = body('neu und anders')
      await expect(
        publishWording(ctx, newsletter(), { language: 'de', body: text, material: true }),
      ).rejects.toThrow()
      const french = STARTING_WORDING.fr({
        business: 'Blattwerk',
        topic: 'Plant post',
        description: 'x',
        privacyUrl: 'https://blattwerk.example/datenschutz',
      })
      expect(
        await codeOf(
          publishWording(ctx, newsletter(), {
            language: 'fr',
            body: french,
            material: true,
            change: 'Premier texte en français.',
          }),
        ),
      ).toBe('nothing_to_change')
    })

    it('C-04: asks anew only when the person writes, once, with the new text; the figures say how far that is', async () => {
      const { phones, ids } = await crowd(3)
      const [anna, ben] = phones
      if (!anna || !ben) throw new Error('nobody')
      await publish('und Empfehlungen nach deinen Käufen', true)
      const figures = () => askAgainFigures(as('marketer'), newsletter())
      expect(await figures()).toMatchObject({ superseded: 3, waiting: 3, windowOpen: 3, asked: 0 })
      stage.hours(25)
      expect(await figures()).toMatchObject({ waiting: 3, windowOpen: 0 })
      await stage.pump()
      expect(stage.left.filter(({ kind }) => kind === 'question')).toHaveLength(3)

      expect(await stage.sends(anna, { text: 'Habt ihr morgen offen?' })).toBeNull()
      await stage.pump()
      expect(stage.question(ids[0] ?? '').text).toContain('Empfehlungen nach deinen Käufen')
      await stage.sends(anna, { text: 'Hallo?' })
      await stage.pump()
      expect(
        stage.left.filter(({ kind }) => kind === 'question'),
        'once',
      ).toHaveLength(4)
      expect(await figures()).toMatchObject({ waiting: 2, asked: 1, open: 1 })
      expect(await stage.answers(anna, 'yes')).toBe('confirmed')
      expect(await stage.advertises(ids[0] ?? '')).toBe(true)

      await stage.sends(ben, { text: 'Hallo' })
      await stage.pump()
      expect(await stage.answers(ben, 'no')).toBe('refused')
      expect(await figures()).toMatchObject({ superseded: 3, waiting: 1, asked: 2, yes: 1, no: 1, open: 0 })
    })

    it('C-33: who left, is held or said no within six months is not asked; a STOP instead of an answer still stops', async () => {
      const { phones, ids } = await crowd(3)
      const [anna, ben, carla] = phones
      if (!anna || !ben || !carla) throw new Error('nobody')
      const [, , carlaId = ''] = ids
      await publish('und Empfehlungen', true)
      expect(await stage.sends(anna, { text: 'STOP' })).toBe('stop')
      expect(await stage.state(ids[0] ?? '')).toBe('withdrawn')
      await stage.sends(ben, { text: 'Kann ich das irgendwie stoppen?' })
      await stage.sends(ben, { text: 'Hallo?' })
      await stage.sends(carla, { text: 'Hallo' })
      await stage.pump()
      expect(await stage.answers(carla, 'no')).toBe('refused')
      stage.hours(24 * 30)
      await stage.sends(carla, { text: 'Hallo' })
      await stage.pump()
      const asked = stage.left.filter(({ kind }) => kind === 'question').map(({ contactId }) => contactId)
      expect(asked.slice(3)).toEqual([carlaId])
    })

    it('C-33: a NO keeps only us silent: the person may sign up by themselves the next minute, with both halves', async () => {
      const { phones, ids } = await crowd(1)
      const [anna] = phones
      const [annaId = ''] = ids
      if (!anna) throw new Error('nobody')
      await publish('und Empfehlungen', true)
      await stage.sends(anna, { text: 'Hallo' })
      await stage.pump()
      expect(await stage.answers(anna, 'no')).toBe('refused')
      stage.hours(1 / 60)
      await stage.sends(anna, { text: 'START' })
      await stage.pump()
      expect(await stage.answers(anna, 'yes')).toBe('confirmed')
      expect(await stage.advertises(annaId)).toBe(true)
    })
  })
})

import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { resolveContact } from '../contacts/index.ts'
import { createContext, newId, Problem, ROLES, type Role, withTransaction } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { checkTopicWording } from './check-topic-wording.ts'
import { createTopic } from './create-topic.ts'
import { listTopics } from './list-topics.ts'
import { publishWording } from './publish-wording.ts'
import { requestConsent } from './request.ts'
import { STARTING_WORDING } from './texts.ts'
import { updateTopic } from './update-topic.ts'
import { currentWordings } from './wordings.ts'

const text = (topic: string, description = 'etwa zweimal im Monat') =>
  STARTING_WORDING.de({
    business: 'Blattwerk',
    topic,
    description,
    privacyUrl: 'https://blattwerk.example/datenschutz',
  })

async function problem(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof Problem) return error
  throw new Error(`no problem, but ${String(error)}`)
}

describe('topics', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let other: TestBusiness

  beforeAll(async () => {
    runtime = await createTestRuntime()
  })
  afterAll(() => runtime.close())
  beforeEach(async () => {
    business = await createTestBusiness(runtime)
    other = await createTestBusiness(runtime)
  })

  const as = (role: Role) =>
    createContext(runtime, business.businessId, { kind: 'member', memberId: newId(), role })
  const fields = (key: string) => ({
    key,
    name: { de: 'Neues', en: 'News' },
    description: { de: 'selten', en: 'rarely' },
  })
  const topic = async (id = business.topics.newsletter) => {
    const found = (await listTopics(business.ctx)).find((each) => each.id === id)
    if (!found) throw new Error('no such topic')
    return found
  }

  it('are changed by owner, marketer and data protection officer, and seen by all', async () => {
    for (const role of ROLES) {
      expect((await listTopics(as(role))).length).toBeGreaterThanOrEqual(2)
      const work = createTopic(as(role), fields(`from_${role}`))
      if (role === 'agent') expect((await problem(work)).kind).toBe('forbidden')
      else expect((await work).key).toBe(`from_${role}`)
    }
    const person = createContext(runtime, business.businessId, { kind: 'person', contactId: null })
    expect((await problem(listTopics(person))).kind).toBe('forbidden')
  })

  it('are numbered in the order they were made, and have keys of their own', async () => {
    const made = await createTopic(business.ctx, fields('events'))
    expect(made).toMatchObject({ position: 2, confirmed: 0, wordings: [], archivedAt: null })
    expect((await problem(createTopic(business.ctx, fields('events')))).code).toBe('topic_exists')
    expect((await createTopic(other.ctx, fields('events'))).position).toBe(2)
    await expect(createTopic(business.ctx, fields('49151'))).rejects.toThrow()
  })

  it('of another business are not there', async () => {
    const id = other.topics.newsletter
    const body = text('Pflanzenpost')
    for (const work of [
      () => updateTopic(business.ctx, id, { archived: true }),
      () => checkTopicWording(business.ctx, id, { language: 'de', body }),
      () => publishWording(business.ctx, id, { language: 'de', body }),
    ])
      expect((await problem(work())).kind).toBe('not_found')
  })

  it('C-17: keep every version of a text as it was, and the newest counts for new opt-ins', async () => {
    const [first] = await currentWordings(business.ctx, [business.topics.newsletter], 'de')
    const body = text('Pflanzenpost', 'einmal im Monat')
    const second = await publishWording(business.ctx, business.topics.newsletter, { language: 'de', body })
    expect(second).toMatchObject({
      version: 2,
      current: true,
      hash: createHash('sha256').update(body).digest('hex'),
    })
    const versions = (await topic()).wordings.filter((wording) => wording.language === 'de')
    expect(versions.map(({ version, current }) => [version, current])).toEqual([
      [2, true],
      [1, false],
    ])
    expect(versions[1]).toMatchObject({ id: first?.wording_id, body: first?.body, hash: first?.hash })
    const current = await currentWordings(business.ctx, [business.topics.newsletter], 'de')
    expect(current.map((wording) => wording.wording_id)).toEqual([second.id])
  })

  it('C-07: publish nothing that lacks what the law asks for, and name all of it', async () => {
    const wanted = { language: 'de', body: 'Schreibt mir gern! 20 % Rabatt.' } as const
    const found = await problem(publishWording(business.ctx, business.topics.newsletter, wanted))
    expect(found).toMatchObject({ kind: 'invalid', code: 'wording_incomplete' })
    expect(Object.keys(found.fields ?? {}).sort()).toEqual(
      ['advertising', 'business', 'channel', 'privacy', 'purpose', 'revocation'].sort(),
    )
    expect((await topic()).wordings.filter((wording) => wording.language === 'de')).toHaveLength(1)
  })

  it('are asked about in the person’s language, else in English, else in German', async () => {
    const { newsletter, offers } = business.topics
    const languages = async (language: string) =>
      (await currentWordings(business.ctx, [offers, newsletter], language)).map((wording) => [
        wording.topic_id,
        wording.language,
      ])
    expect(await languages('de')).toEqual([
      [offers, 'de'],
      [newsletter, 'de'],
    ])
    expect(await languages('fr')).toEqual([
      [offers, 'en'],
      [newsletter, 'en'],
    ])
    const only = await createTopic(business.ctx, {
      ...fields('nur_deutsch'),
      name: { de: 'Nur', en: 'Only' },
    })
    expect(await currentWordings(business.ctx, [only.id], 'de')).toEqual([])
    await publishWording(business.ctx, only.id, { language: 'de', body: text('Nur') })
    expect((await currentWordings(business.ctx, [only.id], 'fr')).map((each) => each.language)).toEqual([
      'de',
    ])
    expect(await currentWordings(other.ctx, [newsletter], 'de')).toEqual([])
  })

  it('are renamed without touching the texts that people saw', async () => {
    const before = await topic()
    const after = await updateTopic(business.ctx, before.id, { name: { de: 'Grünes', en: 'Greens' } })
    expect(after).toMatchObject({ name: { de: 'Grünes' }, description: before.description, archivedAt: null })
    expect(after.wordings).toEqual(before.wordings)
  })

  it('that are archived take no new opt-in, until they are brought back', async () => {
    const { newsletter, offers } = business.topics
    let wamids = 0
    const ask = async (topicIds: string[]) => {
      const { contactId } = await withTransaction(business.ctx, (tx) =>
        resolveContact(tx, { phone: `+4915130${String(100_000 + ++wamids)}`, name: 'Mia' }),
      )
      const outcome = await withTransaction(business.ctx, (tx) =>
        requestConsent(tx, {
          contactId,
          channelId: business.channelId,
          topicIds,
          language: 'de',
          sourceId: null,
          at: runtime.clock.now(),
          evidence: {},
          wamid: `wamid.${newId()}`,
        }),
      )
      const rows = await runtime.db
        .selectFrom('consent')
        .select('topic_id')
        .where('contact_id', '=', contactId)
        .execute()
      return [outcome, rows.map((row) => row.topic_id)]
    }
    expect((await updateTopic(business.ctx, newsletter, { archived: true })).archivedAt).not.toBeNull()
    expect(await currentWordings(business.ctx, [newsletter, offers], 'de')).toHaveLength(1)
    expect(await ask([newsletter])).toEqual(['no_wording', []])
    expect(await ask([newsletter, offers])).toEqual(['asking', [offers]])
    await updateTopic(business.ctx, newsletter, { archived: false })
    expect(await ask([newsletter])).toEqual(['asking', [newsletter]])
  })

  it('leave a trace of every change', async () => {
    await updateTopic(business.ctx, business.topics.offers, { archived: true })
    const entries = await runtime.db
      .selectFrom('audit_entry')
      .select(['action', 'after'])
      .where('business_id', '=', business.businessId)
      .execute()
    const actions = entries.map((entry) => entry.action)
    for (const action of ['topic.create', 'topic.update', 'wording.publish'])
      expect(actions).toContain(action)
    expect(JSON.stringify(entries)).not.toContain('Meine Einwilligung')
  })
})

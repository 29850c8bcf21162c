import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resolveContact } from '../contacts/index.ts'
import { SECOND, withTransaction } from '../platform/index.ts'
import { createSource, judgeOptIn } from '../signup/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { explainSubscription } from './explain-subscription.ts'
import { type Say, say } from './hooks.ts'
import { type Inbound, judgeInbound } from './judge.ts'
import { questionAccepted } from './question-life.ts'
import { setStopWords, stopWords } from './stop-words.ts'

/** What people ask of the chat itself, what is never read as will, and the words that a business adds. */
describe('wishes in the chat', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  const said: Say[] = []
  let people = 0
  let messages = 0

  beforeAll(async () => {
    runtime = await createTestRuntime()
    runtime.hooks.on(say, async (_tx, message) => void said.push(message))
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

  const newPerson = async (language?: string) => {
    const phone = `+49152${String(30_000_000 + ++people)}`
    const known = { phone, bsuid: `DE.2${people}`, name: 'Mia', ...(language ? { language } : {}) }
    return (await withTransaction(business.ctx, (tx) => resolveContact(tx, known))).contactId
  }

  const arrives = (contactId: string, part: Partial<Inbound>) => {
    runtime.clock.advance(60 * SECOND)
    const inbound: Inbound = {
      contactId,
      channelId: business.channelId,
      wamid: `wamid.wish.${++messages}`,
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

  const holdOf = async (contactId: string) =>
    (
      await runtime.db
        .selectFrom('contact')
        .select('hold_reason')
        .where('contact_id', '=', contactId)
        .executeTakeFirstOrThrow()
    ).hold_reason

  const confirmed = async (text = 'START') => {
    const contactId = await newPerson()
    expect(await arrives(contactId, { text })).toBe('opt_in')
    const question = said.findLast((message) => message.kind === 'question')
    if (!question) throw new Error('no question was asked')
    const wamid = `wamid.asked.${question.dedupeKey}`
    await withTransaction(business.ctx, (tx) =>
      questionAccepted(tx, {
        questionId: question.dedupeKey,
        messageId: question.dedupeKey,
        wamid,
        at: runtime.clock.now(),
      }),
    )
    const tap = { payload: `doi:yes:${question.dedupeKey}`, caption: 'JA' }
    expect(await arrives(contactId, { contextWamid: wamid, tap })).toBe('confirmed')
    return contactId
  }

  it.each([
    ['INFO', 'info'],
    ['Warum?', 'info'],
    ['Pourquoi je reçois ces messages ?', 'info'],
    ['AUSKUNFT', 'access'],
    ['mis datos', 'access'],
    ['Einstellungen bitte', 'settings'],
    ['voorkeuren', 'settings'],
  ])('C-74, C-37: %s is %s, and changes nothing by itself', async (text, meaning) => {
    const contactId = await confirmed()
    const before = said.length
    expect(await arrives(contactId, { text })).toBe(meaning)
    expect(await holdOf(contactId)).toBeNull()
    expect(said.length).toBe(before)
  })

  it('C-28: a stop beside a wish stays a stop', async () => {
    const contactId = await confirmed()
    expect(await arrives(contactId, { text: 'STOP. Warum?' })).toBe('hold')
    expect(await arrives(contactId, { text: 'Bitte keine Werbung mehr. Warum?' })).toBe('stop')
  })

  it('C-74: says when, where, with which words and how to leave, in the language of the person', async () => {
    const contactId = await confirmed('Start bitte')
    const text = await explainSubscription(business.ctx, contactId, business.channelId)
    expect(text).toContain('Du schreibst mit Blattwerk.')
    expect(text).toContain('Pflanzenpost')
    expect(text).toContain('„Start bitte“')
    expect(text).toContain('hier im Chat')
    expect(text).toContain(
      new Intl.DateTimeFormat('de', { dateStyle: 'long', timeZone: 'Europe/Berlin' }).format(
        runtime.clock.now(),
      ),
    )
    expect(text).toContain('STOP')
    expect(text).toContain('https://blattwerk.example/datenschutz')
    expect(await explainSubscription(business.ctx, contactId, business.channelId, 'en')).toContain(
      'You are signed up for: Plant post',
    )
  })

  it('C-74: says so when there is nothing, and when a YES is missing', async () => {
    const stranger = await newPerson('nl')
    expect(await explainSubscription(business.ctx, stranger, business.channelId)).toContain(
      'Je bent nergens voor aangemeld',
    )
    await arrives(stranger, { text: 'START' })
    expect(await explainSubscription(business.ctx, stranger, business.channelId)).toContain(
      'wacht nog op je JA',
    )
  })

  it('C-29: a voice message is no will; while the person is held it waits for a member', async () => {
    const contactId = await confirmed()
    const media = { kind: 'audio', caption: null }
    expect(await arrives(contactId, { media })).toBeNull()
    expect(await arrives(contactId, { text: 'wie kann ich mich abmelden?' })).toBe('hold')
    expect(await arrives(contactId, { media })).toBe('hold')
    expect(await arrives(contactId, { media, forwarded: true })).toBeNull()
    expect(await holdOf(contactId)).toBe('unclear_stop')
  })

  it('C-29: words under a picture are asked back, never taken at their word', async () => {
    const contactId = await confirmed()
    expect(await arrives(contactId, { media: { kind: 'image', caption: 'schöner Laden' } })).toBeNull()
    expect(await arrives(contactId, { media: { kind: 'image', caption: 'STOP' } })).toBe('hold')
    expect(await holdOf(contactId)).toBe('unclear_stop')
    const other = await confirmed()
    expect(await arrives(other, { media: { kind: 'image', caption: 'START' } })).toBeNull()
  })

  it("C-28: forwarded and quoted words are somebody else's", async () => {
    const contactId = await confirmed()
    expect(await arrives(contactId, { text: 'STOP', forwarded: true })).toBeNull()
    expect(await arrives(contactId, { text: '> STOP\nwas heißt das denn?' })).toBeNull()
    expect(await holdOf(contactId)).toBeNull()
  })

  it('C-28: a business adds stop words and can take none away', async () => {
    const other = await createTestBusiness(runtime)
    expect(
      await setStopWords(other.ctx, { words: ['Tschüss Blatt', 'tschuss  blatt', 'Feierabend'] }),
    ).toEqual({
      words: ['Tschüss Blatt', 'Feierabend'],
    })
    expect(await stopWords(other.ctx)).toEqual(['Tschüss Blatt', 'Feierabend'])
    expect(await stopWords(business.ctx)).toEqual([])
    const contactId = (
      await withTransaction(other.ctx, (tx) => resolveContact(tx, { phone: '+4915239999999', name: 'Ole' }))
    ).contactId
    const writes = (text: string) =>
      withTransaction(other.ctx, (tx) =>
        judgeInbound(tx, {
          contactId,
          channelId: other.channelId,
          wamid: `wamid.own.${++messages}`,
          at: runtime.clock.now(),
          forwarded: false,
          contextWamid: null,
          text,
          tap: null,
        }),
      )
    expect(await writes('jetzt ist Feierabend im Laden')).toBe('hold')
    expect(await writes('Feierabend!!')).toBe('stop')
    expect(await setStopWords(other.ctx, { words: [] })).toEqual({ words: [] })
    expect(await writes('STOP')).toBe('stop')
    expect(await writes('Feierabend!!')).toBeNull()
  })

  it.each(['ja', 'nein', 'START', 'info', 'danke', 'Einstellungen', '!!'])(
    'C-28: %s cannot be a stop word, it means something else',
    async (word) => {
      await expect(setStopWords(business.ctx, { words: [word] })).rejects.toMatchObject({
        code: 'stop_word_unusable',
      })
    },
  )
})

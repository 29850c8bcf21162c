import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { updateBusiness } from '../businesses/update.ts'
import {
  CHAT_LANGUAGES,
  type Inbound,
  judgeInbound,
  publishWording,
  type Say,
  STARTING_WORDING,
  say,
} from '../consent/index.ts'
import { openPerson, personKey, resolveContact } from '../contacts/index.ts'
import { enqueueSaid } from '../dispatch/index.ts'
import { DAY, HOUR, MINUTE, withTransaction } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { createTestWeb, type TestWeb } from '../testing/web.ts'
import { createSource } from './create-source.ts'
import { judgeOptIn } from './judge-opt-in.ts'
import { revokeSource } from './revoke-source.ts'
import type { Source } from './source.ts'
import { updateSource } from './update-source.ts'

interface Shown {
  language: string
  texts: Record<string, string>
  topics: { id: string; name: string; description: string }[]
  wordingId: string
}
interface Ticket {
  code: string
  text: string
  link: string
  qrSvg: string
  expiresAt: string
}

/** From the bubble on a shop's page, a poster or a keyword to the question in the chat. */
describe('signing up', () => {
  let runtime: TestRuntime
  let web: TestWeb
  let business: TestBusiness
  let bubble: Source
  let said: Say[]
  let people = 0
  let messages = 0
  let addresses = 0

  beforeAll(async () => {
    runtime = await createTestRuntime({ GRAPH_BASE_URL: 'http://127.0.0.1:9' })
    runtime.hooks.on(say, async (_tx, message) => void said.push(message))
    runtime.hooks.on(say, enqueueSaid)
    web = await createTestWeb(runtime)
  })
  afterAll(async () => {
    await web.close()
    await runtime.close()
  })
  beforeEach(async () => {
    said = []
    business = await createTestBusiness(runtime)
    bubble = await newSource({ kind: 'bubble' })
  })

  const newSource = (fields: Partial<Parameters<typeof createSource>[1]>) =>
    createSource(business.ctx, {
      kind: 'link',
      name: 'Startseite',
      channelId: business.channelId,
      topicIds: [business.topics.newsletter, business.topics.offers],
      ...fields,
    })

  /** A call from a page that stands somewhere in the web; each from an address of its own unless one is given. */
  const page = (method: 'GET' | 'POST' | 'OPTIONS', path: string, body?: object, from?: string) =>
    web.api.inject({
      method,
      url: `/api/v1/public/sources/${path}`,
      remoteAddress: from ?? `198.51.100.${++addresses % 250}`,
      headers: { origin: 'https://shop.example', ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { payload: JSON.stringify(body) } : {}),
    })
  const show = async (language = 'de', source = bubble) =>
    (await page('GET', `${source.publicId}?lang=${language}`)).json<Shown>()
  const ask = async (extra: object = {}, source = bubble) => {
    const shown = await show('de', source)
    return page('POST', `${source.publicId}/requests`, {
      topicIds: [business.topics.newsletter],
      language: shown.language,
      wordingId: shown.wordingId,
      ...extra,
    })
  }
  const ticket = async (extra: object = {}) => {
    const response = await ask(extra)
    expect(response.statusCode).toBe(201)
    return response.json<Ticket>()
  }

  const newPerson = (phone = `+49151${String(30_000_000 + ++people)}`, name = 'Mia') =>
    withTransaction(business.ctx, (tx) => resolveContact(tx, { phone, name })).then((made) => made.contactId)

  const sends = (contactId: string, text: string, extra: Partial<Inbound> = {}) => {
    const inbound: Inbound = {
      contactId,
      channelId: business.channelId,
      wamid: `wamid.signup.${++messages}`,
      at: runtime.clock.now(),
      forwarded: false,
      contextWamid: null,
      text,
      tap: null,
      ...extra,
    }
    return withTransaction(
      business.ctx,
      async (tx) => (await judgeInbound(tx, inbound)) ?? (await judgeOptIn(tx, inbound)),
    )
  }
  const consents = (contactId: string) =>
    runtime.db.selectFrom('consent').selectAll().where('contact_id', '=', contactId).execute()
  /** The sealed proof of the person's request, opened. */
  async function evidence(contactId: string): Promise<Record<string, unknown>> {
    const row = await runtime.db
      .selectFrom('consent_event')
      .selectAll()
      .where('contact_id', '=', contactId)
      .where('type', '=', 'requested')
      .orderBy('event_id', 'desc')
      .executeTakeFirstOrThrow()
    const key = await personKey(business.ctx, contactId)
    if (!key) throw new Error('the person has no key')
    const place = `evidence:${row.event_id}`
    if (!row.evidence_sealed) throw new Error('the proof was taken away')
    return JSON.parse(openPerson(business.ctx, key, contactId, place, row.evidence_sealed ?? Buffer.of()))
  }

  describe('the bubble', () => {
    it.each(CHAT_LANGUAGES)(
      'C-09: speaks %s, and shows the full text beside each unticked topic',
      async (language) => {
        const shown = await show(language)
        expect(shown.language).toBe(language)
        expect(shown.texts.title).toContain('Blattwerk')
        expect(shown.topics.map((topic) => topic.id)).toEqual(bubble.topicIds)
        const start = language === 'de' ? 'Ja, Blattwerk darf mir' : 'Yes, Blattwerk may send me'
        for (const topic of shown.topics) expect(topic.description).toContain(start)
        expect(shown.wordingId.split(',')).toHaveLength(2)
      },
    )

    it('speaks the business’s language to those whose language it does not know', async () => {
      expect((await show('pl')).language).toBe('de')
      expect((await page('GET', bubble.publicId)).json<Shown>().language).toBe('de')
    })

    it('may be called from any page, without cookies', async () => {
      const preflight = await page('OPTIONS', `${bubble.publicId}/requests`)
      expect(preflight.statusCode).toBe(204)
      expect(preflight.headers).toMatchObject({
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'GET, POST',
        'access-control-allow-headers': 'content-type',
      })
      const missing = await page('GET', 'blattwerk.AAAAAA')
      expect(missing.statusCode).toBe(404)
      for (const response of [
        await page('GET', bubble.publicId),
        await ask(),
        missing,
        await ask({ topicIds: 7 }),
      ]) {
        expect(response.headers['access-control-allow-origin']).toBe('*')
        expect(response.headers['access-control-allow-credentials']).toBeUndefined()
        expect(response.cookies).toEqual([])
      }
    })

    it('answers too many requests from one address as a problem that the page can read', async () => {
      const from = '203.0.113.7'
      for (let n = 0; n < 20; n++) await page('POST', `${bubble.publicId}/requests`, {}, from)
      const response = await page('POST', `${bubble.publicId}/requests`, {}, from)
      expect(response.statusCode).toBe(429)
      expect(response.headers['content-type']).toContain('application/problem+json')
      expect(response.headers['access-control-allow-origin']).toBe('*')
      expect(response.json()).toMatchObject({ code: 'too_many_requests' })
      const other = await page('POST', `${bubble.publicId}/requests`, {}, '203.0.113.8')
      expect(other.statusCode).toBe(422)
    })

    it('hands out a code, the prepared message, and the way to send it', async () => {
      const made = await ticket()
      expect(made.code).toMatch(/^[2-9A-HJ-NP-Z]{7}$/)
      expect(made.text).toBe(
        `Hallo Blattwerk, ich möchte Nachrichten per WhatsApp bekommen. (Code ${made.code})`,
      )
      expect(made.link).toContain('/wa.me/49305550123?text=')
      expect(made.qrSvg).toContain('<svg')
      expect(new Date(made.expiresAt).getTime() - runtime.clock.now().getTime()).toBe(DAY)
    })

    it('C-04: never makes the business write to a number that was typed', async () => {
      const messagesBefore = await runtime.db.selectFrom('message').select('message_id').execute()
      for (const phone of ['0151 12345678', '+49 151 12345678', '+1 202 555 0123', 'not a number'])
        await ticket({ phone })
      expect(await runtime.db.selectFrom('message').select('message_id').execute()).toEqual(messagesBefore)
      expect(said).toEqual([])
      const contacts = await runtime.db
        .selectFrom('contact')
        .select('contact_id')
        .where('business_id', '=', business.businessId)
        .execute()
      expect(contacts).toEqual([])
      const rows = await runtime.db.selectFrom('signup_request').selectAll().execute()
      expect(JSON.stringify(rows)).not.toMatch(/12345678|5550123/)
    })

    it('refuses texts that are no longer the published ones', async () => {
      const shown = await show()
      const body = STARTING_WORDING.de({
        business: 'Blattwerk',
        topic: 'Pflanzenpost',
        description: 'jeden Tag',
        privacyUrl: 'https://blattwerk.example/datenschutz',
      })
      await publishWording(business.ctx, business.topics.newsletter, { language: 'de', body })
      const late = await ask({ wordingId: shown.wordingId })
      expect(late.statusCode).toBe(409)
      expect(late.json()).toMatchObject({ code: 'wording_changed' })
      // The other topic's text is still the same.
      expect((await ask({ wordingId: shown.wordingId, topicIds: [business.topics.offers] })).statusCode).toBe(
        201,
      )
    })

    it('takes only topics that it offers', async () => {
      const other = await createTestBusiness(runtime)
      expect((await ask({ topicIds: [other.topics.newsletter] })).statusCode).toBe(409)
      await updateSource(business.ctx, bubble.id, { topicIds: [business.topics.offers] })
      expect((await ask()).statusCode).toBe(409)
    })

    it('is gone when it was revoked', async () => {
      const shown = await show()
      await revokeSource(business.ctx, bubble.id)
      expect((await page('GET', bubble.publicId)).statusCode).toBe(404)
      const { wordingId } = shown
      const body = { topicIds: bubble.topicIds, language: 'de', wordingId }
      expect((await page('POST', `${bubble.publicId}/requests`, body)).statusCode).toBe(404)
    })
  })

  describe('the message with a code', () => {
    it('C-14: starts the double opt-in for the ticked topic, with what the page showed as evidence', async () => {
      const { text, code } = await ticket({ pageUrl: 'https://shop.example/pflanzen', build: '1.2.3' })
      const mia = await newPerson()
      runtime.clock.advance(MINUTE)
      expect(await sends(mia, text)).toBe('opt_in')
      expect(await consents(mia)).toMatchObject([
        { topic_id: business.topics.newsletter, state: 'requested', source_id: bubble.id },
      ])
      expect(said.map((message) => message.kind)).toEqual(['question'])
      expect(await evidence(mia)).toMatchObject({
        sourceId: bubble.id,
        sourceKind: 'bubble',
        webEvidence: 'attached',
        pageUrl: 'https://shop.example/pflanzen',
        widgetBuild: '1.2.3',
        pageLanguage: 'de',
        pageWordingIds: [expect.any(String)],
        typedNumber: 'none',
        text,
        edited: false,
      })
      const used = await runtime.db
        .selectFrom('signup_request')
        .select(['used_at', 'used_by'])
        .where('code', '=', code)
        .executeTakeFirst()
      expect(used).toEqual({ used_at: runtime.clock.now(), used_by: mia })
    })

    it('attaches its page once: whoever sends the code again is judged by the chat alone', async () => {
      const { text } = await ticket({ pageUrl: 'https://shop.example/' })
      await sends(await newPerson(), text)
      const other = await newPerson()
      expect(await sends(other, text)).toBe('opt_in')
      const proof = await evidence(other)
      expect(proof).toMatchObject({ webEvidence: 'code_used_before' })
      expect(proof).not.toHaveProperty('pageUrl')
    })

    it('attaches nothing after a day', async () => {
      const { text } = await ticket()
      runtime.clock.advance(24 * HOUR + MINUTE)
      const mia = await newPerson()
      expect(await sends(mia, text)).toBe('opt_in')
      expect(await evidence(mia)).toMatchObject({ webEvidence: 'code_expired' })
    })

    it('notes whether the sender is who typed a number, and writes only to the sender', async () => {
      const phone = `+49151${String(30_000_000 + ++people)}`
      const typed = await ticket({ phone: `0${phone.slice(3)}` })
      const mia = await newPerson(phone)
      await sends(mia, typed.text)
      expect(await evidence(mia)).toMatchObject({ typedNumber: 'same' })
      const again = await ticket({ phone: '0151 99999999' })
      const other = await newPerson()
      await sends(other, again.text)
      expect(await evidence(other)).toMatchObject({ typedNumber: 'other_discarded' })
      expect(said.map((message) => message.contactId)).toEqual([mia, other])
    })

    it('counts when the person rewrote it, and keeps that it was rewritten', async () => {
      const { code } = await ticket()
      const mia = await newPerson()
      expect(await sends(mia, `hi! ich will eure pflanzenpost, ${code.toLowerCase()}`)).toBe('opt_in')
      expect(await evidence(mia)).toMatchObject({ webEvidence: 'attached', edited: true })
    })

    it('does not count as rewritten for other spaces, case or punctuation', async () => {
      const { text } = await ticket()
      const mia = await newPerson()
      await sends(mia, ` ${text.toUpperCase().replace(',', ' ,')}\n`)
      expect(await evidence(mia)).toMatchObject({ edited: false })
    })

    it.each(['Nein danke, code', 'ich will KEINE Nachrichten', 'I do not want this', 'bitte nicht'])(
      'starts nothing when it says no: %s',
      async (words) => {
        const { code } = await ticket()
        const mia = await newPerson()
        expect(['opt_in_declined', 'refused', 'stop', 'hold']).toContain(await sends(mia, `${words} ${code}`))
        expect(await consents(mia)).toEqual([])
        expect(said.filter((message) => message.kind === 'question')).toEqual([])
      },
    )

    it('counts for a business whose name sounds like a no', async () => {
      await updateBusiness(business.ctx, { name: 'No. 5 Blattwerk' })
      const { text } = await ticket()
      expect(text).toContain('Hallo No. 5 Blattwerk')
      expect(await sends(await newPerson(), text)).toBe('opt_in')
    })

    it('signs up nobody when it was forwarded, and keeps the code for its owner', async () => {
      const { text } = await ticket()
      const friend = await newPerson()
      expect(await sends(friend, text, { forwarded: true })).toBe('opt_in_forwarded')
      expect(await consents(friend)).toEqual([])
      expect(said.map((message) => message.kind)).toEqual(['notice'])
      const mia = await newPerson()
      await sends(mia, text)
      expect(await evidence(mia)).toMatchObject({ webEvidence: 'attached' })
    })

    it('C-02: tells whoever forwards it to write START only where that word signs up', async () => {
      const { text } = await ticket()
      const answers: string[] = []
      const forward = async () => {
        said.length = 0
        await sends(await newPerson(), text, { forwarded: true })
        answers.push(JSON.stringify(said[0]?.body))
      }
      await forward()
      const word = await newSource({ kind: 'keyword', keyword: 'BLATT' })
      await forward()
      expect(await sends(await newPerson(), 'START')).toBe('opt_in')
      await revokeSource(business.ctx, word.id)
      await forward()
      expect(await sends(await newPerson(), 'START'), 'nothing stands for it').toBeNull()
      expect(answers.map((answer) => answer.includes('START'))).toEqual([false, true, false])
      for (const answer of answers) expect(answer).toContain('weitergeleitet')
    })

    it('is an ordinary message when its source was revoked, or on another number', async () => {
      const first = await ticket()
      const mia = await newPerson()
      const other = await createTestBusiness(runtime)
      expect(await sends(mia, first.text, { channelId: other.channelId })).toBeNull()
      await revokeSource(business.ctx, bubble.id)
      expect(await sends(mia, first.text)).toBeNull()
      expect(await consents(mia)).toEqual([])
      expect(said).toEqual([])
    })
  })

  describe('a poster', () => {
    it('starts the opt-in with its own code, as often as people scan it', async () => {
      const poster = await newSource({ kind: 'qr', name: 'Schaufenster' })
      const text = new URL(poster.link).searchParams.get('text') ?? ''
      for (const scan of [1, 2]) {
        const person = await newPerson()
        expect(await sends(person, text), `scan ${scan}`).toBe('opt_in')
        expect((await consents(person)).map((row) => row.topic_id).sort()).toEqual(
          [...poster.topicIds].sort(),
        )
        expect(await evidence(person)).toMatchObject({
          sourceKind: 'qr',
          sourceName: 'Schaufenster',
          edited: false,
        })
      }
    })

    it('C-72: starts nothing once it was revoked, while another goes on', async () => {
      const [first, second] = [await newSource({ kind: 'qr' }), await newSource({ kind: 'qr' })]
      await revokeSource(business.ctx, first.id)
      const textOf = (source: Source) => new URL(source.link).searchParams.get('text') ?? ''
      expect(await sends(await newPerson(), textOf(first))).toBeNull()
      expect(await sends(await newPerson(), textOf(second))).toBe('opt_in')
    })
  })

  describe('a keyword', () => {
    it('starts the opt-in, however it is written, and only by itself', async () => {
      const source = await newSource({ kind: 'keyword', keyword: 'Grün', topicIds: [business.topics.offers] })
      expect(source.keyword).toBe('GRÜN')
      for (const text of ['GRÜN', 'grün', ' Grün! '])
        expect(await sends(await newPerson(), text), text).toBe('opt_in')
      for (const text of ['Grün ist schön', 'grüne', 'Hallo'])
        expect(await sends(await newPerson(), text), text).toBeNull()
    })

    it('belongs to one source of a number, until that is revoked', async () => {
      const first = await newSource({ kind: 'keyword', keyword: 'BLATT' })
      await expect(newSource({ kind: 'keyword', keyword: 'blatt' })).rejects.toMatchObject({
        code: 'keyword_taken',
      })
      await revokeSource(business.ctx, first.id)
      expect(await sends(await newPerson(), 'BLATT')).toBeNull()
      await newSource({ kind: 'keyword', keyword: 'BLATT' })
      expect(await sends(await newPerson(), 'BLATT')).toBe('opt_in')
    })

    it('may be the same at another business', async () => {
      await newSource({ kind: 'keyword', keyword: 'BLATT' })
      business = await createTestBusiness(runtime)
      await expect(newSource({ kind: 'keyword', keyword: 'BLATT' })).resolves.toMatchObject({
        keyword: 'BLATT',
      })
    })

    it.each(['STOP', 'Abmelden', 'JA', 'nein', 'INFO', 'Warum', 'AUSKUNFT', 'Einstellungen'])(
      'cannot be %s, which means something already',
      async (keyword) => {
        await expect(newSource({ kind: 'keyword', keyword })).rejects.toMatchObject({
          code: 'keyword_reserved',
        })
      },
    )

    it('may be START, and stands for the first source when there is none of that name', async () => {
      await newSource({ kind: 'keyword', keyword: 'BLATT', topicIds: [business.topics.offers] })
      const mia = await newPerson()
      expect(await sends(mia, 'Start')).toBe('opt_in')
      expect(await consents(mia)).toMatchObject([{ topic_id: business.topics.offers }])
      await expect(newSource({ kind: 'keyword', keyword: 'START' })).resolves.toMatchObject({
        keyword: 'START',
      })
    })
  })

  it('C-09: is never started by just writing to the business', async () => {
    const mia = await newPerson()
    for (const text of ['Hallo', 'Habt ihr Monstera?', 'JA', 'ok', 'GARTEN', 'Code 222222'])
      expect(['ignored_answer', null]).toContain(await sends(mia, text))
    expect(await consents(mia)).toEqual([])
    expect(said).toEqual([])
  })
})

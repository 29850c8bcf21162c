import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Live } from '../app/live.ts'
import { wire } from '../app/wire.ts'
import { whyContact } from '../card/why.ts'
import { CHAT_LANGUAGES, judgeInbound } from '../consent/index.ts'
import { openPerson, personKey, resolveContact } from '../contacts/index.ts'
import { payloadPlace } from '../dispatch/index.ts'
import { listMessages } from '../inbox/messages.ts'
import { identityChanged, inboundMessage } from '../intake/index.ts'
import { DAY, HOUR, MINUTE, withTransaction } from '../platform/index.ts'
import { erasePerson } from '../privacy/index.ts'
import { judgeOptIn } from '../signup/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { dump } from '../testing/dump.ts'
import { optIn, wamidFor } from '../testing/opt-in.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { createTestWeb, type TestWeb } from '../testing/web.ts'

let serial = 0

describe('the person’s own page', () => {
  let runtime: TestRuntime
  let web: TestWeb
  let business: TestBusiness
  beforeAll(async () => {
    runtime = await createTestRuntime()
    wire(runtime, new Live())
    await runtime.jobs.prepare()
    web = await createTestWeb(runtime)
    business = await createTestBusiness(runtime)
  })
  afterAll(async () => {
    await web.close()
    await runtime.close()
  })

  const phoneOf = (n: number) => `+4915155${String(100_000 + n)}`
  /** Somebody who said yes twice to the newsletter. */
  async function newPerson(): Promise<{ contactId: string; phone: string }> {
    const phone = phoneOf(++serial)
    const contactId = await optIn(business, { phone, name: 'Lea', text: `Hallo ${serial}` })
    await sql`update message set state = 'delivered' where contact_id = ${contactId}`.execute(runtime.db)
    return { contactId, phone }
  }
  /** A person's message on its whole way: STOP first, then the answer to it. */
  async function write(phone: string, text: string, forwarded = false): Promise<string | null> {
    const { ctx, channelId } = business
    runtime.clock.advance(1000)
    return withTransaction(ctx, async (tx) => {
      const { contactId } = await resolveContact(tx, { phone })
      const wamid = wamidFor(phone, `${text}:${++serial}`)
      const at = tx.clock.now()
      const inbound = { contactId, channelId, wamid, at, forwarded, contextWamid: null, text, tap: null }
      const meaning = (await judgeInbound(tx, inbound)) ?? (await judgeOptIn(tx, inbound))
      await tx.hooks.run(inboundMessage, tx, {
        contactId,
        channelId,
        message: {
          kind: 'message',
          wamid,
          at,
          from: { phone, bsuid: null, parentBsuid: null, username: null, name: null },
          forwarded,
          referral: null,
          productId: null,
          contextWamid: null,
          content: { type: 'text', text },
        },
        meaning,
        receivedAt: at,
      })
      return meaning
    })
  }
  /** What was said to a person, oldest first. */
  async function said(contactId: string): Promise<string[]> {
    const rows = await runtime.db
      .selectFrom('message')
      .select(['message_id', 'payload_sealed'])
      .where('contact_id', '=', contactId)
      .orderBy('message_id')
      .execute()
    const key = await personKey(business.ctx, contactId)
    if (!key) return []
    return rows.map((row) => {
      const open = openPerson(
        business.ctx,
        key,
        contactId,
        payloadPlace(row.message_id),
        row.payload_sealed ?? Buffer.of(),
      )
      const body = JSON.parse(open)
      return body.text?.body ?? body.interactive?.body?.text ?? ''
    })
  }
  async function linkOf(person: { contactId: string; phone: string }): Promise<string> {
    await write(person.phone, 'EINSTELLUNGEN')
    const last = (await said(person.contactId)).at(-1) ?? ''
    return /\/p\/[A-Za-z0-9_-]{64}/.exec(last)?.[0] ?? 'no link'
  }
  // Each request from an address of its own, so that only the test of the limit meets it.
  const visitor = () => ({ 'x-forwarded-for': `203.0.${(++serial >> 8) & 255}.${serial & 255}` })
  const look = (path: string) => web.api.inject({ method: 'GET', url: path, headers: visitor() })
  const act = (page: string, name: string, fields: Record<string, string> = {}) => {
    runtime.clock.advance(1000)
    return web.api.inject({
      method: 'POST',
      url: `${page}/${name}`,
      headers: { ...visitor(), 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ token: page.slice(3), ...fields }).toString(),
    })
  }
  const states = async (contactId: string) =>
    Object.fromEntries(
      (
        await runtime.db
          .selectFrom('consent')
          .select(['topic_id', 'state'])
          .where('contact_id', '=', contactId)
          .execute()
      ).map(({ topic_id, state }) => [topic_id, state]),
    )
  const codeIn = (text: string) => /\*(\d{3} \d{3})\*/.exec(text)?.[1] ?? 'no code'
  const field = (html: string, name: string) =>
    new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? `no ${name}`

  describe('the chat', () => {
    it('C-74: WARUM is answered with when, where, with which words, the way out, and the link', async () => {
      const lea = await newPerson()
      expect(await write(lea.phone, 'WARUM')).toBe('info')
      const answer = (await said(lea.contactId)).at(-1) ?? ''
      for (const part of [
        '18. November 2026',
        'blattwerk.example/blumen',
        'Hallo',
        'Pflanzenpost',
        'STOP',
        '/p/',
      ])
        expect(answer).toContain(part)
    })

    it('answers in the language of the question', async () => {
      const lea = await newPerson()
      await write(lea.phone, 'IMPOSTAZIONI')
      expect((await said(lea.contactId)).at(-1)).toMatch(/Le tue impostazioni[\s\S]*\?lang=it$/)
    })

    it('answers nobody else’s words, and not more than five times a day', async () => {
      const lea = await newPerson()
      const before = (await said(lea.contactId)).length
      await write(lea.phone, 'EINSTELLUNGEN', true)
      expect(await said(lea.contactId)).toHaveLength(before)
      for (let i = 0; i < 8; i++) await write(lea.phone, i % 2 ? 'WARUM' : 'EINSTELLUNGEN')
      expect(await said(lea.contactId)).toHaveLength(before + 5)
      runtime.clock.advance(DAY)
      await write(lea.phone, 'WARUM')
      expect(await said(lea.contactId)).toHaveLength(before + 6)
    })

    it('shows members neither the link nor a code', async () => {
      const lea = await newPerson()
      const page = await linkOf(lea)
      await act(page, 'code', { purpose: 'data' })
      const code = codeIn((await said(lea.contactId)).at(-1) ?? '')
      const { items } = await listMessages(
        business.ctx,
        { contactId: lea.contactId, channelId: business.channelId },
        {},
      )
      const shown = JSON.stringify(items)
      expect(code).toMatch(/^\d{3} \d{3}$/)
      expect(shown).toContain('/p/…')
      expect(shown).toContain('*••• •••*')
      expect(shown).not.toContain(page.slice(3))
      expect(shown).not.toContain(code)
    })
  })

  describe('the link', () => {
    it('opens one person’s page, which nobody may keep, index, frame or learn from', async () => {
      const lea = await newPerson()
      const page = await linkOf(lea)
      const answer = await look(page)
      expect(answer.statusCode).toBe(200)
      expect(answer.headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': expect.stringContaining('noindex'),
        'x-frame-options': 'DENY',
        'content-type': 'text/html; charset=utf-8',
      })
      expect(answer.headers['content-security-policy']).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; img-src data:/,
      )
      expect(answer.headers['set-cookie']).toBeUndefined()
      expect(answer.body).not.toMatch(/<script|<img|<iframe|@import|url\(/)
      expect(answer.body).not.toContain(lea.phone)
      expect(answer.body).toContain(lea.phone.slice(-3))
      expect(answer.body).toContain('https://blattwerk.example/impressum')
      const digest = await dump(runtime.db)
      expect(JSON.stringify(digest)).not.toContain(page.slice(3))
    })

    it('ends after seven days, by a newer one, by a change of the number and by an erasure', async () => {
      const lea = await newPerson()
      const first = await linkOf(lea)
      const second = await linkOf(lea)
      expect((await look(first)).statusCode).toBe(404)
      expect((await look(second)).statusCode).toBe(200)
      runtime.clock.advance(7 * DAY)
      expect((await look(second)).statusCode).toBe(404)
      const third = await linkOf(lea)
      await withTransaction(business.ctx, (tx) =>
        tx.hooks.run(identityChanged, tx, {
          contactId: lea.contactId,
          channelId: business.channelId,
          phone: phoneOf(9_999),
          bsuid: null,
          before: { phone: lea.phone, bsuid: null },
          at: tx.clock.now(),
        }),
      )
      expect((await look(third)).statusCode).toBe(404)
      const ben = await newPerson()
      const his = await linkOf(ben)
      await act(his, 'pause', { days: '30' })
      await erasePerson(business.ctx, ben.contactId, { confirm: 'ERASE' })
      expect((await look(his)).statusCode).toBe(404)
      for (const table of ['preference_link', 'preference_code', 'marketing_pause'] as const) {
        const left = await runtime.db
          .selectFrom(table)
          .select('contact_id')
          .where('contact_id', '=', ben.contactId)
          .execute()
        expect([table, left]).toEqual([table, []])
      }
    })

    it('says the same of every link that opens nothing, in the visitor’s language', async () => {
      const lea = await newPerson()
      const page = await linkOf(lea)
      const other = await createTestBusiness(runtime)
      const foreign = Buffer.concat([
        Buffer.from(other.businessId.replaceAll('-', ''), 'hex'),
        Buffer.from(page.slice(3), 'base64url').subarray(16),
      ]).toString('base64url')
      for (const path of [
        '/p/',
        '/p/x',
        `/p/${'A'.repeat(64)}`,
        `/p/${foreign}`,
        `${page}x`,
        `${page}/nothing`,
      ]) {
        const answer = await web.api.inject({ url: path, headers: { 'accept-language': 'xx, nl-NL;q=0.9' } })
        expect([path, answer.statusCode, answer.body.includes('Deze link is niet meer geldig')]).toEqual([
          path,
          404,
          true,
        ])
      }
      expect((await act(page, 'all-off', { token: foreign })).statusCode).toBe(404)
      expect(await states(lea.contactId)).toEqual({ [business.topics.newsletter]: 'confirmed' })
    })

    it('is limited per address', async () => {
      const asked = await Promise.all(
        Array.from({ length: 70 }, () => web.api.inject({ url: '/p/x', remoteAddress: '203.0.113.9' })),
      )
      expect(asked.filter(({ statusCode }) => statusCode === 429).length).toBeGreaterThan(5)
      expect(asked.at(-1)?.body).toContain('One moment please')
    })
  })

  describe('ways out', () => {
    it('C-25: a topic ends with one tap, without a question, and opening addresses ends nothing', async () => {
      const lea = await newPerson()
      const page = await linkOf(lea)
      for (const path of [
        page,
        page,
        `${page}/topic-off`,
        `${page}/all-off?topic=${business.topics.newsletter}`,
        `${page}/data`,
        `${page}/erase`,
      ])
        await look(path)
      expect(await states(lea.contactId)).toEqual({ [business.topics.newsletter]: 'confirmed' })
      const form = /<form[^>]*topic-off".*?<\/form>/s.exec((await look(page)).body)?.[0] ?? ''
      expect(
        form.match(/<(button|select|textarea)|type="(?!hidden)/g),
        'one button and nothing to fill in',
      ).toEqual(['<button'])
      const answer = await act(page, 'topic-off', { topic: field(form, 'topic') })
      expect(await states(lea.contactId)).toEqual({ [business.topics.newsletter]: 'withdrawn' })
      expect(answer.statusCode).toBe(303)
      const after = await look(String(answer.headers.location))
      expect(after.body).toContain('Erledigt: „Pflanzenpost“ ist abbestellt.')
      expect(after.body).toContain('Wenn du es dir anders überlegst')
    })

    it('C-30: exactly one receipt follows, however often the button is pressed', async () => {
      const lea = await newPerson()
      const page = await linkOf(lea)
      const before = (await said(lea.contactId)).length
      for (let i = 0; i < 3; i++) await act(page, 'all-off')
      const after = (await said(lea.contactId)).slice(before)
      expect(after).toEqual([expect.stringContaining('Du bist abgemeldet')])
    })

    it('C-31: one purpose ends alone, the stop ends all of them', async () => {
      const lea = await newPerson()
      const page = await linkOf(lea)
      const { newsletter, offers } = business.topics
      await sql`insert into consent (business_id, contact_id, channel_id, topic_id, state, state_at, updated_at)
        select business_id, contact_id, channel_id, ${offers}, state, state_at, updated_at from consent
        where contact_id = ${lea.contactId}`.execute(runtime.db)
      await act(page, 'topic-off', { topic: newsletter })
      expect(await states(lea.contactId)).toEqual({ [newsletter]: 'withdrawn', [offers]: 'confirmed' })
      expect((await look(page)).body).not.toContain('Du bekommst keine Werbung von')
      await act(page, 'all-off')
      expect(await states(lea.contactId)).toEqual({ [newsletter]: 'withdrawn', [offers]: 'withdrawn' })
      const after = (await look(page)).body
      expect(after).toContain('Du bekommst keine Werbung von Blattwerk.')
      expect(after).not.toContain('all-off')
    })

    it('C-36: the right to object stands alone, in every language', async () => {
      const page = await linkOf(await newPerson())
      for (const language of CHAT_LANGUAGES) {
        const { body } = await look(`${page}?lang=${language}`)
        expect(body).toContain(`<html lang="${language}">`)
        const section = /<section class="card" aria-labelledby="stop">(.*?)<\/section>/s.exec(body)?.[1] ?? ''
        expect([
          language,
          section.match(/<p>/g)?.length,
          /art[a-z.]* 21/i.test(section),
          section.includes('all-off'),
        ]).toEqual([language, 1, true, true])
      }
    })

    it('C-31: pauses: the gate withholds until then, the card says why, and consents stay', async () => {
      const lea = await newPerson()
      const page = await linkOf(lea)
      await act(page, 'pause', { days: '30' })
      const why = () => whyContact(business.ctx, lea.contactId, { topicId: business.topics.newsletter }, 'de')
      expect((await why()).checks.find(({ key }) => key === 'paused')).toMatchObject({
        ok: false,
        title: 'Pause',
      })
      expect((await look(page)).body).toMatch(/Du hast Pause bis zum \d+\. Dezember 2026\./)
      expect(await states(lea.contactId)).toEqual({ [business.topics.newsletter]: 'confirmed' })
      await act(page, 'resume')
      expect((await why()).checks.find(({ key }) => key === 'paused')).toMatchObject({ ok: true })
    })
  })

  describe('ways in', () => {
    it('C-02: switching on confirms nothing: the question is asked in the chat, at most a few times', async () => {
      const lea = await newPerson()
      const page = await linkOf(lea)
      const { offers, newsletter } = business.topics
      const answer = await act(page, 'topic-on', { topic: offers })
      expect(await states(lea.contactId)).toEqual({ [newsletter]: 'confirmed', [offers]: 'requested' })
      expect((await said(lea.contactId)).at(-1)).toContain('Angebote')
      expect((await look(String(answer.headers.location))).body).toContain(
        'Es beginnt erst mit deinem JA dort.',
      )
      for (let i = 0; i < 5; i++) await act(page, 'topic-on', { topic: offers })
      const questions = (await said(lea.contactId)).filter((text) => text.includes('Bist du einverstanden?'))
      expect(questions.length).toBeLessThanOrEqual(3)
    })

    it('opens the chat where we may not write first, and asks nothing', async () => {
      const lea = await newPerson()
      const page = await linkOf(lea)
      runtime.clock.advance(25 * HOUR)
      const { body } = await look(page)
      expect(body).not.toContain('topic-on')
      expect(body).toMatch(/href="https:\/\/wa\.me\/49305550123\?text=EINSTELLUNGEN"/)
      const before = (await said(lea.contactId)).length
      await act(page, 'topic-on', { topic: business.topics.offers })
      expect(await said(lea.contactId)).toHaveLength(before)
    })
  })

  describe('my data', () => {
    it('C-37: needs a code from the chat, which counts once, for ten minutes and five tries', async () => {
      const lea = await newPerson()
      const page = await linkOf(lea)
      const ask = async () => {
        const form = await act(page, 'code', { purpose: 'data' })
        return {
          code_id: field(form.body, 'code_id'),
          code: codeIn((await said(lea.contactId)).at(-1) ?? ''),
        }
      }
      const first = await ask()
      const wrong = first.code === '000 000' ? '111111' : '000000'
      expect((await act(page, 'data', { ...first, code: wrong })).body).toContain('Versuche, die bleiben: 4')
      for (let i = 0; i < 4; i++) await act(page, 'data', { ...first, code: wrong })
      expect((await act(page, 'data', first)).body).toContain('Dieser Code gilt nicht mehr')
      const second = await ask()
      runtime.clock.advance(11 * MINUTE)
      expect((await act(page, 'data', second)).statusCode).toBe(422)
      const third = await ask()
      expect((await act(page, 'erase', third)).statusCode, 'a code is for one purpose').toBe(422)
      const ready = await act(page, 'data', third)
      expect(ready.statusCode).toBe(200)
      expect((await act(page, 'data', third)).statusCode, 'used').toBe(422)
      const proof = field(ready.body, 'proof')
      expect((await act(page, 'download', { proof: `${proof}x`, format: 'json' })).statusCode).toBe(422)
      const file = await act(page, 'download', { proof, format: 'json' })
      expect(file.headers['content-disposition']).toContain('attachment')
      for (const part of [lea.phone, 'Lea', 'Pflanzenpost', 'WhatsApp Ireland'])
        expect(file.body).toContain(part)
      const pdf = await act(page, 'download', { proof, format: 'pdf' })
      expect([pdf.headers['content-type'], pdf.rawPayload.subarray(0, 5).toString()]).toEqual([
        'application/pdf',
        '%PDF-',
      ])
      for (let i = 0; i < 3; i++) await ask()
      expect((await act(page, 'code', { purpose: 'data' })).body).toContain('Für heute sind genug Codes')
    })

    it('deletes the person after one code, and the page with them', async () => {
      const lea = await newPerson()
      const page = await linkOf(lea)
      const form = await act(page, 'code', { purpose: 'erasure' })
      const code = codeIn((await said(lea.contactId)).at(-1) ?? '')
      const answer = await act(page, 'erase', { code_id: field(form.body, 'code_id'), code })
      expect(answer.body).toContain('Deine Daten sind gelöscht')
      expect(await personKey(business.ctx, lea.contactId)).toBeNull()
      expect((await look(page)).statusCode).toBe(404)
      expect(Object.values(await states(lea.contactId))).not.toContain('confirmed')
    })
  })
})

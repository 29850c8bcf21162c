import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { consentWithdrawn, say } from '../consent/index.ts'
import { enqueueSaid, withholdQueued } from '../dispatch/index.ts'
import { channelUpdate, chatCopied, inboundMessage, mountWebhooks, processOnce } from '../intake/index.ts'
import { type Api, createServer, equip } from '../platform/http/index.ts'
import { type Context, createContext, DAY, MINUTE, newId } from '../platform/index.ts'
import { onChannelUpdate } from '../standing/index.ts'
import { NUMBER, SETUP, type Story, startStory, WABA } from '../testing/story.ts'
import { openFile } from './file.ts'
import { inboxRoutes, storeCopy, storeInbound } from './index.ts'
import { listConversations } from './list.ts'
import { type ConversationMessage, listMessages } from './messages.ts'

describe('every kind of message, from the webhook to the chat', () => {
  let story: Story
  let app: Api
  let agent: Context
  let anna: Awaited<ReturnType<Story['person']>>
  const meanings: (string | null)[] = []

  beforeAll(async () => {
    story = await startStory()
    const { hooks } = story.runtime
    hooks.on(inboundMessage, storeInbound)
    hooks.on(inboundMessage, async (_tx, { meaning }) => void meanings.push(meaning))
    hooks.on(chatCopied, storeCopy)
    hooks.on(channelUpdate, onChannelUpdate)
    hooks.on(consentWithdrawn, withholdQueued)
    hooks.on(say, enqueueSaid)
    app = createServer(story.runtime)
    mountWebhooks(app, story.runtime)
    await app.ready()
    agent = createContext(story.runtime, story.businessId, {
      kind: 'member',
      memberId: newId(),
      role: 'agent',
    })
  })
  beforeEach(async () => {
    anna = await story.person()
    meanings.length = 0
  })
  afterAll(async () => {
    await app.close()
    await story.close()
  })

  let count = 0
  const wamid = () => `wamid.kind${++count}`
  const seconds = (plus = 0) => String(Math.floor(story.runtime.clock.now().getTime() / 1000) + plus)

  /** Hands Meta's webhook in and lets everything of it be processed. */
  async function hook(field: string, value: object): Promise<void> {
    const metadata = { display_phone_number: '4930123456', phone_number_id: NUMBER }
    const payload = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [{ id: WABA, changes: [{ field, value: { metadata, ...value } }] }],
    })
    const signature = createHmac('sha256', SETUP.appSecret).update(payload).digest('hex')
    const answer = await app.inject({
      method: 'POST',
      url: '/webhooks/whatsapp',
      payload,
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
    })
    expect(answer.statusCode).toBe(200)
    await processOnce(story.runtime)
  }
  /** Of Anna. @returns its id */
  async function send(content: object, plus = 0): Promise<string> {
    const id = wamid()
    await hook('messages', {
      messages: [{ from: anna.phone.slice(1), id, timestamp: seconds(plus), ...content }],
    })
    return id
  }
  const text = (body: string) => ({ type: 'text', text: { body } })
  const edit = (of: string, message: object) => ({ type: 'edit', edit: { original_message_id: of, message } })
  const chat = () => ({ contactId: anna.contactId, channelId: story.channelId })
  const shown = async (): Promise<ConversationMessage[]> =>
    (await listMessages(agent, chat(), {})).items.toReversed()
  const row = async () =>
    (await listConversations(agent, { limit: 200 })).items.find((one) => one.contactId === anna.contactId)
  const rawUpdates = async () => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from webhook_update
      where contact_id = ${anna.contactId}`.execute(story.ctx.db)
    return rows[0]?.n
  }
  const suppressed = async () => {
    const { rows } = await sql`select 1 from suppression s join contact_identity i
      on i.business_id = s.business_id and i.kind = s.kind and i.digest = s.digest
      where i.contact_id = ${anna.contactId} and s.lifted_at is null`.execute(story.ctx.db)
    return rows.length > 0
  }

  it('shows pictures, cards, places, orders, forms and where a person came from', async () => {
    await send({
      ...text('Hallo'),
      referral: { source_type: 'ad', source_url: 'https://a.example/1', headline: 'Sommer', ctwa_clid: 'X' },
    })
    await send({ type: 'image', image: { id: '1', mime_type: 'image/jpeg', caption: 'So?' } }, 1)
    await send({ type: 'audio', audio: { id: '2', mime_type: 'audio/ogg', voice: true } }, 2)
    await send({ type: 'contacts', contacts: [{ name: { formatted_name: 'Ben' }, phones: [] }] }, 3)
    await send({ type: 'location', location: { latitude: 52.5, longitude: 13.4, address: 'Weg 1' } }, 4)
    const item = { product_retailer_id: 'S', quantity: 2, item_price: 5, currency: 'EUR' }
    await send({ type: 'order', order: { product_items: [item] } }, 5)
    const form = { nfm_reply: { response_json: '{"size":38,"flow_token":"t"}' } }
    await send({ type: 'interactive', interactive: form }, 6)
    await send({ type: 'unsupported', unsupported: { type: 'poll' }, errors: [] }, 7)
    expect(await shown()).toMatchObject([
      { type: 'text', text: 'Hallo', referral: { source: 'ad', headline: 'Sommer' } },
      { type: 'image', text: 'So?', media: { mime: 'image/jpeg' }, fileUntil: expect.any(String) },
      { type: 'audio', text: '', media: { voice: true } },
      { type: 'contacts', text: 'Ben', cards: [{ name: 'Ben', phones: [] }] },
      { type: 'location', location: { latitude: 52.5, longitude: 13.4, address: 'Weg 1' } },
      { type: 'order', order: [{ productId: 'S', quantity: 2, price: 5, currency: 'EUR' }] },
      { type: 'flow', answers: [{ field: 'size', value: '38' }] },
      { type: 'unsupported' },
    ])
    expect(JSON.stringify(await shown())).not.toMatch(/wamid|mediaId|ctwa/)
    expect(await row()).toMatchObject({ unread: 8, lastType: 'unsupported' })
  })

  it('puts new words in the place of the old ones, with a mark, in whatever order edits arrive', async () => {
    const first = await send(text('Um drei'))
    await send(edit(first, text('Um fünf')), 20)
    await send(edit(first, text('Um vier')), 10)
    expect(await shown()).toMatchObject([{ type: 'text', text: 'Um fünf', editedAt: expect.any(String) }])
    const never = wamid()
    await send(edit(never, text('Nur noch dies')), 30)
    await hook('messages', {
      messages: [{ from: anna.phone.slice(1), id: never, timestamp: seconds(25), ...text('Vorher') }],
    })
    expect((await shown()).map((message) => message.text)).toEqual(['Um fünf', 'Nur noch dies'])
  })

  it('keeps a picture whose caption is edited', async () => {
    const first = await send({ type: 'image', image: { id: '7', mime_type: 'image/png', caption: 'a' } })
    await send(edit(first, { type: 'image', image: { caption: 'b' } }), 5)
    expect(await shown()).toMatchObject([{ type: 'image', text: 'b', media: { mime: 'image/png' } }])
    expect((await shown())[0]?.fileUntil).toBeDefined()
  })

  it('C-24: an edited message that now says STOP is a STOP; a yes is not slipped in so', async () => {
    const first = await send(text('Danke!'))
    await send(edit(first, text('STOP')), 5)
    expect(meanings).toEqual([null, 'stop'])
    expect(await suppressed()).toBe(true)
    await story.keyword()
    const other = await send(text('Hm'), 10)
    await send(edit(other, text('START')), 15)
    expect(meanings.slice(2)).toEqual([null, null])
  })

  it('C-29: a stop in the note to an order is asked back; a name on a card is nobody’s will', async () => {
    await send({ type: 'contacts', contacts: [{ name: { formatted_name: 'STOP' }, phones: [] }] })
    await send({ type: 'order', order: { text: 'STOP', product_items: [] } })
    expect(meanings).toEqual([null, 'hold'])
    expect(await suppressed()).toBe(false)
  })

  it('deletes what a person took back, here and in the raw updates, also when it arrives only then', async () => {
    const first = await send(text('Meine Adresse ist geheim'))
    await send({ type: 'revoke', revoke: { original_message_id: first } }, 5)
    expect(await shown()).toMatchObject([{ type: 'deleted', text: '' }])
    // The one that says that it was taken back.
    expect(await rawUpdates()).toBe(1)
    const late = wamid()
    await send({ type: 'revoke', revoke: { original_message_id: late } }, 10)
    await hook('messages', {
      messages: [{ from: anna.phone.slice(1), id: late, timestamp: seconds(8), ...text('Zu spät') }],
    })
    await send(edit(first, text('Doch')), 20)
    expect((await shown()).map(({ type, text }) => [type, text])).toEqual([
      ['deleted', ''],
      ['deleted', ''],
    ])
  })

  it('lets nobody change or take back the words of somebody else', async () => {
    const first = await send(text('Meins'))
    const [ben, own] = [await story.person(), anna]
    anna = ben
    await send({ type: 'revoke', revoke: { original_message_id: first } })
    await send(edit(first, text('Deins')))
    anna = own
    expect(await shown()).toMatchObject([{ type: 'text', text: 'Meins' }])
  })

  it('shows a reaction at its message, the last one, until it is taken back', async () => {
    const first = await send(text('Gut so?'))
    const react = (emoji: string, plus: number) =>
      send({ type: 'reaction', reaction: { message_id: first, emoji } }, plus)
    await react('👍', 1)
    await react('❤️', 2)
    expect(await shown()).toMatchObject([{ text: 'Gut so?', reaction: '❤️' }])
    await react('', 3)
    expect(await shown()).toMatchObject([{ text: 'Gut so?', reaction: null }])
    await send({ type: 'reaction', reaction: { message_id: 'wamid.long-gone', emoji: '😀' } }, 4)
    expect(await shown()).toMatchObject([{ text: 'Gut so?' }, { type: 'reaction', text: '😀' }])
    expect(await row()).toMatchObject({ unread: 1 })
  })

  it('tells a new phone and a changed number as what they are, and opens no window for them', async () => {
    await send({ type: 'system', system: { type: 'customer_identity_changed', identity: { hash: 'x' } } })
    expect(await shown()).toMatchObject([{ type: 'security_code', text: '' }])
    expect(await row()).toMatchObject({ unread: 0, windowEndsAt: null })
  })

  it('coexistence: what was written on the phone is part of the chat, and no reason to write', async () => {
    const at = seconds(-100 * 86_400)
    const person = anna.phone.slice(1)
    await hook('smb_message_echoes', {
      message_echoes: [
        { from: '4930123456', to: person, id: wamid(), timestamp: seconds(), ...text('Ist unterwegs!') },
      ],
    })
    await hook('history', {
      history: [
        {
          threads: [
            {
              id: person,
              messages: [
                { id: wamid(), from: person, timestamp: at, ...text('START') },
                { id: wamid(), from: '4930123456', timestamp: at, ...text('Gern!') },
                { id: wamid(), from: person, timestamp: at, type: 'media_placeholder' },
              ],
            },
          ],
        },
      ],
    })
    const messages = await shown()
    expect(messages.map(({ type }) => type)).toContain('earlier_file')
    expect(messages.map(({ direction, text, fromApp }) => [direction, text, fromApp])).toEqual(
      expect.arrayContaining([
        ['in', 'START', false],
        ['out', 'Gern!', true],
        ['out', 'Ist unterwegs!', true],
      ]),
    )
    expect(meanings).toEqual([])
    expect(await row()).toMatchObject({ unread: 0, windowEndsAt: null, consents: [{ state: 'confirmed' }] })
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from message where contact_id = ${anna.contactId}`.execute(story.ctx.db)
    expect(rows).toEqual([{ n: 0 }])
  })

  it('coexistence: a STOP from before the connection is an objection, and is not answered', async () => {
    const { contactId, phone } = await story.person({ state: 'none' })
    anna = { ...anna, contactId, phone }
    await hook('history', {
      history: [
        {
          threads: [
            {
              id: phone.slice(1),
              messages: [{ id: wamid(), from: phone.slice(1), timestamp: seconds(-86_400), ...text('STOP') }],
            },
          ],
        },
      ],
    })
    expect(await suppressed()).toBe(true)
    const { rows } = await sql`select 1 from message where contact_id = ${contactId}`.execute(story.ctx.db)
    expect(rows).toEqual([])
  })

  it('coexistence: of the address book only the count is kept', async () => {
    await hook('smb_app_state_sync', {
      state_sync: [
        { type: 'contact', action: 'add', contact: { full_name: 'Erna', phone_number: '4915155' } },
      ],
    })
    await hook('flows', { event: 'ENDPOINT_LATENCY' })
    const metrics = await story.runtime.metrics.registry.metrics()
    expect(metrics).toContain('jawort_address_book_entries_ignored_total 1')
    expect(metrics).toContain('jawort_webhook_fields_unused_total{field="flows"} 1')
    const { rows } =
      await sql`select 1 from contact_identity where digest = ${story.runtime.vault.digest(story.businessId, 'phone', '+4915155')}`.execute(
        story.ctx.db,
      )
    expect(rows).toEqual([])
  })

  it("tells members of a fault of Meta's own, once an hour", async () => {
    for (const title of ['a', 'b']) await hook('messages', { errors: [{ code: 130429, title }] })
    const { rows } = await sql<{
      data: unknown
    }>`select data from notification where kind = 'sending.error'`.execute(story.ctx.db)
    expect(rows).toMatchObject([{ data: { code: 130429 } }])
  })

  describe('files', () => {
    const PNG = Buffer.from('89504e470d0a1a0a', 'hex')
    const upload = async (bytes: Buffer, type: string) => {
      const form = new FormData()
      form.set('messaging_product', 'whatsapp')
      form.set('type', type)
      form.set('file', new Blob([new Uint8Array(bytes)], { type }), 'x')
      const answer = await fetch(`${story.runtime.config.graphBaseUrl}/v25.0/${NUMBER}/media`, {
        method: 'POST',
        headers: { authorization: `Bearer ${SETUP.token}` },
        body: form,
      })
      return (await answer.json()) as { id: string }
    }
    const open = async () => openFile(agent, chat(), (await shown()).at(-1)?.id ?? '')

    it('are fetched when a member opens them, and a page is never shown as one', async () => {
      await send({ type: 'image', image: { ...(await upload(PNG, 'image/png')), mime_type: 'image/png' } })
      expect(await open()).toEqual({ bytes: PNG, shownAs: 'image/png', name: 'image.png' })
      const page = await upload(Buffer.from('<script>'), 'text/plain')
      await send({ type: 'document', document: { ...page, filename: 'a.html', mime_type: 'text/html' } }, 5)
      expect(await open()).toMatchObject({ shownAs: null, name: 'a.html' })
    })

    it('travel under rules that let nothing in them run, by the name that they had', async () => {
      const api = createServer(story.runtime)
      await equip(api, story.runtime)
      api.addHook('onRequest', async (request) => {
        request.ctx = agent
      })
      inboxRoutes(api, story.runtime)
      const file = await upload(Buffer.from('%PDF'), 'application/pdf')
      for (const filename of ['Rechnung 7.pdf', 'Größe ‚L‘.pdf']) {
        await send(
          { type: 'document', document: { ...file, filename, mime_type: 'application/pdf' } },
          ++count,
        )
        const id = (await shown()).at(-1)?.id
        const url = `/conversations/${anna.contactId}/${story.channelId}/messages/${id}/file`
        const { headers, payload } = await api.inject({ url })
        expect([headers['content-type'], payload]).toEqual(['application/octet-stream', '%PDF'])
        expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
        expect(headers['x-content-type-options']).toBe('nosniff')
        expect(decodeURIComponent(String(headers['content-disposition']))).toContain(filename)
      }
      await api.close()
    })

    it('say so when WhatsApp has them no more, when there is none, and to nobody else', async () => {
      await send({ type: 'image', image: { id: '404404', mime_type: 'image/png' } })
      await expect(open()).rejects.toThrow('file_gone')
      const [message] = await shown()
      const dpo = { ...agent, actor: { ...agent.actor, role: 'dpo' as const } }
      await expect(openFile(dpo as Context, chat(), message?.id ?? '')).rejects.toThrow('role_missing')
      await expect(openFile(agent, { ...chat(), contactId: newId() }, message?.id ?? '')).rejects.toThrow(
        'not_found',
      )
      await send(text('Nur Worte'), 5)
      await expect(open()).rejects.toThrow('not_found')
    })
  })

  it('says until when a file can be had', async () => {
    const at = story.runtime.clock.now().getTime()
    await send({ type: 'video', video: { id: '9', mime_type: 'video/mp4' } })
    story.runtime.clock.advance(MINUTE)
    const [video] = await shown()
    expect(Date.parse(video?.fileUntil ?? '')).toBe(Math.floor(at / 1000) * 1000 + 7 * DAY)
  })
})

import { buildTemplateSendPayload, GraphApiError, WhatsAppClient } from '@kapso/whatsapp-cloud-api'
import { normalizeWebhook, verifySignature } from '@kapso/whatsapp-cloud-api/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { APP_SECRET, type Kit, NUMBER, startKit, TOKEN, until, WABA } from '../testing/kit.ts'

let kit: Kit
let client: WhatsAppClient
const MIA = '+4915112345678'

beforeAll(async () => {
  kit = await startKit()
  client = new WhatsAppClient({ accessToken: TOKEN, baseUrl: kit.simulator.url, graphVersion: 'v25.0' })
})
afterAll(() => kit.close())

it('makes a template with named variables, finds it and sends it', async () => {
  const made = await client.templates.create({
    businessAccountId: WABA,
    name: 'versand',
    language: 'de',
    category: 'UTILITY',
    parameterFormat: 'NAMED',
    components: [
      {
        type: 'BODY',
        text: 'Hallo {{vorname}}, dein Paket ist unterwegs',
        example: { bodyTextNamedParams: [{ paramName: 'vorname', example: 'Mia' }] },
      },
    ],
  })
  expect(made).toMatchObject({ status: 'PENDING' })
  await until(() => kit.sink.changes().some(({ field }) => field === 'message_template_status_update'))
  const list = await client.templates.list({ businessAccountId: WABA, limit: 10 })
  expect(list.data).toMatchObject([{ name: 'versand', status: 'APPROVED' }])
  const mia = await kit.person({ phone: MIA })
  const template = buildTemplateSendPayload({
    name: 'versand',
    language: 'de',
    body: [{ type: 'text', text: 'Mia', parameterName: 'vorname' }],
  })
  const plain = { ...template, components: template.components?.map((component) => ({ ...component })) }
  const sent = await client.messages.sendTemplate({ phoneNumberId: NUMBER, to: MIA, template: plain })
  expect(sent.messages[0]?.id).toMatch(/^wamid\./)
  await until(async () => (await kit.chat(mia)).length === 1)
  expect((await kit.chat(mia))[0]?.body).toBe('Hallo Mia, dein Paket ist unterwegs')
})

it('uploads and loads a file, sends what a chat can hold, and marks as read', async () => {
  const ben = await kit.person({ name: 'Ben', phone: '+4915187654321' })
  const { id } = await kit.writes(ben, 'Hallo')
  expect(await client.messages.markRead({ phoneNumberId: NUMBER, messageId: id })).toMatchObject({
    success: true,
  })
  const file = new Blob(['not really a picture'], { type: 'image/png' })
  const upload = await client.media.upload({ phoneNumberId: NUMBER, type: 'image', file, fileName: 'a.png' })
  const where = { phoneNumberId: NUMBER, to: '+4915187654321' }
  await client.messages.sendImage({ ...where, image: { id: upload.id, caption: 'Schau' } })
  await client.messages.sendLocation({
    ...where,
    location: { latitude: 52.52, longitude: 13.4, name: 'Laden' },
  })
  await client.messages.sendContacts({
    ...where,
    contacts: [{ name: { formattedName: 'Muster GmbH' }, phones: [{ phone: '+4930123456' }] }],
  })
  await client.messages.sendReaction({ ...where, reaction: { messageId: id, emoji: '👍' } })
  await until(async () => (await kit.chat(ben)).length === 4)
  expect((await kit.chat(ben)).map(({ type }) => type).toSorted()).toEqual([
    'contacts',
    'image',
    'location',
    'text',
  ])
  const bytes = await client.media.download({ mediaId: upload.id, phoneNumberId: NUMBER, auth: 'always' })
  expect(bytes instanceof ArrayBuffer ? Buffer.from(bytes).toString() : bytes).toBe('not really a picture')
})

it('verifies and normalises the webhooks', async () => {
  const ida = await kit.person({ name: 'Ida', phone: null, username: 'ida' })
  await kit.sim('PATCH', '/sim/dials', { webhookBatch: 1 })
  await kit.writes(ida, 'Grüße')
  const found = () => kit.sink.posts.find(({ raw }) => raw.includes(ida.bsuid))
  await until(() => found() !== undefined)
  const post = found()
  const rawBody = post?.raw ?? Buffer.alloc(0)
  const signatureHeader = String(post?.headers['x-hub-signature-256'])
  expect(verifySignature({ appSecret: APP_SECRET, rawBody, signatureHeader })).toBe(true)
  expect(verifySignature({ appSecret: 'another secret', rawBody, signatureHeader })).toBe(false)
  const { contacts, messages, phoneNumberId } = normalizeWebhook(JSON.parse(rawBody.toString()))
  expect(phoneNumberId).toBe(NUMBER)
  expect(contacts[0]).toMatchObject({ userId: ida.bsuid, profile: { username: '@ida' } })
  expect(messages[0]).toMatchObject({ type: 'text', text: { body: 'Grüße' } })
})

it('sorts the errors as its own classes', async () => {
  await kit.sim('POST', '/sim/faults', { code: 130429, times: 1 })
  const failed = client.messages.sendText({ phoneNumberId: NUMBER, to: MIA, body: 'x' })
  const error = await failed.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(GraphApiError)
  expect(error).toMatchObject({ code: 130429, category: 'throttling' })
})

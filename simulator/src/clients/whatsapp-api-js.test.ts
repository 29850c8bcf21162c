import { afterAll, beforeAll, expect, it } from 'vitest'
import { WhatsAppAPI } from 'whatsapp-api-js'
import { ActionButtons, Body, Button, Interactive } from 'whatsapp-api-js/messages/interactive'
import {
  BodyComponent,
  BodyParameter,
  PayloadComponent,
  Template,
  URLComponent,
} from 'whatsapp-api-js/messages/template'
import { Text } from 'whatsapp-api-js/messages/text'
import { APP_SECRET, type Kit, NUMBER, startKit, TOKEN, until } from '../testing/kit.ts'

let kit: Kit
let api: WhatsAppAPI
const MIA = '+4915112345678'

/** The client knows Meta's host only; its own option for fetch takes it here, nothing else is changed. */
beforeAll(async () => {
  kit = await startKit()
  const here = (input: URL | Request | string, init?: RequestInit): Promise<Response> =>
    fetch(String(input).replace('https://graph.facebook.com', kit.simulator.url), init)
  api = new WhatsAppAPI({
    token: TOKEN,
    appSecret: APP_SECRET,
    webhookVerifyToken: 'verify-me',
    v: 'v25.0',
    ponyfill: { fetch: here },
  })
})
afterAll(() => kit.close())

it('sends text, buttons and a template, and blocks and lets in again', async () => {
  const mia = await kit.person({ phone: MIA })
  const both = { phone: MIA, bsuid: mia.bsuid }
  await kit.writes(mia, 'Hallo')
  await kit.template('aktion')
  const text = await api.sendMessage(NUMBER, both, new Text('Guten Tag'), undefined, 'm:1')
  expect(text).toMatchObject({ messages: [{ id: expect.stringMatching(/^wamid\./) }] })
  const buttons = new Interactive(
    new ActionButtons(new Button('doi:yes', 'JA'), new Button('doi:no', 'NEIN')),
    new Body('Möchtest du?'),
  )
  expect(await api.sendMessage(NUMBER, { bsuid: mia.bsuid }, buttons)).toMatchObject({
    contacts: [{ user_id: mia.bsuid }],
  })
  const template = new Template(
    'aktion',
    'de',
    new BodyComponent(new BodyParameter('Mia', 'vorname')),
    new URLComponent('c/9'),
    new PayloadComponent('optout:1'),
  )
  expect(await api.sendMessage(NUMBER, both, template)).toMatchObject({
    messages: [{ message_status: 'accepted' }],
  })
  await until(async () => (await kit.chat(mia)).length === 4)
  const templates = (await kit.chat(mia)).filter(({ type }) => type === 'template')
  expect(templates[0]?.body).toContain('Hallo Mia')
  expect(await api.blockUser(NUMBER, both)).toMatchObject({
    block_users: { added_users: [{ input: MIA }] },
  })
  expect(await api.unblockUser(NUMBER, both)).toMatchObject({
    block_users: { removed_users: [{ input: MIA }] },
  })
})

it('uploads, describes, loads and deletes files, and keeps short links', async () => {
  const form = new FormData()
  form.set('file', new Blob(['not really a picture'], { type: 'image/png' }), 'a.png')
  const upload = await api.uploadMedia(NUMBER, form)
  if (!('id' in upload)) throw new Error(JSON.stringify(upload))
  const media = await api.retrieveMedia(upload.id)
  if (!('url' in media)) throw new Error(JSON.stringify(media))
  expect(await (await api.fetchMedia(String(media.url))).text()).toBe('not really a picture')
  expect(await api.deleteMedia(upload.id)).toEqual({ success: true })
  const link = await api.createQR(NUMBER, 'Ja gern', 'svg')
  if (!('code' in link)) throw new Error(JSON.stringify(link))
  expect(await api.updateQR(NUMBER, link.code, 'Doch nicht')).toMatchObject({ code: link.code })
  expect(await api.retrieveQR(NUMBER)).toMatchObject({ data: [{ prefilled_message: 'Doch nicht' }] })
  expect(await api.deleteQR(NUMBER, link.code)).toEqual({ success: true })
})

it('verifies the signature of the webhooks and understands messages and statuses', async () => {
  const seen: string[] = []
  api.on.message = ({ contact, message }) => {
    seen.push(`${message.type} of ${contact.wa_id ?? contact.user_id}`)
  }
  api.on.status = ({ status, biz_opaque_callback_data }) => {
    seen.push(`${status} ${biz_opaque_callback_data}`)
  }
  await kit.sim('PATCH', '/sim/dials', { webhookBatch: 1 })
  const ida = await kit.person({ name: 'Ida Süß', phone: null, username: 'ida' })
  await kit.writes(ida, 'Grüße 👍')
  await api.sendMessage(NUMBER, { bsuid: ida.bsuid }, new Text('Hallo'), undefined, 'm:2')
  const about = () => kit.sink.posts.filter(({ raw }) => raw.includes(ida.bsuid))
  await until(() => about().length === 3)
  for (const { raw, headers } of about()) {
    const body = raw.toString('latin1')
    await api.post(JSON.parse(body), body, String(headers['x-hub-signature-256']))
  }
  expect(seen.toSorted()).toEqual(['delivered m:2', 'sent m:2', `text of ${ida.bsuid}`].toSorted())
})

import Client, { MessageType } from '@great-detail/whatsapp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { APP_SECRET, type Kit, NUMBER, startKit, TOKEN, until, WABA } from '../testing/kit.ts'

let kit: Kit
let sdk: Client
const MIA = '+4915112345678'

beforeAll(async () => {
  kit = await startKit()
  sdk = new Client({
    prefixUrl: kit.simulator.url,
    graphVersion: 'v25.0',
    request: { headers: { Authorization: `Bearer ${TOKEN}` }, retry: 0 },
  })
})
afterAll(() => kit.close())

it('makes, lists and deletes templates', async () => {
  const body = { type: 'BODY' as const, text: 'Dein Paket ist unterwegs' }
  const made = await sdk.template
    .create(WABA, {
      name: 'versand',
      language: 'de',
      category: 'UTILITY',
      parameter_format: 'NAMED',
      components: [body],
    })
    .json()
  expect(made).toMatchObject({ status: 'PENDING', category: 'UTILITY' })
  await until(() => kit.sink.changes().some(({ field }) => field === 'message_template_status_update'))
  const list = await sdk.template
    .list(WABA, { status: ['APPROVED', 'REJECTED'], fields: ['name', 'status'] })
    .json()
  expect(list.data).toMatchObject([{ name: 'versand', status: 'APPROVED' }])
  expect(await sdk.template.get(made.id, { fields: ['name', 'language'] }).json()).toMatchObject({
    language: 'de',
  })
  expect(await sdk.template.delete(WABA, { name: 'versand' }).json()).toEqual({ success: true })
})

it('reads numbers, profile and subscriptions, and uploads a file', async () => {
  const numbers = await sdk.phoneNumbers.listPhoneNumbers({ businessAccountID: WABA }).json()
  expect(numbers.data).toMatchObject([{ id: NUMBER, quality_rating: 'GREEN' }])
  await sdk.businessProfile.updateBusinessProfile({ phoneNumberID: NUMBER, about: 'Mode seit 1999' })
  const profile = await sdk.businessProfile
    .getBusinessProfile({ phoneNumberID: NUMBER, fields: ['about'] })
    .json()
  expect(profile.data).toMatchObject([{ about: 'Mode seit 1999' }])
  await sdk.subscribedApps.createSubscription({ businessAccountID: WABA })
  expect((await sdk.subscribedApps.listSubscriptions({ businessAccountID: WABA }).json()).data).toHaveLength(
    1,
  )
  const file = new Blob(['not really a picture'], { type: 'image/png' })
  const upload = await sdk.media
    .upload({ phoneNumberID: NUMBER, file, filename: 'a.png', mimeType: 'image/png' })
    .json()
  expect(await sdk.media.getURL({ mediaID: upload.id }).json()).toMatchObject({ mime_type: 'image/png' })
  expect(await sdk.media.delete({ mediaID: upload.id }).json()).toEqual({ success: true })
})

it('sends, and verifies and reads the webhooks that follow', async () => {
  const mia = await kit.person({ phone: MIA })
  const { id } = await kit.writes(mia, 'Grüße 👍')
  const from = kit.sink.posts.length
  await sdk.message.createStatus({ phoneNumberID: NUMBER, message_id: id, status: 'read' })
  const sent = await sdk.message
    .createMessage({ phoneNumberID: NUMBER, to: MIA, type: MessageType.Text, text: { body: 'Guten Tag' } })
    .json()
  expect(sent).toMatchObject({ contacts: [{ wa_id: '4915112345678' }] })
  await until(() => kit.sink.statuses().length === 2)
  const posts = kit.sink.posts.slice(Math.max(0, from - 1))
  expect(posts.length).toBeGreaterThan(0)
  for (const { raw, headers: came } of posts) {
    const headers = Object.fromEntries(Object.entries(came).map(([name, value]) => [name, String(value)]))
    const event = await sdk.webhook.eventNotification({
      method: 'POST',
      query: {},
      body: raw.toString('latin1'),
      headers,
    })
    expect(await event.checkSignature(APP_SECRET)).toBe(true)
    expect(await event.checkSignature('another secret')).toBe(false)
    expect(event.eventNotification.object).toBe('whatsapp_business_account')
  }
})

it('meets errors in the form it knows: HTTP status and Meta’s envelope', async () => {
  const wrong = sdk.message.createMessage({
    phoneNumberID: '999999999999999',
    to: MIA,
    type: MessageType.Text,
    text: { body: 'x' },
  })
  const error = await wrong.then(
    () => undefined,
    (reason: { response: Response }) => reason.response,
  )
  expect(error?.status).toBe(400)
  expect(await error?.json()).toMatchObject({ error: { code: 100, error_subcode: 33 } })
})

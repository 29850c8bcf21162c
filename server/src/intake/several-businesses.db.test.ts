import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createBusiness } from '../businesses/index.ts'
import { saveChannel } from '../channels/index.ts'
import { updateChannel } from '../channels/save.ts'
import { type Api, createServer } from '../platform/http/index.ts'
import { createContext, newId } from '../platform/index.ts'
import { NUMBER, SETUP, type Story, startStory, WABA } from '../testing/story.ts'
import { inboundMessage, mountWebhooks, processOnce, templateUpdate } from './index.ts'

/** Two businesses of one agency share an app; a third has its own. */
const SHARED = { number: '206540352242922', waba: '202290129340398', secret: SETUP.appSecret }
const OWN = { number: '306540352242922', waba: '302290129340398', secret: 'another-app-secret' }
const FIRST = { number: NUMBER, waba: WABA, secret: SETUP.appSecret }

let story: Story
let app: Api
const ids: Record<string, string> = {}
let heard: string[] = []

beforeAll(async () => {
  story = await startStory()
  const { runtime } = story
  ids.first = story.businessId
  ids.shared = await another('shared', SHARED)
  ids.own = await another('own', OWN)
  const nameOf = (id: string) => Object.keys(ids).find((name) => ids[name] === id)
  runtime.hooks.on(inboundMessage, async (tx, { message, meaning }) => {
    heard.push([nameOf(tx.businessId), message.from.phone ?? message.from.bsuid, meaning].join(' '))
  })
  runtime.hooks.on(templateUpdate, async (tx, { update }) => {
    heard.push([nameOf(tx.businessId), update.metaId, update.language].join(' '))
  })
  app = createServer(runtime)
  mountWebhooks(app, runtime)
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await story.close()
})

async function another(slug: string, { number, waba, secret }: typeof OWN): Promise<string> {
  const operator = createContext(story.runtime, '', { kind: 'operator', accountId: 'test' })
  const { id } = await createBusiness(operator, {
    slug,
    name: slug,
    legalName: `${slug} GmbH`,
    privacyUrl: `https://${slug}.example/privacy`,
  })
  await saveChannel(createContext(story.runtime, id, { kind: 'system', job: 'test' }), {
    name: slug,
    phoneNumberId: number,
    wabaId: waba,
    displayPhoneNumber: `+49 30 ${number.slice(0, 6)}`,
    verifiedName: slug,
    accessToken: SETUP.token,
    verifyToken: SETUP.verifyToken,
    appSecret: secret,
  })
  return id
}

let count = 0
const text = (from: object, body: string) => ({
  ...from,
  id: `wamid.several${++count}`,
  timestamp: String(Math.floor(story.runtime.clock.now().getTime() / 1000)),
  type: 'text',
  text: { body },
})
const messages = ({ number }: typeof OWN, ...all: object[]) => ({
  field: 'messages',
  value: { metadata: { phone_number_id: number, display_phone_number: '49' }, messages: all },
})

/** @returns what was heard of it, by business */
async function post(secret: string, body: string): Promise<{ status: number; heard: string[] }> {
  heard = []
  const signature = createHmac('sha256', secret).update(body).digest('hex')
  const { statusCode } = await app.inject({
    method: 'POST',
    url: '/webhooks/whatsapp',
    payload: body,
    headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
  })
  await processOnce(story.runtime)
  return { status: statusCode, heard: heard.toSorted() }
}
const people = async () => {
  const { rows } = await sql<{ business_id: string; n: number }>`
    select business_id, count(*)::int as n from contact group by 1`.execute(story.runtime.db)
  return Object.entries(ids).map(([name, id]) => [name, rows.find((row) => row.business_id === id)?.n ?? 0])
}

const aside = async () =>
  (await sql`select business_id, shared from webhook_aside order by received_at`.execute(story.runtime.db))
    .rows

it('C-49: one webhook for several businesses: each hears its own, ids beyond 2^53 keep their digits', async () => {
  const anna = { from: '4915112345678', from_user_id: 'DE.1' }
  const notice = (language: string) => ({
    field: 'message_template_status_update',
    value: { event: 'FLAGGED', message_template_id: 'BIG', message_template_language: language },
  })
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    later: { unknown: [1] },
    entry: [
      { id: FIRST.waba, changes: [messages(FIRST, text(anna, 'Hallo')), notice('en-US')] },
      {
        id: SHARED.waba,
        changes: [messages(SHARED, text({ from_user_id: 'DE.2' }, 'STOP'), text(anna, 'x'))],
      },
      { id: SHARED.waba, uid: 7, changes: [notice('en_GB')] },
    ],
  }).replaceAll('"BIG"', '98765432109876543210')
  expect(await post(SETUP.appSecret, body)).toEqual({
    status: 200,
    heard: [
      'first +4915112345678 ',
      'first 98765432109876543210 en_US',
      'shared +4915112345678 ',
      'shared 98765432109876543210 en_GB',
      'shared DE.2 stop',
    ],
  })
  // The same person is somebody of each of the two.
  expect(await people()).toEqual([
    ['first', 1],
    ['shared', 2],
    ['own', 0],
  ])
})

it('C-49, C-76: a business’s own app speaks for its own numbers only; what it says of others reaches none of them', async () => {
  const anna = { from: '4915112345678', from_user_id: 'DE.1' }
  const mixed = (one: typeof OWN, other: typeof OWN) =>
    JSON.stringify({
      entry: [
        { id: one.waba, changes: [messages(one, text(anna, 'Hallo'))] },
        { id: other.waba, changes: [messages(other, text(anna, 'STOP'))] },
        { id: one.waba, changes: [messages(other, text(anna, 'STOP'))] },
      ],
    })
  expect(await post(OWN.secret, mixed(OWN, FIRST))).toEqual({ status: 401, heard: ['own +4915112345678 '] })
  const forged = JSON.stringify({
    entry: [{ id: FIRST.waba, changes: [messages(FIRST, text(anna, 'STOP'))] }],
  })
  expect(await post(OWN.secret, forged)).toEqual({ status: 401, heard: [] })
  expect(await aside()).toEqual([])
})

it('C-49, C-76: while one of two enters the new secret of their app, nobody reads or loses what is the other’s', async () => {
  const enter = async (business: string, number: string) => {
    const owner = createContext(story.runtime, ids[business] ?? '', {
      kind: 'member',
      memberId: newId(),
      role: 'owner',
    })
    const channel = await owner.db
      .selectFrom('channel')
      .select('channel_id')
      .where('business_id', '=', owner.businessId)
      .where('phone_number_id', '=', number)
      .executeTakeFirstOrThrow()
    await updateChannel(owner, channel.channel_id, { appSecret: 'the new secret' })
  }
  const repeat = async (body: string) => {
    // Another process, which has not read the secrets a moment ago.
    await app.close()
    app = createServer(story.runtime)
    mountWebhooks(app, story.runtime)
    return post('the new secret', body)
  }
  const ben = { from: '4915112345699' }
  const both = JSON.stringify({
    entry: [
      { id: FIRST.waba, changes: [messages(FIRST, text(ben, 'Hallo'))] },
      { id: SHARED.waba, changes: [messages(SHARED, text(ben, 'STOP'))] },
    ],
  })
  await enter('first', FIRST.number)
  expect(await repeat(both)).toEqual({ status: 401, heard: ['first +4915112345699 '] })
  expect(await aside()).toEqual([])
  const nobody = { ...OWN, number: '999' }
  const three = JSON.stringify({
    entry: [
      { id: '9', changes: [messages(nobody, text(ben, 'x'))] },
      { id: SHARED.waba, changes: [messages(SHARED, text(ben, 'geheim'))] },
      { id: FIRST.waba, changes: [messages(FIRST, text(ben, 'y'))] },
    ],
  })
  expect(await repeat(three)).toEqual({ status: 401, heard: ['first +4915112345699 '] })
  expect(await aside()).toEqual([{ business_id: ids.first, shared: true }])
  await enter('shared', SHARED.number)
  expect(await repeat(both)).toEqual({ status: 200, heard: ['shared +4915112345699 stop'] })
  const unknown = JSON.stringify({ entry: [{ id: '9', changes: [messages(nobody, text(ben, 'x'))] }] })
  for (const _again of [1, 2]) expect((await post('the new secret', unknown)).status).toBe(200)
  expect(await aside()).toHaveLength(3)
})

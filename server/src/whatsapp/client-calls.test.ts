import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createGraphClient, type GraphClient } from './index.ts'

interface Seen {
  request: string
  body: string
  authorization: string | undefined
}

const seen: Seen[] = []
let answer: (request: IncomingMessage, response: ServerResponse) => void
const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    seen.push({
      request: `${request.method} ${request.url}`,
      body: Buffer.concat(chunks).toString(),
      authorization: request.headers.authorization,
    })
    answer(request, response)
  })
})
let baseUrl: string
let client: GraphClient

const json =
  (value: unknown, status = 200, headers: Record<string, string> = {}) =>
  (_request: IncomingMessage, response: ServerResponse) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value))

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  client = createGraphClient({ baseUrl, version: 'v25.0', token: 'T' })
})
beforeEach(() => {
  seen.length = 0
  answer = json({ success: true, id: '1', h: '4::a', data: [] })
})
afterAll(async () => {
  await client.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

const OVERRIDE = { override_callback_uri: 'https://example.org/w', verify_token: 'v' }
const HEALTH = { health_status: { can_send_message: 'BLOCKED', entities: [{ entity_type: 'WABA', id: 9 }] } }

it.each<[string, (graph: GraphClient) => Promise<{ ok: unknown }>, string, object | undefined, unknown?]>([
  ['reads one template', (g) => g.getTemplate('5', 'id'), 'GET 5?fields=id', undefined],
  ['ends a pause', (g) => g.unpauseTemplate('5'), 'POST 5/unpause', undefined],
  [
    'archives',
    (g) => g.archiveTemplates('9', ['1', '2']),
    'POST 9/message_templates/archive',
    { hsm_ids: '1,2' },
  ],
  [
    'takes out of the archive',
    (g) => g.unarchiveTemplates('9', ['1']),
    'POST 9/message_templates/unarchive',
    { hsm_ids: '1' },
  ],
  [
    'asks for a code',
    (g) => g.requestCode('7', 'SMS', 'de'),
    'POST 7/request_code',
    { code_method: 'SMS', language: 'de' },
  ],
  ['proves the number', (g) => g.verifyCode('7', '123456'), 'POST 7/verify_code', { code: '123456' }],
  [
    'registers with a PIN',
    (g) => g.registerNumber('7', '212834'),
    'POST 7/register',
    { messaging_product: 'whatsapp', pin: '212834' },
  ],
  ['deregisters', (g) => g.deregisterNumber('7'), 'POST 7/deregister', undefined],
  ['changes the PIN', (g) => g.setPin('7', '111111'), 'POST 7', { pin: '111111' }],
  [
    'reads the profile',
    (g) => g.getProfile('7'),
    'GET 7/whatsapp_business_profile?fields=about%2Caddress%2Cdescription%2Cemail%2Cprofile_picture_url%2Cwebsites%2Cvertical',
    undefined,
  ],
  [
    'sets the profile',
    (g) => g.setProfile('7', { about: 'Blumen', websites: ['https://example.org'] }),
    'POST 7/whatsapp_business_profile',
    { messaging_product: 'whatsapp', about: 'Blumen', websites: ['https://example.org'] },
  ],
  [
    'stores content in one country',
    (g) => g.setStorage('7', { status: 'IN_COUNTRY_STORAGE_ENABLED', data_localization_region: 'DE' }),
    'POST 7/settings',
    { storage_configuration: { status: 'IN_COUNTRY_STORAGE_ENABLED', data_localization_region: 'DE' } },
  ],
  ['subscribes the app', (g) => g.subscribeApp('9'), 'POST 9/subscribed_apps', undefined],
  [
    'subscribes with another address',
    (g) => g.subscribeApp('9', OVERRIDE),
    'POST 9/subscribed_apps',
    OVERRIDE,
  ],
  ['unsubscribes the app', (g) => g.unsubscribeApp('9'), 'DELETE 9/subscribed_apps', undefined],
  [
    "sends a number's webhooks elsewhere",
    (g) => g.setNumberWebhook('7', OVERRIDE),
    'POST 7',
    { webhook_configuration: OVERRIDE },
  ],
  ['reads its commands', (g) => g.getConversation('7'), 'GET 7?fields=conversational_automation', undefined],
  [
    'offers commands',
    (g) => g.setConversation('7', { commands: [{ command_name: 'stop', command_description: 'Abmelden' }] }),
    'POST 7/conversational_automation',
    { commands: [{ command_name: 'stop', command_description: 'Abmelden' }] },
  ],
  [
    'blocks by number and by BSUID',
    (g) => g.blockPeople('7', [{ phone: '+4915112345678' }, { bsuid: 'DE.1' }]),
    'POST 7/block_users',
    { messaging_product: 'whatsapp', block_users: [{ user: '+4915112345678' }, { user_id: 'DE.1' }] },
    { block_users: { added_users: [{ input: 'a' }], failed_users: [{ errors: [{ code: 139103 }] }] } },
  ],
  [
    'unblocks',
    (g) => g.unblockPeople('7', [{ bsuid: 'DE.1' }]),
    'DELETE 7/block_users',
    { messaging_product: 'whatsapp', block_users: [{ user_id: 'DE.1' }] },
    { block_users: { removed_users: [{ input: 'a' }] } },
  ],
  ['lists the blocked', (g) => g.blockedPeople('7'), 'GET 7/block_users?limit=100', undefined],
  [
    'leaves the contact book',
    (g) => g.forgetInContactBook('7', 'DE.1'),
    'DELETE 7/contact_book?messaging_product=whatsapp&bsuid=DE.1',
    undefined,
  ],
  ['deletes a file', (g) => g.deleteMedia('3', '7'), 'DELETE 3?phone_number_id=7', undefined],
  ['asks for health', (g) => g.health('7'), 'GET 7?fields=health_status', undefined, HEALTH],
])('%s', async (_what, ask, request, body, value) => {
  if (value) answer = json(value)
  expect(await ask(client)).toMatchObject({ ok: true })
  expect(seen).toHaveLength(1)
  expect(seen[0]).toEqual({
    request: request.replace(' ', ' /v25.0/'),
    body: body ? JSON.stringify(body) : '',
    authorization: 'Bearer T',
  })
})

it('reads health, analytics and blocked people into plain values', async () => {
  answer = json(HEALTH)
  expect(await client.health('7')).toMatchObject({
    value: { can_send_message: 'BLOCKED', entities: [{ id: '9', can_send_message: 'UNKNOWN', errors: [] }] },
  })
  answer = json({
    pricing_analytics: {
      data: [{ data_points: [{ start: 60, end: 120, country: 'DE', volume: 3, cost: 0.41 }] }],
    },
  })
  const days = { start: new Date(60_000), end: new Date(120_000) }
  expect(
    await client.pricingAnalytics('9', { ...days, granularity: 'DAILY', dimensions: ['COUNTRY'] }),
  ).toMatchObject({ ok: true, value: [{ ...days, country: 'DE', category: null, volume: 3, cost: 0.41 }] })
  expect(decodeURIComponent(seen.at(-1)?.request ?? '')).toBe(
    'GET /v25.0/9?fields=pricing_analytics.start(60).end(120).granularity(DAILY).phone_numbers([]).metric_types(["COST","VOLUME"]).dimensions(["COUNTRY"])',
  )
})

it('uploads a header of any kind in two calls', async () => {
  expect(await client.uploadHeader('4', Buffer.from('%PDF'), 'application/pdf', 'agb.pdf')).toEqual({
    ok: true,
    value: { handle: '4::a' },
  })
  expect(seen.map(({ request }) => request)).toEqual([
    'POST /v25.0/4/uploads?file_name=agb.pdf&file_length=4&file_type=application%2Fpdf',
    'POST /v25.0/1',
  ])
  expect(seen[1]).toMatchObject({ body: '%PDF', authorization: 'OAuth T' })
  await client.uploadMedia('7', new Uint8Array([1]), 'video/mp4', 'a.mp4')
  expect(seen[2]?.body).toContain('name="messaging_product"')
})

const FILE = Buffer.from('a small picture')
const sum = createHash('sha256').update(FILE).digest('hex')
/** Answers the question for the address, then the file. */
const serve = (found: object) => (request: IncomingMessage, response: ServerResponse) =>
  request.url?.startsWith('/file') ? response.end(FILE) : json(found)(request, response)

it('fetches a file with the token and checks that it is the one', async () => {
  const found = { url: `${baseUrl}/file?oh=1`, mime_type: 'image/jpeg', sha256: sum, file_size: FILE.length }
  answer = serve(found)
  expect(await client.downloadMedia('3', '7', 100)).toEqual({
    ok: true,
    value: { bytes: FILE, type: 'image/jpeg' },
  })
  expect(seen.map(({ request }) => request)).toEqual(['GET /v25.0/3?phone_number_id=7', 'GET /file?oh=1'])
  expect(seen[1]?.authorization).toBe('Bearer T')
  answer = serve({ ...found, sha256: 'ff' })
  expect(await client.downloadMedia('3', '7', 100)).toMatchObject({ ok: 'unknown' })
})

it('takes no file that is larger than allowed, whatever Meta says of its size', async () => {
  const found = { url: `${baseUrl}/file`, mime_type: 'image/jpeg' }
  answer = serve({ ...found, file_size: 900 })
  expect(await client.downloadMedia('3', '7', 5)).toMatchObject({ ok: false, error: { code: -4 } })
  expect(seen).toHaveLength(1)
  answer = serve({ ...found, file_size: 1 })
  expect(await client.downloadMedia('3', '7', 5)).toMatchObject({ ok: false, error: { code: -4 } })
})

it('C-60: gives its token to no host but the configured one and those of Meta', async () => {
  for (const url of [
    'http://169.254.169.254/latest',
    'https://evil.example/lookaside.fbsbx.com',
    'https://fbsbx.com.evil.example/x',
    'http://lookaside.fbsbx.com/x',
  ]) {
    answer = json({ url })
    expect(await client.downloadMedia('3', '7', 5)).toMatchObject({ ok: false, error: { code: -6 } })
  }
})

const used = (percent: number, regain = 0) => ({
  'x-business-use-case-usage': JSON.stringify({
    9: [{ call_count: percent, estimated_time_to_regain_access: regain }],
  }),
})

it('asks nothing more while the budget of the account is used up', async () => {
  const own = createGraphClient({ baseUrl, version: 'v25.0', token: 'of another app' })
  try {
    answer = json({ success: true }, 200, used(99))
    expect(await own.getWaba('9')).toMatchObject({ ok: true })
    answer = json({ success: true }, 200, used(100, 7))
    expect(await own.getWaba('9')).toMatchObject({ ok: true })
    expect(await own.getWaba('9')).toMatchObject({
      ok: false,
      error: { code: 80007, retryAfter: 420, action: { do: 'retry', scope: 'waba' } },
    })
    expect(seen).toHaveLength(2)
  } finally {
    await own.close()
  }
})

it('goes through the pages of a list, but never in a circle', async () => {
  answer = (request, response) => {
    const page = request.url?.includes('after=b') ? 'b' : 'a'
    json({ data: [{ id: page }], paging: { next: 'https://…', cursors: { after: 'b' } } })(request, response)
  }
  expect(await client.phoneNumbers('9')).toEqual({ ok: true, value: [{ id: 'a' }, { id: 'b' }] })
})

it('proves the app secret, and says neither it nor the token in any outcome', async () => {
  const own = createGraphClient({ baseUrl, version: 'v25.0', token: 'T0KEN-x', appSecret: 's3cret' })
  const outcomes: unknown[] = []
  try {
    answer = json({ error: { code: 190, message: 'expired', error_subcode: 463 } }, 401)
    outcomes.push(await own.debugToken(), await own.getNumber('7'))
    expect(seen[1]?.request).toMatch(/&appsecret_proof=[0-9a-f]{64}$/)
    answer = (request) => request.socket.destroy()
    outcomes.push(await own.getNumber('7'), await own.health('7'))
    answer = (request, response) =>
      request.url?.startsWith('/file')
        ? request.socket.destroy()
        : json({ url: `${baseUrl}/file` })(request, response)
    outcomes.push(await own.downloadMedia('3', '7', 5))
  } finally {
    await own.close()
  }
  expect(outcomes).toHaveLength(5)
  expect(JSON.stringify(outcomes)).not.toMatch(/T0KEN|s3cret|appsecret_proof/)
})

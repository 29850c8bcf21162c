import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  idOf,
  type Kit,
  NUMBER,
  rows,
  startKit,
  TOKEN,
  templateBody,
  templateSend,
  until,
  WABA,
} from '../testing/kit.ts'

let kit: Kit
beforeEach(async () => {
  kit = await startKit()
})
afterEach(() => kit.close())

const MIA = '+4915112345678'
const HOUR = 3_600_000
const text = { type: 'text', text: { body: 'x' } }
const codeOf = ({ body }: { body: { error?: { code?: unknown } } }): unknown => body.error?.code

describe('block_users', () => {
  it('blocks who wrote in the last 24 h, names who could not be, and lifts it again', async () => {
    const mia = await kit.person({ phone: MIA })
    await kit.person({ name: 'Ben', phone: '+4915187654321' })
    await kit.writes(mia, 'Hallo')
    const body = (...users: string[]) => ({
      messaging_product: 'whatsapp',
      block_users: users.map((user) => ({ user })),
    })
    const partly = await kit.graph('POST', `${NUMBER}/block_users`, body(MIA, '+4915187654321'))
    expect([partly.status, codeOf(partly)]).toEqual([400, 139100])
    expect(partly.body.block_users).toMatchObject({
      added_users: [{ input: MIA, wa_id: '4915112345678', user_id: mia.bsuid }],
      failed_users: [{ input: '+4915187654321', errors: [{ code: 139100 }] }],
    })
    expect(rows((await kit.graph('GET', `${NUMBER}/block_users`)).body.data)).toHaveLength(1)
    await until(() => kit.sink.messages().length === 1)
    await kit.writes(mia, 'Hört mich jemand?')
    const id = idOf(await kit.send(MIA, text))
    await until(() => kit.statusesOf(id).length === 1)
    expect(kit.statusesOf(id)[0]).toMatchObject({ status: 'failed', errors: [{ code: 131026 }] })
    const lifted = await kit.graph('DELETE', `${NUMBER}/block_users`, {
      messaging_product: 'whatsapp',
      block_users: [{ user_id: mia.bsuid }],
    })
    expect(lifted.body.block_users).toMatchObject({ removed_users: [{ input: mia.bsuid }] })
    await kit.writes(mia, 'Und jetzt?')
    await until(() => kit.sink.messages().length === 2)
    expect(kit.sink.messages()[1]?.text).toEqual({ body: 'Und jetzt?' })
    await kit.graph('POST', `${NUMBER}/block_users`, body(MIA))
    await kit.sim('POST', '/sim/reset')
    expect(rows((await kit.graph('GET', `${NUMBER}/block_users`)).body.data)).toEqual([])
  })
})

describe('a new number', () => {
  it('proves itself by a code, gets a PIN, and registers ten times in 72 h at most', async () => {
    const number = { cc: '49', phone_number: '30 555 01', verified_name: 'Muster Zwei' }
    const { id } = (await kit.graph('POST', `${WABA}/phone_numbers`, number)).body
    const register = (pin: string) =>
      kit.graph('POST', `${id}/register`, { messaging_product: 'whatsapp', pin })
    expect(codeOf(await register('212834'))).toBe(133006)
    await kit.graph('POST', `${id}/request_code`, { code_method: 'SMS', language: 'de' })
    const { code } = (await kit.sim('GET', `/sim/numbers/${id}/code`)).body
    expect(codeOf(await kit.graph('POST', `${id}/verify_code`, { code: 'nonsense' }))).toBe(100)
    expect((await kit.graph('POST', `${id}/verify_code`, { code })).body).toEqual({ success: true })
    expect((await register('212834')).body).toEqual({ success: true })
    expect(
      (await kit.graph('GET', `${id}?fields=status,code_verification_status,name_status`)).body,
    ).toMatchObject({
      status: 'CONNECTED',
      code_verification_status: 'VERIFIED',
      name_status: 'PENDING_REVIEW',
    })
    for (let n = 0; n < 5; n++) expect(codeOf(await register('000000'))).toBe(133005)
    expect(codeOf(await register('212834'))).toBe(133008)
    await kit.graph('POST', String(id), { pin: '111111' })
    await until(() => kit.sink.values('security').length === 1)
    for (let n = 0; n < 9; n++) expect((await register('111111')).status).toBe(200)
    expect(codeOf(await register('111111'))).toBe(133016)
    await kit.later(72 * HOUR)
    expect((await register('111111')).status).toBe(200)
  })

  it('C-70: its storage is set while it is not registered only', async () => {
    const storage = { status: 'IN_COUNTRY_STORAGE_ENABLED', data_localization_region: 'DE' }
    const set = () => kit.graph('POST', `${NUMBER}/settings`, { storage_configuration: storage })
    expect(codeOf(await set())).toBe(100)
    await kit.graph('POST', `${NUMBER}/deregister`, {})
    expect((await set()).body).toEqual({ success: true })
    expect((await kit.graph('GET', `${NUMBER}/settings`)).body).toMatchObject({
      storage_configuration: storage,
    })
  })
})

describe('what a chat offers', () => {
  it('keeps ice breakers and commands within their limits', async () => {
    const path = `${NUMBER}/conversational_automation`
    const commands = [{ command_name: 'stop', command_description: 'Abmelden' }]
    expect((await kit.graph('POST', path, { prompts: ['Angebote?'], commands })).body).toEqual({
      success: true,
    })
    const { body } = await kit.graph('GET', `${NUMBER}?fields=conversational_automation`)
    expect(body.conversational_automation).toMatchObject({ prompts: ['Angebote?'], commands })
    expect(codeOf(await kit.graph('POST', path, { prompts: Array(5).fill('x') }))).toBe(131009)
  })

  it('keeps short links, which open the chat with their text', async () => {
    const path = `${NUMBER}/message_qrdls`
    const made = (await kit.graph('POST', path, { prefilled_message: 'Ja, ich will' })).body
    expect(made.deep_link_url).toBe(`https://wa.me/message/${made.code}`)
    await kit.graph('POST', path, { prefilled_message: 'Ja, gern', code: made.code })
    expect(rows((await kit.graph('GET', `${path}/${made.code}`)).body.data)).toMatchObject([
      { prefilled_message: 'Ja, gern' },
    ])
    expect((await kit.sim('POST', '/sim/links', { url: made.deep_link_url })).body).toMatchObject({
      text: 'Ja, gern',
    })
    expect((await kit.graph('DELETE', `${path}/${made.code}`)).body).toEqual({ success: true })
    expect((await kit.graph('GET', `${path}/${made.code}`)).status).toBe(400)
  })

  it('has a username that nobody else has', async () => {
    const set = (username: string) => kit.graph('POST', `${NUMBER}/username`, { username })
    await kit.person({ phone: null, username: 'miam' })
    expect([codeOf(await set('X')), codeOf(await set('miam'))]).toEqual([147001, 147002])
    expect((await set('muster')).body).toEqual({ status: 'approved' })
    expect((await kit.graph('GET', `${NUMBER}/username`)).body).toEqual({
      username: 'muster',
      status: 'approved',
    })
    await kit.graph('DELETE', `${NUMBER}/username`)
    await until(() => kit.sink.values('business_username_update').length === 2)
    expect(kit.sink.values('business_username_update').map(({ status }) => status)).toEqual([
      'approved',
      'deleted',
    ])
  })
})

describe('analytics', () => {
  it('count what was delivered, by category, type and country, with a price', async () => {
    await kit.sim('PATCH', '/sim/dials', { perUserMarketing: 0 })
    const mia = await kit.person({ phone: MIA })
    await kit.person({ name: 'Raj', phone: '+919812345678' })
    await kit.template('aktion')
    await kit.writes(mia, 'Hallo')
    const sent = [
      await kit.send(MIA, templateSend('aktion')),
      await kit.send(MIA, text),
      await kit.send('+919812345678', templateSend('aktion')),
    ]
    for (const answer of sent) await until(() => kit.statusesOf(idOf(answer)).length === 2)
    const now = Math.floor(Date.now() / 1000)
    const span = `start(${now - 86_400}).end(${now + 86_400})`
    const dimensions = '.dimensions(["PRICING_CATEGORY","PRICING_TYPE","COUNTRY"])'
    const { body } = await kit.graph(
      'GET',
      `${WABA}?fields=pricing_analytics.${span}.granularity(DAILY)${dimensions}`,
    )
    const points = rows(rows(body.pricing_analytics?.data)[0]?.data_points)
    const short = points.map((one) => [
      one.country,
      one.pricing_category,
      one.pricing_type,
      one.volume,
      one.cost,
    ])
    expect(short.toSorted()).toEqual([
      ['DE', 'MARKETING', 'REGULAR', 1, 0.1131],
      ['DE', 'SERVICE', 'FREE_CUSTOMER_SERVICE', 1, 0],
      ['IN', 'MARKETING', 'REGULAR', 1, 0.0098],
    ])
    const plain = await kit.graph('GET', `${WABA}?fields=analytics.${span}.granularity(MONTH)`)
    expect(rows(plain.body.analytics?.data_points)).toMatchObject([{ sent: 3, delivered: 3 }])
    expect(codeOf(await kit.graph('POST', `${WABA}?is_enabled_for_insights=true`))).toBe(200005)
    expect(codeOf(await kit.graph('GET', `${WABA}/template_analytics?start=1&end=2&template_ids=[1]`))).toBe(
      200007,
    )
  })
})

describe('health', () => {
  const health = async (id: string) =>
    (await kit.graph('GET', `${id}?fields=health_status`)).body.health_status
  it('says for number, account, business, app and template what stands in the way', async () => {
    expect(await health(NUMBER)).toMatchObject({ can_send_message: 'AVAILABLE' })
    await kit.sim('POST', `/sim/wabas/${WABA}/restrictions`, { days: 1 })
    expect(await health(NUMBER)).toMatchObject({ can_send_message: 'LIMITED' })
    await kit.sim('PATCH', `/sim/wabas/${WABA}`, { payment: 'failed' })
    const blocked = await health(NUMBER)
    expect(blocked).toMatchObject({ can_send_message: 'BLOCKED' })
    expect(rows(blocked?.entities).map(({ entity_type }) => entity_type)).toEqual([
      'PHONE_NUMBER',
      'WABA',
      'BUSINESS',
      'APP',
    ])
    const { id } = (await kit.graph('POST', `${WABA}/message_templates`, templateBody('neu'))).body
    expect(rows((await health(String(id)))?.entities)[0]).toMatchObject({ entity_type: 'MESSAGE_TEMPLATE' })
  })
})

describe('marketing_messages', () => {
  it('needs signed terms and a marketing template, and has a category of its own', async () => {
    await kit.person({ phone: MIA })
    await kit.template('aktion')
    const send = (message: Record<string, unknown>) =>
      kit.graph('POST', `${NUMBER}/marketing_messages`, {
        messaging_product: 'whatsapp',
        to: MIA,
        product_policy: 'CLOUD_API_FALLBACK',
        message_activity_sharing: false,
        ...message,
      })
    expect(codeOf(await send(templateSend('aktion')))).toBe(131055)
    await kit.sim('PATCH', `/sim/wabas/${WABA}`, { marketingApi: true })
    expect(codeOf(await send(text))).toBe(100)
    await kit.template('info', { category: 'UTILITY' })
    expect(codeOf(await send(templateSend('info')))).toBe(134100)
    const id = idOf(await send(templateSend('aktion')))
    await until(() => kit.statusesOf(id).length === 2)
    expect(kit.statusesOf(id)[0]?.pricing).toMatchObject({ category: 'marketing_lite', billable: true })
  })
})

describe('tokens', () => {
  it('lack permissions, expire, and take each other’s place without a gap', async () => {
    await kit.sim('POST', '/sim/tokens', { token: 'second-token', scopes: ['whatsapp_business_management'] })
    const get = (token: string) => kit.graph('GET', `${WABA}?fields=name`, undefined, token)
    expect([(await get(TOKEN)).status, (await get('second-token')).status]).toEqual([200, 200])
    const send = { messaging_product: 'whatsapp', to: MIA, ...text }
    const refused = await kit.graph('POST', `${NUMBER}/messages`, send, 'second-token')
    expect([refused.status, codeOf(refused)]).toEqual([403, 200])
    const debug = (await kit.graph('GET', 'debug_token?input_token=second-token')).body
    expect(debug.data).toMatchObject({ is_valid: true, scopes: ['whatsapp_business_management'] })
    await kit.sim('POST', '/sim/tokens', { token: 'second-token', expiresInMs: HOUR })
    await kit.later(HOUR)
    const expired = await get('second-token')
    expect([expired.status, codeOf(expired), expired.body.error?.error_subcode]).toEqual([401, 190, 463])
    await kit.sim('DELETE', '/sim/tokens', { token: TOKEN })
    expect((await get(TOKEN)).body.error?.error_subcode).toBe(467)
  })
})

describe('files', () => {
  it('have an address that works for five minutes', async () => {
    const mia = await kit.person({ phone: MIA })
    await kit.sim('POST', `/sim/people/${mia.id}/media`, { phoneNumberId: NUMBER, type: 'image' })
    await until(() => kit.sink.messages().length === 1)
    const { id } = (kit.sink.messages()[0]?.image ?? {}) as { id: string }
    const load = async (url: unknown) =>
      (await fetch(String(url), { headers: { authorization: `Bearer ${TOKEN}` } })).status
    const { url } = (await kit.graph('GET', id)).body
    expect(await load(url)).toBe(200)
    await kit.later(301_000)
    expect(await load(url)).toBe(404)
    expect(await load((await kit.graph('GET', id)).body.url)).toBe(200)
  })
})

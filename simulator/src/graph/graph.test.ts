import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  APP,
  type Kit,
  NUMBER,
  rows,
  SHOP_PHONE,
  setupFor,
  startKit,
  TOKEN,
  until,
  WABA,
} from '../testing/kit.ts'

let kit: Kit
beforeEach(async () => {
  kit = await startKit()
})
afterEach(() => kit.close())

describe('refusals', () => {
  it('without a token, and with a wrong one', async () => {
    const none = await kit.graph('GET', NUMBER, undefined, '')
    expect([none.status, none.body.error?.code, none.body.error?.type]).toEqual([401, 190, 'OAuthException'])
    const wrong = await kit.graph('GET', NUMBER, undefined, 'something else')
    expect([wrong.status, wrong.body.error?.code, wrong.body.error?.error_subcode]).toEqual([401, 190, 467])
  })

  it('of an unknown object, in the envelope of the Graph', async () => {
    const { status, body } = await kit.graph('GET', '999999999999999')
    expect(status).toBe(400)
    expect(body).toEqual({
      error: {
        message: expect.stringContaining("Object with ID '999999999999999' does not exist"),
        type: 'GraphMethodException',
        code: 100,
        error_subcode: 33,
        fbtrace_id: expect.stringMatching(/^A/),
      },
    })
  })

  it('of a body that is not JSON, and of a path that is none', async () => {
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' }
    const broken = await fetch(`${kit.simulator.url}/v25.0/${NUMBER}/messages`, {
      method: 'POST',
      headers,
      body: '{"to":',
    })
    expect([broken.status, ((await broken.json()) as { error: { code: number } }).error.code]).toEqual([
      400, 100,
    ])
    const path = await fetch(`${kit.simulator.url}/v25.0/a/b/c`, { headers })
    expect([path.status, ((await path.json()) as { error: { code: number } }).error.code]).toEqual([
      400, 2500,
    ])
  })

  it('of a number that is not registered', async () => {
    await kit.graph('POST', `${NUMBER}/deregister`, {})
    const send = { type: 'text', text: { body: 'x' } }
    expect((await kit.send('+4915112345678', send)).body.error?.code).toBe(133010)
    const register = (pin: string) =>
      kit.graph('POST', `${NUMBER}/register`, { messaging_product: 'whatsapp', pin })
    expect((await register('212834')).body).toEqual({ success: true })
    expect((await register('000000')).body.error?.code).toBe(133005)
    expect((await kit.send('+4915112345678', send)).status).toBe(200)
  })
})

describe('numbers and accounts', () => {
  it('have the fields that are asked for', async () => {
    const fields =
      'quality_rating,status,throughput{level},whatsapp_business_manager_messaging_limit,health_status'
    expect((await kit.graph('GET', `${NUMBER}?fields=${fields}`)).body).toEqual({
      id: NUMBER,
      quality_rating: 'GREEN',
      status: 'CONNECTED',
      throughput: { level: 'STANDARD' },
      whatsapp_business_manager_messaging_limit: 'TIER_10K',
      health_status: expect.objectContaining({ can_send_message: 'AVAILABLE' }),
    })
    const { body, headers } = await kit.graph('GET', `${WABA}/phone_numbers`)
    expect(rows(body.data)[0]).toMatchObject({
      id: NUMBER,
      display_phone_number: SHOP_PHONE,
      code_verification_status: 'VERIFIED',
    })
    expect(JSON.parse(headers.get('x-business-use-case-usage') ?? '')[WABA][0].type).toBe(
      'whatsapp_business_management',
    )
    expect(headers.get('facebook-api-version')).toBe('v25.0')
    expect((await kit.graph('GET', `${WABA}?fields=name,currency`)).body).toEqual({
      id: WABA,
      name: 'Muster GmbH',
      currency: 'EUR',
    })
  })

  it('tell when their standing changes', async () => {
    await kit.sim('PATCH', `/sim/numbers/${NUMBER}`, { quality: 'RED' })
    await kit.sim('PATCH', `/sim/numbers/${NUMBER}`, { limit: 'TIER_100K' })
    await kit.sim('PATCH', `/sim/numbers/${NUMBER}`, { status: 'RESTRICTED' })
    await until(() => kit.sink.changes().length === 4)
    expect(kit.sink.changes().map(({ field, value }) => [field, value.event])).toEqual([
      ['phone_number_quality_update', 'FLAGGED'],
      ['phone_number_quality_update', 'UPGRADE'],
      ['business_capability_update', undefined],
      ['account_update', 'ACCOUNT_RESTRICTION'],
    ])
    const refused = await kit.send('+4915112345678', { type: 'text', text: { body: 'x' } })
    expect([refused.status, refused.body.error?.code]).toEqual([403, 131031])
  })

  it('keep their state when they are set up again', async () => {
    await kit.sim('PATCH', `/sim/numbers/${NUMBER}`, { quality: 'YELLOW' })
    expect((await kit.sim('POST', '/sim/setup', setupFor(kit.sink.url))).body).toEqual({
      ok: true,
      verified: true,
    })
    expect((await kit.graph('GET', `${NUMBER}?fields=quality_rating`)).body.quality_rating).toBe('YELLOW')
  })

  it('refuse a real token', async () => {
    const { status } = await kit.sim('POST', '/sim/setup', {
      ...setupFor(kit.sink.url),
      token: 'EAABsbCS1234',
    })
    expect(status).toBe(400)
  })

  it('keep a business profile', async () => {
    const websites = ['https://example.org/impressum']
    const change = { messaging_product: 'whatsapp', about: 'Mode seit 1999', websites }
    expect((await kit.graph('POST', `${NUMBER}/whatsapp_business_profile`, change)).body).toEqual({
      success: true,
    })
    const { body } = await kit.graph('GET', `${NUMBER}/whatsapp_business_profile?fields=about,websites`)
    expect(body).toEqual({ data: [{ about: 'Mode seit 1999', websites, messaging_product: 'whatsapp' }] })
  })

  it('know a token', async () => {
    const good = (await kit.graph('GET', `debug_token?input_token=${TOKEN}`)).body
    expect(good.data).toMatchObject({ app_id: APP, is_valid: true, expires_at: 0 })
    expect((await kit.graph('GET', 'debug_token?input_token=other')).body.data).toMatchObject({
      is_valid: false,
    })
  })
})

describe('files', () => {
  const authorization = `Bearer ${TOKEN}`
  const bytes = Buffer.from('not really a picture')

  it('are uploaded, described with a hash in hex, loaded and deleted', async () => {
    const form = new FormData()
    form.set('messaging_product', 'whatsapp')
    form.set('type', 'image/png')
    form.set('file', new Blob([bytes], { type: 'image/png' }), 'a.png')
    const url = `${kit.simulator.url}/v25.0/${NUMBER}/media`
    const upload = await fetch(url, { method: 'POST', headers: { authorization }, body: form })
    const { id } = (await upload.json()) as { id: string }
    const { body } = await kit.graph('GET', id)
    expect(body).toMatchObject({
      mime_type: 'image/png',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      file_size: bytes.length,
    })
    expect((await fetch(String(body.url))).status).toBe(401)
    const loaded = await fetch(String(body.url), { headers: { authorization } })
    expect(Buffer.from(await loaded.arrayBuffer())).toEqual(bytes)
    expect((await kit.graph('DELETE', id)).body).toEqual({ success: true })
    expect((await kit.graph('GET', id)).body.error?.error_subcode).toBe(33)
  })

  it('get a handle by a resumable upload', async () => {
    const start = await kit.graph(
      'POST',
      `${APP}/uploads?file_name=a.png&file_length=${bytes.length}&file_type=image/png`,
    )
    expect(start.body.id).toMatch(/^upload:/)
    const url = `${kit.simulator.url}/v25.0/${start.body.id}`
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `OAuth ${TOKEN}`, file_offset: '0' },
      body: bytes,
    })
    expect(((await answer.json()) as { h: string }).h).toMatch(/^4::/)
  })

  it('of a person come with an id and a hash in base64', async () => {
    const person = await kit.person({ phone: '+4915112345678' })
    await kit.sim('POST', `/sim/people/${person.id}/media`, {
      phoneNumberId: NUMBER,
      type: 'image',
      caption: 'Schau',
    })
    await until(() => kit.sink.messages().length === 1)
    const image = kit.sink.messages()[0]?.image as { id: string; sha256: string; caption: string }
    const { body } = await kit.graph('GET', image.id)
    expect(Buffer.from(image.sha256, 'base64').toString('hex')).toBe(body.sha256)
    expect(image.caption).toBe('Schau')
  })
})

describe('read marks, typing and reactions', () => {
  it('show on the phone', async () => {
    const person = await kit.person({ phone: '+4915112345678' })
    const first = await kit.writes(person, 'Hallo')
    const second = await kit.writes(person, 'Noch da?')
    const read = {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: second.id,
      typing_indicator: { type: 'text' },
    }
    expect((await kit.graph('POST', `${NUMBER}/messages`, read)).body).toEqual({ success: true })
    expect((await kit.chat(person)).map(({ status }) => status)).toEqual(['read', 'read'])
    const path = `/sim/people/${person.id}/chats/${NUMBER}`
    expect((await kit.sim('GET', path)).body.typing).toBe(true)
    await kit.send('+4915112345678', { type: 'reaction', reaction: { message_id: first.id, emoji: '👍' } })
    await until(async () => (await kit.chat(person))[0]?.reaction === '👍')
    await kit.send('+4915112345678', { type: 'text', text: { body: 'Ja!' } })
    await until(async () => (await kit.chat(person)).length === 3)
    expect((await kit.sim('GET', path)).body.typing).toBe(false)
  })
})

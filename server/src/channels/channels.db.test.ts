import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type RunningSimulator, startSimulator } from '../../../simulator/src/index.ts'
import { type Context, createContext, DAY } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { createTestWeb, type TestWeb } from '../testing/web.ts'
import { checkChannel } from './check.ts'
import { channelCredentials, findChannels, isVerifyToken } from './index.ts'

const NUMBER = '106540352242922'
const FOREIGN_NUMBER = '106540352242933'
const WABA = '102290129340398'
const FOREIGN_WABA = '102290129340399'
const RIGHT = {
  name: 'Shop',
  phoneNumberId: NUMBER,
  wabaId: WABA,
  accessToken: 'token-of-the-system-user',
  appSecret: 'secret-of-the-app',
  verifyToken: 'word-for-the-handshake',
}
/** Of no concern before a number is saved. */
const LATER = ['subscription', 'callback', 'profile']
const numberOf = (id: string, displayPhoneNumber: string) => ({
  id,
  displayPhoneNumber,
  verifiedName: 'Blattwerk Laden',
})
const SECRETS = [RIGHT.accessToken, RIGHT.appSecret, RIGHT.verifyToken]

interface Check {
  ok: boolean
  steps: { key: string; state: string; code: string; detail: string; cure: string | null }[]
}

/** Connecting a number, against a WhatsApp that answers over HTTP. */
describe('channels', () => {
  let simulator: RunningSimulator
  let runtime: TestRuntime
  let web: TestWeb
  let business: TestBusiness
  let owner: string

  const sim = async (method: string, path: string, body?: object) => {
    const response = await fetch(simulator.url + path, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
    return response.json()
  }

  const setUp = (secrets: object = {}) =>
    sim('POST', '/sim/setup', {
      token: RIGHT.accessToken,
      appSecret: RIGHT.appSecret,
      verifyToken: RIGHT.verifyToken,
      callbackUrl: 'http://127.0.0.1:9/nobody-listens',
      wabas: [
        { id: WABA, name: 'Blattwerk', numbers: [numberOf(NUMBER, '+49 30 123456')] },
        { id: FOREIGN_WABA, name: 'Other', numbers: [numberOf(FOREIGN_NUMBER, '+49 30 654321')] },
      ],
      ...secrets,
    })

  beforeAll(async () => {
    simulator = await startSimulator({
      host: '127.0.0.1',
      port: 0,
      seed: 'channels',
      dials: { latencyMs: [0, 0] },
    })
    await setUp()
    runtime = await createTestRuntime({ GRAPH_BASE_URL: simulator.url, PUBLIC_URL: 'http://127.0.0.1:9' })
    web = await createTestWeb(runtime)
    business = await createTestBusiness(runtime)
    owner = await web.signIn({ email: 'owner@blatt.example', businessId: business.businessId, role: 'owner' })
  })
  afterAll(async () => {
    await web.close()
    await simulator.close()
    await runtime.close()
  })
  // The simulator starts subscribed; a real account does not.
  beforeEach(async () => {
    const response = await graph('DELETE', `${WABA}/subscribed_apps`)
    expect(response.ok).toBe(true)
  })
  afterEach(async () => {
    await setUp()
    const theirs = runtime.db.selectFrom('channel').select('channel_id').where('phone_number_id', '=', NUMBER)
    await runtime.db.deleteFrom('channel_route').where('channel_id', 'in', theirs).execute()
    await runtime.db.deleteFrom('channel').where('phone_number_id', '=', NUMBER).execute()
  })

  const inDays = (days: number) => new Date(runtime.clock.now().getTime() + days * DAY).toISOString()
  const to = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', url: string, body?: object) =>
    web.send({
      method,
      url: `/api/v1${url}`,
      cookie: owner,
      businessId: business.businessId,
      language: 'en',
      ...(body && { body }),
    })
  const graph = (method: string, path: string) =>
    fetch(`${simulator.url}/v25.0/${path}`, {
      method,
      headers: { authorization: `Bearer ${RIGHT.accessToken}` },
    })
  const post = (url: string, body: object, language = 'en') =>
    web.send({
      method: 'POST',
      url: `/api/v1${url}`,
      cookie: owner,
      businessId: business.businessId,
      body,
      language,
    })
  const check = async (change: object = {}) => {
    const { name: _name, ...credentials } = RIGHT
    const response = await post('/channels/check', { ...credentials, ...change })
    expect(response.statusCode).toBe(200)
    return response.json<Check>()
  }
  const outcome = ({ steps }: Check) => Object.fromEntries(steps.map((step) => [step.key, step.state]))

  it('are checked step by step: right credentials pass, what comes later is left open', async () => {
    const result = await check()
    expect(result.ok).toBe(true)
    expect(outcome(result)).toMatchObject({
      token: 'ok',
      permissions: 'ok',
      token_end: 'ok',
      number: 'ok',
      waba: 'ok',
      app_secret: 'ok',
      subscription: 'fail',
      webhook: 'open',
      signature: 'open',
    })
    expect(result.steps.find((step) => step.key === 'number')?.detail).toContain(
      '+49 30 123456, Blattwerk Laden',
    )
    for (const secret of SECRETS) expect(JSON.stringify(result)).not.toContain(secret)
  })

  it.each([
    ['a wrong token', { accessToken: 'another-token' }, ['token']],
    ['a wrong number', { phoneNumberId: '106540352249999' }, ['number', 'waba']],
    ['the number of another account', { phoneNumberId: FOREIGN_NUMBER }, ['waba']],
    ['a wrong account', { wabaId: '102290129349999' }, ['permissions', 'waba', 'subscription']],
    ['a wrong app secret', { appSecret: 'another-secret' }, ['app_secret']],
  ])('fail for %s and say where', async (_name, change, expected) => {
    const result = await check(change)
    expect(result.ok).toBe(false)
    const wrong = result.steps.filter((step) => step.state === 'fail' && !LATER.includes(step.key))
    expect(wrong.map((step) => step.key)).toEqual(expected.filter((key) => !LATER.includes(key)))
    for (const { cure } of wrong) expect(cure?.length).toBeGreaterThan(20)
  })

  it('fail when Meta cannot be reached, rather than blaming the credentials', async () => {
    const ctx: Context = {
      ...business.ctx,
      config: { ...runtime.config, graphBaseUrl: 'http://127.0.0.1:9' },
    }
    const result = await checkChannel(ctx, RIGHT)
    expect(result).toMatchObject({ ok: false, number: null })
    for (const key of ['token', 'number', 'waba'])
      expect(result.steps.find((step) => step.key === key)?.detail.en).toContain('cannot be reached')
  })

  it('ask for the credentials that a new number still lacks', async () => {
    const response = await post(
      '/channels/check',
      { phoneNumberId: NUMBER, wabaId: WABA, accessToken: 'x' },
      'de',
    )
    expect(response.statusCode).toBe(422)
    expect(response.json()).toMatchObject({ code: 'credentials_missing' })
    expect(Object.keys(response.json().fields)).toEqual(['appSecret', 'verifyToken'])
  })

  it('are connected: saved, subscribed and found by what webhooks carry', async () => {
    const response = await post('/channels', RIGHT)
    expect(response.statusCode).toBe(201)
    const channel = response.json<{ id: string }>()
    expect(channel).toMatchObject({
      displayPhoneNumber: '+49 30 123456',
      verifiedName: 'Blattwerk Laden',
      state: 'connected',
      webhookUrl: 'http://127.0.0.1:9/webhooks/whatsapp',
    })
    expect(outcome(await check())).toMatchObject({ subscription: 'ok' })
    expect(await channelCredentials(business.ctx, channel.id)).toMatchObject({
      accessToken: RIGHT.accessToken,
      appSecret: RIGHT.appSecret,
      verifyToken: RIGHT.verifyToken,
    })
    const target = { businessId: business.businessId, channelId: channel.id }
    expect(await findChannels(runtime, 'phone_number', [NUMBER, '1'])).toEqual([{ key: NUMBER, ...target }])
    expect(await findChannels(runtime, 'waba', [WABA])).toEqual([{ key: WABA, ...target }])
    expect(await isVerifyToken(runtime, RIGHT.verifyToken)).toBe(true)
    expect(await isVerifyToken(runtime, 'another-word')).toBe(false)
    const again = await post('/channels', RIGHT)
    expect(again.statusCode).toBe(409)
    expect(again.json()).toMatchObject({ code: 'channel_exists' })
  })

  it('are not saved when a credential is wrong; the answer names it', async () => {
    const response = await post('/channels', { ...RIGHT, appSecret: 'another-secret' })
    expect(response.statusCode).toBe(422)
    expect(response.json()).toMatchObject({
      code: 'channel_check_failed',
      fields: { app_secret: expect.any(String) },
    })
    expect(await findChannels(runtime, 'phone_number', [NUMBER])).toEqual([])
  })

  it('can be checked later with the secrets they have, and only by their own business', async () => {
    const { id } = (await post('/channels', RIGHT)).json<{ id: string }>()
    const own = await post('/channels/check', { phoneNumberId: NUMBER, wabaId: WABA, channelId: id })
    expect(own.json<Check>().ok).toBe(true)
    expect(own.json<Check>().steps.find((step) => step.key === 'webhook')).toMatchObject({
      state: 'fail',
      code: 'webhook_unreachable',
    })
    const other = await createTestBusiness(runtime)
    const foreign = await post('/channels/check', {
      phoneNumberId: NUMBER,
      wabaId: WABA,
      channelId: other.channelId,
    })
    expect(foreign.statusCode).toBe(404)
  })

  it('take new secrets without losing the old ones, and forget the old handshake word', async () => {
    const { id } = (await post('/channels', RIGHT)).json<{ id: string }>()
    const response = await web.send({
      method: 'PATCH',
      url: `/api/v1/channels/${id}`,
      cookie: owner,
      businessId: business.businessId,
      body: { name: 'Laden', verifyToken: 'a-newer-word' },
    })
    expect(response.json()).toMatchObject({ name: 'Laden' })
    expect(await channelCredentials(business.ctx, id)).toMatchObject({
      accessToken: RIGHT.accessToken,
      appSecret: RIGHT.appSecret,
      verifyToken: 'a-newer-word',
    })
    expect(await isVerifyToken(runtime, 'a-newer-word')).toBe(true)
    expect(await isVerifyToken(runtime, RIGHT.verifyToken)).toBe(false)
  })

  it('says until when the app secret before the present one counts, and never which it is', async () => {
    const { id } = (await post('/channels', RIGHT)).json<{ id: string }>()
    const change = async (body: object) => {
      const response = await web.send({
        method: 'PATCH',
        url: `/api/v1/channels/${id}`,
        cookie: owner,
        businessId: business.businessId,
        body,
      })
      expect(response.body).not.toMatch(/secret-of-the-app|a-newer-secret|an-older-secret/)
      return response.json<{ previousSecretUntil: string | null }>().previousSecretUntil
    }
    expect(await change({ name: 'Laden' })).toBeNull()
    const until = inDays(7)
    await setUp({ appSecret: 'a-newer-secret' })
    expect(await change({ appSecret: 'a-newer-secret' })).toBe(until)
    runtime.clock.advance(2 * DAY)
    expect(await change({ name: 'Laden' })).toBe(until)
    expect(await change({ previousAppSecret: 'an-older-secret' })).toBe(inDays(7))
    runtime.clock.advance(8 * DAY)
    expect(await change({ name: 'Laden' })).toBeNull()
    expect(await change({ previousAppSecret: 'an-older-secret' })).toBe(inDays(7))
    expect(await change({ previousAppSecret: null })).toBeNull()
  })

  it('a token that Meta does not take never replaces the one in use; one that it takes does, with its time', async () => {
    const { id } = (await post('/channels', RIGHT)).json<{ id: string }>()
    const replace = (body: object) => to('PATCH', `/channels/${id}`, body)
    const refused = await replace({ accessToken: 'mistyped' })
    expect(refused.statusCode).toBe(422)
    expect(refused.json()).toMatchObject({
      code: 'channel_check_failed',
      fields: { accessToken: expect.stringContaining('System users') },
    })
    expect((await channelCredentials(business.ctx, id)).accessToken).toBe(RIGHT.accessToken)
    runtime.clock.advance(DAY)
    await setUp({ token: 'the-next-token' })
    const taken = await replace({ accessToken: 'the-next-token' })
    expect(taken.json()).toMatchObject({ accessTokenSince: runtime.clock.now().toISOString() })
    expect(taken.json<{ appSecretSince: string }>().appSecretSince).toBe(inDays(-1))
    expect((await channelCredentials(business.ctx, id)).accessToken).toBe('the-next-token')
  })

  it('C-57: the profile is proposed from what the business says, set at Meta, and judged', async () => {
    const { id } = (await post('/channels', RIGHT)).json<{ id: string }>()
    await runtime.db.updateTable('business').set({ contact_email: 'hallo@blatt.example' }).execute()
    const { proposal, checks, verticals, longest } = (await to('GET', `/channels/${id}/profile`)).json()
    expect(verticals).toContain('RETAIL')
    expect(checks).toContainEqual({ key: 'imprint', ok: false })
    expect(proposal.websites).toEqual([
      'https://blattwerk.example/impressum',
      'https://blattwerk.example/datenschutz',
    ])
    const body = { about: 'Pflanzen', address: '', vertical: 'RETAIL', ...proposal }
    const set = (await to('PUT', `/channels/${id}/profile`, body)).json()
    expect(set.checks.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([])
    expect(set.profile).toMatchObject({ about: 'Pflanzen', email: 'hallo@blatt.example' })
    const three = await to('PUT', `/channels/${id}/profile`, {
      ...body,
      websites: Array(3).fill('https://a.example'),
    })
    expect(three.statusCode).toBe(422)
    for (const field of ['about', 'description', 'address'] as const) {
      const long = await to('PUT', `/channels/${id}/profile`, {
        ...body,
        [field]: 'x'.repeat(longest[field] + 1),
      })
      expect(long.statusCode, field).toBe(422)
    }
  })

  it('get a PIN, are registered with it when they are not yet, and nothing keeps it', async () => {
    const { id } = (await post('/channels', RIGHT)).json<{ id: string }>()
    const pin = (digits: string) => to('PUT', `/channels/${id}/pin`, { pin: digits })
    expect((await pin('731946')).json()).toEqual({ registered: false })
    await graph('POST', `${NUMBER}/deregister`)
    expect(outcome(await check()).registration).toBe('fail')
    const wrong = await pin('111111')
    expect(wrong.json()).toMatchObject({ code: 'pin_wrong', fields: { pin: expect.any(String) } })
    expect((await pin('731946')).json()).toEqual({ registered: true })
    expect(outcome(await check())).toMatchObject({ registration: 'ok', pin: 'ok' })
    expect((await pin('12345')).statusCode).toBe(422)
    const audited = JSON.stringify(await runtime.db.selectFrom('audit_entry').selectAll().execute())
    expect(audited).toContain('channel.register')
    expect(audited).not.toContain('731946')
  })

  it('offer openings and commands in the chat, and always /stop', async () => {
    const { id } = (await post('/channels', RIGHT)).json<{ id: string }>()
    const wanted = {
      prompts: ['Wo ist meine Bestellung?'],
      commands: [{ name: 'hilfe', description: 'Mit einem Menschen schreiben' }],
    }
    const set = (await to('PUT', `/channels/${id}/conversation`, wanted)).json()
    expect(set.commands.map(({ name }: { name: string }) => name)).toEqual(['stop', 'hilfe'])
    expect((await to('GET', `/channels/${id}/conversation`)).json()).toEqual(set)
  })

  it('may be several: the first is the default until another is chosen, and comes first in lists', async () => {
    const { id } = (await post('/channels', RIGHT)).json<{ id: string }>()
    const all = async () =>
      (await to('GET', '/channels'))
        .json<{ id: string; isDefault: boolean }[]>()
        .map((one) => [one.id, one.isDefault])
    expect(await all()).toEqual([
      [business.channelId, true],
      [id, false],
    ])
    expect((await to('POST', `/channels/${id}/default`)).json()).toMatchObject({ isDefault: true })
    expect(await all()).toEqual([
      [id, true],
      [business.channelId, false],
    ])
    await to('POST', `/channels/${business.channelId}/default`)
  })

  it('show their secrets nowhere: not in answers, not in tables, not in the audit log', async () => {
    const { id } = (await post('/channels', RIGHT)).json<{ id: string }>()
    const get = (url: string) =>
      web.send({ url: `/api/v1${url}`, cookie: owner, businessId: business.businessId }).then((r) => r.body)
    const dump = [
      await get('/channels'),
      await get('/audit'),
      JSON.stringify(await runtime.db.selectFrom('channel_route').selectAll().execute()),
      JSON.stringify(await runtime.db.selectFrom('audit_entry').selectAll().execute()),
    ]
    for (const row of await runtime.db.selectFrom('channel').selectAll().execute()) {
      const { credentials_sealed: sealed, ...plain } = row
      dump.push(JSON.stringify(plain), Buffer.from(sealed).toString('latin1'))
    }
    expect(dump.join('\n')).toContain(id)
    for (const secret of SECRETS) expect(dump.join('\n')).not.toContain(secret)
  })

  it('give their secrets to no other business, even where a row was moved', async () => {
    const other = await createTestBusiness(runtime)
    const stranger = createContext(runtime, other.businessId, { kind: 'system', job: 'test' })
    await expect(channelCredentials(stranger, business.channelId)).rejects.toThrow()
    const row = await runtime.db
      .selectFrom('channel')
      .select('credentials_sealed')
      .where('channel_id', '=', business.channelId)
      .executeTakeFirstOrThrow()
    await runtime.db.updateTable('channel').set(row).where('channel_id', '=', other.channelId).execute()
    await expect(channelCredentials(stranger, other.channelId)).rejects.toThrow()
  })
})

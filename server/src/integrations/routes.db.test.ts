import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { createTestWeb, type TestWeb } from '../testing/web.ts'

describe('the routes of endpoints', () => {
  let runtime: TestRuntime
  let web: TestWeb
  let business: TestBusiness
  const cookies = new Map<Role, string>()
  beforeAll(async () => {
    runtime = await createTestRuntime()
    web = await createTestWeb(runtime)
    business = await createTestBusiness(runtime)
    const { businessId } = business
    for (const role of ['owner', 'dpo', 'marketer'] as const)
      cookies.set(role, await web.signIn({ email: `${role}@blatt.example`, businessId, role }))
  })
  afterAll(async () => {
    await web.close()
    await runtime.close()
  })

  const call = (
    role: Role,
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: object,
    language = 'de',
  ) =>
    web.send({
      method,
      url: `/api/v1${path}`,
      cookie: cookies.get(role) ?? '',
      businessId: business.businessId,
      language,
      ...(body ? { body } : {}),
    })
  const wanted = { name: 'Shop', url: 'https://shop.blattwerk.example/hook', events: ['person.erased'] }

  it('C-50: are for owners; data protection officers may look', async () => {
    expect((await call('dpo', 'POST', '/endpoints', wanted)).statusCode).toBe(403)
    expect((await call('marketer', 'GET', '/endpoints')).statusCode).toBe(403)
    expect((await call('marketer', 'GET', '/deliveries')).statusCode).toBe(403)
    expect((await call('dpo', 'GET', '/endpoints')).statusCode).toBe(200)
    expect((await call('dpo', 'GET', '/deliveries')).json()).toEqual({ items: [], next: null })
  })

  it('tell the secret once: when it is made, and when it is replaced', async () => {
    const created = await call('owner', 'POST', '/endpoints', wanted)
    expect(created.statusCode).toBe(201)
    expect(created.json()).toMatchObject({ secret: expect.stringMatching(/^whsec_/) })
    const { endpoint, secret } = created.json<{ endpoint: { id: string }; secret: string }>()
    const rotated = await call('owner', 'POST', `/endpoints/${endpoint.id}/secret`)
    expect(rotated.json<{ secret: string }>().secret).not.toBe(secret)
    for (const path of ['/endpoints', `/audit?entityId=${endpoint.id}`])
      expect((await call('owner', 'GET', path)).body, path).not.toContain('whsec_')
    const row = await runtime.db.selectFrom('endpoint').selectAll().executeTakeFirstOrThrow()
    expect(Buffer.from(row.secret_sealed).toString('utf8')).not.toContain('whsec_')
    expect((await call('owner', 'POST', `/endpoints/${endpoint.id}/test`)).statusCode).toBe(202)
    const [delivery] = (await call('owner', 'GET', '/deliveries')).json<{ items: { id: string }[] }>().items
    expect((await call('dpo', 'GET', `/deliveries/${delivery?.id}`)).json()).toMatchObject({
      event: 'endpoint.test',
      tries: [],
      body: expect.stringContaining('"type":"endpoint.test"'),
    })
    expect((await call('owner', 'POST', `/deliveries/${delivery?.id}/again`)).statusCode).toBe(200)
    expect((await call('owner', 'POST', `/endpoints/${endpoint.id}/deliver-dead`)).json()).toEqual({
      count: 0,
    })
    expect((await call('owner', 'DELETE', `/endpoints/${endpoint.id}`)).statusCode).toBe(204)
    expect((await call('owner', 'GET', '/deliveries')).json()).toEqual({ items: [], next: null })
  })

  it('say in both languages what is wrong with an address, and take no more than twenty', async () => {
    const refused = (language: string) =>
      call('owner', 'POST', '/endpoints', { ...wanted, url: 'https://169.254.169.254/latest' }, language)
    expect((await refused('de')).json()).toMatchObject({
      code: 'endpoint_url',
      detail: expect.stringContaining('nicht im öffentlichen'),
    })
    expect((await refused('en')).json()).toMatchObject({
      detail: expect.stringContaining('not on the public'),
    })
    for (let made = 0; made < 20; made++)
      expect((await call('owner', 'POST', '/endpoints', wanted)).statusCode).toBe(201)
    expect((await call('owner', 'POST', '/endpoints', wanted)).json()).toMatchObject({
      code: 'endpoint_many',
    })
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createContext, newId, ROLES, type Role } from '../platform/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { createTestWeb, type TestWeb } from '../testing/web.ts'

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
interface Route {
  method: Method
  /** With `{id}` places, as the OpenAPI document writes them. */
  path: string
}

const PREFIX = '/api/v1'
const wording = { language: 'de', body: 'Ein Text' }

/** Who may call what. The owner may call everything. */
const ALLOWED: [method: Method, path: string, roles: Role[], body?: object][] = [
  ['GET', '/business', ['marketer', 'agent', 'dpo']],
  ['PATCH', '/business', [], { name: 'Neu' }],
  ['POST', '/businesses', [], { slug: 'neu', name: 'Neu', legalName: 'Neu GmbH' }],
  ['GET', '/audit', ['dpo']],
  ['GET', '/members', ['marketer', 'agent', 'dpo']],
  ['PATCH', '/members/{any}', [], { role: 'agent' }],
  ['DELETE', '/members/{any}', []],
  ['GET', '/invitations', []],
  ['POST', '/invitations', [], { email: 'x@blatt.example', role: 'agent' }],
  ['DELETE', '/invitations/{any}', []],
  ['GET', '/channels', ['marketer', 'agent', 'dpo']],
  ['PATCH', '/channels/{any}', [], { name: 'Laden' }],
  ['POST', '/channels/check', [], { phoneNumberId: '12345', wabaId: '12345' }],
  [
    'POST',
    '/channels',
    [],
    {
      name: 'L',
      phoneNumberId: '12345',
      wabaId: '12345',
      accessToken: 'a',
      appSecret: 'b',
      verifyToken: 'c',
    },
  ],
  ['GET', '/topics', ['marketer', 'agent', 'dpo']],
  [
    'POST',
    '/topics',
    ['marketer', 'dpo'],
    { key: 'k1', name: { de: 'a', en: 'a' }, description: { de: 'a', en: 'a' } },
  ],
  ['PATCH', '/topics/{any}', ['marketer', 'dpo'], { archived: true }],
  ['POST', '/topics/{any}/wordings', ['marketer', 'dpo'], wording],
  ['POST', '/topics/{any}/wordings/check', ['marketer', 'dpo'], wording],
  ['GET', '/sources', ['marketer', 'agent', 'dpo']],
  ['POST', '/sources', ['marketer'], { kind: 'link', name: 'x', channelId: newId(), topicIds: [newId()] }],
  ['PATCH', '/sources/{any}', ['marketer'], { name: 'x' }],
  ['POST', '/sources/{any}/revoke', ['marketer']],
]

/** That ids of another business are never found or taken is shown by foreign-ids.db.test.ts, endpoint by endpoint. */
describe('access over HTTP', () => {
  let runtime: TestRuntime
  let web: TestWeb
  let business: TestBusiness
  let other: TestBusiness
  let routes: Route[]
  const cookies = new Map<Role, string>()

  beforeAll(async () => {
    runtime = await createTestRuntime({ GRAPH_BASE_URL: 'http://127.0.0.1:9' })
    web = await createTestWeb(runtime)
    business = await createTestBusiness(runtime)
    other = await createTestBusiness(runtime)
    for (const role of ROLES)
      cookies.set(
        role,
        await web.signIn({ email: `${role}@blatt.example`, businessId: business.businessId, role }),
      )
    await web.api.ready()
    const { paths } = (await web.api.inject('/openapi.json')).json() as {
      paths: Record<string, Record<string, unknown>>
    }
    routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ method: method.toUpperCase() as Method, path })),
    )
  })
  afterAll(async () => {
    await web.close()
    await runtime.close()
  })

  const send = ({ method, path }: Route) =>
    web.send({
      method,
      url: path.replaceAll(/\{\w+\}/g, () => newId()),
      businessId: business.businessId,
      ...(method === 'GET' || method === 'DELETE' ? {} : { body: {} }),
    })

  it('needs a session on every route that is not meant to be public', async () => {
    const secured = routes.filter(
      ({ path }) => path.startsWith(PREFIX) && !path.startsWith(`${PREFIX}/public/`),
    )
    expect(secured.length).toBeGreaterThan(40)
    const open: string[] = []
    for (const route of secured) {
      const response = await send(route)
      if (response.statusCode !== 401) open.push(`${route.method} ${route.path}: ${response.statusCode}`)
    }
    expect(open).toEqual([])
  })

  it('has no other routes than those under the API’s address in its document', () => {
    expect(routes.filter(({ path }) => !path.startsWith(PREFIX))).toEqual([])
  })

  it('does not let a source offer the topics or the number of another business', async () => {
    const base = {
      kind: 'link',
      name: 'x',
      channelId: business.channelId,
      topicIds: [business.topics.offers],
    }
    for (const change of [{ channelId: other.channelId }, { topicIds: [other.topics.offers] }]) {
      const response = await web.send({
        method: 'POST',
        url: `${PREFIX}/sources`,
        cookie: cookies.get('owner') ?? '',
        businessId: business.businessId,
        body: { ...base, ...change },
      })
      expect(response.statusCode).toBe(404)
    }
  })

  describe.each(ROLES.filter((role) => role !== 'owner'))('as %s', (role) => {
    it.each(ALLOWED)('%s %s', async (method, path, roles, body) => {
      const response = await web.send({
        method,
        url: PREFIX + path.replace('{any}', newId()),
        cookie: cookies.get(role) ?? '',
        businessId: business.businessId,
        ...(body ? { body } : {}),
      })
      if (roles.includes(role)) {
        expect([200, 201, 204, 404, 409]).toContain(response.statusCode)
      } else {
        expect(response.statusCode).toBe(403)
        expect(response.json().code).toMatch(/^(role_missing|operator_only)$/)
      }
    })
  })

  it('gives the owner everything but the installation', async () => {
    for (const [method, path, , body] of ALLOWED) {
      const response = await web.send({
        method,
        url: PREFIX + path.replace('{any}', newId()),
        cookie: cookies.get('owner') ?? '',
        businessId: business.businessId,
        ...(body ? { body } : {}),
      })
      const name = `${method} ${path}: ${response.body}`
      if (path === '/businesses') expect(response.statusCode, name).toBe(403)
      else expect([200, 201, 204, 404, 409, 422], name).toContain(response.statusCode)
    }
  })

  it('lets the operator add businesses, and see into none', async () => {
    const operator = await web.signIn({ email: 'operator@blatt.example', operator: true })
    const body = { slug: 'ganz-neu', name: 'Neu', legalName: 'Neu GmbH' }
    const made = await web.send({ method: 'POST', url: `${PREFIX}/businesses`, cookie: operator, body })
    expect(made.statusCode).toBe(201)
    const again = await web.send({ method: 'POST', url: `${PREFIX}/businesses`, cookie: operator, body })
    expect(again.json()).toMatchObject({ code: 'slug_taken' })
    const inside = await web.send({
      url: `${PREFIX}/members`,
      cookie: operator,
      businessId: business.businessId,
    })
    expect(inside.statusCode).toBe(404)
    const rows = createContext(runtime, made.json<{ id: string }>().id, { kind: 'system', job: 'test' })
    const audit = await rows.db
      .selectFrom('audit_entry')
      .select('actor')
      .where('business_id', '=', rows.businessId)
      .execute()
    expect(audit).toMatchObject([{ actor: { kind: 'operator' } }])
  })

  it('answers a signed-in member who names no business without a fault', async () => {
    const broken: string[] = []
    const operator = await web.signIn({ email: 'operator@blatt.example', operator: true })
    for (const cookie of [cookies.get('owner') ?? '', operator]) {
      for (const [method, path, , body] of ALLOWED) {
        if (path === '/businesses') continue
        const response = await web.send({
          method,
          url: PREFIX + path.replace('{any}', newId()),
          cookie,
          ...(body ? { body } : {}),
        })
        if (response.statusCode >= 500) broken.push(`${method} ${path}`)
      }
    }
    expect(broken).toEqual([])
  })
})

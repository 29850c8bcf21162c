import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withTransaction } from '../platform/index.ts'
import { notify } from '../standing/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { fillByHand, thingsOf } from '../testing/foreign-things.ts'
import { optIn, wireChats } from '../testing/opt-in.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { hasId, type Schema, sampleOf, withoutPointers } from '../testing/sample-body.ts'
import { createTestWeb, type TestWeb } from '../testing/web.ts'

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
interface Place {
  name: string
  in: 'path' | 'query'
  required?: boolean
  schema: Schema
}
interface Endpoint {
  method: Method
  path: string
  places: Place[]
  body: Schema | undefined
}
interface Operation {
  parameters?: Place[]
  requestBody?: { content?: Record<string, { schema?: Schema }> }
}

const PREFIX = '/api/v1'

/** Bodies whose rules the document does not tell. */
const BODIES: Record<string, object> = {
  'POST /topics/{id}/wordings': { language: 'de', body: 'Ein Text' },
  'PUT /channels/{id}/pin': { pin: '731946' },
  'PUT /channels/{id}/storage': { kind: 'none', pin: '731946' },
}

/** Where a foreign id in a body or a query is no failure, and why it gives nothing away. */
const HARMLESS: Record<string, string> = {
  'GET /audit after': 'where to go on reading in the own log',
  'GET /ledger/entries after': 'where to go on reading in the own ledger',
  'GET /ledger/anchors after': 'where to go on reading in the own anchors',
  'GET /deliveries after': 'where to go on reading in the own deliveries',
  'POST /notifications/read body': 'marks what is there, and says how many that were',
  'POST /templates/check body': 'the number is not looked at; the text is',
}

let made = 0

/** What is made so that a business has one of everything; in this order. */
const MADE: [path: string, body: (id: (column: string) => string) => object][] = [
  ['/invitations', () => ({ email: 'y@other.example', role: 'agent' })],
  [
    '/sources',
    (id) => ({ kind: 'link', name: 'Plakat', channelId: id('channel_id'), topicIds: [id('topic_id')] }),
  ],
  [
    '/contact-fields',
    () => ({
      key: `blume_${++made}`,
      label: 'Lieblingsblume',
      type: 'text',
      purpose: 'Damit wir passend schreiben.',
    }),
  ],
  ['/segments', () => ({ name: 'Alle', rules: { match: 'all', groups: [] } })],
  [
    '/price-rates',
    () => ({
      market: 'DE',
      category: 'marketing',
      price: 0.1,
      effectiveFrom: '2026-11-01',
      source: 'Meta',
      verified: true,
    }),
  ],
  [
    '/price-imports',
    () => ({
      fileName: 'preise.csv',
      text: 'market,category,price,from\nFR,marketing,0.1,2027-01-01',
      dryRun: false,
    }),
  ],
  [
    '/templates',
    (id) => ({
      channelId: id('channel_id'),
      name: 'neues',
      language: 'de',
      category: 'marketing',
      content: { body: 'Neues von uns.', buttons: [], samples: {} },
    }),
  ],
  ['/campaigns', () => ({ name: 'Neues' })],
  ['/privacy/requests', (id) => ({ contactId: id('contact_id'), kind: 'access' })],
  ['/records/breaches', () => ({ knownAt: '2026-11-18T10:00:00Z', what: 'Ein Gerät ging verloren.' })],
]

describe('ids of another business', () => {
  let runtime: TestRuntime
  let web: TestWeb
  let own: TestBusiness
  let foreign: TestBusiness
  let endpoints: Endpoint[]
  const cookies = new Map<TestBusiness, string>()
  const things = new Map<TestBusiness, Map<string, Set<string>>>()

  beforeAll(async () => {
    runtime = await createTestRuntime({ GRAPH_BASE_URL: 'http://127.0.0.1:9' })
    wireChats(runtime)
    web = await createTestWeb(runtime)
    own = await createTestBusiness(runtime)
    foreign = await createTestBusiness(runtime)
    for (const business of [own, foreign]) await fill(business)
    await web.api.ready()
    const { paths } = withoutPointers((await web.api.inject('/openapi.json')).json()) as {
      paths: Record<string, Record<string, Operation>>
    }
    endpoints = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        method: method.toUpperCase() as Method,
        path,
        places: (operation.parameters ?? []).filter((place) => place.in === 'path' || place.in === 'query'),
        body: operation.requestBody?.content?.['application/json']?.schema,
      })),
    )
    endpoints = endpoints.filter(
      ({ path }) => path.startsWith(PREFIX) && !path.startsWith(`${PREFIX}/public/`),
    )
  })
  afterAll(async () => {
    await web.close()
    await runtime.close()
  })

  async function fill(business: TestBusiness): Promise<void> {
    const { businessId, ctx, channelId } = business
    cookies.set(
      business,
      await web.signIn({ email: `${businessId}@blatt.example`, businessId, role: 'owner' }),
    )
    await optIn(business, { phone: '+4915112345678', name: 'Mia', text: 'Ja bitte' })
    await withTransaction(ctx, (tx) => notify(tx, { kind: 'ledger.damaged', severity: 'critical' }))
    await fillByHand(ctx, channelId)
    for (const [path, body] of MADE) {
      const known = await thingsOf(ctx)
      const id = (column: string) => [...(known.get(column) ?? [])][0] ?? ''
      const response = await call(business, { method: 'POST', path: PREFIX + path }, body(id))
      expect([200, 201], `${path}: ${response.body}`).toContain(response.statusCode)
    }
    things.set(business, await thingsOf(ctx))
  }

  const call = (
    business: TestBusiness,
    { method, path }: Pick<Endpoint, 'method' | 'path'>,
    body?: unknown,
  ) =>
    web.send({
      method,
      url: path,
      cookie: cookies.get(business) ?? '',
      businessId: business.businessId,
      ...(body && method !== 'GET' ? { body } : {}),
    })

  /** Whether what stands in this place of the address names one thing of a business. */
  const isId = ({ path }: Endpoint, { in: where, schema, name }: Place) =>
    where === 'path' && (schema.format === 'uuid' || path === `${PREFIX}/contact-fields/{${name}}`)
  const namesThing = (endpoint: Endpoint) => endpoint.places.some((place) => isId(endpoint, place))
  const nameOf = ({ method, path }: Endpoint) => `${method} ${path.replace(PREFIX, '')}`
  const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const every = (of: TestBusiness) => {
    const ids = [...(things.get(of) ?? [])].filter(([column]) => column !== 'key')
    return [...new Set(ids.flatMap(([, values]) => [...values]))]
  }
  /** What may stand in a place: things of that name; every id of the business where the place only says "id". */
  const fits = (of: TestBusiness, name: string) => [...(things.get(of)?.get(snake(name)) ?? every(of))]
  const first = (of: TestBusiness) => (name: string) => fits(of, name.replace(/Ids$/, 'Id'))[0] ?? ''

  /** The addresses of an endpoint with the ids of a business in all its places, one of its things after another. */
  function addresses(endpoint: Endpoint, of: TestBusiness): string[] {
    return endpoint.places.reduce<string[]>(
      (urls, place) => {
        if (place.in === 'query') {
          const asked = place.required
            ? `?${place.name}=${sampleOf(place.schema, first(of), place.name)}`
            : ''
          return urls.map((url) => url + asked)
        }
        const values = isId(endpoint, place)
          ? fits(of, place.name)
          : [String(sampleOf(place.schema, first(of), place.name))]
        return urls.flatMap((url) =>
          values.map((value) => url.replace(`{${place.name}}`, encodeURIComponent(value))),
        )
      },
      [endpoint.path],
    )
  }
  const bodyOf = (endpoint: Endpoint, of: TestBusiness) =>
    BODIES[nameOf(endpoint)] ?? (endpoint.body ? sampleOf(endpoint.body, first(of)) : undefined)

  it('C-49: in the address are not found, at every endpoint of the API', async () => {
    const wrong: string[] = []
    const asked = endpoints.filter(namesThing)
    expect(asked.length).toBeGreaterThan(50)
    for (const endpoint of asked) {
      const answers = new Set<string>()
      for (const path of addresses(endpoint, foreign)) {
        const { statusCode, body } = await call(own, { ...endpoint, path }, bodyOf(endpoint, own))
        if (statusCode !== 404) answers.add(`${statusCode} ${path} ${body.slice(-160)}`)
      }
      for (const answer of answers) wrong.push(`${nameOf(endpoint)}: ${answer}`)
    }
    expect(wrong).toEqual([])
  }, 300_000)

  it('C-49: in a body or a query are never taken', async () => {
    const wrong = new Set<string>()
    const ask = async (what: string, request: Pick<Endpoint, 'method' | 'path'>, content?: unknown) => {
      const { statusCode, body } = await call(own, request, content)
      const empty = statusCode === 200 && body === '{"items":[],"next":null}'
      if (!empty && ![404, 409, 422].includes(statusCode) && !HARMLESS[what])
        wrong.add(`${what}: ${statusCode} ${body.slice(0, 160)}`)
    }
    for (const endpoint of endpoints) {
      const { method, body } = endpoint
      const queries = endpoint.places.filter((place) => place.in === 'query' && hasId(place.schema))
      for (const path of addresses(endpoint, own)) {
        for (const { name } of queries)
          await ask(`${nameOf(endpoint)} ${name}`, {
            method,
            path: `${path}${path.includes('?') ? '&' : '?'}${name}=${first(foreign)(name)}`,
          })
        if (body && method !== 'GET' && hasId(body))
          await ask(`${nameOf(endpoint)} body`, { method, path }, bodyOf(endpoint, foreign))
      }
    }
    expect([...wrong]).toEqual([])
  }, 300_000)

  it('C-49: are real: their own business finds something at every address', async () => {
    const unknown: string[] = []
    const toThing = ({ path }: Endpoint) => path.slice(0, path.indexOf('}') + 1)
    const paths = Map.groupBy(endpoints.filter(namesThing), toThing)
    for (const [path, same] of paths) {
      let found = false
      for (const endpoint of same) {
        for (const url of addresses(endpoint, foreign)) {
          if (found) break
          const { statusCode } = await call(foreign, { ...endpoint, path: url }, bodyOf(endpoint, foreign))
          found = statusCode !== 404
        }
      }
      if (!found) unknown.push(`${path}: make one of it in this test`)
    }
    expect(unknown).toEqual([])
  }, 300_000)
})

import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createTestRuntime, type TestRuntime } from '../../testing/runtime.ts'
import { Problem } from '../errors.ts'
import { type Api, createServer, equip } from './server.ts'

const SECRET = 'password=hunter2 at /srv/jawort/secret.ts'

describe('answers to what goes wrong', () => {
  let runtime: TestRuntime
  let api: Api
  const logged: string[] = []

  beforeAll(async () => {
    runtime = await createTestRuntime()
    const stream = new Writable({
      write(chunk, _encoding, done) {
        logged.push(String(chunk))
        done()
      },
    })
    api = createServer({ ...runtime, log: pino({ level: 'error' }, stream) })
    await equip(api, { ...runtime, log: pino({ level: 'error' }, stream) })
    api.get('/taken', () => {
      throw new Problem(
        'conflict',
        'jar_taken',
        { de: 'Das Glas ist vergeben.', en: 'The jar is taken.' },
        { jar: { de: 'vergeben', en: 'taken' } },
      )
    })
    api.get('/broken', () => {
      throw new Error(SECRET)
    })
    api.get('/refused', () => {
      throw Object.assign(new Error(SECRET), { statusCode: 503 })
    })
    api.post(
      '/jars/:shelf',
      {
        schema: {
          params: z.object({ shelf: z.uuid() }),
          querystring: z.object({ limit: z.coerce.number().max(5).optional() }),
          body: z.object({ label: z.string().min(2), lid: z.object({ color: z.string() }) }),
        },
      },
      () => 'ok',
    )
    api.get('/wrong-shape', { schema: { response: { 200: z.object({ count: z.number() }) } } }, () => {
      const wrong: unknown = { count: SECRET }
      return wrong as { count: number }
    })
    api.get('/limited', { config: { rateLimit: { max: 1, timeWindow: '1 minute' } } }, () => 'ok')
  })
  afterAll(async () => {
    await api.close()
    await runtime.close()
  })

  const get = (url: string, language?: string) =>
    api.inject({ url, headers: language === undefined ? {} : { 'accept-language': language } })

  it('says an expected problem with its code, its status and its fields', async () => {
    const response = await get('/taken')
    expect(response.statusCode).toBe(409)
    expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(response.json()).toEqual({
      type: 'about:blank',
      title: 'Conflict',
      status: 409,
      detail: 'The jar is taken.',
      code: 'jar_taken',
      fields: { jar: 'taken' },
    })
  })

  it.each([
    ['de', 'Das Glas ist vergeben.'],
    ['de-AT,en;q=0.5', 'Das Glas ist vergeben.'],
    ['fr, de;q=0.8, en;q=0.5', 'Das Glas ist vergeben.'],
    ['en-GB,de;q=0.5', 'The jar is taken.'],
    ['fr', 'The jar is taken.'],
    ['', 'The jar is taken.'],
  ])('speaks the language of the caller: %s', async (language, detail) => {
    expect((await get('/taken', language)).json()).toMatchObject({ detail })
  })

  it.each([
    ['invalid', 422],
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['not_found', 404],
    ['conflict', 409],
    ['too_many', 429],
    ['unavailable', 503],
  ] as const)('gives %s the status %i', (kind, status) => {
    expect(new Problem(kind, 'x', { de: '', en: '' }).status).toBe(status)
  })

  it('names every field that is not right, wherever it came in', async () => {
    const post = (shelf: string, query: string, payload: unknown) =>
      api.inject({
        method: 'POST',
        url: `/jars/${shelf}${query}`,
        headers: { 'accept-language': 'de', 'content-type': 'application/json' },
        payload: JSON.stringify(payload),
      })
    const id = '019a0000-0000-7000-8000-000000000000'
    const body = await post(id, '', { label: 'x', lid: {} })
    expect(body.statusCode).toBe(422)
    expect(body.json()).toMatchObject({
      code: 'invalid_input',
      detail: expect.stringContaining('markierten Felder'),
    })
    expect(Object.keys(body.json().fields).sort()).toEqual(['label', 'lid.color'])
    const good = { label: 'plums', lid: { color: 'red' } }
    expect((await post('7', '', good)).json().fields).toHaveProperty('shelf')
    expect((await post(id, '?limit=9', good)).json().fields).toHaveProperty('limit')
    expect((await post(id, '', null)).json().fields).toHaveProperty('body')
    expect((await post(id, '?limit=5', good)).statusCode).toBe(200)
  })

  it.each(['/broken', '/refused', '/wrong-shape'])(
    'tells nothing of what broke inside, only the number under which it is logged: %s',
    async (url) => {
      logged.length = 0
      const response = await get(url)
      expect(response.statusCode).toBe(500)
      expect(response.headers['content-type']).toContain('application/problem+json')
      expect(response.body).not.toContain('hunter2')
      expect(response.body).not.toContain('/srv')
      expect(response.json().code).toBe('internal')
      const number = /number ([0-9a-f]{4}-[0-9a-z]+)/.exec(response.json().detail)?.[1]
      expect(number).toBeDefined()
      expect(logged.join('')).toContain(String(number))
    },
  )

  it('answers in the same form what no route and no verb has seen', async () => {
    const form = (payload: string, type: string) =>
      api.inject({ method: 'POST', url: '/jars/x', headers: { 'content-type': type }, payload })
    for (const [response, status, code] of [
      [await get('/nowhere'), 404, 'not_found'],
      [await form('{"label":', 'application/json'), 400, 'malformed'],
      [await form('<jar/>', 'application/xml'), 415, 'unsupported_media_type'],
      [await form(JSON.stringify('x'.repeat(1_100_000)), 'application/json'), 413, 'too_large'],
    ] as const) {
      expect(response.statusCode).toBe(status)
      expect(response.headers['content-type']).toContain('application/problem+json')
      expect(response.json()).toMatchObject({ status, code, title: expect.any(String) })
    }
  })

  it('answers too many requests as a problem that says when to come back', async () => {
    expect((await get('/limited')).statusCode).toBe(200)
    const response = await get('/limited', 'de')
    expect(response.statusCode).toBe(429)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.headers['retry-after']).toBe('60')
    expect(response.json()).toMatchObject({
      code: 'too_many_requests',
      detail: expect.stringContaining('warte'),
    })
  })

  it('tells whether it lives and whether it can work', async () => {
    expect((await get('/healthz')).json()).toEqual({ ok: true })
    expect((await get('/readyz')).json()).toEqual({ ok: true })
    expect((await get('/metrics')).body).toContain('jawort_http_request_seconds')
  })
})

it('is not ready without its database', async () => {
  const runtime = await createTestRuntime()
  const api = createServer(runtime)
  await equip(api, runtime)
  expect((await api.inject('/readyz')).statusCode).toBe(200)
  await runtime.close()
  const response = await api.inject('/readyz')
  expect(response.statusCode).toBe(503)
  expect(response.json()).toEqual({ ok: false })
  expect((await api.inject('/healthz')).statusCode).toBe(200)
  await api.close()
})

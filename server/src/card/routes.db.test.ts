import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contactRoutes } from '../contacts/index.ts'
import { inboxRoutes } from '../inbox/index.ts'
import { insightRoutes } from '../insights/index.ts'
import { type Api, createServer, equip } from '../platform/http/index.ts'
import { nameRetention, privacyRoutes } from '../privacy/index.ts'
import { describeRetention } from '../retention/index.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { optIn, wireChats } from '../testing/opt-in.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { cardRoutes } from './routes.ts'

/** Every route about people as a browser calls it: shapes in, shapes out. */
describe('the routes about people', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let app: Api
  let anna: string

  beforeAll(async () => {
    runtime = await createTestRuntime()
    wireChats(runtime)
    runtime.hooks.on(nameRetention, describeRetention)
    business = await createTestBusiness(runtime)
    app = createServer(runtime)
    await equip(app, runtime)
    app.addHook('onRequest', async (request) => {
      request.ctx = business.ctx
    })
    for (const routes of [contactRoutes, cardRoutes, inboxRoutes, privacyRoutes, insightRoutes])
      routes(app, runtime)
    anna = await optIn(business, { phone: '+4915123450001', name: 'Anna', text: 'Ich bin dabei' })
  })
  afterAll(async () => {
    await app.close()
    await runtime.close()
  })

  const get = async (url: string) => {
    const response = await app.inject({ url, headers: { 'accept-language': 'de' } })
    expect(response.statusCode, `${url}: ${response.body}`).toBe(200)
    return response.json()
  }
  const post = (url: string, payload?: object) =>
    app.inject({ method: 'POST', url, ...(payload ? { payload } : {}) })

  it('answer with what they promise', async () => {
    expect((await get('/contacts?search=ann')).items[0].id).toBe(anna)
    expect((await get(`/contacts/${anna}`)).consents[0].topicName).toBe('Pflanzenpost')
    expect((await get(`/contacts/${anna}/timeline?limit=2`)).items).toHaveLength(2)
    expect((await get(`/contacts/${anna}/why`)).checks.length).toBeGreaterThan(5)
    expect((await get('/conversations?filter=open')).items[0].contactId).toBe(anna)
    expect((await get(`/conversations/${anna}/${business.channelId}/messages`)).items.length).toBeGreaterThan(
      1,
    )
    expect((await get('/insights/home?days=7')).subscribers.now).toBe(1)
    expect(
      (await post(`/conversations/${anna}/${business.channelId}/messages`, { text: 'Hallo' })).statusCode,
    ).toBe(201)
    expect((await post(`/conversations/${anna}/${business.channelId}/close`)).json().state).toBe('closed')
    expect((await post(`/contacts/${anna}/hold`, { reason: 'x' })).json().hold).toBe('x')
    expect((await app.inject({ method: 'DELETE', url: `/contacts/${anna}/hold` })).json().hold).toBe(null)
    expect(
      (await app.inject({ method: 'PATCH', url: `/contacts/${anna}`, payload: { language: 'en' } })).json()
        .language,
    ).toBe('en')
    expect(
      (await post(`/contacts/${anna}/withdraw`, { topicId: business.topics.newsletter })).json().suppressed,
    ).toBe(false)
  })

  const form = (parts: { name: string; value: string; fileName?: string }[]) => {
    const boundary = 'jawort-test-boundary'
    const body = parts
      .map(
        ({ name, value, fileName }) =>
          `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${fileName ? `; filename="${fileName}"\r\ncontent-type: text/csv` : ''}\r\n\r\n${value}\r\n`,
      )
      .join('')
    return {
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: `${body}--${boundary}--\r\n`,
    }
  }
  const csv = (rows: number) =>
    `Name;Telefon\n${Array.from({ length: rows }, (_, n) => `Person${n};0151${20_000_000 + n}`).join('\n')}\n`

  it('take a file apart before it is imported, also a long one', async () => {
    const preview = await app.inject({
      method: 'POST',
      url: '/contact-imports/preview',
      ...form([{ name: 'file', value: csv(20_000), fileName: 'k.csv' }]),
    })
    expect(preview.statusCode, preview.body).toBe(200)
    expect(preview.json()).toMatchObject({
      columns: ['Name', 'Telefon'],
      guess: { phoneColumn: 'Telefon', nameColumn: 'Name', attributes: {} },
    })
    expect(preview.json().sample).toHaveLength(5)
  })

  it('import while the file arrives, and refuse a file whose columns mean nothing yet', async () => {
    const mapping = {
      name: 'mapping',
      value: JSON.stringify({ phoneColumn: 'Telefon', nameColumn: 'Name', attributes: {} }),
    }
    const file = { name: 'file', value: `${csv(700)}Zoe;12\n`, fileName: 'kunden.csv' }
    const done = await app.inject({ method: 'POST', url: '/contact-imports', ...form([mapping, file]) })
    expect(done.statusCode, done.body).toBe(201)
    expect(done.json()).toMatchObject({
      state: 'finished',
      rowsGood: 700,
      rowsBad: 1,
      fileName: 'kunden.csv',
      problems: [{ line: 702, reason: 'phone_invalid' }],
    })
    expect((await get('/contact-imports')).items[0].id).toBe(done.json().id)
    const early = await app.inject({ method: 'POST', url: '/contact-imports', ...form([file, mapping]) })
    expect([early.statusCode, early.json().code]).toEqual([422, 'mapping_first'])
    const wrong = { name: 'mapping', value: '{"phoneColumn":"Handy"}' }
    const refused = await app.inject({ method: 'POST', url: '/contact-imports', ...form([wrong, file]) })
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'mapping_wrong'])
  })

  it('give a person as a download, and erase only when asked in so many letters', async () => {
    const file = await post(`/privacy/contacts/${anna}/export`)
    expect(file.headers['content-disposition']).toContain(`person-${anna}.json`)
    expect(z.looseObject({ format: z.string() }).parse(file.json()).format).toBe('jawort-person-export/1')
    expect((await post(`/privacy/contacts/${anna}/erase`, { confirm: 'yes' })).statusCode).toBe(422)
    const erased = await post(`/privacy/contacts/${anna}/erase`, { confirm: 'ERASE' })
    expect(erased.statusCode, erased.body).toBe(200)
    expect(erased.json().report.kept.length).toBe(6)
    expect((await get('/privacy/requests')).items[0].report.erased[0].what).toContain('Profil')
    expect((await app.inject({ url: `/contacts/${anna}` })).statusCode).toBe(404)
  })
})

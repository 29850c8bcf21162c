import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Api, createServer, equip } from '../platform/http/index.ts'
import { createTestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { contactRoutes } from './routes.ts'

let runtime: TestRuntime
let app: Api
let url: string

beforeAll(async () => {
  runtime = await createTestRuntime()
  const { ctx } = await createTestBusiness(runtime)
  app = createServer(runtime)
  await equip(app, runtime)
  app.addHook('onRequest', async (request) => {
    request.ctx = ctx
  })
  contactRoutes(app, runtime)
  url = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await app.close()
  await runtime.close()
})

// Through a real socket: an answer that comes before the file was read to its end must not block the connection, and
// the server must still be able to stop.
it.each([
  ['/contact-imports/preview', null, 200],
  ['/contact-imports', null, 422],
  ['/contact-imports', '{"phoneColumn":"Handy"}', 422],
  ['/contact-imports/preview', null, 200],
])('a big file to %s with the mapping %j is answered with %i', async (path, mapping, status) => {
  const form = new FormData()
  if (mapping) form.set('mapping', mapping)
  form.set('file', new Blob([`Name;Telefon\n${'Anna;015123456789\n'.repeat(500_000)}`]), 'k.csv')
  const response = await fetch(url + path, { method: 'POST', body: form })
  expect(response.status, await response.text()).toBe(status)
})

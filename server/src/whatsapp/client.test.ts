import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { startTimeAuthority } from '../testing/time-authority.ts'
import { createGraphClient, LOCAL_ERROR, needsLook, outboundMessage } from './index.ts'
import { createGraphTransport } from './transport.ts'

const helloTo = (to: string) => outboundMessage({ to }, { type: 'text', text: { body: 'Hallo' } }, 'our id')
const HELLO = helloTo('+49')

let server: Server | undefined
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  server?.closeAllConnections()
  server = undefined
})

type Answer = { status: number; body: string } | 'hang up' | 'silence'

/** A Graph API that gives one prepared answer and remembers the request. */
async function graph(answer: Answer, timeoutMs = 2_000) {
  const seen: { url?: string; body: string; authorization?: string | undefined }[] = []
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      seen.push({ url: request.url ?? '', body, authorization: request.headers.authorization })
      if (answer === 'hang up') request.socket.destroy()
      else if (answer !== 'silence')
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
    })
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const baseUrl = `http://127.0.0.1:${port}`
  const transport = createGraphTransport({ baseUrl, version: 'v25.0', timeoutMs })
  closing.push(() => transport.close())
  return { seen, baseUrl, client: createGraphClient({ baseUrl, version: 'v25.0', token: 'T', transport }) }
}

it('sends and reads the id', async () => {
  const { client, seen } = await graph({
    status: 200,
    body: '{"messages":[{"id":"wamid.1","message_status":"held_for_quality_assessment"}]}',
  })
  expect(await client.sendMessage('777', HELLO)).toEqual({
    ok: true,
    value: { wamid: 'wamid.1', status: 'held' },
  })
  expect(seen).toEqual([
    { url: '/v25.0/777/messages', body: JSON.stringify(HELLO), authorization: 'Bearer T' },
  ])
})

it('gives a refusal as Meta explains it, with what to do', async () => {
  const { client } = await graph({
    status: 400,
    body: '{"error":{"message":"(#130429) Rate limit hit","code":130429,"error_data":{"details":"slow"}}}',
  })
  expect(await client.sendMessage('777', HELLO)).toMatchObject({
    ok: false,
    error: { code: 130429, status: 400, detail: 'slow', action: { do: 'retry', scope: 'channel' } },
  })
})

it.each<[string, Answer]>([
  ['the connection breaks', 'hang up'],
  ['no answer comes', 'silence'],
  ['a proxy answers with an error page', { status: 502, body: '<html>' }],
  ['the answer makes no sense', { status: 200, body: '{"messages":[]}' }],
])('does not know the outcome when %s', async (_name, answer) => {
  const { client } = await graph(answer, 200)
  expect(await client.sendMessage('777', HELLO)).toMatchObject({ ok: 'unknown' })
})

it.each([302, 400, 403, 404, 407])(
  'an answer with %i that is not in the words of Meta comes from somebody else: nothing was sent, it may go later, and is told',
  async (status) => {
    const { client } = await graph({ status, body: '<html>' })
    const code = LOCAL_ERROR.notMeta
    expect(await client.sendMessage('777', HELLO)).toMatchObject({
      ok: false,
      error: { code, status, title: `HTTP ${status}`, action: { do: 'retry', scope: 'channel' } },
    })
    expect(needsLook(code)).toBe(true)
  },
)

it('knows that nothing was sent when nobody listens', async () => {
  const client = createGraphClient({ baseUrl: 'http://127.0.0.1:9', version: 'v25.0', token: 'T' })
  closing.push(client.close)
  expect(await client.sendMessage('777', HELLO)).toMatchObject({
    ok: false,
    error: { code: -1, action: { do: 'retry' } },
  })
})

it('knows that nothing was sent when the connection is refused before the request, whatever the reason', async () => {
  const authority = await startTimeAuthority()
  const files = await authority.issue('server', 'webServer')
  const [cert, key] = [files.certificate, files.key].map((file) => readFileSync(join(authority.folder, file)))
  let asked = 0
  const secure = createSecureServer({ cert, key }, (_request, response) => {
    asked++
    response.end('{}')
  })
  await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve))
  closing.push(async () => void secure.close(), authority.close)
  const { port } = secure.address() as AddressInfo
  const client = createGraphClient({ baseUrl: `https://127.0.0.1:${port}`, version: 'v25.0', token: 'T' })
  closing.push(client.close)
  expect(await client.sendMessage('777', HELLO)).toMatchObject({
    ok: false,
    error: { code: -1, detail: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', action: { do: 'retry', scope: 'channel' } },
  })
  expect(asked).toBe(0)
})

it('does not begin late: a person may have withdrawn while a message waited for a connection', async () => {
  const { seen, baseUrl } = await graph('silence', 800)
  const transport = createGraphTransport({ baseUrl, version: 'v25.0', timeoutMs: 800, connections: 1 })
  closing.push(() => transport.close())
  const client = createGraphClient({ baseUrl, version: 'v25.0', token: 'T', transport })
  const [first, second] = await Promise.all([
    client.sendMessage('777', helloTo('anna')),
    client.sendMessage('777', helloTo('ben')),
  ])
  expect(first).toMatchObject({ ok: 'unknown' })
  expect(second).toMatchObject({ ok: false, error: { code: -3 } })
  expect(seen.map(({ body }) => body)).toEqual([JSON.stringify(helloTo('anna'))])
})

import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import {
  createServer as createSecureServer,
  getCACertificates,
  setDefaultCACertificates,
  type TLSSocket,
} from 'node:tls'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { startTimeAuthority, type TimeAuthority } from '../testing/time-authority.ts'
import { createGraphTransport } from './transport.ts'

/** More than the other side's kernel takes unread, and less than that of both. */
const BODY = Buffer.alloc(500_000, 'x')

let authority: TimeAuthority
let certificate: { cert: Buffer; key: Buffer }
const trusted = getCACertificates()
beforeAll(async () => {
  authority = await startTimeAuthority()
  await authority.openssl(
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'],
    ...['-subj', '/CN=graph', '-addext', 'subjectAltName=IP:127.0.0.1'],
    ...['-keyout', 'graph.key', '-out', 'graph.pem'],
  )
  const read = (file: string) => readFileSync(join(authority.folder, file))
  certificate = { cert: read('graph.pem'), key: read('graph.key') }
  setDefaultCACertificates([certificate.cert.toString()])
})
afterAll(async () => {
  setDefaultCACertificates(trusted)
  await authority.close()
})

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function reach(server: Server, protocol: 'http' | 'https') {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const baseUrl = `${protocol}://127.0.0.1:${port}`
  const transport = createGraphTransport({ baseUrl, version: 'v25.0', timeoutMs: 300 })
  closing.push(transport.destroy, () => server.close())
  return transport
}

it.each(['http', 'https'] as const)(
  'takes back what was not delivered when it gives a request up, over %s',
  async (protocol) => {
    // As in an outage: the connection stands, and nothing gets through for longer than anybody waits.
    const opened = Promise.withResolvers<Socket>()
    const hold = (socket: Socket) => opened.resolve(socket.pause())
    const transport = await reach(
      protocol === 'http' ? createServer(hold) : createSecureServer(certificate, hold),
      protocol,
    )
    expect(await transport.call('T', undefined, { method: 'POST', path: 'x', body: BODY })).toEqual({
      ok: 'unknown',
      detail: 'UND_ERR_HEADERS_TIMEOUT',
    })
    const socket = await opened.promise
    let delivered = 0
    let failed: Error | undefined
    socket.on('data', (part: Buffer) => {
      delivered += part.length
    })
    socket.on('error', (error) => {
      failed = error
    })
    socket.resume()
    await new Promise((resolve) => socket.once('close', resolve))
    expect(failed).toMatchObject({ code: 'ECONNRESET' })
    expect(delivered).toBeLessThan(BODY.length)
  },
)

it('has a connection for each request, also with a server that offers HTTP/2', async () => {
  const spoken: (string | false | null)[] = []
  const answer = (socket: TLSSocket) => {
    spoken.push(socket.alpnProtocol)
    socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'))
  }
  const server = createSecureServer({ ...certificate, ALPNProtocols: ['h2', 'http/1.1'] }, answer)
  const transport = await reach(server, 'https')
  const asked = Array.from({ length: 2 }, () => transport.call('T', undefined, { method: 'GET', path: 'x' }))
  expect(await Promise.all(asked)).toEqual([
    { ok: true, value: {} },
    { ok: true, value: {} },
  ])
  expect(spoken).toEqual(['http/1.1', 'http/1.1'])
})

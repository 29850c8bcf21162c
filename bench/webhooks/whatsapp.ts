/**
 * WhatsApp as the bench of STOP needs it: answers like bench/responder.ts, and remembers to whom marketing came and when. Runs in a
 * process of its own (start-whatsapp.ts).
 */
import { createServer, type ServerResponse } from 'node:http'

/** What `GET /stats` answers. */
export interface WhatsAppStats {
  /** Messages of any kind. */
  requests: number
  /** Digits of the last person to whom marketing came. */
  lastTo: string
}

/** What `GET /marketing` answers: digits of each person, and when their message was there, milliseconds since 1970. */
export type Marketing = [to: string, at: number][]

const stats: WhatsAppStats = { requests: 0, lastTo: '' }
const marketing: Marketing = []

function take(response: ServerResponse, body: string): void {
  const to = /"to":"\+?(\d+)"/.exec(body)?.[1] ?? ''
  stats.requests++
  if (body.includes('"type":"template"')) {
    stats.lastTo = to
    marketing.push([to, Date.now()])
  }
  const id = `wamid.${stats.requests.toString(36).padStart(24, 'B')}`
  json(response, {
    messaging_product: 'whatsapp',
    contacts: [{ input: `+${to}`, wa_id: to }],
    messages: [{ id, message_status: 'accepted' }],
  })
}

function json(response: ServerResponse, answer: unknown): void {
  const text = JSON.stringify(answer)
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
  response.end(text)
}

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  if (!request.url?.endsWith('/messages')) return json(response, request.url === '/stats' ? stats : marketing)
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (chunk: string) => {
    body += chunk
  })
  request.on('end', () => take(response, body))
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('WhatsApp listens on no port')
  process.send?.(`http://127.0.0.1:${address.port}`)
})
process.once('disconnect', () => process.exit(0))

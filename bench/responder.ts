/**
 * WhatsApp reduced to the least: answers sends with ids of their own, after a fixed latency if asked, and counts. Runs in a
 * process of its own (`startResponder` in run/start-responder.ts); the address goes to the parent, `GET /stats` tells the counts.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** What `GET /stats` answers; times are milliseconds since 1970. */
export interface ResponderStats {
  requests: number
  firstAt: number
  lastAt: number
  /** Connections open at once, at most. */
  connections: number
  /** Requests that had no answer yet, at most. */
  underWay: number
  /** Requests that arrived in each tenth of a second since the first. */
  perTenth: number[]
  /** When each thousandth request arrived. */
  thousands: number[]
  cpuMicros: number
}

interface Owed {
  at: number
  response: ServerResponse
  answer: string
}

/** Bodies kept for the loop that measures the bare limit. */
const KEEP = 1_000
/** How exact the latency is. */
const TICK_MS = 2

const latencyMs = Number(process.argv[2] ?? 0)
const bodies: string[] = []
const stats: ResponderStats = {
  requests: 0,
  firstAt: 0,
  lastAt: 0,
  connections: 0,
  underWay: 0,
  perTenth: [],
  thousands: [],
  cpuMicros: 0,
}
/** The latency is the same for everyone, so whoever came first is due first. */
const owed: Owed[] = []
let next = 0
let open = 0

function answerDue(): void {
  const now = performance.now()
  let due = owed[next]
  while (due && due.at <= now) {
    json(due.response, due.answer)
    due = owed[++next]
  }
  if (next > 10_000) {
    owed.splice(0, next)
    next = 0
  }
}

function respond(response: ServerResponse, body: string): void {
  const now = Date.now()
  stats.requests++
  stats.firstAt ||= now
  stats.lastAt = now
  const tenth = Math.floor((now - stats.firstAt) / 100)
  stats.perTenth[tenth] = (stats.perTenth[tenth] ?? 0) + 1
  if (stats.requests % 1000 === 0) stats.thousands.push(now)
  if (bodies.length < KEEP) bodies.push(body)
  const to = /"to":"\+?(\d+)"/.exec(body)?.[1] ?? ''
  const id = `wamid.${stats.requests.toString(36).padStart(24, 'B')}`
  const answer = `{"messaging_product":"whatsapp","contacts":[{"input":"+${to}","wa_id":"${to}"}],"messages":[{"id":"${id}","message_status":"accepted"}]}`
  if (latencyMs === 0) json(response, answer)
  else {
    owed.push({ at: performance.now() + latencyMs, response, answer })
    stats.underWay = Math.max(stats.underWay, owed.length - next)
  }
}

function json(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
  response.end(text)
}

function ask(request: IncomingMessage, response: ServerResponse): void {
  if (request.url === '/bodies') json(response, JSON.stringify(bodies))
  else if (request.url === '/reset') {
    Object.assign(stats, { requests: 0, firstAt: 0, lastAt: 0, underWay: 0, perTenth: [], thousands: [] })
    json(response, '{}')
  } else {
    const { user, system } = process.cpuUsage()
    json(response, JSON.stringify({ ...stats, cpuMicros: user + system }))
  }
}

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  if (!request.url?.endsWith('/messages')) return ask(request, response)
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (chunk: string) => {
    body += chunk
  })
  request.on('end', () => respond(response, body))
})
server.on('connection', (socket) => {
  stats.connections = Math.max(stats.connections, ++open)
  socket.on('close', () => open--)
})
if (latencyMs > 0) setInterval(answerDue, TICK_MS)
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the responder listens on no port')
  process.send?.(`http://127.0.0.1:${address.port}`)
})
process.once('disconnect', () => process.exit(0))

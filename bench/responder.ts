/**
 * WhatsApp reduced to the least: answers sends with ids of their own, after a fixed latency if asked, and counts. Runs in a
 * process of its own (`startResponder` in run/start-responder.ts); the address goes to the parent, `GET /stats` tells the counts.
 */
import { createServer, type Socket } from 'node:net'

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
  socket: Socket
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
    due.socket.write(due.answer)
    due = owed[++next]
  }
  if (next > 10_000) {
    owed.splice(0, next)
    next = 0
  }
}

function respond(socket: Socket, body: string): void {
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
  const answer = json(
    `{"messaging_product":"whatsapp","contacts":[{"input":"+${to}","wa_id":"${to}"}],"messages":[{"id":"${id}","message_status":"accepted"}]}`,
  )
  if (latencyMs === 0) socket.write(answer)
  else {
    owed.push({ at: performance.now() + latencyMs, socket, answer })
    stats.underWay = Math.max(stats.underWay, owed.length - next)
  }
}

function json(text: string): string {
  return `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
}

/** Handles the first complete request in `text` (bytes as characters). @returns how much of it that was; 0 when incomplete */
function take(socket: Socket, text: string): number {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return 0
  if (text.startsWith('GET /stats')) {
    const { user, system } = process.cpuUsage()
    socket.write(json(JSON.stringify({ ...stats, cpuMicros: user + system })))
    return end + 4
  }
  if (text.startsWith('GET /bodies')) {
    socket.write(json(JSON.stringify(bodies)))
    return end + 4
  }
  if (text.startsWith('POST /reset')) {
    Object.assign(stats, { requests: 0, firstAt: 0, lastAt: 0, underWay: 0, perTenth: [], thousands: [] })
    socket.write(json('{}'))
    return end + 4
  }
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(text.slice(0, end))?.[1] ?? 0)
  if (text.length < end + 4 + length) return 0
  respond(socket, text.slice(end + 4, end + 4 + length))
  return end + 4 + length
}

const server = createServer((socket) => {
  let rest = ''
  socket.setNoDelay(true)
  stats.connections = Math.max(stats.connections, ++open)
  socket.on('close', () => open--)
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    rest += chunk.toString('latin1')
    for (let used = take(socket, rest); used > 0; used = rest ? take(socket, rest) : 0)
      rest = rest.slice(used)
  })
})
if (latencyMs > 0) setInterval(answerDue, TICK_MS)
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the responder listens on no port')
  process.send?.(`http://127.0.0.1:${address.port}`)
})
process.once('disconnect', () => process.exit(0))

import { createServer, request as forwardTo, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import type { Chance } from './chance.ts'
import type { Cut } from './judge.ts'
import { pause } from './wait.ts'

/** What may go wrong between us and Meta. `taken`: WhatsApp gets the request all the same. `known`: we can tell that it did not. */
export const FAULTS = {
  /** The connection is reset before anything is forwarded. */
  reset_before: { taken: false, known: false },
  /** WhatsApp takes the message; the connection is reset before its answer. */
  reset_after: { taken: true, known: false },
  /** A server error of something in between: no envelope, nobody knows. */
  bare_500: { taken: false, known: false },
  bare_502_after: { taken: true, known: false },
  /** Meta says that it is out of order. */
  envelope_500: { taken: false, known: true },
  /** Meta says "something went wrong". */
  envelope_131000: { taken: false, known: true },
  /** Too many messages. */
  throttled: { taken: false, known: true },
  throttled_bare: { taken: false, known: true },
  /** Too many calls of the app. */
  app_limit: { taken: false, known: true },
  /** The answer comes in small pieces, over seconds. */
  slow_body: { taken: true, known: true },
  /** Closed for writing without an answer. */
  half_closed: { taken: false, known: false },
  /** Closed for writing in the middle of the answer. */
  cut_answer: { taken: true, known: false },
} as const

export type Fault = keyof typeof FAULTS

/** A request as the proxy saw it. */
export interface Passed {
  messageId: string
  /** When it had been read, milliseconds since 1970. */
  at: number
  fault: Fault | null
  /** It had no answer yet when all connections were closed. */
  cut: boolean
  /** The answer told us for certain that WhatsApp did not take it. */
  refused: boolean
}

export interface FaultProxy {
  url: string
  port: number
  passed: Passed[]
  /** Which faults happen from now on, and to which share of the requests. */
  set(faults: readonly Fault[], rate: number): void
  /**
   * Nobody listens any more: connections are refused, and those there are end. A request whose first byte was on the wire when this
   * began has been read before that, and is among `passed`.
   * @param now the clock by which it says when that was
   */
  down(now?: () => number): Promise<Cut>
  up(): Promise<void>
  close(): Promise<void>
}

const RETRY_AFTER = '1'
const DRIP_MS = 300
/** A connection that waits is taken in the next turn of the event loop, and what it brings is read in the one after that. */
const QUIET_TURNS = 3

/** A proxy in front of the simulator that spoils what passes through it. */
export async function startFaultProxy(target: string, chance: Chance): Promise<FaultProxy> {
  let faults: readonly Fault[] = []
  let rate = 0
  const passed: Passed[] = []
  const unanswered = new Set<Passed>()
  let connections = 0

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const messageId = /"biz_opaque_callback_data":"jw1\.([0-9a-f-]{36})/.exec(body)?.[1]
    if (!messageId) return pass(await forward(target, request, body), response)
    const fault = faults.length > 0 && chance.hit(rate) ? chance.pick(faults) : null
    const one: Passed = {
      messageId,
      at: Date.now(),
      fault,
      cut: false,
      refused: fault !== null && FAULTS[fault].known && !FAULTS[fault].taken,
    }
    passed.push(one)
    unanswered.add(one)
    response.once('close', () => unanswered.delete(one))
    const answer = fault === null || FAULTS[fault].taken ? await forward(target, request, body) : null
    one.refused ||= answer !== null && answer.status >= 400
    if (answer && (fault === null || answer.status !== 200)) return pass(answer, response)
    await spoil(fault as Fault, response, answer?.text ?? '')
  }

  const listener = (request: IncomingMessage, response: ServerResponse) => {
    handle(request, response).catch(() => response.destroy())
  }
  // Connections end when that is wanted, never by themselves: a request might just be on its way.
  const open = () =>
    createServer({ keepAliveTimeout: 0, headersTimeout: 0, requestTimeout: 0 }, listener).on(
      'connection',
      () => void connections++,
    )
  let server = open()
  let port = 0
  const listen = () =>
    new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', () => {
        port = (server.address() as AddressInfo).port
        resolve()
      })
    })
  const readAll = async () => {
    for (let quiet = 0, seen = connections; quiet < QUIET_TURNS; seen = connections) {
      await turn()
      quiet = connections === seen ? quiet + 1 : 0
    }
  }
  const down = async (now: () => number = Date.now): Promise<Cut> => {
    const from = now()
    await readAll()
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    for (const one of unanswered) one.cut = true
    server.closeAllConnections()
    const until = now()
    await closed
    return { from, until }
  }
  await listen()
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    passed,
    set(next, share) {
      faults = next
      rate = share
    },
    down,
    async up() {
      server = open()
      await listen()
    },
    close: async () => {
      if (server.listening) await down()
    },
  }
}

interface Answer {
  status: number
  headers: IncomingMessage['headers']
  text: string
}

function forward(target: string, request: IncomingMessage, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { host: _host, connection: _connection, ...headers } = request.headers
    const onward = forwardTo(target + request.url, { method: request.method ?? 'GET', headers }, (answer) => {
      bodyOf(answer).then(
        (text) => resolve({ status: answer.statusCode ?? 500, headers: answer.headers, text }),
        reject,
      )
    })
    onward.once('error', reject)
    onward.end(body)
  })
}

function pass({ status, headers, text }: Answer, response: ServerResponse): void {
  const {
    'content-length': _length,
    connection: _connection,
    'transfer-encoding': _encoding,
    ...rest
  } = headers
  response.writeHead(status, rest).end(text)
}

async function spoil(fault: Fault, response: ServerResponse, text: string): Promise<void> {
  const socket = response.socket
  const refuse = (status: number, code: number | null) =>
    response
      .writeHead(status, {
        'retry-after': RETRY_AFTER,
        'content-type': code === null ? 'text/html' : 'application/json',
      })
      .end(
        code === null
          ? '<h1>Out of order</h1>'
          : JSON.stringify({ error: { code, message: 'Out of order' } }),
      )
  switch (fault) {
    case 'reset_before':
    case 'reset_after':
      socket?.resetAndDestroy()
      return
    case 'bare_500':
      return void refuse(500, null)
    case 'bare_502_after':
      return void refuse(502, null)
    case 'envelope_500':
      return void refuse(500, 131016)
    case 'envelope_131000':
      return void refuse(500, 131000)
    case 'throttled':
      return void refuse(429, 130429)
    case 'throttled_bare':
      return void refuse(429, null)
    case 'app_limit':
      return void refuse(429, 4)
    case 'half_closed':
      socket?.end()
      return
    case 'slow_body':
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      })
      for (let at = 0; at < text.length; at += 60) {
        response.write(text.slice(at, at + 60))
        await pause(DRIP_MS)
      }
      response.end()
      return
    case 'cut_answer':
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      })
      response.write(text.slice(0, text.length / 2))
      await pause(20)
      socket?.end()
  }
}

async function bodyOf(stream: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

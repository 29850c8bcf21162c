/**
 * How much the simulator carries: `node simulator/src/throughput.bench.ts [messages per second] [seconds]`.
 * The simulator runs in a process of its own; this one sends templates to a crowd that gets and reads every one, from
 * as many numbers as the rate needs, and takes the webhooks with a bare server that parses and counts them. Besides
 * what went through by the clock on the wall it tells the processor time the simulator took, which is what one core
 * carries, whatever else the machine does.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from 'undici'
import { startSimulator } from './index.ts'

const [role = '3000', secondsText = '10'] = process.argv.slice(2)
const NUMBERS = Array.from({ length: 6 }, (_, n) => `10654035224292${n}`)
const PER_NUMBER = 950
const WABA = '102290129340398'
const TOKEN = 'bench-token-0001'
const TICK_MS = 10

if (role === 'simulator') await runSimulator()
else await runBench(Number(role), Number(secondsText))

async function runSimulator(): Promise<void> {
  const dials = { latencyMs: [1, 5], deliverMs: [50, 400], readMs: [100, 900] } satisfies Record<
    string,
    [number, number]
  >
  const rates = { deliverRate: 1, readRate: 1, stopRate: 0, blockRate: 0, tapRate: 0.05, templateDelayMs: 0 }
  const simulator = await startSimulator({ host: '127.0.0.1', port: 0, dials: { ...dials, ...rates } })
  process.once('disconnect', () => void simulator.close())
  process.on('message', () => process.send?.(String(process.cpuUsage().user + process.cpuUsage().system)))
  process.send?.(simulator.url)
}

interface Seen {
  posts: number
  statuses: Record<string, number>
  messages: number
  lastAt: number
  /** Updates by second since the first one. */
  perSecond: number[]
  firstAt: number
}

interface Webhook {
  entry: { changes: { value: { statuses?: { status: string }[]; messages?: unknown[] } }[] }[]
}

async function startSink(seen: Seen): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      response.end(new URL(request.url ?? '/', 'http://sink').searchParams.get('hub.challenge'))
      return
    }
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      response.end()
      count(seen, JSON.parse(Buffer.concat(parts).toString('latin1')) as Webhook)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the sink listens on no port')
  return {
    url: `http://127.0.0.1:${address.port}/webhooks`,
    close: () => server.close().closeAllConnections(),
  }
}

function count(seen: Seen, webhook: Webhook): void {
  seen.posts += 1
  seen.lastAt = performance.now()
  seen.firstAt ||= seen.lastAt
  const second = Math.floor((seen.lastAt - seen.firstAt) / 1000)
  let updates = 0
  for (const { changes } of webhook.entry) {
    for (const { value } of changes) {
      seen.messages += value.messages?.length ?? 0
      for (const { status } of value.statuses ?? []) seen.statuses[status] = (seen.statuses[status] ?? 0) + 1
      updates += (value.messages?.length ?? 0) + (value.statuses?.length ?? 0)
    }
  }
  seen.perSecond[second] = (seen.perSecond[second] ?? 0) + updates
}

async function runBench(perSecond: number, seconds: number): Promise<void> {
  const child = fork(new URL(import.meta.url).pathname, ['simulator'])
  const [url] = (await once(child, 'message')) as [string]
  const seen: Seen = { posts: 0, statuses: {}, messages: 0, lastAt: 0, perSecond: [], firstAt: 0 }
  const sink = await startSink(seen)
  const pool = new Pool(url, { connections: 64 })
  const call = async (method: 'POST' | 'PATCH', path: string, body: unknown): Promise<number> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` }
    const answer = await pool.request({ method, path, headers, body: JSON.stringify(body) })
    await answer.body.dump()
    return answer.statusCode
  }
  const total = perSecond * seconds
  const numbers = NUMBERS.slice(0, Math.ceil(perSecond / PER_NUMBER))
  await prepare(call, sink.url, total, numbers)
  const before = await cpuOf(child)
  const outcome = await push(call, perSecond, total, numbers)
  const quiet = (): boolean =>
    (seen.statuses.read ?? 0) >= outcome.accepted || performance.now() - seen.lastAt > 3_000
  while (!quiet()) await pause(50)
  report(outcome, seen, (await cpuOf(child)) - before)
  sink.close()
  await pool.close()
  child.disconnect()
}

type Send = (method: 'POST' | 'PATCH', path: string, body: unknown) => Promise<number>

async function prepare(call: Send, callbackUrl: string, count: number, ids: string[]): Promise<void> {
  const numbers = ids.map((id, n) => ({
    id,
    displayPhoneNumber: `+49 30 12345${n}`,
    verifiedName: 'Muster GmbH',
  }))
  const wabas = [{ id: WABA, name: 'Muster GmbH', numbers }]
  await call('POST', '/sim/setup', {
    token: TOKEN,
    appSecret: 'bench-secret',
    verifyToken: 'v',
    callbackUrl,
    wabas,
  })
  for (const id of ids)
    await call('PATCH', `/sim/numbers/${id}`, { throughput: 'HIGH', limit: 'TIER_UNLIMITED' })
  await call('POST', '/sim/crowd', { count, phoneNumberId: ids[0] })
  const example = { body_text_named_params: [{ param_name: 'vorname', example: 'Mia' }] }
  const text = 'Hallo {{vorname}}, bis Sonntag gibt es zwanzig Prozent auf alles. Viel Spaß!'
  const buttons = {
    type: 'BUTTONS',
    buttons: ['Mehr dazu', 'Abmelden'].map((text) => ({ type: 'QUICK_REPLY', text })),
  }
  const components = [{ type: 'BODY', text, example }, { type: 'FOOTER', text: 'Muster GmbH' }, buttons]
  const template = {
    name: 'bench',
    language: 'de',
    category: 'MARKETING',
    parameter_format: 'NAMED',
    components,
  }
  await call('POST', `/v25.0/${WABA}/message_templates`, template)
  await pause(200)
}

/** Processor time the simulator took so far, in seconds. */
async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu')
  const [microseconds] = (await once(child, 'message')) as [string]
  return Number(microseconds) / 1e6
}

interface Outcome {
  accepted: number
  refused: number
  seconds: number
  startedAt: number
}

async function push(call: Send, perSecond: number, total: number, ids: string[]): Promise<Outcome> {
  const startedAt = performance.now()
  const outcome = { accepted: 0, refused: 0, seconds: 0, startedAt }
  const running: Promise<void>[] = []
  const one = async (n: number): Promise<void> => {
    const components = [
      { type: 'body', parameters: [{ type: 'text', parameter_name: 'vorname', text: 'Mia' }] },
    ]
    const template = { name: 'bench', language: { code: 'de' }, components }
    const to = `+${4_915_120_000_000 + n}`
    const body = {
      messaging_product: 'whatsapp',
      to,
      type: 'template',
      template,
      biz_opaque_callback_data: `m:${n}`,
    }
    const status = await call('POST', `/v25.0/${ids[n % ids.length]}/messages`, body)
    if (status === 200) outcome.accepted += 1
    else outcome.refused += 1
  }
  while (running.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - startedAt) / 1000) * perSecond))
    while (running.length < due) running.push(one(running.length + 1))
    await pause(TICK_MS)
  }
  await Promise.all(running)
  outcome.seconds = (performance.now() - startedAt) / 1000
  return outcome
}

function report(outcome: Outcome, seen: Seen, cpu: number): void {
  const all = seen.messages + Object.values(seen.statuses).reduce((sum, one) => sum + one, 0)
  const span = (seen.lastAt - outcome.startedAt) / 1000
  const rows = {
    'messages accepted': outcome.accepted,
    'messages refused (130429)': outcome.refused,
    'accepted per second': Math.round(outcome.accepted / outcome.seconds),
    'webhook updates': all,
    'webhook updates per second, mean': Math.round(all / span),
    'webhook updates per second, median': median(seen.perSecond),
    'webhook POSTs': seen.posts,
    'processor seconds of the simulator': Math.round(cpu * 10) / 10,
    'messages per processor second': Math.round(outcome.accepted / cpu),
    ...seen.statuses,
    'taps of the crowd': seen.messages,
  }
  for (const [name, value] of Object.entries(rows)) {
    process.stdout.write(`${name.padEnd(40)}${String(value).padStart(8)}\n`)
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

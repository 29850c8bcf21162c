import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type RunningSimulator, startSimulator } from '../../../simulator/src/index.ts'
import { ERRORS } from './error-table.ts'
import { actionFor } from './errors.ts'
import {
  createGraphClient,
  type GraphClient,
  outboundMessage,
  readSlice,
  type StatusUpdate,
  splitWebhook,
} from './index.ts'

const NUMBER = '106540352242922'
const MIA = '+4915112345678'
const SETUP = { token: 'sim-token', appSecret: 'sim-secret', verifyToken: 'sim-verify' }

/** Told of calls, of health and of nothing that a message could meet. */
const NOT_OF_MESSAGES = [131044, 141002]
const CODES = [
  ...Object.keys(ERRORS)
    .map(Number)
    .filter((code) => code >= 0 && !NOT_OF_MESSAGES.includes(code)),
  ...[200, 139000, 139004, 139100, 139101, 147001, 147005, 200005, 200007, 2593107, 2593108, 2593109],
]

let simulator: RunningSimulator
let sink: Server
let client: GraphClient
const failed = new Map<string, StatusUpdate>()

const sim = async (path: string, body: object) => {
  const response = await fetch(simulator.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  expect({ path, status: response.status, problem: response.ok ? '' : await response.text() }).toEqual({
    path,
    status: 200,
    problem: '',
  })
}

function note(body: string): void {
  for (const update of splitWebhook(body).slices.map(readSlice))
    if (update.kind === 'status' && update.status === 'failed') failed.set(update.wamid, update)
}

beforeAll(async () => {
  sink = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      if (request.method === 'POST') note(Buffer.concat(parts).toString())
      response.end(new URL(request.url ?? '/', 'http://sink').searchParams.get('hub.challenge') ?? '')
    })
  })
  await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve))
  const dials = { latencyMs: [0, 0], deliverMs: [1, 1] } satisfies Parameters<
    typeof startSimulator
  >[0]['dials']
  simulator = await startSimulator({ host: '127.0.0.1', port: 0, seed: 'errors', dials })
  const number = {
    id: NUMBER,
    displayPhoneNumber: '+49 30 123456',
    verifiedName: 'Muster',
    throughput: 'HIGH',
  }
  await sim('/sim/setup', {
    ...SETUP,
    callbackUrl: `http://127.0.0.1:${(sink.address() as AddressInfo).port}/`,
    wabas: [{ id: '102290129340398', name: 'Muster', numbers: [number] }],
  })
  await sim('/sim/people', { id: 'mia', name: 'Mia', phone: MIA })
  await sim('/sim/people/mia/messages', { phoneNumberId: NUMBER, text: 'Hallo' })
  client = createGraphClient({ baseUrl: simulator.url, version: 'v25.0', token: SETUP.token })
})
afterAll(async () => {
  await client.close()
  await simulator.close()
  sink.closeAllConnections()
  sink.close()
})

const send = () =>
  client.sendMessage(NUMBER, outboundMessage({ to: MIA }, { type: 'text', text: { body: 'Hallo' } }, 'test'))

it.each(CODES)('%i is the same with the answer and in a status that comes later', async (code) => {
  await sim('/sim/faults', { code, times: 1, details: 'why' })
  const refused = await send()
  if (refused.ok !== false) throw new Error('not refused')
  const { status } = refused.error
  expect(refused.error).toMatchObject({ code, detail: 'why', action: actionFor(code, status) })
  expect(status).toBeGreaterThanOrEqual(400)

  await sim('/sim/faults', { code, times: 1, where: 'status', details: 'why' })
  const taken = await send()
  if (taken.ok !== true) throw new Error('not taken')
  await vi.waitFor(() => expect(failed.get(taken.value.wamid)).toBeDefined(), { interval: 3 })
  const { error } = failed.get(taken.value.wamid) ?? {}
  expect(error).toMatchObject({ code, detail: 'why' })
  // The HTTP status decides only about codes that the table does not know.
  expect(actionFor(error?.code ?? 0)).toEqual(refused.error.action)
})

import { setTimeout as pause } from 'node:timers/promises'
import { type ChatMessage, type Dials, type Person, type RunningSimulator, startSimulator } from '../index.ts'
import { type Sink, startSink } from './sink.ts'

export const TOKEN = 'simulator-token'
export const APP_SECRET = 'simulator-app-secret'
export const APP = '1000000000000001'
export const WABA = '102290129340398'
export const NUMBER = '106540352242922'
export const SHOP_PHONE = '+49 30 123456'

export interface Answer {
  status: number
  headers: Headers
  body: Json
}

/** JSON as a test reads it: any path, checked by the expectation. */
export interface Json {
  [key: string]: Json | undefined
}

export interface Kit {
  simulator: RunningSimulator
  sink: Sink
  graph(method: string, path: string, body?: unknown, token?: string): Promise<Answer>
  sim(method: string, path: string, body?: unknown): Promise<Answer>
  person(input: { name?: string; phone?: string | null; username?: string }): Promise<Person>
  writes(person: Person, text: string, more?: Record<string, unknown>): Promise<ChatMessage>
  chat(person: Person): Promise<ChatMessage[]>
  send(to: string, message: Record<string, unknown>): Promise<Answer>
  /** Makes an approved template; the body has the variables named. */
  template(name: string, more?: Record<string, unknown>): Promise<string>
  /** Lets simulated time pass. */
  later(advanceMs: number): Promise<Answer>
  /** All statuses told about this message, in order of arrival. */
  statusesOf(wamid: string): Record<string, unknown>[]
  close(): Promise<void>
}

const FAST: Partial<Dials> = { latencyMs: [0, 0], deliverMs: [1, 5], readMs: [1, 5], templateDelayMs: 5 }

/** A running simulator with quick dials, one account with one number, and a sink for its webhooks. */
export async function startKit(dials: Partial<Dials> = {}, seed = 'test'): Promise<Kit> {
  const sink = await startSink()
  const simulator = await startSimulator({ host: '127.0.0.1', port: 0, dials: { ...FAST, ...dials }, seed })
  const call = async (
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer> => {
    const json = body === undefined ? {} : { body: JSON.stringify(body) }
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const response = await fetch(simulator.url + path, { method, headers: { ...headers, ...type }, ...json })
    return { status: response.status, headers: response.headers, body: (await response.json()) as Json }
  }
  const sim: Kit['sim'] = (method, path, body) => call(method, path, body, {})
  const graph: Kit['graph'] = (method, path, body, token = TOKEN) =>
    call(method, `/v25.0/${path}`, body, token ? { authorization: `Bearer ${token}` } : {})
  await sim('POST', '/sim/setup', setupFor(sink.url))
  return {
    simulator,
    sink,
    graph,
    sim,
    person: async (input) =>
      typed<Person>((await sim('POST', '/sim/people', { name: 'Mia Möller', ...input })).body),
    writes: async ({ id }, text, more) =>
      typed<ChatMessage>(
        (await sim('POST', `/sim/people/${id}/messages`, { phoneNumberId: NUMBER, text, ...more })).body,
      ),
    chat: async ({ id }) =>
      typed<ChatMessage[]>((await sim('GET', `/sim/people/${id}/chats/${NUMBER}`)).body.messages),
    send: (to, message) =>
      graph('POST', `${NUMBER}/messages`, { messaging_product: 'whatsapp', to, ...message }),
    template: async (name, more = {}) => {
      const { body } = await graph('POST', `${WABA}/message_templates`, { ...templateBody(name), ...more })
      await until(async () => {
        const { body: now } = await graph('GET', `${body.id}?fields=status`)
        return String(now.status) === 'APPROVED'
      })
      return typed<string>(body.id)
    },
    later: (advanceMs) => sim('POST', '/sim/clock', { advanceMs }),
    statusesOf: (wamid) => sink.statuses().filter((status) => status.id === wamid),
    close: async () => {
      await simulator.close()
      await sink.close()
    },
  }
}

export const setupFor = (callbackUrl: string): Record<string, unknown> => ({
  token: TOKEN,
  appSecret: APP_SECRET,
  appId: APP,
  verifyToken: 'verify-me',
  callbackUrl,
  wabas: [
    {
      id: WABA,
      name: 'Muster GmbH',
      numbers: [{ id: NUMBER, displayPhoneNumber: SHOP_PHONE, verifiedName: 'Muster GmbH' }],
    },
  ],
})

/** A marketing template with one named variable, a link with a variable, and an opt-out button. */
export const templateBody = (name: string): Record<string, unknown> => ({
  name,
  language: 'de',
  category: 'MARKETING',
  parameter_format: 'named',
  components: [
    {
      type: 'BODY',
      text: 'Hallo {{vorname}}, bis Sonntag gibt es zwanzig Prozent auf alles. Viel Spaß!',
      example: { body_text_named_params: [{ param_name: 'vorname', example: 'Mia' }] },
    },
    { type: 'FOOTER', text: 'Muster GmbH' },
    {
      type: 'BUTTONS',
      buttons: [
        {
          type: 'URL',
          text: 'Zum Shop',
          url: 'https://example.org/{{1}}',
          example: ['https://example.org/c/1'],
        },
        { type: 'QUICK_REPLY', text: 'Abmelden' },
      ],
    },
  ],
})

/** The send that fits `templateBody`. */
export const templateSend = (name: string, vorname = 'Mia'): Record<string, unknown> => ({
  type: 'template',
  template: {
    name,
    language: { code: 'de' },
    components: [
      { type: 'body', parameters: [{ type: 'text', parameter_name: 'vorname', text: vorname }] },
      { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: 'c/9' }] },
      {
        type: 'button',
        sub_type: 'quick_reply',
        index: 1,
        parameters: [{ type: 'payload', payload: 'optout:1' }],
      },
    ],
  },
})

const typed = <T>(value: unknown): T => value as T

/** The rows of a JSON list; none when it is not one. */
export const rows = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : [])

/** Waits until the condition holds; fails after five seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 5_000
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`never came true: ${condition}`)
    await pause(4)
  }
}

/** Id of the message in the answer to a send. */
export const idOf = (answer: Answer): string => typed<string>(answer.body.messages?.[0]?.id)

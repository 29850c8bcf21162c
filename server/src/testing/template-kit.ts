import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, vi } from 'vitest'
import { startSimulator } from '../../../simulator/src/index.ts'
import { businessCreated, createBusiness } from '../businesses/index.ts'
import { saveChannel } from '../channels/index.ts'
import { seedRates } from '../costs/index.ts'
import type { Role } from '../platform/actor.ts'
import { createContext, newId, withTransaction } from '../platform/index.ts'
import { onTemplateUpdate, syncTemplatesJob, templateChanged } from '../templates/apply-update.ts'
import type { Content } from '../templates/content.ts'
import { createTemplate } from '../templates/create.ts'
import { templateWritten } from '../templates/store.ts'
import { submitTemplate } from '../templates/submit.ts'
import { runTemplateSync } from '../templates/sync.ts'
import { getTemplate, type Template } from '../templates/template.ts'
import { readSlice, splitWebhook } from '../whatsapp/index.ts'
import { createTestRuntime } from './runtime.ts'

export const WABA = '102290129340398'
const NUMBER = '106540352242922'

export const CONTENT: Content = {
  body: 'Hallo {{first_name}}, bei Blatt gibt es heute Neues.',
  footer: 'Abmelden jederzeit mit STOP',
  buttons: [{ kind: 'quick_reply', text: 'Abmelden', optOut: true }],
  samples: { first_name: 'Mia' },
}

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export type TemplateKit = Awaited<ReturnType<typeof startTemplateKit>>

/** A business with one channel on a simulated WhatsApp, whose webhooks are applied when a test asks for it. */
export async function startTemplateKit() {
  const arrived: string[] = []
  const changes: string[] = []
  const written: string[] = []
  const receiver = await startReceiver((body) => arrived.push(body))
  const simulator = await startSimulator({
    host: '127.0.0.1',
    port: 0,
    seed: 'templates',
    dials: { latencyMs: [0, 0], templateDelayMs: 1 },
  })
  const sim = async (method: string, path: string, body: unknown): Promise<void> => {
    const response = await fetch(simulator.url + path, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  }
  const number = { id: NUMBER, displayPhoneNumber: '+49 30 123456', verifiedName: 'Blatt' }
  await sim('POST', '/sim/setup', {
    token: 'sim-token',
    appSecret: 'sim-secret',
    verifyToken: 'sim-verify',
    callbackUrl: `${receiver.origin}/hook`,
    wabas: [{ id: WABA, name: 'Blatt', numbers: [number] }],
  })

  const runtime = await createTestRuntime({ GRAPH_BASE_URL: simulator.url, PUBLIC_URL: receiver.origin })
  runtime.jobs.on(syncTemplatesJob, runTemplateSync)
  runtime.hooks.on(businessCreated, seedRates)
  runtime.hooks.on(templateChanged, async (_tx, { state, category }) => {
    changes.push(`${state}/${category}`)
  })
  runtime.hooks.on(templateWritten, async (_tx, { templateId }) => {
    written.push(templateId)
  })
  await runtime.jobs.prepare()
  await runtime.jobs.drain(runtime)
  const operator = createContext(runtime, '', { kind: 'operator', accountId: 'o' })
  const business = (await createBusiness(operator, { slug: 'blatt', name: 'Blatt', legalName: 'Blatt GmbH' }))
    .id
  const other = (await createBusiness(operator, { slug: 'other', name: 'Other', legalName: 'Other GmbH' })).id
  const as = (role: Role = 'marketer', businessId = business) =>
    createContext(runtime, businessId, { kind: 'member', memberId: newId(), role })
  const { id: channel } = await saveChannel(as('owner'), {
    name: 'Shop',
    phoneNumberId: NUMBER,
    wabaId: WABA,
    displayPhoneNumber: number.displayPhoneNumber,
    verifiedName: 'Blatt',
    accessToken: 'sim-token',
    appSecret: 'sim-secret',
    verifyToken: 'sim-verify',
  })

  /** Hands what Meta has told so far to the handler, as intake does. */
  async function applyWebhooks(): Promise<void> {
    for (const body of arrived.splice(0)) {
      for (const slice of splitWebhook(body).slices) {
        const update = readSlice(slice)
        if (update.kind !== 'template') continue
        const ctx = createContext(runtime, business, { kind: 'webhook', source: 'whatsapp' })
        await withTransaction(ctx, (tx) => onTemplateUpdate(tx, { channelId: channel, update }))
      }
    }
  }

  /** Applies webhooks until the template looks as told. */
  const until = (id: string, wanted: Partial<Template>): Promise<Template> =>
    vi.waitFor(
      async () => {
        await applyWebhooks()
        const template = await getTemplate(as(), id)
        expect(template).toMatchObject(wanted)
        return template
      },
      { timeout: 25_000, interval: 10 },
    )

  const draft = (name: string, extra: Partial<Parameters<typeof createTemplate>[1]> = {}) =>
    createTemplate(as(), {
      channelId: channel,
      name,
      language: 'de',
      category: 'marketing',
      content: CONTENT,
      ...extra,
    })

  return {
    runtime,
    simulator,
    /** Where the test's own web server answers; also the public address of the installation. */
    origin: receiver.origin,
    business,
    other,
    channel,
    /** Webhooks that have arrived and were not applied yet. */
    arrived,
    /** State and category after each change that campaigns were told of. */
    changes,
    /** Templates that open pages were told of, oldest first. */
    written,
    as,
    sim,
    until,
    draft,
    async approved(name: string): Promise<Template> {
      const { id } = await draft(name)
      await submitTemplate(as(), id)
      return until(id, { state: 'approved' })
    },
    async metaId(id: string): Promise<string> {
      const row = await runtime.db
        .selectFrom('template')
        .select('meta_id')
        .where('template_id', '=', id)
        .executeTakeFirst()
      return row?.meta_id ?? ''
    },
    /** Kinds of the notifications about a template, oldest first. */
    async toldAbout(id: string): Promise<string[]> {
      const rows = await runtime.db
        .selectFrom('notification')
        .select('kind')
        .where('entity_id', '=', id)
        .orderBy('notification_id')
        .execute()
      return rows.map((row) => row.kind)
    },
    async close(): Promise<void> {
      await simulator.close()
      await runtime.close()
      receiver.server.closeAllConnections()
      await new Promise((resolve) => receiver.server.close(resolve))
    },
  }
}

/** A web server that takes webhooks and offers a picture. */
async function startReceiver(take: (body: string) => void): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname === '/header.png') return response.setHeader('content-type', 'image/png').end(PIXEL)
    if (request.method === 'GET') return response.end(url.searchParams.get('hub.challenge') ?? '')
    let body = ''
    request.on('data', (part) => {
      body += part
    })
    request.on('end', () => {
      take(body)
      response.end('ok')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

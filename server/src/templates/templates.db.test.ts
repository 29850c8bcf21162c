import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startSimulator } from '../../../simulator/src/index.ts'
import { createBusiness } from '../businesses/index.ts'
import { saveChannel } from '../channels/index.ts'
import type { Role } from '../platform/actor.ts'
import { DAY, HOUR } from '../platform/clock.ts'
import { createContext, newId, Problem, withTransaction } from '../platform/index.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { readSlice, splitWebhook, type TemplateUpdate } from '../whatsapp/index.ts'
import { onTemplateUpdate, syncTemplatesJob, templateChanged } from './apply-update.ts'
import type { Content } from './content.ts'
import { createTemplate, duplicateTemplate } from './create.ts'
import { fetchPicture } from './picture.ts'
import { deleteTemplate } from './remove.ts'
import { submitTemplate } from './submit.ts'
import { runTemplateSync, syncTemplates } from './sync.ts'
import { getTemplate, listTemplates, type Template } from './template.ts'
import { updateTemplate } from './update.ts'

const WABA = '102290129340398'
const NUMBER = '106540352242922'
const CONTENT: Content = {
  body: 'Hallo {{first_name}}, bei Blatt gibt es heute Neues.',
  footer: 'Abmelden jederzeit mit STOP',
  buttons: [{ kind: 'quick_reply', text: 'Abmelden', optOut: true }],
  samples: { first_name: 'Mia' },
}
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

describe('templates and Meta', () => {
  let runtime: TestRuntime
  let simulator: Awaited<ReturnType<typeof startSimulator>>
  let receiver: Server
  let origin: string
  let business: string
  let other: string
  let channel: string
  /** Webhooks that have arrived and were not applied yet. */
  const arrived: string[] = []
  const changes: string[] = []
  const as = (role: Role = 'marketer', businessId = business) =>
    createContext(runtime, businessId, { kind: 'member', memberId: newId(), role })

  async function sim(method: string, path: string, body: unknown): Promise<void> {
    const response = await fetch(simulator.url + path, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    })
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
  }

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
  async function until(id: string, wanted: Partial<Template>): Promise<Template> {
    return vi.waitFor(
      async () => {
        await applyWebhooks()
        const template = await getTemplate(as(), id)
        expect(template).toMatchObject(wanted)
        return template
      },
      { timeout: 5_000, interval: 10 },
    )
  }

  const metaId = async (id: string) => {
    const row = await runtime.db
      .selectFrom('template')
      .select('meta_id')
      .where('template_id', '=', id)
      .executeTakeFirst()
    return row?.meta_id ?? ''
  }
  const draft = (name: string, extra: Partial<Parameters<typeof createTemplate>[1]> = {}) =>
    createTemplate(as(), {
      channelId: channel,
      name,
      language: 'de',
      category: 'marketing',
      content: CONTENT,
      ...extra,
    })
  async function approved(name: string): Promise<Template> {
    const { id } = await draft(name)
    await submitTemplate(as(), id)
    return until(id, { state: 'approved' })
  }
  const toldAbout = async (id: string) => {
    const rows = await runtime.db
      .selectFrom('notification')
      .select('kind')
      .where('entity_id', '=', id)
      .orderBy('notification_id')
      .execute()
    return rows.map((row) => row.kind)
  }

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://localhost')
      if (url.pathname === '/header.png') return response.setHeader('content-type', 'image/png').end(PIXEL)
      if (request.method === 'GET') return response.end(url.searchParams.get('hub.challenge') ?? '')
      let body = ''
      request.on('data', (part) => {
        body += part
      })
      request.on('end', () => {
        arrived.push(body)
        response.end('ok')
      })
    })
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`
    simulator = await startSimulator({
      host: '127.0.0.1',
      port: 0,
      seed: 'templates',
      dials: { latencyMs: [0, 0], templateDelayMs: 1 },
    })
    await sim('POST', '/sim/setup', {
      token: 'sim-token',
      appSecret: 'sim-secret',
      verifyToken: 'sim-verify',
      callbackUrl: `${origin}/hook`,
      wabas: [
        {
          id: WABA,
          name: 'Blatt',
          numbers: [{ id: NUMBER, displayPhoneNumber: '+49 30 123456', verifiedName: 'Blatt' }],
        },
      ],
    })
    runtime = await createTestRuntime({ GRAPH_BASE_URL: simulator.url, PUBLIC_URL: origin })
    runtime.jobs.on(syncTemplatesJob, runTemplateSync)
    runtime.hooks.on(templateChanged, async (_tx, { state, category }) => {
      changes.push(`${state}/${category}`)
    })
    await runtime.jobs.prepare()
    await runtime.jobs.drain(runtime)
    const operator = createContext(runtime, '', { kind: 'operator', accountId: 'o' })
    business = (await createBusiness(operator, { slug: 'blatt', name: 'Blatt', legalName: 'Blatt GmbH' })).id
    other = (await createBusiness(operator, { slug: 'other', name: 'Other', legalName: 'Other GmbH' })).id
    const saved = await saveChannel(as('owner'), {
      name: 'Shop',
      phoneNumberId: NUMBER,
      wabaId: WABA,
      displayPhoneNumber: '+49 30 123456',
      verifiedName: 'Blatt',
      accessToken: 'sim-token',
      appSecret: 'sim-secret',
      verifyToken: 'sim-verify',
    })
    channel = saved.id
  })
  afterAll(async () => {
    await simulator.close()
    await runtime.close()
    receiver.closeAllConnections()
    await new Promise((resolve) => receiver.close(resolve))
  })

  it('is submitted, waits, and is approved by webhook with a notification', async () => {
    const { id } = await draft('herbst')
    const waiting = await submitTemplate(as(), id)
    expect(waiting).toMatchObject({ state: 'pending', submittedAt: runtime.clock.now().toISOString() })
    await expect(submitTemplate(as(), id)).rejects.toMatchObject({ code: 'template_in_review' })
    expect(await until(id, { state: 'approved' })).toMatchObject({
      reason: null,
      decidedAt: expect.any(String),
    })
    expect(await toldAbout(id)).toEqual(['template.approved'])
    expect(changes.at(-1)).toBe('approved/marketing')
  })

  it('does not reach Meta with errors, and each error names its place', async () => {
    const { id } = await draft('ohne_ausweg', { content: { ...CONTENT, footer: undefined, buttons: [] } })
    await expect(submitTemplate(as(), id)).rejects.toMatchObject({
      status: 422,
      code: 'template_not_ready',
      fields: { footer: expect.anything() },
    })
    expect((await getTemplate(as(), id)).state).toBe('draft')
  })

  it('is rejected with Meta’s reason, rewritten and submitted again', async () => {
    await sim('PATCH', '/sim/dials', { templateVerdict: 'reject' })
    const { id } = await draft('abgelehnt')
    await submitTemplate(as(), id)
    const rejected = await until(id, { state: 'rejected' })
    expect(rejected.reason).toContain('INVALID_FORMAT')
    expect(await toldAbout(id)).toEqual(['template.rejected'])
    await sim('PATCH', '/sim/dials', { templateVerdict: 'approve' })
    const body = 'Hallo {{first_name}}, bei Blatt gibt es heute viel Neues.'
    expect(await updateTemplate(as(), id, { content: { ...CONTENT, body } })).toMatchObject({
      state: 'rejected',
    })
    expect(await submitTemplate(as(), id)).toMatchObject({ state: 'pending', reason: null })
    await until(id, { state: 'approved' })
  })

  it('takes Meta’s category at creation', async () => {
    await sim('PATCH', '/sim/dials', { templateVerdict: 'as_marketing' })
    const { id } = await draft('lieferung', {
      category: 'utility',
      content: {
        body: 'Deine Bestellung {{order}} ist heute angekommen. Danke!',
        buttons: [],
        samples: { order: '4711' },
      },
    })
    await submitTemplate(as(), id)
    await until(id, { state: 'approved', category: 'marketing' })
    await sim('PATCH', '/sim/dials', { templateVerdict: 'approve' })
  })

  it('follows pause, quality and category by webhook, and tells about each', async () => {
    const { id } = await approved('verlauf')
    const meta = await metaId(id)
    await sim('POST', `/sim/templates/${meta}/quality`, { score: 'YELLOW' })
    await until(id, { quality: 'YELLOW' })
    await sim('POST', `/sim/templates/${meta}/events`, { event: 'PAUSED' })
    await until(id, { state: 'paused' })
    expect(changes.at(-1)).toBe('paused/marketing')
    await sim('POST', `/sim/templates/${meta}/events`, { event: 'REINSTATED' })
    await until(id, { state: 'approved' })
    await sim('POST', `/sim/templates/${meta}/category`, { category: 'UTILITY' })
    await until(id, { category: 'utility' })
    expect(await toldAbout(id)).toEqual([
      'template.approved',
      'template.quality',
      'template.paused',
      'template.approved',
      'template.category',
    ])
  })

  it('announces a change of category without changing it yet', async () => {
    const { id } = await approved('bald_anders')
    const update: TemplateUpdate = {
      kind: 'template',
      metaId: await metaId(id),
      name: 'bald_anders',
      language: 'de',
      change: { what: 'category', after: 'UTILITY', announced: true, at: runtime.clock.now() },
    }
    await withTransaction(as(), (tx) => onTemplateUpdate(tx, { channelId: channel, update }))
    expect((await getTemplate(as(), id)).category).toBe('marketing')
    expect(await toldAbout(id)).toEqual(['template.approved', 'template.category_announced'])
  })

  it('knows a verdict that overtakes the answer, by name and language', async () => {
    const { id } = await draft('schnell')
    await runtime.db.updateTable('template').set({ state: 'pending' }).where('template_id', '=', id).execute()
    const update: TemplateUpdate = {
      kind: 'template',
      metaId: '1689556908129835',
      name: 'schnell',
      language: 'de',
      change: { what: 'state', event: 'APPROVED', reason: null, category: 'MARKETING', detail: null },
    }
    await withTransaction(as(), (tx) => onTemplateUpdate(tx, { channelId: channel, update }))
    expect(await getTemplate(as(), id)).toMatchObject({ state: 'approved' })
    expect(await metaId(id)).toBe('1689556908129835')
    await runtime.db.deleteFrom('template').where('template_id', '=', id).execute()
  })

  it('an approved template is edited by a new review, once in 24 hours', async () => {
    const { id } = await approved('bearbeitet')
    const edited = { ...CONTENT, body: 'Hallo {{first_name}}, bei Blatt gibt es heute etwas anderes.' }
    expect(await updateTemplate(as(), id, { content: edited })).toMatchObject({
      state: 'pending',
      content: edited,
    })
    await until(id, { state: 'approved' })
    expect(await updateTemplate(as(), id, { content: edited })).toMatchObject({ state: 'approved' })
    runtime.clock.advance(HOUR)
    await expect(updateTemplate(as(), id, { content: CONTENT })).rejects.toMatchObject({ code: 'edit_limit' })
    await expect(updateTemplate(as(), id, { name: 'anders' })).rejects.toMatchObject({
      code: 'template_fixed',
    })
    runtime.clock.advance(DAY)
    await expect(updateTemplate(as(), id, { category: 'utility' })).rejects.toMatchObject({
      code: 'category_fixed',
    })
    expect((await getTemplate(as(), id)).state).toBe('approved')
  })

  it('is as before when Meta refuses, with Meta’s words', async () => {
    await approved('doppelt')
    // The same name exists at Meta; here it is gone.
    await runtime.db.deleteFrom('template').where('name', '=', 'doppelt').execute()
    const { id } = await draft('doppelt')
    const refusal = await submitTemplate(as(), id).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(Problem)
    expect(refusal).toMatchObject({
      status: 409,
      code: 'meta_refused',
      sentence: { de: expect.stringContaining('2388024') },
    })
    expect(await getTemplate(as(), id)).toMatchObject({ state: 'draft', submittedAt: null })
    // The sync adopts it.
    await syncTemplates(as(), { channelId: channel })
    expect((await getTemplate(as(), id)).state).toBe('approved')
  })

  it('uploads the picture of a header, and reads nothing from inside the network', async () => {
    const { id } = await draft('bild', {
      content: { ...CONTENT, header: { format: 'image', url: `${origin}/header.png` } },
    })
    await submitTemplate(as(), id)
    await until(id, { state: 'approved' })
    for (const url of [
      'http://127.0.0.1:1/a.png',
      'http://169.254.169.254/latest',
      'http://[::1]/a.png',
      'http://[::ffff:10.0.0.1]/a.png',
      'http://localhost:1/a.png',
      'file:///etc/passwd',
      'not a url',
    ]) {
      await expect(fetchPicture(url, 'https://jawort.example')).rejects.toMatchObject({
        code: 'picture_unusable',
      })
    }
    await expect(fetchPicture(`${origin}/other`, origin)).rejects.toMatchObject({ code: 'picture_unusable' })
  })

  it('syncs what was made, changed and deleted elsewhere', async () => {
    const { id } = await approved('verschwindet')
    const meta = await metaId(id)
    const graph = (method: string, path: string, body?: unknown) =>
      fetch(`${simulator.url}/v25.0/${path}`, {
        method,
        headers: { authorization: 'Bearer sim-token', 'content-type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
    await graph('DELETE', `${WABA}/message_templates?name=verschwindet&hsm_id=${meta}`)
    await graph('POST', `${WABA}/message_templates`, {
      name: 'von_meta',
      language: 'en_US',
      category: 'MARKETING',
      components: [
        { type: 'BODY', text: 'Hello {{1}}, welcome to our shop.', example: { body_text: [['Mia']] } },
        { type: 'BUTTONS', buttons: [{ type: 'QUICK_REPLY', text: 'Stop promotions' }] },
      ],
    })
    expect(await syncTemplates(as(), { channelId: channel })).toMatchObject({
      ok: true,
      added: 1,
      skipped: 0,
    })
    expect((await getTemplate(as(), id)).state).toBe('deleted')
    const found = (await listTemplates(as())).find((template) => template.name === 'von_meta')
    expect(found?.content).toEqual({
      body: 'Hello {{1}}, welcome to our shop.',
      buttons: [{ kind: 'quick_reply', text: 'Stop promotions', optOut: true }],
      samples: { 1: 'Mia' },
    })
    expect(await syncTemplates(as(), { channelId: channel })).toMatchObject({ added: 0 })
  })

  it('starts a sync when Meta tells of a template nobody knows', async () => {
    arrived.length = 0
    const update: TemplateUpdate = {
      kind: 'template',
      metaId: '99',
      name: 'fremd',
      language: 'de',
      change: { what: 'state', event: 'APPROVED', reason: null, category: null, detail: null },
    }
    await withTransaction(as(), (tx) => onTemplateUpdate(tx, { channelId: channel, update }))
    expect(await runtime.jobs.drain(runtime)).toBe(1)
  })

  it('is duplicated, renamed while it is a draft, and deleted here and at Meta', async () => {
    const original = await approved('original')
    const copy = await duplicateTemplate(as(), original.id, {})
    expect(copy).toMatchObject({ name: 'original_2', state: 'draft', content: original.content })
    expect(await duplicateTemplate(as(), original.id, { language: 'en' })).toMatchObject({
      name: 'original',
      language: 'en',
    })
    await expect(duplicateTemplate(as(), original.id, { name: 'original' })).rejects.toMatchObject({
      code: 'template_exists',
    })
    await expect(updateTemplate(as(), copy.id, { name: 'original' })).rejects.toMatchObject({
      code: 'template_exists',
    })
    expect(await updateTemplate(as(), copy.id, { name: 'neuer_name' })).toMatchObject({ name: 'neuer_name' })
    await deleteTemplate(as(), copy.id)
    await expect(getTemplate(as(), copy.id)).rejects.toMatchObject({ status: 404 })
    await deleteTemplate(as(), original.id)
    expect((await listTemplates(as())).some((template) => template.id === original.id)).toBe(false)
  })

  it('refuses other roles, and other businesses find nothing', async () => {
    const { id } = await draft('fremde')
    await expect(submitTemplate(as('agent'), id)).rejects.toMatchObject({ status: 403 })
    await expect(
      draft('x').then(() =>
        createTemplate(as('dpo'), {
          channelId: channel,
          name: 'y',
          language: 'de',
          category: 'marketing',
          content: CONTENT,
        }),
      ),
    ).rejects.toMatchObject({ status: 403 })
    const foreign = as('owner', other)
    for (const attempt of [
      () => getTemplate(foreign, id),
      () => updateTemplate(foreign, id, {}),
      () => submitTemplate(foreign, id),
      () => deleteTemplate(foreign, id),
      () => duplicateTemplate(foreign, id, {}),
      () => syncTemplates(foreign, { channelId: channel }),
      () =>
        createTemplate(foreign, {
          channelId: channel,
          name: 'z',
          language: 'de',
          category: 'marketing',
          content: CONTENT,
        }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ status: 404 })
    }
    expect(await listTemplates(foreign)).toEqual([])
  })
})

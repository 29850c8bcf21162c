import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { startSimulator } from '../../../simulator/src/index.ts'
import { createBusiness } from '../businesses/index.ts'
import { listChannels, saveChannel } from '../channels/index.ts'
import { resolveContact } from '../contacts/index.ts'
import { freezeAudience, setSendingPolicy } from '../dispatch/index.ts'
import { DEFAULT_POLICY } from '../dispatch/policy.ts'
import { loadConfig } from '../platform/config.ts'
import { createContext, newId, type Runtime, withTransaction } from '../platform/index.ts'
import { captureRecords } from '../records/index.ts'
import { runRefreshAll } from '../standing/index.ts'
import { createTemplate } from '../templates/create.ts'
import { findTemplate } from '../templates/index.ts'
import { submitTemplate } from '../templates/submit.ts'
import { TEST_MASTER_KEY } from '../testing/runtime.ts'
import { NUMBER, SETUP, WABA } from '../testing/story.ts'
import { CONTENT } from '../testing/template-kit.ts'
import { type RunningDemo, startDemo } from './demo/start.ts'
import { type RunningApp, startApp } from './start.ts'

/** Every place that anything in this process tries to reach by TCP, whoever asks. */
function watchSockets(): { reached: Set<string>; stop: () => void } {
  const reached = new Set<string>()
  const spy = vi.spyOn(Socket.prototype, 'connect')
  return {
    reached,
    stop: () => {
      for (const [first] of spy.mock.calls) reached.add(placeOf(first))
      spy.mockRestore()
    },
  }
}

function placeOf(first: unknown): string {
  const options: unknown = Array.isArray(first) ? first[0] : first
  if (typeof options !== 'object' || options === null) return String(options)
  const { host, port, path } = options as { host?: string; port?: number | string; path?: string }
  return path ? `file:${path}` : `${host ?? 'localhost'}:${port}`
}

const ANNA = '+4915112345670'

/** Two free ports in a row: the demo's simulator listens beside its server. */
async function freePorts(): Promise<number> {
  const free = (port: number) =>
    new Promise<number>((resolve) => {
      const server = createServer()
      server.once('error', () => resolve(0))
      server.listen(port, '127.0.0.1', () => {
        const address = server.address()
        const found = typeof address === 'object' && address ? address.port : 0
        server.close(() => resolve(found))
      })
    })
  for (;;) {
    const port = await free(0)
    if (port > 0 && (await free(port + 1)) > 0) return port
  }
}

/** One person who said yes gets the sample brand's campaign. */
async function sendCampaign(runtime: Runtime): Promise<{ businessId: string; sent: number }> {
  const { db } = runtime
  const channel = await db
    .selectFrom('channel')
    .select(['business_id', 'channel_id'])
    .executeTakeFirstOrThrow()
  const { business_id, channel_id } = channel
  const ctx = createContext(runtime, business_id, { kind: 'system', job: 'test' })
  const draft = await createTemplate(ctx, {
    channelId: channel_id,
    name: 'herbst',
    language: 'de',
    category: 'marketing',
    content: CONTENT,
  })
  const { id: template_id } = await submitTemplate(ctx, draft.id)
  // Approved is what a webhook said.
  await vi.waitFor(async () => expect((await findTemplate(ctx, template_id)).state).toBe('approved'), {
    timeout: 20_000,
    interval: 50,
  })
  const { topic_id } = await ctx.db.selectFrom('topic').select('topic_id').executeTakeFirstOrThrow()
  const at = runtime.clock.now()
  const campaignId = newId()
  const sent = await withTransaction(ctx, async (tx) => {
    const { contactId } = await resolveContact(tx, { phone: ANNA, name: 'Anna' })
    const ids = { business_id, contact_id: contactId, channel_id, topic_id }
    await tx.db
      .insertInto('consent')
      .values({ ...ids, state: 'confirmed', state_at: at, updated_at: at })
      .execute()
    await setSendingPolicy(tx, { ...DEFAULT_POLICY, quietHours: false, reason: 'Tests run at any hour.' })
    const variables = JSON.stringify({ first_name: { from: 'first_name', fallback: 'du' } })
    await tx.db
      .insertInto('campaign')
      .values({
        business_id,
        campaign_id: campaignId,
        name: 'Neues',
        channel_id,
        topic_id,
        template_id,
        variables,
        state: 'running',
        created_at: at,
        updated_at: at,
      })
      .execute()
    const candidates = sql`select contact_id, country from contact where business_id = ${business_id} and contact_id = ${contactId}`
    const frozen = await freezeAudience(tx, {
      campaignId,
      channelId: channel_id,
      topicId: topic_id,
      templateId: template_id,
      candidates,
      firstShare: null,
    })
    return frozen.messages
  })
  return { businessId: business_id, sent }
}

// It has the embedded database, whatever the run is on: once is enough.
describe.runIf(inject('store') === 'pglite')('a fresh installation', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'jawort-egress-'))
  let simulator: Awaited<ReturnType<typeof startSimulator>>
  let app: RunningApp
  beforeAll(async () => {
    simulator = await startSimulator({ host: '127.0.0.1', port: 0, seed: 'egress' })
    await fetch(`${simulator.url}/sim/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...SETUP,
        // The simulator’s own webhooks lead back to itself: it lives in this process, too.
        callbackUrl: simulator.url,
        wabas: [
          {
            id: WABA,
            name: 'Blatt',
            numbers: [{ id: NUMBER, displayPhoneNumber: '+49 30 1', verifiedName: 'Blatt' }],
          },
        ],
      }),
    })
  })
  afterAll(async () => {
    await simulator.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('C-53: talks to the host of the Graph API and to nobody else, from its start through its jobs', async () => {
    const sockets = watchSockets()
    try {
      app = await startApp(
        loadConfig({
          PORT: '0',
          JAWORT_DATA_DIR: dataDir,
          JAWORT_MASTER_KEY: TEST_MASTER_KEY,
          LOG_LEVEL: 'silent',
          GRAPH_BASE_URL: simulator.url,
        }),
      )
      const system = createContext(app.runtime, '', { kind: 'system', job: 'test' })
      const { id } = await createBusiness(system, { slug: 'blatt', name: 'Blatt', legalName: 'Blatt GmbH' })
      const ctx = createContext(app.runtime, id, { kind: 'system', job: 'test' })
      await saveChannel(ctx, {
        name: 'Blatt',
        phoneNumberId: NUMBER,
        wabaId: WABA,
        displayPhoneNumber: '+49 30 123456',
        verifiedName: 'Blatt',
        accessToken: SETUP.token,
        appSecret: SETUP.appSecret,
        verifyToken: SETUP.verifyToken,
      })
      await runRefreshAll(app.runtime)
      await captureRecords(app.runtime)
      await vi.waitFor(async () => expect((await listChannels(ctx))[0]?.quality).not.toBe('UNKNOWN'), {
        timeout: 20_000,
        interval: 50,
      })
    } finally {
      await app?.stop()
      sockets.stop()
    }
    const graph = new URL(simulator.url)
    expect([...sockets.reached]).toEqual([`${graph.hostname}:${graph.port}`])
  }, 60_000)

  it('C-60: at work with a campaign and what comes back, it talks to the Graph host and nobody else', async () => {
    const port = await freePorts()
    const folder = mkdtempSync(join(tmpdir(), 'jawort-egress-demo-'))
    const sockets = watchSockets()
    let demo: RunningDemo | undefined
    try {
      demo = await startDemo(
        loadConfig({
          PORT: String(port),
          JAWORT_DATA_DIR: folder,
          LOG_LEVEL: 'silent',
          GRAPH_BASE_URL: 'https://graph.facebook.com',
        }),
      )
      const { db } = demo.app.runtime
      await fetch(`${demo.simulatorUrl}/sim/people`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'Anna', phone: ANNA }),
      })
      const { businessId, sent } = await sendCampaign(demo.app.runtime)
      expect(sent).toBe(1)
      await vi.waitFor(
        async () => {
          const rows = await db
            .selectFrom('message')
            .select('state')
            .where('business_id', '=', businessId)
            .execute()
          // Delivered is what a webhook said.
          expect(['delivered', 'read']).toContain(rows[0]?.state)
        },
        { timeout: 30_000, interval: 100 },
      )
    } finally {
      await demo?.stop()
      sockets.stop()
      rmSync(folder, { recursive: true, force: true })
    }
    // The simulator, which lives in this process too, calls the server back: nobody else is reached.
    const places = [port, port + 1].map((each) => `127.0.0.1:${each}`)
    expect([...sockets.reached].sort()).toEqual(places)
  }, 120_000)

  it('C-53: is set up to reach nobody else: no time stamps, no mail, and Meta by name', () => {
    const config = loadConfig({})
    expect(config.graphBaseUrl).toBe('https://graph.facebook.com')
    expect([config.timestamp, config.mail]).toEqual([undefined, undefined])
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startSimulator } from '../../../simulator/src/index.ts'
import { createBusiness } from '../businesses/index.ts'
import { listChannels, saveChannel } from '../channels/index.ts'
import { loadConfig } from '../platform/config.ts'
import { createContext } from '../platform/index.ts'
import { captureRecords } from '../records/index.ts'
import { runRefreshAll } from '../standing/index.ts'
import { TEST_MASTER_KEY } from '../testing/runtime.ts'
import { NUMBER, SETUP, WABA } from '../testing/story.ts'
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

describe('a fresh installation', () => {
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

  it('C-53: is set up to reach nobody else: no time stamps, no mail, and Meta by name', () => {
    const config = loadConfig({})
    expect(config.graphBaseUrl).toBe('https://graph.facebook.com')
    expect([config.timestamp, config.mail]).toEqual([undefined, undefined])
  })
})

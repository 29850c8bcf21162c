import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type RunningSimulator, startSimulator } from '../../../../simulator/src/index.ts'
import { createBusiness } from '../../businesses/index.ts'
import { saveChannel } from '../../channels/index.ts'
import { loadConfig } from '../../platform/config.ts'
import { createContext } from '../../platform/index.ts'
import { openTestDatabase } from '../../testing/database.ts'
import { NUMBER, SETUP, WABA } from '../../testing/story.ts'
import { run } from '../cli.ts'
import { type RunningApp, startApp } from '../start.ts'

/** A port that is free at this moment. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** A server that runs, a number that is connected, and the command line beside them. */
describe('jawort doctor channel', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jawort-doctor-channel-'))
  const env: Record<string, string> = { JAWORT_DATA_DIR: folder, LOG_LEVEL: 'silent' }
  let simulator: RunningSimulator
  let app: RunningApp
  let channelId: string

  const graph = async (path: string, body: object) => {
    const answer = await fetch(`${simulator.url}/v25.0/${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SETUP.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(answer.ok, await answer.text()).toBe(true)
  }

  beforeAll(async () => {
    const port = await freePort()
    const url = `http://127.0.0.1:${port}`
    simulator = await startSimulator({
      host: '127.0.0.1',
      port: 0,
      seed: 'doctor',
      dials: { latencyMs: [0, 0] },
    })
    await fetch(`${simulator.url}/sim/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...SETUP,
        callbackUrl: `${url}/webhooks/whatsapp`,
        wabas: [
          {
            id: WABA,
            name: 'Blatt',
            numbers: [{ id: NUMBER, displayPhoneNumber: '+49 30 123456', verifiedName: 'Blatt' }],
          },
        ],
      }),
    })
    const { url: databaseUrl, close } = await openTestDatabase()
    await close()
    Object.assign(env, { PORT: String(port), PUBLIC_URL: url, GRAPH_BASE_URL: simulator.url })
    if (databaseUrl) env.DATABASE_URL = databaseUrl
    app = await startApp(loadConfig(env))
    const system = createContext(app.runtime, '', { kind: 'system', job: 'test' })
    const business = await createBusiness(system, {
      slug: 'blatt',
      name: 'Blatt',
      legalName: 'Blatt GmbH',
      contactEmail: 'hallo@blatt.example',
      imprintUrl: 'https://blatt.example/impressum',
      privacyUrl: 'https://blatt.example/datenschutz',
    })
    const ctx = createContext(app.runtime, business.id, { kind: 'system', job: 'test' })
    const channel = await saveChannel(ctx, {
      name: 'Laden',
      phoneNumberId: NUMBER,
      wabaId: WABA,
      displayPhoneNumber: '+49 30 123456',
      verifiedName: 'Blatt',
      accessToken: SETUP.token,
      appSecret: SETUP.appSecret,
      verifyToken: SETUP.verifyToken,
    })
    channelId = channel.id
  }, 60_000)
  afterEach(() => vi.unstubAllEnvs())
  afterAll(async () => {
    await app.stop()
    await simulator.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function jawort(...args: string[]): Promise<{ code: number; said: string }> {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
    const said: unknown[] = []
    const spies = (['log', 'error'] as const).map((kind) =>
      vi.spyOn(console, kind).mockImplementation((line: unknown) => void said.push(line)),
    )
    try {
      return { code: await run(['doctor', 'channel', ...args]), said: said.join('\n') }
    } finally {
      for (const spy of spies) spy.mockRestore()
    }
  }

  it('C-57: names what fails with its cure and a stable code, and ends with 1', async () => {
    const { code, said } = await jawort('+49', '30', '123456')
    expect(code, said).toBe(1)
    expect(said).toMatch(/^\+49 30 123456, Laden \(blatt\)$/m)
    expect(said).toMatch(/^FAIL {2}profile: The profile lacks: .*imprint.*\[profile_incomplete\]$/m)
    expect(said).toContain('Open Settings, WhatsApp number, Profile')
    const german = await jawort(channelId, '--language', 'de')
    expect(german.said).toContain('Im Profil fehlt')
  })

  it('C-76: calls the own address like Meta: handshake, a true and a false signature; nothing of it is kept', async () => {
    const { said } = await jawort(NUMBER)
    for (const code of ['webhook_answers', 'signature_checked', 'callback_ours', 'app_subscribed'])
      expect(said).toMatch(new RegExp(`^ok {4}.*\\[${code}\\]$`, 'm'))
    for (const table of ['webhook_update', 'webhook_aside'] as const)
      expect(await app.runtime.db.selectFrom(table).selectAll().execute()).toEqual([])
  })

  it('ends with 0 once nothing fails, and tells programs the same', async () => {
    await graph(`${NUMBER}/whatsapp_business_profile`, {
      messaging_product: 'whatsapp',
      description: 'Blatt GmbH, Berlin',
      email: 'hallo@blatt.example',
      websites: ['https://blatt.example/impressum', 'https://blatt.example/datenschutz'],
    })
    const { code, said } = await jawort(channelId, '--json')
    expect(code, said).toBe(0)
    const [channel] = JSON.parse(said).channels
    expect(channel).toMatchObject({ channelId, business: 'blatt', healthy: true })
    expect(channel.steps).toContainEqual(
      expect.objectContaining({ key: 'profile', state: 'ok', code: 'sender_recognisable', cure: null }),
    )
    for (const secret of Object.values(SETUP)) expect(said).not.toContain(secret)
  })

  it('says when there is no such number, and how it is used', async () => {
    expect(await jawort('4930999')).toMatchObject({ code: 2, said: expect.stringContaining('no number') })
    expect(await jawort()).toMatchObject({ code: 2, said: expect.stringContaining('Use: jawort doctor') })
  })
})

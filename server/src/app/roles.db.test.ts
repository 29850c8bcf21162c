import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { isSendingBraked } from '../brake/index.ts'
import { addMember, ensureAccount } from '../members/index.ts'
import { ConfigError, loadConfig } from '../platform/config.ts'
import { createContext, withTransaction } from '../platform/index.ts'
import type { ProcessRole } from '../platform/roles.ts'
import { notify } from '../standing/index.ts'
import { createTestBusiness } from '../testing/business.ts'
import { openTestDatabase } from '../testing/database.ts'
import { analyzeJob } from './analyze.ts'
import { type RunningApp, startApp } from './start.ts'

const KEY = Buffer.alloc(32, 7).toString('base64')
const folder = mkdtempSync(join(tmpdir(), 'jawort-roles-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.runIf(inject('store') === 'pglite')('the embedded database', () => {
  it('is not shared by several processes; the message names both cures', async () => {
    const config = loadConfig({ PORT: '0', JAWORT_DATA_DIR: folder, JAWORT_ROLES: 'web,jobs' })
    await expect(startApp(config)).rejects.toThrow(ConfigError)
    await expect(startApp(config, { roles: ['dispatch'] })).rejects.toThrow(/leave out --role.*DATABASE_URL/)
  })
})

describe.runIf(inject('store') === 'postgres')('processes that share the work', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>
  const apps = {} as Record<ProcessRole, RunningApp>
  beforeAll(async () => {
    database = await openTestDatabase()
    // All at once, as an orchestrator would.
    await Promise.all(
      (['web', 'intake', 'dispatch', 'jobs'] as const).map(async (role) => {
        const config = loadConfig({
          PORT: '0',
          JAWORT_DATA_DIR: folder,
          JAWORT_MASTER_KEY: KEY,
          LOG_LEVEL: 'silent',
          ...(database.url ? { DATABASE_URL: database.url } : {}),
        })
        apps[role] = await startApp(config, { roles: [role], noSend: role === 'dispatch' })
      }),
    )
  })
  afterAll(async () => {
    await Promise.all(Object.values(apps).map((app) => app.stop()))
    await database.close()
  })

  it('answer nobody before they can put work into the queue', async () => {
    const broken = await openTestDatabase()
    await sql`create schema jobs`.execute(broken.db)
    await sql`create table jobs.version (not_as_expected int)`.execute(broken.db)
    // Whoever listened first would fail at this port instead.
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const config = loadConfig({
      PORT: String((taken.address() as AddressInfo).port),
      JAWORT_DATA_DIR: folder,
      JAWORT_MASTER_KEY: KEY,
      LOG_LEVEL: 'silent',
      DATABASE_URL: broken.url,
    })
    for (const role of ['intake', 'jobs'] as const)
      await expect(startApp(config, { roles: [role] })).rejects.toMatchObject({ code: '42883' })
    taken.close()
    await broken.close()
  })

  const status = async (role: ProcessRole, path: string) =>
    (await fetch(apps[role].listensOn + path, { redirect: 'manual' })).status

  it('all say how they are, and answer nothing else than their part', async () => {
    for (const role of ['web', 'intake', 'dispatch', 'jobs'] as const) {
      for (const path of ['/healthz', '/readyz', '/metrics']) expect(await status(role, path)).toBe(200)
      expect([role, await status(role, '/api/v1/me')]).toEqual([role, role === 'web' ? 401 : 404])
      const hook = await status(
        role,
        '/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=x&hub.challenge=1',
      )
      expect([role, hook === 404]).toEqual([role, role !== 'intake'])
    }
  })

  it('put work into the queue for those who do it', async () => {
    const { runtime } = apps.web
    await runtime.jobs.enqueue(runtime, analyzeJob, {})
    await vi.waitFor(
      async () => {
        const { rows } = await sql<{ state: string }>`
          select state::text as state from jobs.job where name = ${analyzeJob.name}`.execute(runtime.db)
        expect(rows.map(({ state }) => state)).toContain('completed')
      },
      { timeout: 15_000, interval: 100 },
    )
  })

  it('tell the pages that another process serves', async () => {
    const { businessId, ctx } = await createTestBusiness(apps.web.runtime)
    const email = 'op@blatt.example'
    const accountId = await ensureAccount(apps.web.runtime, apps.web.auth, { email, name: 'Op' })
    await withTransaction(ctx, (tx) => addMember(tx, accountId, 'owner'))
    const link = new URL(await apps.web.signInLink(email))
    const signedIn = await fetch(apps.web.listensOn + link.pathname + link.search, { redirect: 'manual' })
    const cookie = signedIn.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    const stream = await fetch(`${apps.web.listensOn}/api/v1/events?business=${businessId}`, {
      headers: { cookie },
    })
    expect(stream.status).toBe(200)
    const there = createContext(apps.jobs.runtime, businessId, { kind: 'system', job: 'test' })
    const id = await withTransaction(there, (tx) =>
      notify(tx, { kind: 'ledger.damaged', severity: 'critical' }),
    )
    const reader = (stream.body as ReadableStream<Uint8Array>)
      .pipeThrough(new TextDecoderStream())
      .getReader()
    let heard = ''
    while (!heard.includes('event: notification')) heard += (await reader.read()).value ?? ''
    expect(heard).toContain(id)
    await reader.cancel()
  })

  it('all keep still when one of them was started with --no-send', async () => {
    for (const { runtime } of Object.values(apps)) expect(await isSendingBraked(runtime)).toBe(true)
  })
})

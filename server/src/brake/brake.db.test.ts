import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WAKE } from '../dispatch/hooks.ts'
import { type Context, createContext, newId } from '../platform/index.ts'
import { createTestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { createTestWeb, type TestWeb } from '../testing/web.ts'
import {
  brakeChanged,
  checkPlace,
  installation,
  isSendingBraked,
  Lookout,
  resumeSending,
  stopSending,
} from './index.ts'

describe('the brake', () => {
  let runtime: TestRuntime
  let system: Context
  let dataDir: string
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'jawort-brake-'))
    runtime = await createTestRuntime({ JAWORT_DATA_DIR: dataDir })
    system = createContext(runtime, '', { kind: 'system', job: 'test' })
  })
  beforeEach(async () => {
    await runtime.db.deleteFrom('sending_brake').execute()
  })
  afterAll(async () => {
    await runtime.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const audits = async () =>
    (
      await runtime.db
        .selectFrom('audit_entry')
        .select(['business_id', 'action', 'after'])
        .where('entity', '=', 'sending')
        .execute()
    ).map(({ business_id, action, after }) => ({ business_id, action, after }))
  const pulse = (change: { pulse?: number; place?: string }) =>
    runtime.db.updateTable('installation').set(change).execute()

  it('stays off through starts and signs of life', async () => {
    let known = await checkPlace(runtime)
    known = await checkPlace(runtime, known)
    expect(await checkPlace(runtime)).toBe(known + 1)
    expect(await isSendingBraked(runtime)).toBe(false)
  })

  it('goes on when the database has gone back in time, even under a running process', async () => {
    await checkPlace(runtime)
    const known = await checkPlace(runtime)
    await pulse({ pulse: known - 2 })
    await checkPlace(runtime)
    expect(await isSendingBraked(runtime)).toBe(true)
    await resumeSending(system)
    // Once released it stays so: what is remembered now is the restored database.
    const after = await checkPlace(runtime)
    expect(await isSendingBraked(runtime)).toBe(false)
    await pulse({ pulse: after - 1 })
    await checkPlace(runtime, after)
    expect(await isSendingBraked(runtime)).toBe(true)
  })

  it('is put on by a sender at its next look when the database was restored under it', async () => {
    const sender = new Lookout(runtime)
    const known = await checkPlace(runtime)
    expect(await sender.isBraked()).toBe(false)
    const looks = runtime.signals.wait('brake.look', 60_000)
    await pulse({ pulse: known - 1 })
    expect(await sender.isBraked()).toBe(true)
    await looks
    // The watch gets to know this database, so that it does not brake once more after the go.
    const now = await checkPlace(runtime, known)
    await resumeSending(system)
    await checkPlace(runtime, now)
    expect(await sender.isBraked()).toBe(false)
  })

  it('goes on when the database is not where it was', async () => {
    await checkPlace(runtime)
    await pulse({ place: 'elsewhere/1/1' })
    await checkPlace(runtime)
    const onPostgres = runtime.config.databaseUrl !== undefined
    // A database in memory is nowhere.
    expect(await isSendingBraked(runtime)).toBe(onPostgres)
    await resumeSending(system)
    await checkPlace(runtime)
    expect(await isSendingBraked(runtime)).toBe(false)
  })

  it('is put on and released once, in the books of every business, and wakes dispatch', async () => {
    const { businessId } = await createTestBusiness(runtime)
    const { businessId: otherId } = await createTestBusiness(runtime)
    const told: string[] = []
    runtime.hooks.on(brakeChanged, async (tx, { braked }) => void told.push(`${tx.businessId} ${braked}`))
    await stopSending(installation(runtime), 'restored')
    await stopSending(installation(runtime), 'no_send')
    const both = [businessId, otherId].sort()
    expect(told).toEqual(both.map((id) => `${id} true`))

    const woken = runtime.signals.wait(WAKE, 60_000)
    expect(await resumeSending(system)).toEqual({ resumed: true })
    await woken
    expect(await resumeSending(system)).toEqual({ resumed: false })
    expect(told).toHaveLength(4)
    const entries = await audits()
    for (const business_id of both) {
      expect(entries).toContainEqual({
        business_id,
        action: 'sending.brake',
        after: { braked: true, reason: 'restored' },
      })
      expect(entries).toContainEqual({
        business_id,
        action: 'sending.resume',
        after: { braked: false, reason: 'restored' },
      })
    }
    expect(entries).toHaveLength(4)
  })

  it('that the database was restored is kept, also where it was started with --no-send', async () => {
    await stopSending(installation(runtime), 'no_send')
    await stopSending(installation(runtime), 'restored')
    const brake = await runtime.db.selectFrom('sending_brake').select('reason').execute()
    expect(brake).toEqual([{ reason: 'restored' }])
  })

  describe('on the pages', () => {
    let web: TestWeb
    beforeAll(async () => {
      web = await createTestWeb(runtime)
    })
    afterAll(() => web.close())

    it('is seen by every member, and released by the operator, or by the owner of the only business', async () => {
      const alone = await createTestRuntime()
      const aloneWeb = await createTestWeb(alone)
      const { businessId } = await createTestBusiness(alone)
      const owner = await aloneWeb.signIn({ email: 'owner@blatt.example', businessId, role: 'owner' })
      const marketer = await aloneWeb.signIn({ email: 'm@blatt.example', businessId, role: 'marketer' })
      const ask = async (cookie: string) =>
        (await aloneWeb.send({ url: '/api/v1/sending', cookie, businessId })).json()
      const resume = (cookie: string) =>
        aloneWeb.send({ method: 'POST', url: '/api/v1/sending/resume', cookie, businessId })
      expect(await ask(owner)).toEqual({ braked: false, reason: null, since: null, mayResume: false })
      await stopSending(installation(alone), 'restored')
      const since = alone.clock.now().toISOString()
      expect(await ask(owner)).toEqual({ braked: true, reason: 'restored', since, mayResume: true })
      expect(await ask(marketer)).toEqual({ braked: true, reason: 'restored', since, mayResume: false })
      expect((await resume(marketer)).json()).toMatchObject({ status: 403, code: 'operator_only' })
      await createTestBusiness(alone)
      expect((await resume(owner)).json()).toMatchObject({ status: 403, code: 'operator_only' })
      expect(await isSendingBraked(alone)).toBe(true)
      const operator = await aloneWeb.signIn({
        email: 'op@host.example',
        operator: true,
        businessId,
        role: 'agent',
      })
      expect((await resume(operator)).json()).toEqual({ resumed: true })
      expect(await isSendingBraked(alone)).toBe(false)
      await aloneWeb.close()
      await alone.close()
    })

    it('needs a sign-in', async () => {
      const response = await web.send({ method: 'POST', url: '/api/v1/sending/resume', businessId: newId() })
      expect(response.statusCode).toBe(401)
    })
  })
})

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { resumeSending, stopSending } from '../brake/index.ts'
import { createContext, DAY, HOUR, SECOND } from '../platform/index.ts'
import { listNotifications } from '../standing/notifications.ts'
import { createTestBusiness, type TestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { type Receiver, startReceiver } from '../testing/webhook-receiver.ts'
import { createEndpoint } from './create-endpoint.ts'
import { deliverAgain, deliverDead, testEndpoint } from './deliver-again.ts'
import { getDelivery, listDeliveries } from './delivery.ts'
import { findEndpoint } from './endpoint.ts'
import { EVENTS } from './events.ts'
import { RESTS } from './rests.ts'
import { rotateSecret } from './rotate-secret.ts'
import { createSender } from './send.ts'
import { deleteEndpoint, updateEndpoint } from './update-endpoint.ts'
import { deliverDue, startDeliveries } from './worker.ts'

describe('delivering', () => {
  let runtime: TestRuntime
  let business: TestBusiness
  let receiver: Receiver
  beforeAll(async () => {
    runtime = await createTestRuntime({ JAWORT_WEBHOOK_TARGETS: 'any' })
    business = await createTestBusiness(runtime)
  })
  afterAll(() => runtime.close())
  beforeEach(async () => {
    receiver = await startReceiver()
    // The library holds signatures against the clock on the wall.
    runtime.clock.set(new Date())
  })
  afterEach(async () => {
    await receiver.close()
    for (const { endpoint_id: id } of await runtime.db.selectFrom('endpoint').select('endpoint_id').execute())
      await deleteEndpoint(business.ctx, id)
  })

  const register = (url = receiver.url) =>
    createEndpoint(business.ctx, { name: 'Shop', url, events: [...EVENTS] })
  const headersOf = (at: number) => receiver.arrived[at]?.headers as Record<string, string>
  const told = async () => (await listNotifications(business.ctx, {}, 'en')).items.map(({ kind }) => kind)
  const answers = (status: number, headers: Record<string, string> = {}) => {
    receiver.answer = (response) => response.writeHead(status, headers).end('Mia Muster')
  }

  it('signs as the Standard Webhooks specification says: its library takes the delivery, and nothing that was changed', async () => {
    const { endpoint, secret } = await register()
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const { id } = await testEndpoint(business.ctx, endpoint.id)
    expect(await deliverDue(runtime)).toBe(1)
    const body = receiver.arrived[0]?.body ?? ''
    expect(headersOf(0)).toMatchObject({ 'webhook-id': id, 'content-type': 'application/json' })
    expect(new Webhook(secret).verify(body, headersOf(0))).toMatchObject({ type: 'endpoint.test', data: {} })
    expect(() => new Webhook(secret).verify(`${body} `, headersOf(0))).toThrow('No matching signature')
    expect(await getDelivery(business.ctx, id)).toMatchObject({ state: 'delivered', lastStatus: 204, body })
  })

  it('signs with the new secret and the one before for 24 hours after a rotation, then with the new one alone', async () => {
    const { endpoint, secret: old } = await register()
    const { secret: fresh } = await rotateSecret(business.ctx, endpoint.id)
    const deliver = async () => {
      await testEndpoint(business.ctx, endpoint.id)
      await deliverDue(runtime)
      const { body = '', headers } = receiver.arrived.at(-1) ?? {}
      return (secret: string) => new Webhook(secret).verify(body, headers as Record<string, string>)
    }
    const both = await deliver()
    expect([both(old), both(fresh)]).toHaveLength(2)
    runtime.clock.advance(24 * HOUR)
    vi.useFakeTimers({ toFake: ['Date'], now: runtime.clock.now() })
    try {
      const one = await deliver()
      expect(one(fresh)).toBeTruthy()
      expect(() => one(old)).toThrow('No matching signature')
    } finally {
      vi.useRealTimers()
    }
    expect((await findEndpoint(business.ctx, endpoint.id)).previousSecretUntil).toBeNull()
  })

  it('tries again after each rest, with the same id and the same bytes, until the last one failed; then the business is told', async () => {
    answers(500)
    const { endpoint } = await register()
    const { id } = await testEndpoint(business.ctx, endpoint.id)
    expect(await deliverDue(runtime)).toBe(1)
    for (const [index, rest] of RESTS.entries()) {
      runtime.clock.advance(rest - SECOND)
      expect([index, await deliverDue(runtime)]).toEqual([index, 0])
      runtime.clock.advance(SECOND)
      expect([index, await deliverDue(runtime)]).toEqual([index, 1])
    }
    runtime.clock.advance(30 * DAY)
    expect(await deliverDue(runtime)).toBe(0)
    const delivery = await getDelivery(business.ctx, id)
    expect(delivery).toMatchObject({ state: 'dead', attempts: 10, lastStatus: 500, lastFailure: 'status' })
    expect(delivery.tries.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(new Set(receiver.arrived.map(({ body }) => body)).size).toBe(1)
    expect(new Set(receiver.arrived.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([id]))
    expect(await told()).toContain('endpoint.dead')
    expect(JSON.stringify(delivery), 'what it answers is not kept').not.toContain('Mia')
  })

  it('delivers again what was dead, with all rests before it, one or all of them', async () => {
    answers(500)
    const { endpoint } = await register()
    const { id } = await testEndpoint(business.ctx, endpoint.id)
    const dead = { state: 'dead' as const, attempts: 10, done_at: runtime.clock.now() }
    await runtime.db.updateTable('delivery').set(dead).where('delivery_id', '=', id).execute()
    await deliverAgain(business.ctx, id)
    await deliverDue(runtime)
    expect(await getDelivery(business.ctx, id)).toMatchObject({ state: 'waiting', attempts: 11 })
    answers(200)
    await deliverAgain(business.ctx, id)
    await deliverDue(runtime)
    expect(await getDelivery(business.ctx, id)).toMatchObject({ state: 'delivered', attempts: 12 })
    await runtime.db
      .updateTable('delivery')
      .set({ state: 'dead', event: 'person.erased' })
      .where('delivery_id', '=', id)
      .execute()
    expect(await deliverDead(business.ctx, endpoint.id)).toEqual({ count: 1 })
    await deliverDue(runtime)
    expect(receiver.arrived).toHaveLength(3)
    await updateEndpoint(business.ctx, endpoint.id, { state: 'off' })
    await expect(deliverAgain(business.ctx, id)).rejects.toThrow('endpoint_off')
  })

  it('switches an endpoint off that answers 410, ends what waits for it, and tells the business', async () => {
    const { endpoint } = await register()
    await testEndpoint(business.ctx, endpoint.id)
    answers(503)
    await deliverDue(runtime)
    answers(410)
    await testEndpoint(business.ctx, endpoint.id)
    await deliverDue(runtime)
    expect(await findEndpoint(business.ctx, endpoint.id)).toMatchObject({
      state: 'off',
      offReason: 'gone',
      lastStatus: 410,
      waiting: 0,
    })
    expect(await told()).toContain('endpoint.gone')
    const { items } = await listDeliveries(business.ctx, { endpointId: endpoint.id })
    expect(items.map(({ state, lastFailure }) => [state, lastFailure])).toEqual([
      ['dead', 'off'],
      ['dead', 'off'],
    ])
    runtime.clock.advance(DAY)
    expect(await deliverDue(runtime)).toBe(0)
    const on = await updateEndpoint(business.ctx, endpoint.id, { state: 'on' })
    expect(on).toMatchObject({ state: 'on', offReason: null, failingSince: null })
  })

  it('switches an endpoint off that took nothing for five days, and not before', async () => {
    answers(500)
    const { endpoint } = await register()
    const attempt = async () => {
      await testEndpoint(business.ctx, endpoint.id)
      await deliverDue(runtime)
      return (await findEndpoint(business.ctx, endpoint.id)).state
    }
    expect(await attempt()).toBe('on')
    runtime.clock.advance(5 * DAY - SECOND)
    expect(await attempt()).toBe('on')
    runtime.clock.advance(SECOND)
    expect(await attempt()).toBe('off')
    expect(await told()).toContain('endpoint.failing')
    const audit = await runtime.db
      .selectFrom('audit_entry')
      .select(['after', 'actor'])
      .where('action', '=', 'endpoint.switch_off')
      .where('entity_id', '=', endpoint.id)
      .execute()
    expect(audit).toMatchObject([{ after: { reason: 'failing' }, actor: { kind: 'system' } }])
  })

  it('counts the five days anew after a yes', async () => {
    answers(500)
    const { endpoint } = await register()
    await testEndpoint(business.ctx, endpoint.id)
    await deliverDue(runtime)
    runtime.clock.advance(4 * DAY)
    answers(200)
    await deliverDue(runtime)
    expect(await findEndpoint(business.ctx, endpoint.id)).toMatchObject({
      failingSince: null,
      lastStatus: 200,
    })
  })

  it('follows no redirect, and takes no endless or slow answer', async () => {
    const { endpoint } = await register()
    const outcome = async (answer: Receiver['answer']) => {
      receiver.answer = answer
      const { id } = await testEndpoint(business.ctx, endpoint.id)
      await deliverDue(runtime, createSender(runtime.config, 400))
      const { state, lastStatus, lastFailure } = await getDelivery(business.ctx, id)
      await runtime.db.deleteFrom('delivery').where('delivery_id', '=', id).execute()
      return [state, lastStatus, lastFailure]
    }
    const there = { location: `${receiver.url}/elsewhere` }
    expect(await outcome((response) => response.writeHead(307, there).end())).toEqual([
      'waiting',
      307,
      'redirect',
    ])
    expect(receiver.arrived.map(({ path }) => path)).toEqual(['/hook'])
    expect(await outcome(() => {})).toEqual(['waiting', null, 'timeout'])
    expect(await outcome((response) => response.destroy())).toEqual(['waiting', null, 'connect'])
    const endless = await outcome((response) => {
      response.writeHead(200)
      const more = () => response.write('x'.repeat(65_536))
      response.on('drain', more)
      while (more());
    })
    expect(endless).toEqual(['delivered', 200, null])
  })

  it('connects to no private address, by number or by name, unless the setting allows it', async () => {
    const { endpoint } = await register()
    const { port } = new URL(receiver.url)
    const guarded = createSender({ webhookTargets: 'public' })
    try {
      const post = (url: string) => guarded.post(url, {}, '{}')
      for (const host of ['127.0.0.1', '[::1]', 'localhost', '169.254.169.254', '0x7f000001'])
        expect([host, await post(`http://${host}:${port}/hook`)]).toEqual([
          host,
          { status: null, failure: 'private' },
        ])
    } finally {
      await guarded.close()
    }
    expect(receiver.arrived).toEqual([])
    const { id } = await testEndpoint(business.ctx, endpoint.id)
    await deliverDue(runtime)
    expect(await getDelivery(business.ctx, id)).toMatchObject({ state: 'delivered' })
  })

  it('tells what went wrong on the way: no such name, nobody listening, no TLS', async () => {
    const server = createServer(() => {})
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const sender = createSender(runtime.config, 2_000)
    try {
      expect(await sender.post(`https://127.0.0.1:${port}/`, {}, '{}')).toEqual({
        status: null,
        failure: 'tls',
      })
      await new Promise((resolve) => server.close(resolve))
      expect(await sender.post(`http://127.0.0.1:${port}/`, {}, '{}')).toMatchObject({ failure: 'connect' })
      expect(await sender.post('https://nobody.invalid/', {}, '{}')).toMatchObject({ failure: 'name' })
    } finally {
      await sender.close()
    }
  })

  it('makes no attempt twice, however many processes deliver at the same time', async () => {
    const { endpoint } = await register()
    for (let made = 0; made < 30; made++) await testEndpoint(business.ctx, endpoint.id)
    const attempts = await Promise.all([1, 2, 3].map(() => deliverDue(runtime)))
    expect(attempts.reduce((sum, count) => sum + count, 0)).toBe(30)
    expect(receiver.arrived).toHaveLength(30)
    expect(new Set(receiver.arrived.map(({ headers }) => headers['webhook-id'])).size).toBe(30)
  })

  it('leaves a delivery alone that another process has in hand, and takes it over after a minute', async () => {
    const { endpoint } = await register()
    const { id } = await testEndpoint(business.ctx, endpoint.id)
    const held = { attempts: 1, claimed_until: new Date(runtime.clock.now().getTime() + 60 * SECOND) }
    await runtime.db.updateTable('delivery').set(held).where('delivery_id', '=', id).execute()
    expect(await deliverDue(runtime)).toBe(0)
    await expect(deliverAgain(business.ctx, id)).rejects.toThrow('delivery_busy')
    runtime.clock.advance(60 * SECOND)
    expect(await deliverDue(runtime)).toBe(1)
    expect(await getDelivery(business.ctx, id)).toMatchObject({ state: 'delivered', attempts: 2 })
  })

  it('is woken by the commit, and rests while nothing may leave the installation', async () => {
    const { endpoint } = await register()
    const system = createContext(runtime, '', { kind: 'system', job: 'test' })
    await stopSending(system, 'no_send')
    await testEndpoint(business.ctx, endpoint.id)
    expect(await deliverDue(runtime)).toBe(0)
    const worker = startDeliveries(runtime)
    try {
      await resumeSending(system)
      await testEndpoint(business.ctx, endpoint.id)
      await vi.waitFor(() => expect(receiver.arrived).toHaveLength(2), { timeout: 8_000, interval: 20 })
    } finally {
      await worker.stop()
    }
  })
})

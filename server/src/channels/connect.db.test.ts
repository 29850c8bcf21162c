import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningSimulator, startSimulator } from '../../../simulator/src/index.ts'
import { createTestBusiness } from '../testing/business.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { connectChannel } from './connect.ts'
import { findChannels } from './index.ts'

const RIGHT = {
  name: 'Shop',
  phoneNumberId: '106540352242944',
  wabaId: '102290129340344',
  accessToken: 'token-of-the-system-user',
  appSecret: 'secret-of-the-app',
  verifyToken: 'word-for-the-handshake',
}

describe('connecting a number', () => {
  let simulator: RunningSimulator
  let runtime: TestRuntime
  const sim = async (method: string, path: string, body?: object) => {
    const response = await fetch(simulator.url + path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    if (!response.ok) throw new Error(await response.text())
  }
  beforeAll(async () => {
    simulator = await startSimulator({
      host: '127.0.0.1',
      port: 0,
      seed: 'connect',
      dials: { latencyMs: [0, 0] },
    })
    const { phoneNumberId: id, wabaId, accessToken: token, appSecret, verifyToken } = RIGHT
    const numbers = [{ id, displayPhoneNumber: '+49 30 123456', verifiedName: 'Blatt' }]
    const callbackUrl = 'http://127.0.0.1:9/nobody-listens'
    const wabas = [{ id: wabaId, name: 'Blatt', numbers }]
    await sim('POST', '/sim/setup', { token, appSecret, verifyToken, callbackUrl, wabas })
    runtime = await createTestRuntime({ GRAPH_BASE_URL: simulator.url, PUBLIC_URL: 'http://127.0.0.1:9' })
  })
  afterAll(async () => {
    await runtime.close()
    await simulator.close()
  })

  it('C-24: saves none whose account’s events cannot be subscribed: no STOP would ever arrive', async () => {
    const { ctx } = await createTestBusiness(runtime)
    const found = () => findChannels(runtime, 'phone_number', [RIGHT.phoneNumberId])
    await sim('POST', '/sim/faults', { code: 2, where: 'answer', edge: 'subscribed_apps' })
    await expect(connectChannel(ctx, RIGHT)).rejects.toMatchObject({ code: 'subscription_failed' })
    expect(await found()).toEqual([])
    await sim('DELETE', '/sim/faults')
    await connectChannel(ctx, RIGHT)
    expect(await found()).toHaveLength(1)
  })
})

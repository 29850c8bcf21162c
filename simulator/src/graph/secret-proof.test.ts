import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunningSimulator, startSimulator } from '../index.ts'

let simulator: RunningSimulator

beforeAll(async () => {
  simulator = await startSimulator({ host: '127.0.0.1', port: 0 })
  await fetch(`${simulator.url}/sim/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      token: 'sim-token',
      appSecret: 'sim-secret',
      verifyToken: 'verify',
      callbackUrl: 'http://127.0.0.1:9/',
      wabas: [
        {
          id: '102290129340398',
          name: 'W',
          numbers: [{ id: '106540352242922', displayPhoneNumber: '+49 30 1', verifiedName: 'W' }],
        },
      ],
    }),
  })
})
afterAll(() => simulator.close())

const read = (proof: string) =>
  fetch(`${simulator.url}/v25.0/106540352242922?appsecret_proof=${proof}`, {
    headers: { authorization: 'Bearer sim-token' },
  })

it('accepts a request that proves the app secret, and refuses one that proves another', async () => {
  const proof = createHmac('sha256', 'sim-secret').update('sim-token').digest('hex')
  expect((await read(proof)).status).toBe(200)
  const refused = await read('0'.repeat(64))
  expect(refused.status).toBe(400)
  expect(await refused.json()).toMatchObject({ error: { code: 100 } })
})

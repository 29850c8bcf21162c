import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { Budgets, budgetsOf } from './budgets.ts'
import { createGraphClient } from './index.ts'

const MINUTE = 60_000
const used = (wabaId: string, percent: number, regainMinutes = 0) => ({
  app: undefined,
  wabas: [{ wabaId, percent, regainMinutes }],
})

it('an account that is used up rests, with its numbers, until Meta opens it again; others do not', () => {
  let now = 0
  const budgets = new Budgets(() => now)
  budgets.note(used('waba', 40), 'number/settings')
  budgets.note(used('other', 40), 'elsewhere')
  budgets.note(used('waba', 100, 10), 'waba/message_templates')
  expect(budgets.restSeconds('waba/message_templates')).toBe(600)
  expect(budgets.restSeconds('number')).toBe(600)
  expect(budgets.restSeconds('elsewhere/settings')).toBe(0)
  expect(budgets.restSeconds('never-seen')).toBe(0)
  now = 10 * MINUTE
  expect(budgets.restSeconds('number')).toBe(0)
})

it('an app that is used up rests as a whole, and from 80 % on the pages of its lists come slower', () => {
  const budgets = new Budgets(() => 0)
  budgets.note({ app: 79, wabas: [] }, 'number')
  expect(budgets.gapMs('waba')).toBe(0)
  budgets.note({ app: 99, wabas: [] }, 'number')
  expect(budgets.gapMs('waba')).toBe(1_000)
  budgets.note({ app: 100, wabas: [] }, 'number')
  expect(budgets.restSeconds('anything')).toBe(300)
})

it('what one client hears, the next one of the process with the same token obeys', async () => {
  let asked = 0
  const server = createServer((_request, response) => {
    asked += 1
    const usage = { '102': [{ type: 'whatsapp', call_count: 100, estimated_time_to_regain_access: 7 }] }
    response.writeHead(200, {
      'content-type': 'application/json',
      'x-business-use-case-usage': JSON.stringify(usage),
    })
    response.end('{"id":"102"}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const askOnce = async (token: string) => {
    const client = createGraphClient({ baseUrl, version: 'v25.0', token })
    const answer = await client.getWaba('102')
    await client.close()
    return answer
  }
  try {
    expect(await askOnce('T')).toMatchObject({ ok: true })
    expect(await askOnce('T')).toMatchObject({ ok: false, error: { code: 80007, retryAfter: 420 } })
    expect(asked).toBe(1)
    expect(await askOnce('of another app')).toMatchObject({ ok: true })
    expect(budgetsOf({ baseUrl, token: 'T' })).toBe(budgetsOf({ baseUrl, token: 'T' }))
  } finally {
    server.close()
  }
})

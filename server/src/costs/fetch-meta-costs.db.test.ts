import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { businessCreated, createBusiness } from '../businesses/index.ts'
import { saveChannel } from '../channels/index.ts'
import { type Context, createContext, newId } from '../platform/index.ts'
import { createTestRuntime, type TestRuntime } from '../testing/runtime.ts'
import { compareCosts } from './compare.ts'
import { fetchMetaCosts, runFetchMetaCosts } from './fetch-meta-costs.ts'
import { seedRates } from './seed.ts'

const REVOKED = '10000000000001'
const WORKING = '10000000000002'

describe("Meta's own figures", () => {
  let server: Server
  let runtime: TestRuntime
  let ctx: Context
  /** Seconds at which the account's days begin after midnight in UTC. */
  let dayBegins = 0
  let cost = 1.131
  const asked: string[] = []

  beforeAll(async () => {
    // Answers with one point per wanted day; the one account refuses.
    server = createServer((request, response) => {
      const url = decodeURIComponent(request.url ?? '')
      asked.push(url)
      response.setHeader('content-type', 'application/json')
      if (url.includes(REVOKED)) {
        response.statusCode = 401
        return response.end(JSON.stringify({ error: { message: 'no', code: 190, type: 'OAuthException' } }))
      }
      const [start = 0, end = 0] = ['start', 'end'].map((word) =>
        Number(new RegExp(`${word}\\((\\d+)\\)`).exec(url)?.[1]),
      )
      const data_points = []
      // Meta's days are those of the account, whole ones, also the one in which the span begins.
      for (let at = Math.floor((start - dayBegins) / 86_400) * 86_400 + dayBegins; at < end; at += 86_400) {
        const point = { start: at, end: at + 86_400, pricing_type: 'REGULAR', pricing_category: 'MARKETING' }
        data_points.push({ ...point, country: 'DE', volume: 10, cost })
      }
      return response.end(JSON.stringify({ pricing_analytics: { data: [{ data_points }] }, id: WORKING }))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    runtime = await createTestRuntime({ GRAPH_BASE_URL: `http://127.0.0.1:${port}` })
    runtime.hooks.on(businessCreated, seedRates)
    const operator = createContext(runtime, '', { kind: 'operator', accountId: 'o' })
    const { id } = await createBusiness(operator, { slug: 'blatt', name: 'B', legalName: 'B GmbH' })
    const owner = createContext(runtime, id, { kind: 'member', memberId: newId(), role: 'owner' })
    for (const wabaId of [REVOKED, WORKING]) {
      await saveChannel(owner, {
        name: wabaId,
        phoneNumberId: `9${wabaId}`,
        wabaId,
        displayPhoneNumber: `+49 30 ${wabaId.slice(-6)}`,
        verifiedName: 'B',
        accessToken: 't',
        appSecret: 's',
        verifyToken: wabaId,
      })
    }
    ctx = createContext(runtime, id, { kind: 'member', memberId: newId(), role: 'marketer' })
  })
  afterAll(async () => {
    await runtime.close()
    server.close()
  })

  const found = async () => {
    const { days } = await compareCosts(ctx, { month: '2026-11' })
    return days.map(({ day, meta }) => [day, meta?.messages, meta?.cost])
  }

  it('C-71: are asked for every night, of each account by itself: one that refuses keeps nothing from the others', async () => {
    dayBegins = -3_600
    await runFetchMetaCosts(runtime)
    expect(await found()).toEqual(
      ['18', '17', '16', '15', '14', '13', '12', '11'].map((day) => [`2026-11-${day}`, 10, 1.13]),
    )
    expect(asked.some((url) => url.includes(REVOKED))).toBe(true)
    await expect(fetchMetaCosts(ctx, { month: '2026-11' })).rejects.toMatchObject({
      code: 'graph_unreachable',
    })
    expect((await found()).length, 'the month of the other account is there all the same').toBe(18)
  })

  it('C-71: replace what Meta said before, and an account whose days begin elsewhere changes no day that was not asked for', async () => {
    cost = 2
    dayBegins = 8 * 3_600
    await runFetchMetaCosts(runtime)
    const days = new Map((await found()).map(([day, ...figures]) => [day, figures]))
    expect(days.get('2026-11-10'), 'before the span').toEqual([10, 1.13])
    expect(days.get('2026-11-11')).toEqual([10, 2])
    expect(days.get('2026-11-17')).toEqual([10, 2])
  })
})

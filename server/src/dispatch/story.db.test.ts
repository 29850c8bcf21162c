import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { Live } from '../app/live.ts'
import { wire } from '../app/wire.ts'
import { openContacts } from '../contacts/index.ts'
import { seedRates } from '../costs/index.ts'
import { mountWebhooks, startIntake } from '../intake/index.ts'
import { type Api, createServer } from '../platform/http/index.ts'
import { DAY } from '../platform/index.ts'
import { NUMBER, type Story, startStory } from '../testing/story.ts'
import { startDispatch } from './index.ts'

const CROWD = 120
/** So many get the campaign at once; the others wait for later, however fast or slow the machine is. */
const AT_ONCE = 50
/** STOPs of people who have the campaign, who still wait for it, and who are next while it goes on. */
const EACH = 10

/** The whole way over real HTTP: both workers run by themselves, WhatsApp doubles and shuffles its webhooks. */
describe('a campaign with STOP in the middle', () => {
  let story: Story
  let app: Api
  let reading: { stop(): Promise<void> }
  let sending: { stop(): Promise<void> }
  beforeAll(async () => {
    story = await startStory({
      dials: {
        deliverRate: 1,
        readRate: 0.5,
        tapRate: 0,
        stopRate: 0,
        blockRate: 0,
        optInYesRate: 1,
        duplicateRate: 0.2,
        shuffle: true,
        latencyMs: [5, 30],
        deliverMs: [20, 60],
        readMs: [150, 300],
      },
    })
    const { runtime } = story
    wire(runtime, new Live())
    await runtime.jobs.prepare()
    app = createServer(runtime)
    mountWebhooks(app, runtime)
    await story.callback(`${await app.listen({ host: '127.0.0.1', port: 0 })}/webhooks/whatsapp`)
    sending = startDispatch(runtime)
    reading = startIntake(runtime)
  })
  afterAll(async () => {
    await Promise.all([sending.stop(), reading.stop()])
    await app.close()
    await story.close()
  })

  const one = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(story.ctx.db)).rows[0]
  const count = async (query: ReturnType<typeof sql<{ n: number }>>) => (await one(query))?.n ?? 0
  /** Waits for a condition; time in the server follows real time meanwhile. */
  async function until(what: string, holds: () => Promise<boolean>) {
    await vi.waitFor(
      async () => {
        story.runtime.clock.set(new Date())
        if (!(await holds()))
          throw new Error(`Waited in vain until ${what}: ${JSON.stringify(await story.states())}`)
      },
      { timeout: 240_000, interval: 25 },
    )
  }

  it('asks a crowd twice, sends, obeys, and every count closes', async () => {
    const { ctx, sim } = story
    story.runtime.clock.set(new Date())
    await seedRates(ctx)
    await story.keyword()
    await sql`update channel set throughput = 100`.execute(ctx.db)

    await sim('POST', '/sim/crowd', { count: CROWD, phoneNumberId: NUMBER, optIn: { text: 'START' } })
    const inState = (state: string) => () =>
      count(sql<{ n: number }>`select count(*)::int as n from consent where state = ${state}`)
    const confirmed = inState('confirmed')
    await until('all have confirmed', async () => (await confirmed()) === CROWD)
    // The welcome is under way as well; the campaign comes when it is quiet.
    const open = () =>
      count(
        sql<{
          n: number
        }>`select count(*)::int as n from message where state in ('queued', 'sending', 'unknown')`,
      )
    await until('nothing is under way', async () => (await open()) === 0)

    const { rows: contacts } = await sql<{ contact_id: string }>`select contact_id from consent`.execute(
      ctx.db,
    )
    await sending.stop()
    const { campaignId, messages, exclusions } = await story.campaign(contacts.map((row) => row.contact_id))
    expect([messages, exclusions]).toEqual([CROWD, 0])
    const inCampaign = async (condition: ReturnType<typeof sql>) =>
      (
        await sql<{ contact_id: string }>`select contact_id from message
          where campaign_id = ${campaignId} and ${condition} order by message_id`.execute(ctx.db)
      ).rows.map((row) => row.contact_id)
    const waiting = (await inCampaign(sql`true`)).slice(AT_ONCE)
    const setTime = (at: Date) =>
      sql`update message_queue set not_before = ${at} where campaign_id = ${campaignId} and epoch is null
        and contact_id = any(${waiting}::uuid[])`.execute(ctx.db)
    await setTime(new Date(story.runtime.clock.now().getTime() + DAY))
    sending = startDispatch(story.runtime)
    await until(
      'the first have it',
      async () => (await inCampaign(sql`wamid_digest is not null`)).length === AT_ONCE,
    )
    const { people } = await sim<{ people: { id: string; phone: string }[] }>(
      'GET',
      `/sim/people?crowd=true&limit=${CROWD}`,
    )
    const personOf = new Map(people.map((person) => [person.phone, person]))
    const stopping: { id: string; phone: string }[] = []
    const stop = async (contactIds: string[]) => {
      const opened = [...(await openContacts(ctx, contactIds)).values()]
      const those = opened.flatMap(({ phone }) => personOf.get(phone ?? '') ?? [])
      expect(those).toHaveLength(EACH)
      stopping.push(...those)
      await Promise.all(
        those.map(({ id }) =>
          sim('POST', `/sim/people/${id}/messages`, { phoneNumberId: NUMBER, text: 'STOP' }),
        ),
      )
    }
    await stop((await inCampaign(sql`wamid_digest is not null`)).slice(0, EACH))
    await stop(waiting.slice(0, EACH))
    await until('the first have stopped', async () => (await inState('withdrawn')()) === stopping.length)
    // From here the dispatcher and the last STOPs race for the same messages.
    await setTime(story.runtime.clock.now())
    await stop(waiting.slice(EACH, 2 * EACH))

    const final = ['sent', 'delivered', 'read', 'failed', 'withheld']
    await until('every message is settled', async () => {
      const states = await story.states(campaignId)
      return Object.keys(states).every((state) => final.includes(state)) && (states.sent ?? 0) === 0
    })
    await until('the receipts are out', async () => (await open()) === 0)
    const states = await story.states(campaignId)
    const { delivered = 0, read = 0, withheld = 0, ...rest } = states
    expect(rest).toEqual({})
    expect(delivered + read + withheld).toBe(CROWD)
    expect(withheld, 'who waited never got it').toBeGreaterThanOrEqual(EACH)
    expect(withheld).toBeLessThanOrEqual(2 * EACH)
    expect(await confirmed()).toBe(CROWD - stopping.length)

    // WhatsApp itself is the judge: nobody got the campaign twice, nobody of the withheld got it, everyone who stopped got one receipt.
    const requests = await story.requests()
    const { rows } = await sql<{
      message_id: string
      state: string
      kind: string
    }>`select message_id, state, kind from message`.execute(ctx.db)
    for (const { message_id, state } of rows) {
      expect(requests.filter((request) => request.messageId === message_id)).toHaveLength(
        state === 'withheld' ? 0 : 1,
      )
    }
    expect(rows.filter((row) => row.kind === 'receipt')).toHaveLength(stopping.length)
    for (const { phone } of stopping)
      expect(requests.filter((request) => request.to === phone).at(-1)?.messageId).toBe(
        rows.find(
          (row) =>
            row.kind === 'receipt' &&
            requests.some((request) => request.to === phone && request.messageId === row.message_id),
        )?.message_id,
      )
    // A read may come before the delivery that tells the price.
    const costs = () =>
      one(sql<{
        booked: number
        missing: number
      }>`select count(cost)::int as booked, count(*) filter (where cost is null)::int as missing
      from message where campaign_id = ${campaignId} and state in ('delivered', 'read')`)
    await vi.waitFor(
      async () => expect(await costs()).toEqual({ booked: delivered + read, missing: 0 }),
      10_000,
    )
  }, 600_000)
})

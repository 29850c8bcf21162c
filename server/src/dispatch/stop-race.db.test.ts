import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consentWithdrawn, say, withdraw } from '../consent/index.ts'
import type { Db } from '../platform/db/index.ts'
import { withTransaction } from '../platform/index.ts'
import { type Story, startStory } from '../testing/story.ts'
import { createGraphTransport, type GraphTransport } from '../whatsapp/index.ts'
import { ChannelPace } from './channel-pace.ts'
import { ChannelRunner } from './channel-runner.ts'
import { enqueueSaid, withholdQueued } from './index.ts'
import { UsageBrake } from './usage-brake.ts'

const PEOPLE = 150
const STOPS = 50

/** Guarantee G2 while a campaign runs at full speed. What counts is when a request starts, seen from inside this process. */
describe('STOP during a run', () => {
  let story: Story
  beforeAll(async () => {
    story = await startStory({ dials: { latencyMs: [1, 20] } })
    story.runtime.hooks.on(consentWithdrawn, withholdQueued)
    story.runtime.hooks.on(say, enqueueSaid)
  })
  afterAll(() => story.close())

  it('C-24: starts no marketing request once the withdrawal is about to commit, and closes the counts', async () => {
    const { ctx, runtime } = story
    const people: Awaited<ReturnType<Story['person']>>[] = []
    for (let n = 0; n < PEOPLE; n++) people.push(await story.person())
    const { campaignId, messages } = await story.campaign(people.map((person) => person.contactId))
    expect(messages).toBe(PEOPLE)
    const phones = new Map(people.map((person) => [person.phone, person.contactId]))
    await sql`update contact set last_inbound_at = ${runtime.clock.now()}`.execute(ctx.db)

    // Every request of the run passes here at the moment it starts.
    const started = new Map<string, { marketing: number[]; receipts: number[] }>()
    const real = createGraphTransport({ baseUrl: runtime.config.graphBaseUrl, version: 'v25.0' })
    const watched: GraphTransport = {
      close: () => real.close(),
      destroy: () => real.destroy(),
      call(token, secret, call) {
        const body = call.body as { to: string; type: string }
        const seen = started.get(phones.get(body.to) ?? '') ?? { marketing: [], receipts: [] }
        seen[body.type === 'template' ? 'marketing' : 'receipts'].push(performance.now())
        started.set(phones.get(body.to) ?? '', seen)
        return real.call(token, secret, call)
      },
    }
    const run = async () => {
      // Small batches, so that withdrawals meet claimed, started and waiting messages alike.
      for (let quiet = 0; quiet < 2; ) {
        const runner = new ChannelRunner(ctx, story.channelId, {
          transport: watched,
          pace: new ChannelPace(new UsageBrake()),
          holder: 'race',
          paced: false,
        })
        quiet = (await runner.run()) === 0 ? quiet + 1 : 0
      }
    }
    const decided = new Map<string, number>()
    const stop = async (contactId: string) => {
      await withTransaction(ctx, async (tx) => {
        await withdraw(tx, {
          contactId,
          channelId: story.channelId,
          topicId: null,
          at: runtime.clock.now(),
          how: 'stop_word',
        })
        decided.set(contactId, performance.now())
      })
    }
    const running = run()
    const stopping = people.filter((_person, index) => index % Math.floor(PEOPLE / STOPS) === 0)
    // From the back and from the front, so that some come early and some too late.
    for (let n = 0; n < stopping.length; n += 4) {
      await Promise.all(
        [stopping[n], stopping.at(-n - 1), stopping[n + 1], stopping.at(-n - 2)].map(
          (person) => person && !decided.has(person.contactId) && stop(person.contactId),
        ),
      )
    }
    await running
    await run()
    await real.close()

    const { rows } = await sql<{ contact_id: string; state: string; reason: string | null }>`
      select contact_id, state, reason from message where campaign_id = ${campaignId}`.execute(ctx.db)
    expect(rows).toHaveLength(PEOPLE)
    expect(rows.filter((row) => !['accepted', 'withheld'].includes(row.state))).toEqual([])
    for (const { contact_id, state } of rows) {
      const seen = started.get(contact_id)
      expect(seen?.marketing.length ?? 0, 'nobody twice, nobody lost').toBe(state === 'accepted' ? 1 : 0)
      const at = decided.get(contact_id)
      if (at === undefined) expect(state).toBe('accepted')
      else {
        for (const start of seen?.marketing ?? []) expect(start).toBeLessThan(at)
        expect(seen?.receipts, 'one receipt').toHaveLength(1)
      }
    }
    const withheld = rows.filter((row) => row.state === 'withheld')
    expect(withheld.every((row) => row.reason === 'consent_withdrawn')).toBe(true)
    expect(withheld.length, 'the race took place').toBeGreaterThan(0)
  }, 60_000)

  it('C-35: freezes an audience while some of it withdraws: everybody is counted, nobody who withdrew is queued', async () => {
    const { ctx, runtime } = story
    const people: Awaited<ReturnType<Story['person']>>[] = []
    for (let n = 0; n < 40; n++) people.push(await story.person())
    const at = runtime.clock.now()
    const leaving = people.filter((_person, index) => index % 2 === 0)
    const [frozen] = await Promise.all([
      story.campaign(people.map((person) => person.contactId)),
      ...leaving.map(({ contactId }) =>
        withTransaction(ctx, (tx) =>
          withdraw(tx, { contactId, channelId: story.channelId, topicId: null, at, how: 'stop_word' }),
        ),
      ),
    ])
    expect(frozen.messages + frozen.exclusions).toBe(people.length)
    const { rows } = await sql<{ open: number; stayed: number }>`
      select count(*) filter (where s.state <> 'confirmed' and m.state = 'queued')::int as open,
        count(*) filter (where s.state = 'confirmed' and m.state = 'queued')::int as stayed
      from message m join consent s on s.business_id = m.business_id and s.contact_id = m.contact_id
      where m.campaign_id = ${frozen.campaignId}`.execute(ctx.db)
    expect(rows[0]).toEqual({ open: 0, stayed: people.length - leaving.length })
  })

  it('stops what was claimed but has not started when the withdrawal commits', async () => {
    const { ctx, runtime } = story
    const [anna, ben] = [await story.person(), await story.person()]
    await sql`update contact set last_inbound_at = ${runtime.clock.now()}`.execute(ctx.db)
    const { campaignId } = await story.campaign([anna.contactId, ben.contactId])
    const stateOf = async (contactId: string) =>
      (
        await sql<{
          state: string
        }>`select state from message where campaign_id = ${campaignId} and contact_id = ${contactId}`.execute(
          ctx.db,
        )
      ).rows[0]?.state
    let seen: string | undefined
    // Composing reads the campaign's template: by then the batch is claimed, and no request has started.
    const db = beforeReading(ctx.db, 'campaign as c', async () => {
      if (seen) return
      seen = await stateOf(anna.contactId)
      await withTransaction(ctx, (tx) =>
        withdraw(tx, {
          contactId: anna.contactId,
          channelId: story.channelId,
          topicId: null,
          at: runtime.clock.now(),
          how: 'stop_word',
        }),
      )
    })
    const transport = createGraphTransport({ baseUrl: runtime.config.graphBaseUrl, version: 'v25.0' })
    const runner = new ChannelRunner({ ...ctx, db }, story.channelId, {
      transport,
      pace: new ChannelPace(new UsageBrake()),
      holder: 'gap',
      paced: false,
    })
    await runner.run()
    await transport.close()
    expect(seen, 'the withdrawal met a claimed message').toBe('sending')
    expect([await stateOf(anna.contactId), await stateOf(ben.contactId)]).toEqual(['withheld', 'accepted'])
    const toAnna = (await story.requests()).filter((request) => request.to === anna.phone)
    expect(toAnna, 'only the receipt').toHaveLength(1)
  })

  it('C-24: starts nothing of what was claimed for somebody who has written meanwhile', async () => {
    const { ctx, runtime } = story
    const [anna, ben] = [await story.person(), await story.person()]
    const { campaignId } = await story.campaign([anna.contactId, ben.contactId])
    const now = runtime.clock.now()
    let received = false
    // As intake leaves it with its answer to Meta, before anybody has read it.
    const db = beforeReading(ctx.db, 'campaign as c', async () => {
      if (received) return
      received = true
      await sql`insert into webhook_waiting (business_id, lane, received_at, update_key, month, person_digest, at)
        select business_id, 'person', ${now}, 'stop', ${`${now.toISOString().slice(0, 7)}-01`}::date, digest, ${now} from contact_identity
        where contact_id = ${anna.contactId} and kind = 'phone'`.execute(ctx.db)
    })
    const transport = createGraphTransport({ baseUrl: runtime.config.graphBaseUrl, version: 'v25.0' })
    const options = { transport, pace: new ChannelPace(new UsageBrake()), holder: 'meanwhile', paced: false }
    await new ChannelRunner({ ...ctx, db }, story.channelId, options).run()
    expect(received).toBe(true)
    const sentTo = async () => (await story.requests()).map((request) => request.to)
    expect(await sentTo()).toContain(ben.phone)
    expect(await sentTo()).not.toContain(anna.phone)
    expect(await story.states(campaignId)).toEqual({ queued: 1, accepted: 1 })
    await sql`delete from webhook_waiting where update_key = 'stop'`.execute(ctx.db)
    runtime.clock.advance(2_000)
    await new ChannelRunner(ctx, story.channelId, options).run()
    await transport.close()
    expect(await story.states(campaignId), 'it was no STOP').toEqual({ accepted: 2 })
  })
})

/** The same database, but `work` is done before each query that starts with this table. */
function beforeReading(db: Db, table: string, work: () => Promise<void>): Db {
  const wrap = <T extends object>(builder: T): T =>
    new Proxy(builder, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target)
        if (typeof value !== 'function') return value
        if (name === 'execute') return async () => work().then(() => value.apply(target))
        return (...input: unknown[]) => {
          const result: unknown = value.apply(target, input)
          return result !== null && typeof result === 'object' && 'execute' in result ? wrap(result) : result
        }
      },
    })
  return new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function') return value
      return (...input: unknown[]) => {
        const result: unknown = value.apply(target, input)
        return name === 'selectFrom' && input[0] === table && result !== null && typeof result === 'object'
          ? wrap(result)
          : result
      }
    },
  })
}

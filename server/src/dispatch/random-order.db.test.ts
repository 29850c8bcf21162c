import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { runCampaignTick } from '../campaigns/index.ts'
import { campaignReport } from '../campaigns/report.ts'
import { HOUR, SECOND } from '../platform/index.ts'
import { RandomActs } from '../testing/random-acts.ts'
import { type Op, operations } from '../testing/random-operations.ts'
import { type Flight, RandomSenders } from '../testing/random-senders.ts'
import { courseOf, follow, type Told } from '../testing/random-told.ts'
import { type Found, openRandomWorld, type RandomWorld } from '../testing/random-world.ts'
import { kindsWith } from './kinds.ts'
import { tellChanges } from './tell-changes.ts'

const RUNS = inject('store') === 'pglite' ? 5 : 20
const OPEN = ['queued', 'sending', 'held', 'unknown']
/** Withheld for reasons that need nobody's act: the other campaign was there before, or the consent is too old. */
const BY_ITSELF = ['frequency_cap', 'consent_dormant', 'consent_lapsed']

/** One course of events on the real database, held to the state machine after each. */
class Course {
  readonly senders: RandomSenders
  readonly acts: RandomActs
  readonly #world: RandomWorld
  readonly #starts = new Map<string, Flight[]>()
  /** The messages after the last step. */
  #known: Map<string, Found> | undefined
  /** By campaign, how often Meta's acceptance was taken back because a message goes once more. */
  readonly takenBack = new Map<string | null, number>()

  constructor(world: RandomWorld, campaigns: readonly string[]) {
    this.#world = world
    this.senders = new RandomSenders(world)
    this.acts = new RandomActs(world, campaigns)
  }

  async perform(op: Op): Promise<void> {
    const { runtime } = this.#world.kit
    runtime.clock.advance(1)
    const before = this.#known ?? (await this.#world.messages())
    const told = await this.#act(op, before)
    await tellChanges(runtime)
    const after = await this.#world.messages()
    this.#compare(before, after, told)
    await this.#balance(after)
    this.#known = after
  }

  async #act(op: Op, before: Map<string, Found>): Promise<Told> {
    switch (op.do) {
      case 'take':
        return this.senders.take(op.who, before)
      case 'claim':
        return this.#judge(await this.senders.claim(op.who, op.messages, before), before)
      case 'start':
        for (const flight of await this.senders.start(op.who)) this.#begin(flight)
        break
      case 'answer':
        return this.senders.answer(op.picks)
      case 'news':
        return this.senders.news(op.picks)
      case 'die':
        this.senders.die(op.who)
        break
      case 'judged':
        return this.senders.release()
      case 'rewrite':
        return this.senders.rewrite(op.nth)
      case 'person':
        return this.acts.person(op.nth, op.will, before)
      case 'campaign':
        await this.acts.campaign(op.nth, op.how)
        break
      case 'template':
        await this.acts.template(op.state)
        break
      case 'service':
        await this.acts.service(op.nth, op.kind)
        break
      case 'wait':
        this.#world.kit.runtime.clock.advance(op.ms)
        break
      case 'doubt':
        return this.senders.endDoubt(before)
      case 'tick':
        await runCampaignTick(this.#world.kit.runtime)
    }
    return new Map()
  }

  /** What the claim may have decided, as things stood. */
  #judge(told: Told, before: Map<string, Found>): Told {
    for (const [id, [event]] of told) {
      const row = before.get(id)
      if (row?.category !== 'marketing' || event?.what !== 'claim') continue
      const may = row.consent === 'confirmed' && !row.barred && !this.acts.gone.has(row.contactId)
      if (event.verdict === 'send') expect([row.campaign, may], 'may be sent').toEqual(['running', true])
      if (event.verdict === 'withhold' && !BY_ITSELF.includes(event.reason ?? ''))
        expect(may, event.reason).toBe(false)
    }
    return told
  }

  /** A request begins: never one too many, never to somebody who withdrew (G2, G3). */
  #begin(flight: Flight): void {
    const { messageId, contactId, category, kind } = flight.message
    const earlier = this.#starts.get(messageId) ?? []
    this.#starts.set(messageId, [...earlier, flight])
    const inDoubt = earlier.filter((one) => !one.refused && !one.dropped).length
    const repeatable = category !== 'marketing' && kindsWith('repeatable').some((one) => one === kind)
    expect(inDoubt, `a second request for ${kind}`).toBeLessThanOrEqual(repeatable ? 1 : 0)
    if (category === 'marketing') expect(this.acts.gone.has(contactId), 'withdrew').toBe(false)
  }

  #compare(before: Map<string, Found>, after: Map<string, Found>, told: Told): void {
    for (const [id, one] of before) {
      const now = after.get(id)
      const events = told.get(id) ?? []
      // What comes back after its campaign was cancelled is taken down like what waited.
      const over = now?.campaign === 'cancelled' ? ([{ what: 'cancelled' }] as const) : []
      expect(now && courseOf(now), JSON.stringify([courseOf(one), events])).toEqual(
        follow(one, [...events, ...over]),
      )
      if (one.acceptedAt && !now?.acceptedAt)
        this.takenBack.set(one.campaignId, (this.takenBack.get(one.campaignId) ?? 0) + 1)
    }
    for (const [id, one] of after) {
      if (!before.has(id))
        expect(courseOf(one)).toEqual({ state: 'queued', reason: null, attempts: 0, tries: 0, wamid: null })
      expect(one.open, 'open and in the queue').toBe(OPEN.includes(one.state))
      if (one.open) expect(one.epoch === null, 'waits').toBe(one.state === 'queued')
    }
  }

  /** Candidates = messages + exclusions, and no campaign is over too early. */
  async #balance(after: Map<string, Found>): Promise<void> {
    const { rows } = await sql<{
      id: string
      state: string
      candidates: number
      excluded: number
      queue: number
    }>`
      select campaign_id as id, state, candidates, (select count(*)::int from campaign_exclusion e where e.campaign_id = c.campaign_id) as excluded,
        (select count(*)::int from message_queue) as queue from campaign c`.execute(
      this.#world.kit.runtime.db,
    )
    const all = [...after.values()]
    for (const { id, state, candidates, excluded, queue } of rows) {
      const own = all.filter((one) => one.campaignId === id)
      expect(candidates).toBe(own.length + excluded)
      expect(new Set(own.map((one) => one.contactId)).size).toBe(own.length)
      if (state === 'finished') expect(own.filter((one) => one.open)).toEqual([])
      expect(queue).toBe(all.filter((one) => one.open).length)
    }
  }

  /** Whoever was at work dies, somebody else brings everything to an end. @returns all messages */
  async rest(): Promise<Found[]> {
    const unblock: Op[] = [
      { do: 'template', state: 'approved' },
      ...[0, 1].flatMap((nth) =>
        (['resume', 'release'] as const).map((how): Op => ({ do: 'campaign', nth, how })),
      ),
      { do: 'die', who: 0 },
      { do: 'die', who: 1 },
      { do: 'wait', ms: 7 * SECOND },
    ]
    const round: Op[] = [
      { do: 'take', who: 0 },
      { do: 'claim', who: 0, messages: 100 },
      { do: 'start', who: 0 },
      { do: 'answer', picks: Array.from({ length: 100 }, (_, nth) => [nth, 'accepted']) },
      { do: 'judged' },
      { do: 'doubt' },
      { do: 'tick' },
      // Another time of day, and every doubt is over.
      { do: 'wait', ms: 29 * HOUR },
    ]
    for (const one of unblock) await this.perform(one)
    for (let n = 0; n < 15; n++) {
      for (const one of round) await this.perform(one)
      const all = [...(this.#known?.values() ?? [])]
      if (all.every((one) => !one.open)) return all
    }
    throw new Error('Something stays open for ever.')
  }
}

describe('sending, whatever happens in whatever order', () => {
  let world: RandomWorld
  beforeAll(async () => {
    world = await openRandomWorld()
  })
  afterAll(async () => {
    await tellChanges(world.kit.runtime)
    await world.kit.runtime.close()
  })

  /** The report and the figures say what the rows say. */
  async function account(id: string, all: Found[], takenBack: number): Promise<void> {
    const own = all.filter((one) => one.campaignId === id)
    const report = await campaignReport(world.kit.as(), id, 'de')
    expect(report.closes).toBe(true)
    const count = (states: string[]) => own.filter((one) => states.includes(one.state)).length
    const sum = (rows: { count: number }[]) => rows.reduce((total, row) => total + row.count, 0)
    expect(report.funnel.candidates).toBe(own.length + report.funnel.excluded)
    expect(sum(report.withheld)).toBe(count(['withheld']))
    expect(sum(report.failed)).toBe(count(['failed']))
    expect(report.funnel.read).toBe(count(['read']))
    expect(report.funnel.delivered).toBe(count(['delivered', 'read']))
    // The pulse is written after the commit.
    const accepted = own.filter((one) => one.acceptedAt).length + takenBack
    await vi.waitFor(async () => {
      const { rows } =
        await sql`select coalesce(sum(accepted), 0)::int as accepted from campaign_pulse where campaign_id = ${id}`.execute(
          world.kit.runtime.db,
        )
      expect(rows).toEqual([{ accepted }])
    })
  }

  it('moves every message only along its state machine, and comes to rest with exact sums (property)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.boolean(), operations, async (ramp, steps) => {
        await world.reset()
        const course = new Course(world, await world.launch(ramp))
        for (const op of steps) await course.perform(op)
        const all = await course.rest()
        for (const id of course.acts.campaigns) await account(id, all, course.takenBack.get(id) ?? 0)
      }),
      { numRuns: RUNS },
    )
  }, 300_000)
})

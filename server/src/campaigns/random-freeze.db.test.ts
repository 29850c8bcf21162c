import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { claim } from '../dispatch/claim.ts'
import { frozenSoFar } from '../dispatch/index.ts'
import { takeLease } from '../dispatch/lease.ts'
import { tellChanges } from '../dispatch/tell-changes.ts'
import { MINUTE, withTransaction } from '../platform/index.ts'
import { RandomActs, type Steer, type Will } from '../testing/random-acts.ts'
import { openRandomWorld, type RandomWorld } from '../testing/random-world.ts'
import { findCampaign, lockCampaign } from './campaign.ts'
import { runCampaignWithhold } from './cancel-job.ts'
import { beginFreeze } from './freeze.ts'
import { runCampaignFreeze } from './freeze-job.ts'
import { campaignChanged } from './hooks.ts'
import { expectReady, loadParts } from './readiness.ts'
import { campaignReport } from './report.ts'

const RUNS = inject('store') === 'pglite' ? 8 : 25

type Act = { person: number; will: Will } | { how: Steer } | { newcomers: number }
interface Step {
  /** How many jobs freeze at the same time, and how many parts they write before the power goes. */
  jobs: number
  parts: number
  /** What happens at the same time. */
  acts: Act[]
}

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      person: fc.nat(17),
      will: fc.constantFrom<Will>(
        'stop',
        'stop',
        'stop',
        'return',
        'erase',
        'restrict',
        'unrestrict',
        'suppress',
        'hold',
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ newcomers: fc.integer({ min: 1, max: 2 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      how: fc.constantFrom<Steer>('pause', 'pause', 'resume', 'resume', 'resume', 'cancel'),
    }),
  },
)
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({ jobs: fc.nat(2), parts: fc.nat(4), acts: fc.array(act, { maxLength: 5, size: 'max' }) }),
  { minLength: 1, maxLength: 6, size: 'max' },
)

describe('freezing, whatever happens meanwhile', () => {
  let world: RandomWorld
  /** Parts that may still be written before the power goes. */
  let power = Number.POSITIVE_INFINITY
  beforeAll(async () => {
    world = await openRandomWorld()
    world.kit.runtime.hooks.on(campaignChanged, async ({ actor }) => {
      if (actor.kind === 'system' && actor.job === 'campaigns.freeze' && power-- <= 0)
        throw new Error('the power went')
    })
  })
  afterAll(async () => {
    await tellChanges(world.kit.runtime)
    await world.kit.runtime.close()
  })

  /** As the launch of a million people: its transaction, with small parts. */
  async function begin(partSize: number): Promise<string> {
    const { kit } = world
    const { id } = await kit.draft()
    await withTransaction(kit.as(), async (tx) => {
      const row = await lockCampaign(tx, id)
      const parts = await expectReady(tx, await loadParts(tx, row))
      await beginFreeze(tx, row, parts, { launched_at: kit.now(), ramp_open: true }, partSize)
    })
    return id
  }

  async function perform({ jobs, parts, acts }: Step, cast: RandomActs): Promise<void> {
    const [campaignId = ''] = cast.campaigns
    power = parts
    world.kit.runtime.clock.advance(1)
    const freeze = Array.from({ length: jobs }, () =>
      runCampaignFreeze(world.kit.runtime, { businessId: world.kit.business, campaignId }).catch(
        (error: Error) => expect(error.message).toBe('the power went'),
      ),
    )
    const meanwhile = async () => {
      for (const one of acts) {
        if ('person' in one) await cast.person(one.person, one.will, new Map())
        else if ('how' in one) await cast.campaign(0, one.how)
        else for (let n = 0; n < one.newcomers; n++) await world.newcomer()
      }
    }
    await Promise.all([...freeze, meanwhile()])
    await check(campaignId, cast)
  }

  /** True at every moment: nobody twice, the sums close, nobody waits who withdrew, nothing can be claimed before all is there. */
  async function check(id: string, cast: RandomActs): Promise<void> {
    const { kit } = world
    const all = [...(await world.messages()).values()].filter((one) => one.campaignId === id)
    const { rows } = await sql<{
      contact_id: string
    }>`select contact_id from campaign_exclusion where campaign_id = ${id}`.execute(kit.runtime.db)
    const { length: people } = [...all.map((one) => one.contactId), ...rows.map((row) => row.contact_id)]
    expect(
      new Set([...all.map((one) => one.contactId), ...rows.map((row) => row.contact_id)]).size,
      'nobody twice',
    ).toBe(people)
    const campaign = await findCampaign(kit.as(), id)
    if (campaign.frozen_at) expect(campaign.candidates).toBe(people)
    else {
      const { messages, exclusions } = await frozenSoFar(kit.as(), id)
      expect([messages, exclusions]).toEqual([all.length, rows.length])
    }
    for (const one of all) {
      expect(one.open).toBe(one.state === 'queued')
      if (one.open) expect(cast.gone.has(one.contactId), 'withdrew').toBe(false)
    }
    if (campaign.state === 'running') return
    expect(
      (await claimAll()).map((one) => one.state),
      'too early',
    ).toEqual([])
  }

  /** What a dispatcher would send of the campaign now. */
  async function claimAll() {
    const { kit } = world
    const lease = await takeLease(kit.as(), kit.channel, 'test')
    if (!lease) throw new Error('The channel is held.')
    const claimed = await claim(kit.as(), lease, { messages: 100, initiated: 100 })
    // Receipts go at any time.
    return claimed.filter((message) => message.campaignId !== null)
  }

  it('puts everybody on one side, once, and sends to nobody who left (property)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 3, max: 9 }), steps, async (partSize, all) => {
        await world.reset()
        const id = await begin(partSize)
        const cast = new RandomActs(world, [id])
        for (const step of all) await perform(step, cast)
        // Somebody goes on, and nothing stands in the way any more.
        await perform({ jobs: 0, parts: 0, acts: [{ how: 'resume' }] }, cast)
        await perform({ jobs: 2, parts: 1_000, acts: [] }, cast)
        await runCampaignWithhold(world.kit.runtime, { businessId: world.kit.business, campaignId: id })
        await check(id, cast)

        const { state } = await findCampaign(world.kit.as(), id)
        const report = await campaignReport(world.kit.as(), id, 'de')
        expect(report.closes).toBe(true)
        if (state === 'cancelled') return
        expect(state).toBe('running')
        const messages = [...(await world.messages()).values()]
        const stayed = world.everybody.filter((contactId) => !cast.erased.has(contactId)).length
        expect(report.funnel.candidates).toBeGreaterThanOrEqual(stayed)
        world.kit.runtime.clock.advance(MINUTE)
        const claimed = new Map((await claimAll()).map((one) => [one.contactId, one]))
        for (const { contactId, open, consent, barred, ...one } of messages) {
          if (!open || one.campaignId === null) continue
          const may = consent === 'confirmed' && !barred
          const { state, reason } = claimed.get(contactId) ?? {}
          expect(state, JSON.stringify({ ...one, may, reason })).toBe(may ? 'sending' : 'withheld')
        }
      }),
      { numRuns: RUNS },
    )
  }, 300_000)
})

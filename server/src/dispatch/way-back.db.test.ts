import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { onMessagesReturn } from '../campaigns/index.ts'
import { type Story, startStory } from '../testing/story.ts'
import { type Claimed, claim } from './claim.ts'
import { messagesReturn } from './hooks.ts'
import { withholdCampaign } from './index.ts'
import { type Lease, releaseLease, takeLease } from './lease.ts'
import type { Outcome } from './send.ts'
import { settle } from './settle.ts'

const RELEASED: Outcome = { result: 'released' }
const RETRY: Outcome = { result: 'retry', code: 130429, afterSeconds: 1, counts: false }
const ACCEPTED: Outcome = { result: 'accepted', wamid: 'wamid.WAY' }

describe('the way back into the queue', () => {
  let story: Story
  let lease: Lease
  beforeAll(async () => {
    story = await startStory()
    story.runtime.hooks.on(messagesReturn, onMessagesReturn)
  })
  afterAll(() => story.close())
  beforeEach(async () => {
    const taken = await takeLease(story.ctx, story.channelId, 'test', true)
    if (!taken) throw new Error('The channel is held.')
    lease = taken
    return () => releaseLease(story.ctx, lease)
  })

  /** A campaign of which everything is claimed, in the order of the people. */
  async function underWay(count: number): Promise<{ campaignId: string; claimed: Claimed[] }> {
    const people = await Promise.all(Array.from({ length: count }, () => story.person()))
    const { campaignId } = await story.campaign(people.map((person) => person.contactId))
    const claimed = await claim(story.ctx, lease, { messages: count, initiated: count })
    expect(claimed).toHaveLength(count)
    return { campaignId, claimed }
  }
  const settleAs = (claimed: readonly Claimed[], outcomes: readonly Outcome[]) =>
    settle(
      story.ctx,
      lease,
      outcomes.flatMap((outcome, index) => {
        const message = claimed[index]
        return message ? [{ message, outcome, error: null }] : []
      }),
    )
  async function endsOf(campaignId: string) {
    const { rows } = await sql<{ state: string; reason: string | null; ended: boolean; waiting: boolean }>`
      select state, reason, ended_at is not null as ended, exists (select 1 from message_queue q where q.message_id = m.message_id) as waiting
      from message m where campaign_id = ${campaignId} order by state, reason`.execute(story.ctx.db)
    return rows
  }

  it('is closed once the campaign was cancelled, whatever comes back of what was under way', async () => {
    const { campaignId, claimed } = await underWay(3)
    await sql`update campaign set state = 'cancelled' where campaign_id = ${campaignId}`.execute(story.ctx.db)
    await withholdCampaign(story.ctx, campaignId)
    await settleAs(claimed, [RETRY, RELEASED, ACCEPTED])
    const over = { state: 'withheld', reason: 'campaign_cancelled', ended: true, waiting: false }
    expect(await endsOf(campaignId)).toEqual([
      { state: 'accepted', reason: null, ended: false, waiting: false },
      over,
      over,
    ])
  })

  it('is closed to somebody whose consent does not stand, which costs the others of the batch nothing', async () => {
    const { campaignId, claimed } = await underWay(3)
    const [one] = claimed
    // As if its consent had ended past everything that takes messages down.
    await sql`update message set state = 'unknown' where message_id = ${one?.messageId}`.execute(story.ctx.db)
    await sql`update consent set state = 'suspended' where contact_id = ${one?.contactId}`.execute(
      story.ctx.db,
    )
    await settleAs(claimed, [RELEASED, RELEASED, ACCEPTED])
    expect(await endsOf(campaignId)).toEqual([
      { state: 'accepted', reason: null, ended: false, waiting: false },
      { state: 'queued', reason: null, ended: false, waiting: true },
      { state: 'withheld', reason: 'consent_inactive', ended: true, waiting: false },
    ])
  })

  it('is open while the campaign is paused: its rest goes on with it', async () => {
    const { campaignId, claimed } = await underWay(2)
    await sql`update campaign set state = 'paused' where campaign_id = ${campaignId}`.execute(story.ctx.db)
    await settleAs(claimed, [RETRY, RELEASED])
    expect(await story.states(campaignId)).toEqual({ queued: 2 })
  })
})

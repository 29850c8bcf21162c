import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY, newId, withTransaction } from '../platform/index.ts'
import { type Story, startStory } from '../testing/story.ts'
import { claim } from './claim.ts'
import { takeLease } from './lease.ts'
import { monthOf } from './month.ts'
import { queuedMonths } from './queued-months.ts'
import { endDoubt, markInterrupted } from './recover.ts'
import { withholdCampaign, withholdQueued } from './withhold.ts'
import { withholdForWordings } from './withhold-wording.ts'

describe('messages of several months', () => {
  let story: Story
  beforeAll(async () => {
    story = await startStory()
  })
  afterAll(() => story.close())
  beforeEach(() => sql`delete from message_queue`.execute(story.ctx.db))

  /** Two campaigns seventy days apart, to one person unless it is said. */
  async function oldAndNew(people = 1) {
    const [{ contactId }, other] = [await story.person(), await story.person()]
    const old = (await story.campaign([contactId])).campaignId
    story.runtime.clock.advance(70 * DAY)
    const fresh = (await story.campaign([people === 1 ? contactId : other.contactId])).campaignId
    return { contactId, old, fresh, both: () => Promise.all([old, fresh].map((id) => story.states(id))) }
  }

  async function lease(holder: string) {
    const taken = await takeLease(story.ctx, story.channelId, holder)
    if (!taken) throw new Error('The channel is held.')
    return taken
  }

  it('are all named, with one more month before', async () => {
    const began = story.runtime.clock.now()
    await oldAndNew()
    const months = await queuedMonths(story.ctx)
    expect(months.length).toBeGreaterThanOrEqual(3)
    expect(months[1]).toBe(monthOf(began))
    expect(months).toContain(monthOf(story.runtime.clock.now()))
    expect(months[0] && months[0] < monthOf(began)).toBe(true)
  })

  it('are withheld together when their person withdraws', async () => {
    const { contactId, both } = await oldAndNew()
    await withTransaction(story.ctx, (tx) =>
      withholdQueued(tx, { contactId, topicId: null, reason: 'withdrawn' }),
    )
    expect(await both()).toEqual([{ withheld: 1 }, { withheld: 1 }])
  })

  it('are withheld together when the wording ends that their person agreed to', async () => {
    const { contactId, both } = await oldAndNew()
    const id = newId()
    await sql`update consent set wording_id = ${id} where contact_id = ${contactId}`.execute(story.ctx.db)
    await withTransaction(story.ctx, (tx) => withholdForWordings(tx, { wordingIds: [id] }))
    expect(await both()).toEqual([{ withheld: 1 }, { withheld: 1 }])
  })

  it('are withheld long after the launch of the campaign that is cancelled, and no others', async () => {
    const { old, both } = await oldAndNew()
    expect(await withholdCampaign(story.ctx, old)).toBe(1)
    expect(await both()).toEqual([{ withheld: 1 }, { queued: 1 }])
  })

  it('are in doubt together when the channel changes hands, and end together', async () => {
    const { both } = await oldAndNew(2)
    expect(await claim(story.ctx, await lease('gone'), { messages: 9, initiated: 9 })).toHaveLength(2)
    story.runtime.clock.advance(DAY)
    expect(await markInterrupted(story.ctx, await lease('next'))).toBe(2)
    expect(await both()).toEqual([{ unknown: 1 }, { unknown: 1 }])
    await endDoubt(story.ctx)
    expect(await both()).toEqual([{ failed: 1 }, { failed: 1 }])
  })
})

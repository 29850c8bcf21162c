import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SECOND, withTransaction } from '../platform/index.ts'
import { type Story, startStory } from '../testing/story.ts'
import { Dispatcher } from './dispatcher.ts'
import { enqueueMessage } from './index.ts'

describe('what a process learns of a channel', () => {
  let story: Story
  beforeAll(async () => {
    story = await startStory()
  })
  afterAll(() => story.close())

  async function reply(contactId: string, times: number): Promise<void> {
    await withTransaction(story.ctx, async (tx) => {
      for (let i = 0; i < times; i++)
        await enqueueMessage(tx, {
          contactId,
          channelId: story.channelId,
          kind: 'reply',
          category: 'service',
          body: { type: 'text', text: { body: 'Hallo' } },
        })
    })
  }

  it('outlives the runner: a person gets no second burst because the channel was idle meanwhile', async () => {
    const { contactId, phone } = await story.person()
    await sql`update contact set last_inbound_at = ${story.runtime.clock.now()} where contact_id = ${contactId}`.execute(
      story.ctx.db,
    )
    const began = performance.now()
    const dispatcher = new Dispatcher(story.runtime, false)
    for (let runner = 0; runner < 3; runner++) {
      await reply(contactId, 45)
      await dispatcher.runDue()
    }
    await dispatcher.close()
    const sent = (await story.requests()).filter((request) => request.to === phone)
    // However slow the machine: another message is allowed every six seconds.
    const since = Math.floor((performance.now() - began) / (6 * SECOND))
    expect(sent.length).toBeGreaterThanOrEqual(45)
    expect(sent.length).toBeLessThanOrEqual(45 + since)
  })
})

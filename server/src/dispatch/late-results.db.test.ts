import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { withdraw } from '../consent/index.ts'
import { DAY, MINUTE, withTransaction } from '../platform/index.ts'
import { openRandomWorld, type RandomWorld } from '../testing/random-world.ts'
import { type Claimed, claim } from './claim.ts'
import { enqueueMessage } from './enqueue.ts'
import { messageFailed } from './hooks.ts'
import { type Lease, takeLease } from './lease.ts'
import { endDoubt, markInterrupted } from './recover.ts'
import type { Outcome } from './send.ts'
import { settle } from './settle.ts'
import { tellChanges } from './tell-changes.ts'

/** Results that are written after something else has happened to their messages. */
describe('late results', () => {
  let world: RandomWorld
  beforeAll(async () => {
    world = await openRandomWorld()
  })
  afterAll(async () => {
    await tellChanges(world.kit.runtime)
    await world.kit.runtime.close()
  })
  beforeEach(async () => {
    await world.reset()
    await world.launch(false)
  })

  async function take(holder: string): Promise<Lease> {
    world.kit.runtime.clock.advance(MINUTE)
    const lease = await takeLease(world.kit.as(), world.kit.channel, holder, true)
    if (!lease) throw new Error('The channel is held.')
    await markInterrupted(world.kit.as(), lease)
    return lease
  }
  async function claimOne(lease: Lease): Promise<Claimed> {
    world.kit.runtime.clock.advance(1)
    const [first] = await claim(world.kit.as(), lease, { messages: 1, initiated: 1 })
    if (!first) throw new Error('Nothing was claimed.')
    return first
  }
  const write = (lease: Lease, message: Claimed, outcome: Outcome) =>
    settle(world.kit.as(), lease, [{ message, outcome, error: null }])
  const read = async ({ messageId }: Pick<Claimed, 'messageId'>) => (await world.messages()).get(messageId)
  const stop = (contactId: string) =>
    withTransaction(world.kit.as(), (tx) =>
      withdraw(tx, { contactId, channelId: null, topicId: null, at: world.kit.now(), how: 'test' }),
    )

  it('a result that is written twice does not take back the next claim, which may be on its way', async () => {
    const lease = await take('a')
    const first = await claimOne(lease)
    await write(lease, first, { result: 'released' })
    world.kit.runtime.clock.advance(1)
    const all = await claim(world.kit.as(), lease, { messages: 100, initiated: 100 })
    const next = all.find((message) => message.messageId === first.messageId)
    expect(next?.attempts).toBe(1)
    if (!next) return
    await write(lease, first, { result: 'released' })
    expect(await read(first)).toMatchObject({ state: 'sending', attempts: 1 })
    await write(lease, next, { result: 'accepted', wamid: 'wamid.ONE' })
    expect(await read(first)).toMatchObject({ state: 'accepted' })
  })

  it('what was in doubt when the person withdrew ends as withheld, should it turn out that it never started', async () => {
    const lost = await take('a')
    const message = await claimOne(lost)
    await take('b')
    await stop(message.contactId)
    expect(await read(message)).toMatchObject({ state: 'unknown', reason: 'consent_withdrawn' })
    await write(lost, message, { result: 'released' })
    expect(await read(message)).toMatchObject({ state: 'withheld', reason: 'consent_withdrawn', open: false })
  })

  it('a question in doubt is not asked once more after the person has withdrawn', async () => {
    const [contactId = ''] = world.people
    const { channel } = world.kit
    const body = { type: 'text', text: { body: 'Magst du?' } }
    await withTransaction(world.kit.as(), (tx) =>
      enqueueMessage(tx, { contactId, channelId: channel, kind: 'question', category: 'service', body }),
    )
    const lease = await take('a')
    const question = await claimOne(lease)
    expect(question.kind).toBe('question')
    await write(lease, question, { result: 'unknown' })
    await stop(contactId)
    world.kit.runtime.clock.advance(11 * MINUTE)
    await endDoubt(world.kit.as())
    expect(await read(question)).toMatchObject({ state: 'unknown', reason: 'consent_withdrawn' })
  })

  it('whoever asked for a message that nothing was heard of hears after a day that it has ended', async () => {
    const [contactId = ''] = world.people
    const told: unknown[] = []
    world.kit.runtime.hooks.on(messageFailed, async (_tx, event) => void told.push(event))
    const body = { type: 'text', text: { body: 'Magst du?' } }
    await withTransaction(world.kit.as(), (tx) =>
      enqueueMessage(tx, {
        contactId,
        channelId: world.kit.channel,
        kind: 'question',
        category: 'service',
        body,
        dedupeKey: 'the question',
      }),
    )
    for (const holder of ['a', 'b']) {
      const lease = await take(holder)
      const question = await claimOne(lease)
      expect(question.kind).toBe('question')
      await write(lease, question, { result: 'unknown' })
      world.kit.runtime.clock.advance(11 * MINUTE)
      await endDoubt(world.kit.as())
    }
    expect(told).toEqual([])
    world.kit.runtime.clock.advance(DAY)
    await endDoubt(world.kit.as())
    await endDoubt(world.kit.as())
    expect(told).toEqual([
      expect.objectContaining({
        contactId,
        kind: 'question',
        dedupeKey: 'the question',
        reason: 'outcome_unknown',
      }),
    ])
  })
})

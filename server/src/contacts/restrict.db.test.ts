import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getCard } from '../card/index.ts'
import { explain } from '../dispatch/index.ts'
import type { Role } from '../platform/actor.ts'
import { createContext, newId } from '../platform/index.ts'
import { countSegment } from '../segments/count.ts'
import { sampleSegment } from '../segments/sample.ts'
import { type Story, startStory } from '../testing/story.ts'
import { listContacts } from './list.ts'
import { restrictContact, unrestrictContact } from './restrict.ts'
import { updateContact } from './update.ts'

describe('restriction of processing', () => {
  let story: Story
  beforeAll(async () => {
    story = await startStory()
  })
  afterAll(() => story.close())
  const as = (role: Role) =>
    createContext(story.runtime, story.businessId, { kind: 'member', memberId: newId(), role })

  it('stops marketing and changes until the data protection officer ends it', async () => {
    const { contactId } = await story.person()
    const verdict = async () =>
      (await explain(story.ctx, { contactId, channelId: story.channelId, topicId: story.topicId }))?.verdict
    expect(await verdict()).toBe('send')
    await expect(restrictContact(as('marketer'), contactId, { ground: 'unlawful' })).rejects.toMatchObject({
      code: 'role_missing',
    })
    await restrictContact(as('dpo'), contactId, { ground: 'accuracy_disputed' })
    await restrictContact(as('dpo'), contactId, { ground: 'accuracy_disputed' })
    expect(await verdict()).toBe('withheld')
    const rules = { match: 'all' as const, groups: [] }
    const marked = async () => {
      const { items } = await listContacts(story.ctx, { state: 'restricted' })
      const sample = await sampleSegment(story.ctx, { rules })
      const { count, confirmedByTopic } = await countSegment(story.ctx, { rules })
      const card = await getCard(story.ctx, contactId, 'de')
      return {
        listed: items.map((row) => row.id),
        sampled: sample.filter((row) => row.restricted).map((row) => row.id),
        count,
        reach: confirmedByTopic[story.topicId] ?? 0,
        restriction: card.restriction,
      }
    }
    expect(await marked()).toEqual({
      listed: [contactId],
      sampled: [contactId],
      count: 1,
      reach: 0,
      restriction: { at: story.ctx.clock.now().toISOString(), ground: 'accuracy_disputed' },
    })
    await expect(updateContact(as('marketer'), contactId, { language: 'fr' })).rejects.toMatchObject({
      code: 'restricted',
    })
    await unrestrictContact(as('dpo'), contactId)
    expect(await verdict()).toBe('send')
    expect(await marked()).toEqual({ listed: [], sampled: [], count: 1, reach: 1, restriction: null })
    await updateContact(as('marketer'), contactId, { language: 'fr' })
    const audit = await story.ctx.db
      .selectFrom('audit_entry')
      .select('action')
      .where('entity_id', '=', contactId)
      .orderBy('audit_id')
      .execute()
    expect(audit.map((entry) => entry.action)).toEqual([
      'contact.restrict',
      'contact.unrestrict',
      'contact.update',
    ])
  })
})

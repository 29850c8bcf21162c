import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explain } from '../dispatch/index.ts'
import type { Role } from '../platform/actor.ts'
import { createContext, newId } from '../platform/index.ts'
import { type Story, startStory } from '../testing/story.ts'
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
    await expect(updateContact(as('marketer'), contactId, { language: 'fr' })).rejects.toMatchObject({
      code: 'restricted',
    })
    await unrestrictContact(as('dpo'), contactId)
    expect(await verdict()).toBe('send')
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

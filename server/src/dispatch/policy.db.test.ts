import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../platform/actor.ts'
import { createContext, newId } from '../platform/index.ts'
import { type Story, startStory } from '../testing/story.ts'
import { sendingPolicy } from './policy.ts'
import { getSendingPolicy, setSendingPolicy } from './set-policy.ts'

describe('sending policy', () => {
  let story: Story
  beforeAll(async () => {
    story = await startStory({ quietHours: true })
  })
  afterAll(() => story.close())
  const as = (role: Role) =>
    createContext(story.runtime, story.businessId, { kind: 'member', memberId: newId(), role })

  it('is careful by default: rare, by day, and not after years of silence', async () => {
    const policy = await getSendingPolicy(as('dpo'))
    expect(policy).toEqual({
      marketingPer7Days: 1,
      marketingPer30Days: 3,
      quietHours: true,
      holdAfterMonths: 12,
      expireAfterMonths: 24,
      warmUpDays: 1,
      reason: null,
      updatedAt: null,
      defaults: expect.objectContaining({ quietHours: true }),
    })
  })

  it('is changed by owners, with a reason that is kept', async () => {
    const input = {
      ...(await getSendingPolicy(as('owner'))).defaults,
      marketingPer7Days: 2,
      holdAfterMonths: 6,
    }
    await expect(setSendingPolicy(as('marketer'), { ...input, reason: 'more often' })).rejects.toMatchObject({
      code: 'role_missing',
    })
    await expect(setSendingPolicy(as('owner'), { ...input, reason: '' })).rejects.toThrow()
    await expect(
      setSendingPolicy(as('owner'), { ...input, expireAfterMonths: 3, reason: 'shorter' }),
    ).rejects.toThrow()
    await expect(
      setSendingPolicy(as('owner'), { ...input, expireAfterMonths: 25, reason: 'longer' }),
    ).rejects.toThrow()
    expect(await setSendingPolicy(as('owner'), { ...input, reason: 'Two letters a week' })).toMatchObject({
      marketingPer7Days: 2,
      holdAfterMonths: 6,
      reason: 'Two letters a week',
    })
    expect(await sendingPolicy(story.ctx)).toMatchObject({
      marketingPer7Days: 2,
      holdAfterMonths: 6,
      expireAfterMonths: 24,
    })
    const { rows } =
      await sql`select after->>'reason' as reason from audit_entry where action = 'sending_policy.set'`.execute(
        story.ctx.db,
      )
    expect(rows).toEqual([{ reason: 'Two letters a week' }])
  })

  it('knows the countries of the people, however many there are, and of the business', async () => {
    const persons = await Promise.all([1, 2, 3].map(() => story.person()))
    for (const [index, country] of ['AT', 'AT', 'BR'].entries()) {
      await sql`update contact set country = ${country} where contact_id = ${persons[index]?.contactId}`.execute(
        story.ctx.db,
      )
    }
    const { places } = await sendingPolicy(story.ctx)
    expect(places.map((place) => place.country).sort()).toEqual(['AT', 'BR', 'DE'])
    expect(places.find((place) => place.country === 'BR')?.opensAt).toEqual(new Date('2026-11-18T14:00:00Z'))
  })
})

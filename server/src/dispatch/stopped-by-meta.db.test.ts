import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DAY } from '../platform/index.ts'
import { type Story, startStory } from '../testing/story.ts'
import { stoppedByMeta } from './hooks.ts'
import { runDispatchOnce } from './index.ts'

describe('who stopped marketing inside WhatsApp (131050 with the answer)', () => {
  let story: Story
  /** How often the withdrawal still fails. */
  let failures = 0
  const withdrawn: string[] = []
  beforeAll(async () => {
    story = await startStory()
    story.runtime.hooks.on(stoppedByMeta, async (tx, { contactId, messageId }) => {
      const { rows } = await sql<{
        state: string
      }>`select state from message where message_id = ${messageId}`.execute(tx.db)
      if (failures-- > 0) throw new Error('deadlock detected')
      await sql`update consent set state = 'withdrawn' where contact_id = ${contactId}`.execute(tx.db)
      withdrawn.push(`${contactId} ${rows[0]?.state}`)
    })
  })
  afterAll(() => story.close())
  beforeEach(() => {
    withdrawn.length = 0
    story.runtime.clock.advance(40 * DAY)
  })

  const consentOf = async (contactId: string) =>
    (
      await story.ctx.db
        .selectFrom('consent')
        .select('state')
        .where('contact_id', '=', contactId)
        .executeTakeFirst()
    )?.state

  it('C-66: leaves in the transaction that writes the refusal', async () => {
    const { contactId, phone } = await story.person()
    const other = await story.person()
    await story.sim('POST', '/sim/faults', { code: 131050, to: phone, times: 1 })
    const { campaignId } = await story.campaign([contactId, other.contactId])
    await runDispatchOnce(story.runtime)
    expect(await story.states(campaignId)).toEqual({ accepted: 1, failed: 1 })
    expect(withdrawn).toEqual([`${contactId} failed`])
    expect(await consentOf(contactId)).toBe('withdrawn')
    expect(await consentOf(other.contactId)).toBe('confirmed')
  })

  it('C-66: neither is written without the other: what fails is tried again, and holds up nobody else', async () => {
    const { contactId, phone } = await story.person()
    const other = await story.person()
    await story.sim('POST', '/sim/faults', { code: 131050, to: phone, times: 1 })
    const { campaignId } = await story.campaign([contactId, other.contactId])
    failures = 1
    await runDispatchOnce(story.runtime)
    expect(await story.states(campaignId)).toEqual({ accepted: 1, failed: 1 })
    expect(await consentOf(contactId)).toBe('withdrawn')
  })
})

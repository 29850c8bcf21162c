import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withholdQueued } from '../dispatch/index.ts'
import { DAY } from '../platform/index.ts'
import { type Story, startStory } from '../testing/story.ts'
import { consentWithdrawn } from './hooks.ts'
import { lapseConsents } from './lapse.ts'

describe('lapse of unused consents', () => {
  let story: Story
  beforeAll(async () => {
    story = await startStory()
    story.runtime.hooks.on(consentWithdrawn, withholdQueued)
  })
  afterAll(() => story.close())

  /** Somebody who said yes so many days ago; `used` days ago marketing came, `wrote` days ago they wrote. */
  const person = async (days: { yes: number; used?: number; wrote?: number }) => {
    const { contactId } = await story.person()
    const ago = (n: number | undefined) =>
      n === undefined ? null : new Date(story.runtime.clock.now().getTime() - n * DAY)
    await sql`update consent set state_at = ${ago(days.yes)} where contact_id = ${contactId}`.execute(
      story.ctx.db,
    )
    await sql`update contact set last_inbound_at = ${ago(days.wrote)} where contact_id = ${contactId}`.execute(
      story.ctx.db,
    )
    if (days.used !== undefined)
      await sql`insert into contact_marketing (business_id, contact_id, last_at)
        values (${story.ctx.businessId}, ${contactId}, ${ago(days.used)})`.execute(story.ctx.db)
    return contactId
  }
  const states = async (ids: string[]) => {
    const { rows } = await sql<{ contact_id: string; state: string }>`
      select contact_id, state from consent where contact_id = any(${ids}::uuid[])`.execute(story.ctx.db)
    return ids.map((id) => rows.find((row) => row.contact_id === id)?.state)
  }

  it('C-45: ends what was of no use for 24 months, takes its queue down and records it', async () => {
    const ids = [
      await person({ yes: 731 }),
      await person({ yes: 729 }),
      await person({ yes: 1500, used: 700 }),
      await person({ yes: 1500, wrote: 700 }),
      await person({ yes: 1500, used: 800, wrote: 900 }),
    ]
    const fresh = await person({ yes: 1 })
    const { campaignId } = await story.campaign([fresh])
    await sql`update consent set state_at = ${new Date(story.runtime.clock.now().getTime() - 800 * DAY)} where contact_id = ${fresh}`.execute(
      story.ctx.db,
    )
    expect(await lapseConsents(story.runtime)).toBe(3)
    expect(await states([...ids, fresh])).toEqual([
      'expired',
      'confirmed',
      'confirmed',
      'confirmed',
      'expired',
      'expired',
    ])
    expect(await story.states(campaignId)).toEqual({ withheld: 1 })
    const { rows } = await sql`select type, state from consent_event where contact_id = ${ids[0]}`.execute(
      story.ctx.db,
    )
    expect(rows).toEqual([{ type: 'expired', state: 'expired' }])
    expect(await lapseConsents(story.runtime)).toBe(0)
  })

  it('C-45: takes the shorter time of the business', async () => {
    await sql`update consent set state_at = ${story.runtime.clock.now()}`.execute(story.ctx.db)
    await sql`update contact set last_inbound_at = null`.execute(story.ctx.db)
    await sql`delete from contact_marketing`.execute(story.ctx.db)
    const id = await person({ yes: 200 })
    await sql`update sending_policy set hold_after_months = 3, expire_after_months = 6`.execute(story.ctx.db)
    expect(await lapseConsents(story.runtime)).toBe(1)
    expect(await states([id])).toEqual(['expired'])
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOUR, newId } from '../platform/index.ts'
import { type CampaignKit, startCampaignKit } from '../testing/campaign-kit.ts'
import { reviewCampaign } from './review.ts'

describe('the review of a campaign', () => {
  let kit: CampaignKit
  beforeAll(async () => {
    kit = await startCampaignKit()
  })
  afterAll(() => kit.runtime.close())

  const noteAfter = async (channelId: string, people: number, marketing: number) => {
    const { db } = kit.runtime
    await sql`delete from channel_reach`.execute(db)
    await sql`insert into channel_reach (business_id, channel_id, at, people, marketing)
      values (${kit.business}, ${channelId}, ${new Date(kit.now().getTime() - HOUR)}, ${people}, ${marketing})`.execute(
      db,
    )
    const { id } = await kit.draft()
    const { scheduleNote, waterfall } = await reviewCampaign(kit.as(), id, 'en')
    return { scheduleNote, people: waterfall.toSend + waterfall.later }
  }

  it('C-62: tells how many get it today, with what other numbers used, and how long the rest takes', async () => {
    const { db } = kit.runtime
    await sql`update channel set messaging_limit = 2000`.execute(db)
    const other = newId()
    await sql`insert into channel (business_id, channel_id, name, phone_number_id, waba_id, display_phone_number, verified_name,
        credentials_sealed, state, messaging_limit, created_at, updated_at)
      select business_id, ${other}, name, '9', waba_id, display_phone_number, verified_name, credentials_sealed, state, messaging_limit,
        created_at, updated_at from channel where channel_id = ${kit.channel}`.execute(db)
    const { scheduleNote, people } = await noteAfter(other, 1_799, 0)
    expect(people).toBeGreaterThan(1)
    expect(scheduleNote).toContain(`Today about 1 of ${people} messages go`)
    expect(scheduleNote).toContain('about 2 days')
    expect((await noteAfter(other, 1_000, 0)).scheduleNote).toBeUndefined()
  })

  it('C-62: tells that a new number warms up', async () => {
    await sql`update channel set messaging_limit = 250`.execute(kit.runtime.db)
    const { scheduleNote, people } = await noteAfter(kit.channel, 49, 49)
    expect(scheduleNote).toMatch(new RegExp(`is new .* about 1 of ${people} messages go`))
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { saveChannel } from '../channels/index.ts'
import { DAY, newId, withTransaction } from '../platform/index.ts'
import { SETUP, type Story, startStory, WABA } from '../testing/story.ts'
import { claimNext, roomOf } from './claim-next.ts'
import { freezeAudience } from './index.ts'
import { takeLease } from './lease.ts'
import { QueueFront } from './queue-front.ts'

const PEOPLE = 120
/** Messages of one claim: few, so that the numbers' claims meet often. */
const AT_ONCE = 16

describe('several numbers of one business', () => {
  let story: Story
  const numbers: string[] = []
  beforeAll(async () => {
    story = await startStory()
    numbers.push(story.channelId)
    for (const digit of [1, 2]) {
      const { id } = await saveChannel(story.ctx, {
        name: `Shop ${digit}`,
        phoneNumberId: `20654035224292${digit}`,
        wabaId: WABA,
        displayPhoneNumber: `+49 30 99900${digit}`,
        verifiedName: 'Blatt',
        accessToken: SETUP.token,
        appSecret: SETUP.appSecret,
        verifyToken: SETUP.verifyToken,
      })
      numbers.push(id)
    }
  })
  afterAll(() => story.close())
  beforeEach(async () => {
    story.runtime.clock.advance(40 * DAY)
    await sql`delete from message_queue`.execute(story.ctx.db)
    await sql`update channel set messaging_limit = null, live_at = ${story.runtime.clock.now()}`.execute(
      story.ctx.db,
    )
  })

  async function people(): Promise<string[]> {
    const made = await Promise.all(Array.from({ length: PEOPLE }, () => story.person()))
    return made.map((person) => person.contactId)
  }

  async function campaignOn(channelId: string, contactIds: readonly string[]): Promise<string> {
    const { ctx, businessId, topicId, templateId } = story
    const now = story.runtime.clock.now()
    const campaignId = newId()
    await sql`insert into consent (business_id, contact_id, channel_id, topic_id, state, state_at, updated_at)
      select ${businessId}::uuid, c, ${channelId}::uuid, ${topicId}::uuid, 'confirmed', ${now}::timestamptz, ${now}::timestamptz
      from unnest(${contactIds}::uuid[]) c on conflict do nothing`.execute(ctx.db)
    await sql`insert into campaign (business_id, campaign_id, name, channel_id, topic_id, template_id, variables, state, created_at, updated_at)
      values (${businessId}, ${campaignId}, 'Neues', ${channelId}, ${topicId}, ${templateId},
        '{"vorname":{"from":"first_name","fallback":"du"}}', 'running', ${now}, ${now})`.execute(ctx.db)
    const candidates = sql`select contact_id, country from contact where business_id = ${businessId} and contact_id = any(${contactIds}::uuid[])`
    await withTransaction(ctx, (tx) =>
      freezeAudience(tx, { campaignId, channelId, topicId, templateId, candidates }),
    )
    return campaignId
  }

  /** All numbers claim at the same time, again and again, as their runners do, until nobody finds anything. */
  async function claimAll(messagingLimit: number | null): Promise<void> {
    const { ctx } = story
    const runners = await Promise.all(
      numbers.map(async (id) => ({
        id,
        room: await roomOf(ctx, { id, messagingLimit }),
        lease: await takeLease(ctx, id, id),
        front: new QueueFront(),
      })),
    )
    for (let found = 1; found > 0; ) {
      const claims = await Promise.all(
        runners.map(async ({ id, room, lease, front }) => {
          if (!lease) throw new Error('the channel is held by somebody')
          const wanted = { channel: { id, messagingLimit }, messages: AT_ONCE, room }
          const claimed = await claimNext(ctx, lease, wanted, front)
          front.advance(claimed)
          return claimed.length
        }),
      )
      found = claims.reduce((sum, count) => sum + count, 0)
    }
  }

  it('C-67: a person who gets marketing from one gets none from the other, however close together', async () => {
    const everybody = await people()
    const campaigns = []
    for (const number of numbers) campaigns.push(await campaignOn(number, everybody))
    await claimAll(null)
    const { rows } = await sql`
      select sending::int, count(*)::int as people from (
        select contact_id, count(*) filter (where state = 'sending') as sending from message
        where campaign_id = any(${campaigns}::uuid[]) group by 1) each group by 1`.execute(story.ctx.db)
    expect(rows).toEqual([{ sending: 1, people: PEOPLE }])
  })

  it('keep 90 % of the messaging limit that they share', async () => {
    await sql`update channel set messaging_limit = 200`.execute(story.ctx.db)
    const campaigns = []
    for (const number of numbers) campaigns.push(await campaignOn(number, await people()))
    // Numbers that were connected long ago: nothing is warmed up any more.
    await sql`insert into channel_start (business_id, channel_id, first_marketing_at)
      select business_id, channel_id, ${new Date(story.runtime.clock.now().getTime() - 400 * DAY)} from channel
      on conflict (business_id, channel_id) do update set first_marketing_at = excluded.first_marketing_at`.execute(
      story.ctx.db,
    )
    await claimAll(200)
    const { rows } =
      await sql`select state, count(*)::int from message where campaign_id = any(${campaigns}::uuid[])
      group by 1 order by 1`.execute(story.ctx.db)
    expect(rows).toEqual([
      { state: 'queued', count: 3 * PEOPLE - 180 },
      { state: 'sending', count: 180 },
    ])
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { monthOfMessage } from '../dispatch/month.ts'
import { DAY, newId, withTransaction } from '../platform/index.ts'
import { onChannelUpdate } from '../standing/index.ts'
import { type Story, startStory, WABA } from '../testing/story.ts'
import { getChannelDetail } from './channel-detail.ts'

describe('the page of a number', () => {
  let story: Story
  beforeAll(async () => {
    story = await startStory()
  })
  afterAll(() => story.close())

  const message = async (contactId: string, state: string, code: number | null, ago = 0) => {
    const at = new Date(story.runtime.clock.now().getTime() - ago)
    const messageId = newId(at)
    await sql`insert into message (business_id, month, message_id, contact_id, channel_id, topic_id, template_id, category, kind, state,
        error_code, attempts, created_at, accepted_at, ended_at)
      values (${story.businessId}, ${monthOfMessage(messageId)}::date, ${messageId}, ${contactId}, ${story.channelId}, ${story.topicId},
        ${story.templateId}, 'marketing', 'template', ${state}, ${code}, 1, ${at}, ${at}, ${state === 'failed' ? at : null})`.execute(
      story.ctx.db,
    )
  }

  it('C-62: shows the warm-up of a new number with what comes when, and none for a proven one', async () => {
    expect((await getChannelDetail(story.ctx, story.channelId, 'en')).warmUp).toBeNull()
    await sql`update channel set messaging_limit = 250`.execute(story.ctx.db)
    expect((await getChannelDetail(story.ctx, story.channelId, 'en')).warmUp).toMatchObject({
      startedAt: null,
      steps: [{ people: 50 }, { people: 250 }, { people: 1_000 }],
    })
    const now = story.runtime.clock.now()
    await sql`insert into channel_start (business_id, channel_id, first_marketing_at)
      values (${story.businessId}, ${story.channelId}, ${now})`.execute(story.ctx.db)
    const { warmUp, room } = await getChannelDetail(story.ctx, story.channelId, 'en')
    expect(warmUp?.steps[1]?.from).toBe(new Date(now.getTime() + DAY).toISOString())
    expect([warmUp?.room, room]).toEqual([50, 225])
  })

  it('counts days, errors with what to do, and templates; keeps the history of the quality', async () => {
    const [anna, ben] = [await story.person(), await story.person()]
    await message(anna.contactId, 'read', null)
    await message(anna.contactId, 'failed', 131049)
    await message(ben.contactId, 'failed', 131026, DAY)
    await withTransaction(story.ctx, (tx) =>
      onChannelUpdate(tx, {
        channelId: story.channelId,
        update: {
          kind: 'channel',
          wabaId: WABA,
          displayPhoneNumber: '4930123456',
          change: { what: 'quality', event: 'FLAGGED', limit: null },
        },
      }),
    )
    const detail = await getChannelDetail(story.ctx, story.channelId, 'de')
    expect(detail.days).toHaveLength(91)
    expect(detail.days.slice(-2)).toMatchObject([
      { sent: 1, failed: 1, unreachable: 1 },
      { sent: 2, read: 1, delivered: 1, failed: 1, capped: 1 },
    ])
    expect(detail.errors.map(({ code, count }) => [code, count])).toEqual([
      [131026, 1],
      [131049, 1],
    ])
    expect(detail.errors[1]?.advice).toContain('24 Stunden')
    expect(detail.templates).toMatchObject([{ name: 'neues', sent: 3, read: 1, failed: 2 }])
    expect(detail.history.map(({ quality }) => quality)).toEqual(['UNKNOWN', 'RED'])
    expect(detail.alerts.map(({ kind }) => kind)).toEqual(['channel.quality'])
  })
})

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DAY, MINUTE, newId, withTransaction } from '../platform/index.ts'
import { type Story, startStory } from '../testing/story.ts'
import { claim } from './claim.ts'
import { compose } from './compose.ts'
import { enqueueMessage } from './enqueue.ts'
import { takeLease } from './lease.ts'
import { rejudgeTemplate } from './rejudge-template.ts'

describe('templates on their way out', () => {
  let story: Story
  beforeAll(async () => {
    story = await startStory()
  })
  afterAll(() => story.close())

  const setCategory = (category: string) =>
    sql`update template set category = ${category} where template_id = ${story.templateId}`.execute(
      story.ctx.db,
    )

  it('C-63, C-64: service that becomes marketing goes only to those who said yes to its topic', async () => {
    const { ctx, channelId, topicId, templateId } = story
    await setCategory('utility')
    const agreed = await story.person()
    const never = await story.person({ state: 'pending' })
    const queue = (contactId: string, topic: boolean) =>
      withTransaction(ctx, async (tx) => {
        const { messageId } = await enqueueMessage(tx, {
          contactId,
          channelId,
          kind: 'template',
          category: 'utility',
          templateId,
          ...(topic ? { topicId } : {}),
          body: { type: 'template', template: { name: 'neues', language: { code: 'de' } } },
        })
        return messageId
      })
    const goes = await queue(agreed.contactId, true)
    const noTopic = await queue(agreed.contactId, false)
    const noConsent = await queue(never.contactId, true)
    const look = async (id: string) => {
      const { rows } = await sql<{ state: string; category: string; reason: string | null; queued: boolean }>`
        select state, category, reason, exists (select 1 from message_queue q
            where q.business_id = m.business_id and q.message_id = m.message_id) as queued
        from message m where m.business_id = ${ctx.businessId} and message_id = ${id}`.execute(ctx.db)
      return rows[0]
    }
    const rejudge = (categoryBefore: string) =>
      withTransaction(ctx, (tx) => rejudgeTemplate(tx, { templateId, category: 'marketing', categoryBefore }))
    await rejudge('marketing')
    expect(await look(noConsent)).toMatchObject({ state: 'queued' })
    await setCategory('marketing')
    await rejudge('utility')
    expect(await look(goes)).toEqual({ state: 'queued', category: 'marketing', reason: null, queued: true })
    for (const id of [noTopic, noConsent]) {
      expect(await look(id)).toEqual({
        state: 'withheld',
        category: 'utility',
        reason: 'category_changed',
        queued: false,
      })
    }
  })

  it('C-63: what waits with a template that is deleted meanwhile ends with the reason, and does not wait for ever', async () => {
    const { ctx, channelId, templateId } = story
    const setState = (state: string) =>
      sql`update template set state = ${state} where template_id = ${templateId}`.execute(ctx.db)
    const { contactId } = await story.person()
    await setState('paused')
    const { messageId } = await withTransaction(ctx, (tx) =>
      enqueueMessage(tx, {
        contactId,
        channelId,
        kind: 'template',
        category: 'utility',
        templateId,
        body: { type: 'template', template: { name: 'neues', language: { code: 'de' } } },
      }),
    )
    const lease = await takeLease(ctx, channelId, 'composer')
    if (!lease) throw new Error('somebody else holds the channel')
    const claimOne = async () => {
      const claimed = await claim(ctx, lease, { messages: 10, initiated: 10 })
      return claimed.find((message) => message.messageId === messageId)
    }
    await setCategory('utility')
    expect(await claimOne()).toMatchObject({ state: 'queued', reason: 'template_not_approved' })
    await setState('pending_deletion')
    story.runtime.clock.advance(2 * MINUTE)
    expect(await claimOne()).toMatchObject({ state: 'withheld', reason: 'template_gone' })
    await setState('approved')
  })

  it('shows uploaded files by WhatsApp’s id and links with the codes of campaign and source; without a file nothing goes', async () => {
    const { ctx, channelId, templateId, businessId } = story
    const { contactId } = await story.person({ name: 'Anna' })
    const { campaignId } = await story.campaign([contactId])
    const [fileId, sourceId] = [newId(), newId()]
    const content = {
      header: { format: 'image', mediaId: fileId },
      body: 'Hallo {{vorname}}, es gibt Neues bei uns.',
      buttons: [
        { kind: 'url', text: 'Shop', url: 'https://blatt.example/?c=', suffix: { from: 'campaign' } },
        { kind: 'url', text: 'Laden', url: 'https://blatt.example/?s=', suffix: { from: 'source' } },
      ],
    }
    const now = ctx.clock.now()
    await sql`update template set content = ${JSON.stringify(content)}::jsonb where template_id = ${templateId}`.execute(
      ctx.db,
    )
    await sql`insert into source (business_id, source_id, public_id, code, kind, name, channel_id, topic_ids, created_at)
      values (${businessId}, ${sourceId}, 'blatt.q7', 'q7', 'link', 'Plakat', ${channelId}, '{}', ${now})`.execute(
      ctx.db,
    )
    await sql`update contact set first_source_id = ${sourceId} where contact_id = ${contactId}`.execute(
      ctx.db,
    )
    await sql`update campaign set variables = '{"vorname": {"from": "first_name", "fallback": "du"}}' where campaign_id = ${campaignId}`.execute(
      ctx.db,
    )
    const lease = await takeLease(ctx, channelId, 'composer')
    if (!lease) throw new Error('The channel is held.')
    const batch = await claim(ctx, lease, { messages: 100, initiated: 100 })
    const claimed = batch.find((message) => message.campaignId === campaignId)
    if (!claimed) throw new Error('It was not claimed.')
    const composed = async () => (await compose(ctx, [claimed])).get(claimed.messageId)
    expect(await composed()).toBeNull()
    await sql`insert into template_file (business_id, file_id, name, type, kind, size, created_at)
      values (${businessId}, ${fileId}, 'a.png', 'image/png', 'image', 1, ${now})`.execute(ctx.db)
    await sql`insert into template_file_upload (business_id, file_id, channel_id, media_id, uploaded_at)
      values (${businessId}, ${fileId}, ${channelId}, '778899', ${now})`.execute(ctx.db)
    expect(await composed()).toMatchObject({
      template: {
        components: [
          { type: 'header', parameters: [{ type: 'image', image: { id: '778899' } }] },
          { type: 'body', parameters: [{ parameter_name: 'vorname' }] },
          { sub_type: 'url', index: '0', parameters: [{ text: campaignId.replaceAll('-', '').slice(-10) }] },
          { sub_type: 'url', index: '1', parameters: [{ text: 'q7' }] },
        ],
      },
    })
    story.runtime.clock.advance(30 * DAY)
    expect(await composed()).toBeNull()
  })
})

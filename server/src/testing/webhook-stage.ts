import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { type Channel, getChannel } from '../channels/index.ts'
import { resolveContact } from '../contacts/index.ts'
import { type Context, newId, type Runtime, withTransaction } from '../platform/index.ts'
import { createSource } from '../signup/index.ts'
import { createTestBusiness } from './business.ts'
import type { Target } from './webhook-target.ts'

const PEOPLE = 50
const MESSAGES = 50
const TEMPLATE_ID = '1689556908123456'

/** A business whose channel takes in whatever comes. */
export interface WebhookStage {
  ctx: Context
  channel: Channel
  topicId: string
  /** What generated webhooks are to be about; messages and times are those of now. */
  target(): Promise<Target>
  /** The header that belongs to a body. */
  sign(payload: Buffer): string
}

/** Everything that webhooks can meet: people, a source, a template, messages that went out. The runtime must be wired. */
export async function createWebhookStage(runtime: Runtime): Promise<WebhookStage> {
  const { ctx, channelId, topics } = await createTestBusiness(runtime)
  const channel = await getChannel(ctx, channelId)
  const appSecret = 'test-secret'
  const topicId = topics.newsletter
  await createSource(ctx, {
    kind: 'keyword',
    name: 'Start',
    channelId,
    topicIds: [topicId],
    keyword: 'START',
  })
  await ctx.db
    .insertInto('template')
    .values({
      business_id: ctx.businessId,
      template_id: newId(),
      channel_id: channelId,
      name: 'neues',
      language: 'de',
      category: 'marketing',
      state: 'approved',
      content: JSON.stringify({
        body: 'Es gibt Neues.',
        footer: 'Abmelden mit STOP',
        buttons: [],
        samples: {},
      }),
      quality: 'GREEN',
      meta_id: TEMPLATE_ID,
      created_at: runtime.clock.now(),
      updated_at: runtime.clock.now(),
    })
    .execute()
  const phones = Array.from({ length: PEOPLE }, (_, index) => String(4915112345600 + index))
  return {
    ctx,
    channel,
    topicId,
    async target() {
      const messageIds: string[] = []
      for (let index = 0; index < MESSAGES; index++)
        messageIds.push(await sendTo(ctx, channelId, `+${phones[index % phones.length]}`))
      const { phoneNumberId, wabaId, displayPhoneNumber } = channel
      return {
        phoneNumberId,
        wabaId,
        displayPhoneNumber,
        appSecret,
        phones,
        messageIds,
        templateId: TEMPLATE_ID,
        now: runtime.clock.now(),
      }
    },
    sign: (payload) => `sha256=${createHmac('sha256', appSecret).update(payload).digest('hex')}`,
  }
}

/** A message that was handed to Meta, and of which nothing has been heard since. @returns its id */
async function sendTo(ctx: Context, channelId: string, phone: string): Promise<string> {
  return withTransaction(ctx, async (tx) => {
    const { contactId } = await resolveContact(tx, { phone })
    const now = tx.clock.now()
    const messageId = newId(now)
    await sql`
      insert into message (business_id, month, message_id, contact_id, channel_id, category, kind, state, attempts, created_at)
      values (${tx.businessId}, ${`${now.toISOString().slice(0, 7)}-01`}::date, ${messageId}, ${contactId}, ${channelId}, 'utility',
        'template', 'unknown', 1, ${now})`.execute(tx.db)
    return messageId
  })
}

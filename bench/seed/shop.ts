import { createBusiness } from '../../server/src/businesses/index.ts'
import { saveChannel } from '../../server/src/channels/index.ts'
import { type Context, createContext, DAY, newId, type Runtime } from '../../server/src/platform/index.ts'

/** A business with one channel, one topic and one approved template with a first name in it. */
export interface Shop {
  businessId: string
  channelId: string
  topicId: string
  templateId: string
}

export const PHONE_NUMBER_ID = '106540352242922'
export const APP_SECRET = 'bench-app-secret'

/** @param throughput messages per second that the channel may send */
export async function seedShop(runtime: Runtime, throughput: number): Promise<Shop> {
  const operator = createContext(runtime, '', { kind: 'operator', accountId: 'bench' })
  const { id: businessId } = await createBusiness(operator, {
    slug: 'blatt',
    name: 'Blatt',
    legalName: 'Blatt GmbH',
    privacyUrl: 'https://blatt.example/privacy',
  })
  const ctx = shopContext(runtime, businessId)
  const { id: channelId } = await saveChannel(ctx, {
    name: 'Shop',
    phoneNumberId: PHONE_NUMBER_ID,
    wabaId: '102290129340398',
    displayPhoneNumber: '+49 30 123456',
    verifiedName: 'Blatt',
    accessToken: 'bench-access-token',
    appSecret: APP_SECRET,
    verifyToken: 'bench-verify-token',
  })
  const now = runtime.clock.now()
  // A number that has been in use for long: no messaging limit, nothing to warm up.
  await ctx.db
    .updateTable('channel')
    .set({
      messaging_limit: null,
      throughput,
      quality: 'GREEN',
      live_at: now,
      created_at: new Date(now.getTime() - 365 * DAY),
    })
    .where('business_id', '=', businessId)
    .execute()
  await ctx.db.updateTable('business').set({ state: 'live' }).where('business_id', '=', businessId).execute()
  const topicId = newId()
  await ctx.db
    .insertInto('topic')
    .values({
      business_id: businessId,
      topic_id: topicId,
      key: 'news',
      name: '{"de":"Neues","en":"News"}',
      description: '{"de":"","en":""}',
      created_at: now,
    })
    .execute()
  const templateId = newId()
  await ctx.db
    .insertInto('template')
    .values({
      business_id: businessId,
      template_id: templateId,
      channel_id: channelId,
      name: 'neues',
      language: 'de',
      category: 'marketing',
      state: 'approved',
      content: JSON.stringify({
        body: 'Hallo {{vorname}}, bis Sonntag gibt es zwanzig Prozent auf alles. Viel Spaß!',
        footer: 'Abmelden mit STOP',
        buttons: [{ kind: 'quick_reply', text: 'Abmelden', optOut: true }],
        samples: { vorname: 'Mia' },
      }),
      quality: 'GREEN',
      meta_id: '1689556908129832',
      created_at: now,
      updated_at: now,
    })
    .execute()
  return { businessId, channelId, topicId, templateId }
}

/** The verbs' context inside the shop, as the owner of the tables, who may load them without asking foreign keys. */
export function shopContext(runtime: Runtime, businessId: string): Context {
  return { ...createContext(runtime, businessId, { kind: 'system', job: 'bench' }), db: runtime.db }
}

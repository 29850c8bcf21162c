import { candidatesOf } from '../../bench/seed/candidates.ts'
import { nameOf, phoneOf, seedPeople } from '../../bench/seed/people.ts'
import { setPolicy } from '../../bench/seed/queue.ts'
import { shopContext } from '../../bench/seed/shop.ts'
import { createBusiness } from '../../server/src/businesses/index.ts'
import { saveChannel } from '../../server/src/channels/index.ts'
import { freezeAudience } from '../../server/src/dispatch/index.ts'
import { createContext, DAY, newId, type Runtime, withTransaction } from '../../server/src/platform/index.ts'
import type { Simulator } from './simulator.ts'

/** The crowd of the simulator has numbers one after the other; people seeded by index have the same ones from here on. */
const FIRST_INDEX = 10_000_001

const SECRETS = { token: 'sim-token', appSecret: 'sim-secret', verifyToken: 'sim-verify' }

export interface SeededChannel {
  channelId: string
  phoneNumberId: string
  wabaId: string
  topicId: string
  templateIds: string[]
  /** Index of the first person and how many there are; the simulator calls them `crowd-<n>`. */
  first: number
  people: number
}

export interface SeededShop {
  businessId: string
  channels: SeededChannel[]
}

export interface ShopWish {
  channels: number
  peoplePerChannel: number
  /** Templates per channel, a campaign each. */
  campaignsPerChannel: number
  /** STANDARD is 80, HIGH 1,000 messages a second. */
  throughput: 'STANDARD' | 'HIGH'
}

/** A business with several numbers on the simulator, and people with a confirmed consent each who are on WhatsApp, too. */
export async function seedInstallation(
  runtime: Runtime,
  simulator: Simulator,
  callbackUrl: string,
  wish: ShopWish,
): Promise<SeededShop> {
  const numbers = Array.from({ length: wish.channels }, (_, n) => ({
    id: String(106_540_352_242_900 + n),
    displayPhoneNumber: `+49 30 12345${n}`,
    verifiedName: 'Blatt',
    limit: 'TIER_UNLIMITED',
    throughput: wish.throughput,
  }))
  const wabaOf = (n: number) => String(102_290_129_340_300 + n)
  const templateNames = Array.from({ length: wish.campaignsPerChannel }, (_, n) => `neues_${n + 1}`)
  await simulator.call('POST', '/sim/setup', {
    ...SECRETS,
    callbackUrl,
    wabas: numbers.map((number, n) => ({
      id: wabaOf(n),
      name: 'Blatt',
      numbers: [number],
      templates: templateNames.map((name, at) =>
        metaTemplate(name, String(1_689_556_908_000 + n * 100 + at)),
      ),
    })),
  })

  const operator = createContext(runtime, '', { kind: 'operator', accountId: 'torture' })
  const { id: businessId } = await createBusiness(operator, {
    slug: 'blatt',
    name: 'Blatt',
    legalName: 'Blatt GmbH',
    privacyUrl: 'https://blatt.example/privacy',
  })
  const ctx = shopContext(runtime, businessId)
  await setPolicy(ctx, { often: true, quietHours: false })
  const now = runtime.clock.now()
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
  const channels: SeededChannel[] = []
  for (const [n, number] of numbers.entries()) {
    const { id: channelId } = await saveChannel(ctx, {
      name: `Shop ${n + 1}`,
      phoneNumberId: number.id,
      wabaId: wabaOf(n),
      displayPhoneNumber: number.displayPhoneNumber,
      verifiedName: 'Blatt',
      accessToken: SECRETS.token,
      appSecret: SECRETS.appSecret,
      verifyToken: SECRETS.verifyToken,
    })
    const templateIds: string[] = []
    for (const [at, name] of templateNames.entries()) {
      const templateId = newId()
      templateIds.push(templateId)
      await ctx.db
        .insertInto('template')
        .values({
          business_id: businessId,
          template_id: templateId,
          channel_id: channelId,
          name,
          language: 'de',
          category: 'marketing',
          state: 'approved',
          content: JSON.stringify({
            body: 'Hallo {{vorname}}, es gibt Neues bei uns.',
            footer: 'Abmelden mit STOP',
            buttons: [],
            samples: { vorname: 'Mia' },
          }),
          quality: 'GREEN',
          meta_id: String(1_689_556_908_000 + n * 100 + at),
          created_at: now,
          updated_at: now,
        })
        .execute()
    }
    const first = n * wish.peoplePerChannel
    await simulator.call('POST', '/sim/crowd', { count: wish.peoplePerChannel, phoneNumberId: number.id })
    const shop = { businessId, channelId, topicId, templateId: templateIds[0] ?? '' }
    await seedPeople(ctx, shop, wish.peoplePerChannel, FIRST_INDEX + first)
    const { id: phoneNumberId } = number
    const people = wish.peoplePerChannel
    channels.push({ channelId, phoneNumberId, wabaId: wabaOf(n), topicId, templateIds, first, people })
  }
  // A number that has been in use for long: no messaging limit, nothing to warm up.
  await ctx.db
    .updateTable('channel')
    .set({
      messaging_limit: null,
      throughput: wish.throughput === 'HIGH' ? 1_000 : 80,
      quality: 'GREEN',
      live_at: now,
      created_at: new Date(now.getTime() - 365 * DAY),
    })
    .where('business_id', '=', businessId)
    .execute()
  await ctx.db.updateTable('business').set({ state: 'live' }).where('business_id', '=', businessId).execute()
  return { businessId, channels }
}

function metaTemplate(name: string, id: string) {
  return {
    id,
    name,
    language: 'de',
    category: 'MARKETING',
    parameter_format: 'named',
    components: [
      {
        type: 'BODY',
        text: 'Hallo {{vorname}}, es gibt Neues bei uns.',
        example: { body_text_named_params: [{ param_name: 'vorname', example: 'Mia' }] },
      },
      { type: 'FOOTER', text: 'Abmelden mit STOP' },
    ],
    status: 'APPROVED',
  }
}

/** A running campaign per template to everybody of its channel, frozen by the application's own code; nothing pauses it. */
export async function seedCampaigns(runtime: Runtime, { businessId, channels }: SeededShop): Promise<number> {
  const ctx = shopContext(runtime, businessId)
  let messages = 0
  for (const { channelId, topicId, templateIds } of channels) {
    for (const templateId of templateIds) {
      const campaignId = newId()
      const now = runtime.clock.now()
      await withTransaction(ctx, async (tx) => {
        await tx.db
          .insertInto('campaign')
          .values({
            business_id: businessId,
            campaign_id: campaignId,
            name: 'Neues',
            channel_id: channelId,
            topic_id: topicId,
            template_id: templateId,
            variables: JSON.stringify({ vorname: { from: 'first_name', fallback: 'du' } }),
            state: 'running',
            breaker: '{"on":false}',
            created_at: now,
            updated_at: now,
            launched_at: now,
          })
          .execute()
        const frozen = await freezeAudience(tx, {
          campaignId,
          channelId,
          topicId,
          templateId,
          candidates: candidatesOf(businessId, channelId),
        })
        await tx.db
          .updateTable('campaign')
          .set({ candidates: frozen.messages + frozen.exclusions })
          .where('campaign_id', '=', campaignId)
          .where('business_id', '=', businessId)
          .execute()
        messages += frozen.messages
      })
    }
  }
  return messages
}

/** Name, number and id in the simulator of the person with this place in the whole crowd, from 0. */
export function personAt(place: number): { id: string; phone: string; name: string } {
  const index = FIRST_INDEX + place
  return { id: `crowd-${place + 1}`, phone: phoneOf(index), name: nameOf(index) }
}

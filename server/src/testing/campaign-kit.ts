import { businessCreated, createBusiness } from '../businesses/index.ts'
import type { Campaign } from '../campaigns/campaign.ts'
import { runCampaignWithhold } from '../campaigns/cancel-job.ts'
import { runCampaignFreeze } from '../campaigns/freeze-job.ts'
import {
  campaignTickJob,
  freezeCampaignJob,
  startCampaignJob,
  withholdCampaignJob,
} from '../campaigns/jobs.ts'
import { onMessagesChanged } from '../campaigns/react.ts'
import { createCampaign } from '../campaigns/save.ts'
import { runCampaignStart, runCampaignTick } from '../campaigns/schedule.ts'
import { saveChannel } from '../channels/index.ts'
import { resolveContact } from '../contacts/index.ts'
import { seedRates } from '../costs/index.ts'
import { messagesChanged } from '../dispatch/index.ts'
import type { Role } from '../platform/actor.ts'
import { createContext, newId, withTransaction } from '../platform/index.ts'
import { makeLive } from './live.ts'
import { createTestRuntime } from './runtime.ts'

const CONTENT = {
  body: 'Hallo {{first_name}}, heute gibt es {{discount}} bei Blatt & Blüte.',
  footer: 'Abmelden jederzeit mit STOP',
  buttons: [{ kind: 'quick_reply', text: 'Abmelden', optOut: true }],
  samples: { first_name: 'Mia', discount: '20 Prozent' },
}
const VARIABLES = {
  first_name: { from: 'first_name', fallback: 'du' },
  discount: { from: 'fixed', value: '10 Prozent' },
} as const

export type CampaignKit = Awaited<ReturnType<typeof startCampaignKit>>

/**
 * A business with a channel, a topic, an approved template, a segment and six people: three said yes, one is pending,
 * one withdrew, one was never asked. Another business has nothing. Without a dispatcher: what is queued stays queued.
 */
export async function startCampaignKit() {
  const runtime = await createTestRuntime()
  const now = () => runtime.clock.now()
  const people = new Map<string, string>()
  runtime.hooks.on(businessCreated, seedRates)
  runtime.hooks.on(messagesChanged, onMessagesChanged)
  runtime.jobs.on(startCampaignJob, runCampaignStart)
  runtime.jobs.on(campaignTickJob, runCampaignTick)
  runtime.jobs.on(freezeCampaignJob, runCampaignFreeze)
  runtime.jobs.on(withholdCampaignJob, runCampaignWithhold)
  await runtime.jobs.prepare()
  await runtime.jobs.drain(runtime)
  const operator = createContext(runtime, '', { kind: 'operator', accountId: 'o' })
  const business = (
    await createBusiness(operator, { slug: 'blatt', name: 'Blatt & Blüte', legalName: 'Blatt GmbH' })
  ).id
  const other = (await createBusiness(operator, { slug: 'other', name: 'Other', legalName: 'Other GmbH' })).id
  const as = (role: Role = 'marketer', businessId = business) =>
    createContext(runtime, businessId, { kind: 'member', memberId: newId(), role })
  const channel = (
    await saveChannel(as('owner'), {
      name: 'Shop',
      phoneNumberId: '106540352242922',
      wabaId: '102290129340398',
      displayPhoneNumber: '+49 30 123456',
      verifiedName: 'Blatt',
      accessToken: 't',
      appSecret: 's',
      verifyToken: 'v',
    })
  ).id
  await makeLive(as())
  const topic = newId()
  const template = newId()
  const segment = newId()
  await runtime.db
    .insertInto('topic')
    .values({
      business_id: business,
      topic_id: topic,
      key: 'news',
      name: '{}',
      description: '{}',
      position: 0,
      created_at: now(),
    })
    .execute()
  await runtime.db
    .insertInto('template')
    .values({
      business_id: business,
      template_id: template,
      channel_id: channel,
      name: 'herbst',
      language: 'de',
      category: 'marketing',
      state: 'approved',
      quality: 'UNKNOWN',
      content: JSON.stringify(CONTENT),
      meta_id: '1',
      created_at: now(),
      updated_at: now(),
    })
    .execute()
  await runtime.db
    .insertInto('segment')
    .values({
      business_id: business,
      segment_id: segment,
      name: 'Österreich',
      created_at: now(),
      updated_at: now(),
      rules: JSON.stringify({
        match: 'all',
        groups: [{ match: 'all', rules: [{ field: 'country', op: 'is', value: 'AT' }] }],
      }),
    })
    .execute()
  const rows = [
    ['Anna', '+4915112345671', 'confirmed'],
    ['Ben', '+4366412345672', 'confirmed'],
    ['=Cmd', '+4915112345673', 'confirmed'],
    ['Dora', '+4915112345674', 'pending'],
    ['Emil', '+4915112345675', 'withdrawn'],
    ['Fay', '+4915112345676', null],
  ] as const
  for (const [name, phone, state] of rows) {
    const { contactId } = await withTransaction(as(), (tx) => resolveContact(tx, { name, phone }))
    people.set(name, contactId)
    if (!state) continue
    await runtime.db
      .insertInto('consent')
      .values({
        business_id: business,
        contact_id: contactId,
        channel_id: channel,
        topic_id: topic,
        state,
        state_at: now(),
        updated_at: now(),
      })
      .execute()
  }

  return {
    runtime,
    business,
    other,
    channel,
    topic,
    template,
    segment,
    /** Contact ids by name. */
    people,
    as,
    now,
    draft: (extra: object = {}): Promise<Campaign> =>
      createCampaign(as(), {
        name: 'Herbst',
        channelId: channel,
        topicId: topic,
        templateId: template,
        variables: VARIABLES,
        ...extra,
      }),
    messagesOf: (campaignId: string) =>
      runtime.db.selectFrom('message').selectAll().where('campaign_id', '=', campaignId).execute(),
    /** As if everything queued had gone and come back. */
    settle: async (campaignId: string, state: 'delivered' | 'read' | 'failed') => {
      await runtime.db.deleteFrom('message_queue').where('campaign_id', '=', campaignId).execute()
      await runtime.db
        .updateTable('message')
        .set({
          state,
          accepted_at: now(),
          delivered_at: now(),
          cost: '0.1131',
          ...(state === 'failed' ? { error_code: 131026 } : {}),
        })
        .where('campaign_id', '=', campaignId)
        .where('state', '=', 'queued')
        .execute()
    },
  }
}

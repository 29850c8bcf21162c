import { sql } from 'kysely'
import { startSimulator } from '../../../simulator/src/index.ts'
import { createBusiness } from '../businesses/index.ts'
import { saveChannel } from '../channels/index.ts'
import { noteMarketing, resolveContact } from '../contacts/index.ts'
import { freezeAudience, marketingAccepted } from '../dispatch/index.ts'
import { type Context, createContext, newId, withTransaction } from '../platform/index.ts'
import { createTestRuntime, type TestRuntime } from './runtime.ts'

// A business with one channel on a simulated WhatsApp, for the tests of dispatch and intake.

export const SETUP = { token: 'sim-token', appSecret: 'sim-secret', verifyToken: 'sim-verify' }
export const WABA = '102290129340398'
export const NUMBER = '106540352242922'

export interface Story {
  runtime: TestRuntime
  ctx: Context
  businessId: string
  channelId: string
  topicId: string
  templateId: string
  /** Calls the simulator's control API. */
  sim<T>(method: string, path: string, body?: unknown): Promise<T>
  /** Every message request that reached the simulator, in order. */
  requests(): Promise<SimRequest[]>
  /** A contact whose consent is in the given state; also a person in the simulator. */
  person(options?: {
    state?: string
    name?: string
  }): Promise<{ contactId: string; personId: string; phone: string }>
  /** A running campaign to these contacts. */
  campaign(
    contactIds: readonly string[],
    firstShare?: number | null,
  ): Promise<{ campaignId: string; messages: number; exclusions: number }>
  /** Tells the simulator where its webhooks go. */
  callback(url: string): Promise<void>
  /** From now on whoever writes START is asked for the topic. */
  keyword(): Promise<void>
  /** Messages as they stand. */
  states(campaignId?: string): Promise<Record<string, number>>
  close(): Promise<void>
}

export interface SimRequest {
  at: string
  to: string
  messageId: string
  status: number
}

interface LogEntry {
  seq: number
  at: string
  path?: string
  status?: number
  body?: { to?: string; type?: string; biz_opaque_callback_data?: string }
}

interface Options {
  dials?: Record<string, unknown>
  /** The defaults of a new business; otherwise marketing goes at any hour, because tests move their clock about. */
  quietHours?: boolean
  /** Settings of the installation beside the simulator's address. */
  env?: Record<string, string>
}

export async function startStory(options: Options = {}): Promise<Story> {
  const simulator = await startSimulator({
    host: '127.0.0.1',
    port: 0,
    seed: 'dispatch',
    dials: { latencyMs: [0, 0], deliverMs: [1, 5], readMs: [1, 5], templateDelayMs: 1, ...options.dials },
  })
  const sim = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(simulator.url + path, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`)
    return answer as T
  }
  const number = { id: NUMBER, displayPhoneNumber: '+49 30 123456', verifiedName: 'Blatt' }
  const wabas = [{ id: WABA, name: 'Blatt', numbers: [number] }]
  const callback = async (callbackUrl: string): Promise<void> => {
    await sim('POST', '/sim/setup', { ...SETUP, callbackUrl, wabas })
    const headers = { authorization: `Bearer ${SETUP.token}` }
    await fetch(`${simulator.url}/v25.0/${WABA}/subscribed_apps`, { method: 'POST', headers })
  }
  await callback('http://127.0.0.1:9/nobody-listens')
  await sim('PATCH', `/sim/numbers/${NUMBER}`, { limit: 'TIER_UNLIMITED', throughput: 'HIGH' })
  const template = {
    name: 'neues',
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
  }
  const made = await fetch(`${simulator.url}/v25.0/${WABA}/message_templates`, {
    method: 'POST',
    body: JSON.stringify(template),
    headers: { authorization: `Bearer ${SETUP.token}`, 'content-type': 'application/json' },
  })
  const { id: metaId } = (await made.json()) as { id: string }

  const runtime = await createTestRuntime({ ...options.env, GRAPH_BASE_URL: simulator.url })
  runtime.hooks.on(marketingAccepted, noteMarketing)
  const operator = createContext(runtime, '', { kind: 'operator', accountId: 'test' })
  const business = await createBusiness(operator, {
    slug: 'blatt',
    name: 'Blatt',
    legalName: 'Blatt GmbH',
    privacyUrl: 'https://blatt.example/privacy',
  })
  const ctx = createContext(runtime, business.id, { kind: 'system', job: 'test' })
  const { id: channelId } = await saveChannel(ctx, {
    name: 'Shop',
    phoneNumberId: NUMBER,
    wabaId: WABA,
    displayPhoneNumber: '+49 30 123456',
    verifiedName: 'Blatt',
    accessToken: SETUP.token,
    appSecret: SETUP.appSecret,
    verifyToken: SETUP.verifyToken,
  })
  await ctx.db
    .updateTable('channel')
    .set({ messaging_limit: null, throughput: 1000, live_at: runtime.clock.now() })
    .execute()
  await ctx.db.updateTable('business').set({ state: 'live' }).execute()
  const topicId = newId()
  const now = runtime.clock.now()
  if (!options.quietHours) {
    await sql`insert into sending_policy (business_id, marketing_per_7_days, marketing_per_30_days, quiet_hours, reason, updated_at)
      values (${business.id}, 1, 3, false, 'Tests run at any hour.', ${now})`.execute(ctx.db)
  }
  await ctx.db
    .insertInto('topic')
    .values({
      business_id: business.id,
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
      business_id: business.id,
      template_id: templateId,
      channel_id: channelId,
      name: 'neues',
      language: 'de',
      category: 'marketing',
      state: 'approved',
      content: JSON.stringify({
        body: 'Hallo {{vorname}}, es gibt Neues bei uns.',
        footer: 'Abmelden mit STOP',
        buttons: [],
        samples: { vorname: 'Mia' },
      }),
      quality: 'UNKNOWN',
      meta_id: metaId,
      created_at: now,
      updated_at: now,
    })
    .execute()
  let people = 0

  return {
    runtime,
    ctx,
    businessId: business.id,
    channelId,
    topicId,
    templateId,
    sim,
    callback,
    async requests() {
      const found: SimRequest[] = []
      let after = 0
      for (;;) {
        const { entries, next } = await sim<{ entries: LogEntry[]; next: number }>(
          'GET',
          `/sim/log?kind=request&limit=1000&after=${after}`,
        )
        for (const { path, body, at, status } of entries) {
          if (!path?.endsWith('/messages') || !body?.biz_opaque_callback_data) continue
          found.push({
            at,
            to: body.to ?? '',
            messageId: body.biz_opaque_callback_data.split('.')[1] ?? '',
            status: status ?? 0,
          })
        }
        if (entries.length === 0 || next <= after) return found
        after = next
      }
    },
    async person({ state = 'confirmed', name = 'Anna Muster' } = {}) {
      const phone = `+4915110${String(100_000 + people++).padStart(6, '0')}`
      const { id: personId } = await sim<{ id: string }>('POST', '/sim/people', { name, phone })
      const { contactId } = await withTransaction(ctx, (tx) => resolveContact(tx, { phone, name }))
      if (state !== 'none') {
        const at = runtime.clock.now()
        await ctx.db
          .insertInto('consent')
          .values({
            business_id: business.id,
            contact_id: contactId,
            channel_id: channelId,
            topic_id: topicId,
            state: 'confirmed',
            state_at: at,
            updated_at: at,
          })
          .execute()
        await sql`update consent set state = ${state} where contact_id = ${contactId}`.execute(ctx.db)
      }
      return { contactId, personId, phone }
    },
    async campaign(contactIds, firstShare = null) {
      const campaignId = newId()
      await ctx.db
        .insertInto('campaign')
        .values({
          business_id: business.id,
          campaign_id: campaignId,
          name: 'Neues',
          channel_id: channelId,
          topic_id: topicId,
          template_id: templateId,
          variables: JSON.stringify({ vorname: { from: 'first_name', fallback: 'du' } }),
          state: 'running',
          created_at: runtime.clock.now(),
          updated_at: runtime.clock.now(),
        })
        .execute()
      const candidates = sql`select c.contact_id, c.country from contact c
        where c.business_id = ${business.id} and c.contact_id = any(${[...contactIds]}::uuid[])`
      const frozen = await withTransaction(ctx, (tx) =>
        freezeAudience(tx, { campaignId, channelId, topicId, templateId, candidates, firstShare }),
      )
      return { campaignId, ...frozen }
    },
    async keyword() {
      await ctx.db
        .insertInto('wording')
        .values({
          business_id: business.id,
          wording_id: newId(),
          topic_id: topicId,
          language: 'de',
          version: 1,
          body: 'Möchtest du Neues von Blatt?',
          hash: '0'.repeat(64),
          published_at: now,
        })
        .execute()
      await ctx.db
        .insertInto('source')
        .values({
          business_id: business.id,
          source_id: newId(),
          public_id: 'blatt.START',
          code: 'ABC234',
          kind: 'keyword',
          name: 'Start',
          channel_id: channelId,
          topic_ids: [topicId],
          keyword: 'START',
          created_at: now,
        })
        .execute()
    },
    async states(campaignId) {
      const { rows } = await sql<{ state: string; count: number }>`
        select state, count(*)::int as count from message where business_id = ${business.id}
          and (${campaignId ?? null}::uuid is null or campaign_id = ${campaignId ?? null}::uuid) group by state`.execute(
        ctx.db,
      )
      return Object.fromEntries(rows.map((row) => [row.state, row.count]))
    },
    async close() {
      await simulator.close()
      await runtime.close()
    },
  }
}

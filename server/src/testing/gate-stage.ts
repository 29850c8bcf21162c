import { sql } from 'kysely'
import { seedRates } from '../costs/index.ts'
import type { Kind } from '../dispatch/kinds.ts'
import { type Context, DAY, HOUR, newId, withTransaction } from '../platform/index.ts'
import { type Story, startStory } from './story.ts'

/** Everything the gate looks at, for one candidate. */
export interface Facts {
  kind: Kind
  category: 'marketing' | 'utility' | 'service'
  consent:
    | 'none'
    | 'requested'
    | 'pending'
    | 'confirmed'
    | 'refused'
    | 'withdrawn'
    | 'expired'
    | 'suspended'
    | 'superseded'
    | 'invalidated'
    | 'erased'
  /** Days since the consent came into its state. */
  saidYes: number
  erased: boolean
  restricted: boolean
  suppression: 'none' | 'active' | 'lifted'
  meta: 'none' | 'stop' | 'resume'
  hold: boolean
  /** Until tomorrow, by the person's own wish. */
  paused: boolean
  /** Something of theirs was received, and not processed yet. */
  justWrote: boolean
  /** Earlier marketing: age in hours, outcome, whether it was a test. */
  earlier: {
    hours: number
    state: 'accepted' | 'delivered' | 'unknown' | 'failed' | 'withheld'
    test: boolean
  }[]
  /** Hours since the person wrote; null: never. */
  wrote: number | null
  /** Of the person; null: nobody knows, so the business's own (DE). Poland is blocked by WhatsApp here. */
  country: 'DE' | 'BR' | 'US' | 'PL' | null
  template: 'none' | 'approved' | 'paused' | 'gone' | 'utility' | 'red'
  /** `full`: the messaging limit is used up; `new`: the first day's marketing is; `resting`: marketing waits for a person; `waiting`: it never went live. */
  channel: 'connected' | 'restricted' | 'disconnected' | 'full' | 'new' | 'resting' | 'waiting'
  /** `rich` and `broke` have a budget. */
  campaign: 'none' | 'running' | 'rich' | 'paused' | 'broke'
}

/** Somebody who may get the message: nothing stands in the way. */
export const OPEN: Facts = {
  kind: 'campaign',
  category: 'marketing',
  consent: 'confirmed',
  saidYes: 1,
  erased: false,
  restricted: false,
  suppression: 'none',
  meta: 'none',
  hold: false,
  paused: false,
  justWrote: false,
  earlier: [],
  wrote: null,
  country: 'DE',
  template: 'approved',
  channel: 'connected',
  campaign: 'running',
}

export interface Candidate {
  contact_id: string
  message_id: string
  channel_id: string
  template_id: string | null
  campaign_id: string | null
  category: string
  kind: string
}

const CHANNELS = {
  connected: { state: 'connected', limit: null },
  restricted: { state: 'restricted', limit: null },
  disconnected: { state: 'disconnected', limit: null },
  // 90 % of a limit of two people is one person.
  full: { state: 'connected', limit: 2 },
  new: { state: 'connected', limit: 2000 },
  resting: { state: 'connected', limit: null },
  waiting: { state: 'connected', limit: null },
} as const
const TEMPLATES = ['approved', 'paused', 'gone', 'utility', 'red'] as const
const BUDGETS = { running: null, paused: null, rich: 1_000_000, broke: 0 } as const

/** A business with one of everything that the gate tells apart, at noon of a working day. */
export class GateStage {
  readonly story: Story
  readonly #templates = new Map<string, string>()
  readonly #channels = new Map<string, string>()
  readonly #campaigns = new Map<string, string>()

  private constructor(story: Story) {
    this.story = story
  }

  static async open(): Promise<GateStage> {
    const stage = new GateStage(await startStory({ quietHours: true }))
    const { ctx } = stage
    await withTransaction(ctx, seedRates)
    for (const name of TEMPLATES) await stage.#addTemplate(name)
    for (const name of Object.keys(CHANNELS)) await stage.#addChannel(name as keyof typeof CHANNELS)
    for (const name of Object.keys(BUDGETS)) await stage.#addCampaign(name as keyof typeof BUDGETS)
    const { businessId, now } = stage
    await sql`insert into channel_reach (business_id, channel_id, at, people, marketing)
      values (${businessId}, ${stage.#channels.get('new')}, ${new Date(now.getTime() - HOUR)}, 50, 50)`.execute(
      ctx.db,
    )
    await sql`insert into marketing_hold (business_id, channel_id, reason, since)
      values (${businessId}, ${stage.#channels.get('resting')}, 'quality', ${now})`.execute(ctx.db)
    await sql`insert into country_block (business_id, waba_id, country, since)
      select distinct business_id, waba_id, 'PL', ${now}::timestamptz from channel where business_id = ${businessId}`.execute(
      ctx.db,
    )
    return stage
  }

  get ctx(): Context {
    return this.story.ctx
  }
  get businessId(): string {
    return this.story.businessId
  }
  get topicId(): string {
    return this.story.topicId
  }
  get now(): Date {
    return this.story.runtime.clock.now()
  }

  close(): Promise<void> {
    return this.story.close()
  }

  /** The operator freezes the business, or lets it go on; or it is on trial, where what another number sent uses up its cap. */
  async become(state: 'live' | 'frozen' | 'trial'): Promise<void> {
    await sql`update business set state = ${state} where business_id = ${this.businessId}`.execute(
      this.ctx.db,
    )
  }

  /** Brings a person of these facts about, and gives the candidate row. */
  async arrange(f: Facts): Promise<Candidate> {
    const { contactId } = await this.story.person({ state: 'none' })
    const channelId = this.#channels.get(f.channel) ?? ''
    await this.#arrangeWill(contactId, channelId, f)
    await this.#arrangeHistory(contactId, f)
    return {
      contact_id: contactId,
      message_id: newId(this.now),
      channel_id: channelId,
      template_id: this.#templates.get(f.template) ?? null,
      campaign_id: this.#campaigns.get(f.campaign) ?? null,
      category: f.category,
      kind: f.kind,
    }
  }

  async #arrangeWill(contactId: string, channelId: string, f: Facts): Promise<void> {
    const { db } = this.ctx
    if (f.consent !== 'none') {
      await sql`insert into consent (business_id, contact_id, channel_id, topic_id, state, state_at, updated_at)
        values (${this.businessId}, ${contactId}, ${channelId}, ${this.topicId}, ${f.consent}, ${this.#ago(f.saidYes * DAY)}, now())`.execute(
        db,
      )
    }
    if (f.paused)
      await sql`insert into marketing_pause (business_id, contact_id, since, until)
        values (${this.businessId}, ${contactId}, ${this.now}, ${this.#ago(-DAY)})`.execute(db)
    if (f.justWrote)
      await sql`insert into webhook_waiting (business_id, lane, received_at, update_key, month, person_digest, at)
        select business_id, 'person', ${this.now}, digest, ${`${this.now.toISOString().slice(0, 7)}-01`}::date, digest, ${this.now}
        from contact_identity where business_id = ${this.businessId} and contact_id = ${contactId} and kind = 'phone'`.execute(
        db,
      )
    // The consent that earlier messages of other channels went out with; they are no longer queued, so nothing asks for it.
    if (f.suppression !== 'none') {
      await sql`insert into suppression (business_id, kind, digest, reason, since, lifted_at)
        select business_id, kind, digest, 'test', now(), ${f.suppression === 'lifted' ? this.#ago(HOUR) : null} from contact_identity
        where business_id = ${this.businessId} and contact_id = ${contactId}`.execute(db)
    }
  }

  async #arrangeHistory(contactId: string, f: Facts): Promise<void> {
    const { db } = this.ctx
    const arrived = f.earlier
      .filter((m) => m.state === 'accepted' || m.state === 'delivered')
      .map((m) => m.hours)
    const noted = f.earlier.filter((m) => !m.test && (m.state === 'accepted' || m.state === 'delivered'))
    const times = noted
      .map((m) => this.#ago(m.hours * HOUR).toISOString())
      .sort()
      .reverse()
    await sql`update contact set country = ${f.country}, meta_preference = ${f.meta}, hold_reason = ${f.hold ? 'unclear_stop' : null},
      erased_at = ${f.erased ? this.now : null}, restricted_at = ${f.restricted ? this.now : null},
      last_inbound_at = ${f.wrote === null ? null : this.#ago(f.wrote * HOUR)} where contact_id = ${contactId}`.execute(
      db,
    )
    if (arrived.length > 0)
      await sql`insert into contact_marketing (business_id, contact_id, last_at, times)
        values (${this.businessId}, ${contactId}, ${this.#ago(Math.min(...arrived) * HOUR)}, ${times}::timestamptz[])`.execute(
        db,
      )
    for (const { hours, state, test } of f.earlier) {
      const at = this.#ago(hours * HOUR)
      const messageId = newId(at)
      const month = `${at.toISOString().slice(0, 7)}-01`
      await sql`insert into message (business_id, month, message_id, contact_id, channel_id, topic_id, category, kind, state, created_at, sending_at)
        values (${this.businessId}, ${month}::date, ${messageId}, ${contactId}, ${this.story.channelId}, ${this.topicId}, 'marketing',
          ${test ? 'test' : 'campaign'}, ${state}, ${at}, ${at})`.execute(db)
      if (state !== 'unknown') continue
      // In doubt, but so long ago that no channel counts it among the people it is reaching right now.
      await sql`insert into message_queue (business_id, month, message_id, contact_id, channel_id, priority, not_before, epoch, claimed_at)
        values (${this.businessId}, ${month}::date, ${messageId}, ${contactId}, ${this.story.channelId}, 9, ${at}, 1, ${at})`.execute(
        db,
      )
    }
  }

  async #addTemplate(name: (typeof TEMPLATES)[number]): Promise<void> {
    const id = newId()
    this.#templates.set(name, id)
    await sql`insert into template (business_id, template_id, channel_id, name, language, category, state, quality, content, created_at, updated_at)
      select business_id, ${id}, channel_id, ${`t_${name}`}, language, ${name === 'utility' ? 'utility' : 'marketing'},
        ${name === 'paused' ? 'paused' : name === 'gone' ? 'deleted' : 'approved'}, ${name === 'red' ? 'RED' : 'GREEN'}, content, created_at, updated_at
      from template where template_id = ${this.story.templateId}`.execute(this.ctx.db)
  }

  async #addChannel(name: keyof typeof CHANNELS): Promise<void> {
    const id = newId()
    const { state, limit } = CHANNELS[name]
    await sql`insert into channel (business_id, channel_id, name, phone_number_id, waba_id, display_phone_number, verified_name,
        credentials_sealed, state, messaging_limit, live_at, created_at, updated_at)
      select business_id, ${id}, name, ${`9${this.#channels.size}`}, waba_id, display_phone_number, verified_name, credentials_sealed,
        ${state}, ${limit}, ${name === 'waiting' ? null : this.now}::timestamptz, created_at, updated_at from channel where channel_id = ${this.story.channelId}`.execute(
      this.ctx.db,
    )
    this.#channels.set(name, id)
  }

  async #addCampaign(name: keyof typeof BUDGETS): Promise<void> {
    const id = newId()
    this.#campaigns.set(name, id)
    const { businessId, topicId } = this
    const { channelId, templateId } = this.story
    await sql`insert into campaign (business_id, campaign_id, name, channel_id, topic_id, template_id, state, budget, created_at, updated_at)
      values (${businessId}, ${id}, ${name}, ${channelId}, ${topicId}, ${templateId}, ${name === 'paused' ? 'paused' : 'running'},
        ${BUDGETS[name]}, now(), now())`.execute(this.ctx.db)
  }

  #ago(ms: number): Date {
    return new Date(this.now.getTime() - ms)
  }
}

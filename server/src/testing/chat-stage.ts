import { sql } from 'kysely'
import {
  askAgain,
  consentWithdrawn,
  restOnNewKey,
  say,
  staffNeeded,
  withdraw,
  wordingInvalidated,
  wordingsEnd,
} from '../consent/index.ts'
import { suspendConsents, suspendOnIdentityChange } from '../consent/suspend.ts'
import { contactsAreOne, mergeRefuted, numberDoubted, resolveContact } from '../contacts/index.ts'
import { claim } from '../dispatch/claim.ts'
import { enqueueMessage, enqueueSaid, withholdForWordings, withholdQueued } from '../dispatch/index.ts'
import { takeLease } from '../dispatch/lease.ts'
import { storeInbound } from '../inbox/index.ts'
import { identityChanged, inboundMessage } from '../intake/index.ts'
import { processPersonUpdate } from '../intake/process-person.ts'
import { joinContacts, refuteMerge } from '../merge/index.ts'
import { HOUR, Hooks, ManualClock, Problem, SECOND, withTransaction } from '../platform/index.ts'
import { Signals } from '../platform/signal.ts'
import { createSource } from '../signup/index.ts'
import { onStaffNeeded, onWordingInvalidated } from '../standing/index.ts'
import { splitWebhook } from '../whatsapp/index.ts'
import { createTestBusiness, type TestBusiness } from './business.ts'
import { type Left, leaves, wamidOf } from './leaves.ts'
import {
  type Change,
  type IdentityChange,
  identityChange,
  marketingSwitch,
  newKey,
  type Part,
  type Phone,
  webhookOf,
  written,
} from './phone-webhooks.ts'
import { createTestRuntime, STARTS_AT, type TestRuntime } from './runtime.ts'

export type { Phone } from './phone-webhooks.ts'

/**
 * Phones on one side, a business on the other, and between them everything but the network: what a phone sends goes through the
 * reading of webhooks, the judging and the hooks of the application; what leaves goes through the queue and the gate's claim.
 */
export class ChatStage {
  readonly runtime: TestRuntime
  readonly business: TestBusiness
  /** Everything that left, in order. */
  readonly left: Left[] = []
  /** What the last message of a phone was taken for. */
  meaning: string | null = null
  #wamids = 0
  #people = 0

  private constructor(runtime: TestRuntime, business: TestBusiness) {
    this.runtime = runtime
    this.business = business
  }

  /** @param shared a runtime of the whole file: the stage gets a business, hooks and a clock of its own in its database */
  static async open(shared?: TestRuntime): Promise<ChatStage> {
    const runtime = shared ? apart(shared) : await createTestRuntime()
    const stage = new ChatStage(runtime, await createTestBusiness(runtime))
    const { hooks } = runtime
    hooks.on(say, enqueueSaid)
    hooks.on(consentWithdrawn, withholdQueued)
    hooks.on(wordingsEnd, withholdForWordings)
    hooks.on(wordingInvalidated, onWordingInvalidated)
    hooks.on(staffNeeded, onStaffNeeded)
    hooks.on(identityChanged, suspendOnIdentityChange)
    hooks.on(numberDoubted, suspendConsents)
    hooks.on(contactsAreOne, joinContacts)
    hooks.on(mergeRefuted, refuteMerge)
    hooks.on(inboundMessage, storeInbound)
    hooks.on(inboundMessage, askAgain)
    hooks.on(inboundMessage, restOnNewKey)
    hooks.on(inboundMessage, async (_tx, { meaning }) => {
      stage.meaning = meaning
    })
    await sql`insert into sending_policy (business_id, marketing_per_7_days, marketing_per_30_days, quiet_hours, reason, updated_at)
      values (${stage.business.businessId}, 1000, 1000, false, 'Tests run at any hour.', ${runtime.clock.now()})`.execute(
      runtime.db,
    )
    await stage.source('START', [stage.business.topics.newsletter])
    return stage
  }

  /** Not for a stage on a shared runtime: that is closed by whoever made it. */
  close(): Promise<void> {
    return this.runtime.close()
  }

  get now(): Date {
    return this.runtime.clock.now()
  }

  /** A keyword that asks for these topics. */
  async source(keyword: string, topicIds: string[]): Promise<void> {
    await createSource(this.business.ctx, {
      kind: 'keyword',
      name: keyword,
      keyword,
      channelId: this.business.channelId,
      topicIds,
    })
  }

  /** Somebody nobody knows yet. */
  phone(over: Partial<Phone> = {}): Phone {
    const number = ++this.#people
    return { name: 'Mia', phone: `+49151${30_000_000 + number}`, bsuid: `DE.${90_000 + number}`, ...over }
  }

  /** The contact behind a phone. */
  async contact({ phone, bsuid, parent }: Phone): Promise<string> {
    const { contactId } = await withTransaction(this.business.ctx, (tx) =>
      resolveContact(tx, { phone, bsuid, parentBsuid: parent ?? null }),
    )
    return contactId
  }

  /** Something arrives from a phone; a minute has passed. @returns what it was taken for */
  async sends(from: Phone, part: Part): Promise<string | null> {
    this.runtime.clock.advance(60 * SECOND)
    const { at = this.now, wamid = this.#wamid() } = part
    return this.#arrives(from, written(from, part, { wamid, at }))
  }

  /** WhatsApp tells that a person has a new number or id. */
  async changes(from: Phone, what: IdentityChange, to: Partial<Phone>, at?: Date): Promise<void> {
    this.runtime.clock.advance(60 * SECOND)
    await this.#arrives(from, identityChange(from, what, to, { wamid: this.#wamid(), at: at ?? this.now }))
  }

  /** WhatsApp tells that the chat has a new encryption key: a new phone, or somebody else. */
  async rekeys(from: Phone, at = this.now): Promise<void> {
    await this.#arrives(from, newKey(from, { wamid: this.#wamid(), at }))
  }

  /** WhatsApp's own switch for marketing. */
  async switches(from: Phone, value: 'stop' | 'resume', at = this.now): Promise<void> {
    await this.#arrives(from, marketingSwitch(from, value, at))
  }

  /** A person wants no marketing any more, and says so elsewhere than in the chat. */
  async withdraws(contactId: string): Promise<void> {
    const { ctx, channelId } = this.business
    await withTransaction(ctx, (tx) =>
      withdraw(tx, { contactId, channelId, topicId: null, at: this.now, how: 'test' }),
    )
  }

  /** Everything that waits goes through the gate; what passes leaves and is accepted. @returns what left */
  async pump(): Promise<Left[]> {
    const { ctx, channelId } = this.business
    const lease = await takeLease(ctx, channelId, 'stage')
    if (!lease) throw new Error('somebody else holds the channel')
    const gone: Left[] = []
    for (;;) {
      const claimed = await claim(ctx, lease, { messages: 50, initiated: 50 })
      const going = claimed.filter(({ state }) => state === 'sending')
      for (const message of going) gone.push(await leaves(ctx, message))
      if (claimed.length === 0) break
    }
    this.left.push(...gone)
    return gone
  }

  /** Tries to send marketing. @returns whether it left */
  async advertises(contactId: string, topicId = this.business.topics.newsletter): Promise<boolean> {
    if (!(await this.queues(contactId, topicId))) return false
    return (await this.pump()).some((each) => each.category === 'marketing' && each.contactId === contactId)
  }

  /** Puts marketing into the queue. @returns false when the database has no confirmed consent for it */
  async queues(contactId: string, topicId = this.business.topics.newsletter): Promise<boolean> {
    const { ctx, channelId } = this.business
    try {
      await withTransaction(ctx, (tx) =>
        enqueueMessage(tx, {
          contactId,
          channelId,
          topicId,
          kind: 'template',
          category: 'marketing',
          body: { type: 'text', text: { body: 'Neues' } },
        }),
      )
      return true
    } catch (error) {
      if (error instanceof Problem && ['consent_missing', 'not_found'].includes(error.code)) return false
      throw error
    }
  }

  /** The newest question that left to a contact. */
  question(contactId: string): { questionId: string; wamid: string; text: string } {
    const asked = this.left.findLast((each) => each.kind === 'question' && each.contactId === contactId)
    if (!asked) throw new Error('no question has left')
    const questionId = /doi:yes:([0-9a-f-]{36})/.exec(JSON.stringify(asked.body))?.[1] ?? ''
    return { questionId, wamid: wamidOf(asked.messageId), text: asked.body.interactive?.body.text ?? '' }
  }

  /** Taps a button of the newest question. */
  async answers(from: Phone, answer: 'yes' | 'no', over: Part = {}): Promise<string | null> {
    const { questionId, wamid } = this.question(await this.contact(from))
    return this.sends(from, {
      tap: { payload: `doi:${answer}:${questionId}`, caption: answer === 'yes' ? 'JA' : 'NEIN' },
      context: wamid,
      ...over,
    })
  }

  /** The whole double opt-in. @returns the contact */
  async optsIn(from: Phone, word = 'START'): Promise<string> {
    await this.sends(from, { text: word })
    await this.pump()
    await this.answers(from, 'yes')
    await this.pump()
    return this.contact(from)
  }

  async state(contactId: string, topicId = this.business.topics.newsletter): Promise<string> {
    const row = await this.runtime.db
      .selectFrom('consent')
      .select('state')
      .where('business_id', '=', this.business.businessId)
      .where('contact_id', '=', contactId)
      .where('topic_id', '=', topicId)
      .executeTakeFirst()
    return row?.state ?? 'none'
  }

  /** Whether an objection stands for any of the contact's identities. */
  async suppressed(contactId: string): Promise<boolean> {
    const { rows } = await sql`select 1 from contact_identity i join suppression u
      on u.business_id = i.business_id and u.kind = i.kind and u.digest = i.digest and u.lifted_at is null
      where i.business_id = ${this.business.businessId} and i.contact_id = ${contactId}`.execute(
      this.runtime.db,
    )
    return rows.length > 0
  }

  async hold(contactId: string): Promise<string | null> {
    const row = await this.runtime.db
      .selectFrom('contact')
      .select('hold_reason')
      .where('contact_id', '=', contactId)
      .executeTakeFirstOrThrow()
    return row.hold_reason
  }

  /** What the members were told, oldest first. */
  async told(): Promise<string[]> {
    const rows = await this.runtime.db
      .selectFrom('notification')
      .select('kind')
      .where('business_id', '=', this.business.businessId)
      .orderBy('notification_id')
      .execute()
    return rows.map(({ kind }) => kind)
  }

  hours(count: number): void {
    this.runtime.clock.advance(count * HOUR)
  }

  #wamid(): string {
    return `wamid.in.${++this.#wamids}`
  }

  async #arrives(from: Phone, change: Change): Promise<string | null> {
    const { ctx, channelId } = this.business
    const [slice] = splitWebhook(webhookOf(from, change)).slices
    if (!slice) throw new Error('a webhook without an update')
    this.meaning = null
    await withTransaction(ctx, (tx) =>
      processPersonUpdate(tx, {
        key: slice.key,
        month: '2026-11-01',
        channelId,
        receivedAt: tx.clock.now(),
        slice,
      }),
    )
    return this.meaning
  }
}

/** Everything on one database that must not go from one test to the next. */
const apart = (shared: TestRuntime): TestRuntime => ({
  ...shared,
  clock: new ManualClock(STARTS_AT),
  hooks: new Hooks(),
  signals: new Signals(),
})

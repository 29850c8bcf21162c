import { sql } from 'kysely'
import { z } from 'zod'
import { personKey, sealPerson } from '../contacts/index.ts'
import { PREPARED } from '../platform/db/index.ts'
import { type Context, newId, notFound, Problem } from '../platform/index.ts'
import { OutboundContent } from '../whatsapp/index.ts'
import { WAKE } from './hooks.ts'
import { KINDS, type Kind } from './kinds.ts'
import { monthOf } from './month.ts'

export const EnqueueInput = z.object({
  contactId: z.uuid(),
  channelId: z.uuid(),
  kind: z.enum(Object.keys(KINDS) as [Kind, ...Kind[]]).exclude(['campaign']),
  category: z.enum(['service', 'utility', 'marketing']),
  /** Graph API body without the address and the callback data, for example `{ type: 'text', text: { body } }`; nothing else is queued. */
  body: z.looseObject({}).pipe(OutboundContent),
  /** The same thing is never queued twice for the business. */
  dedupeKey: z.string().max(200).optional(),
  /** Smaller goes first; the kind's own by default. */
  priority: z.number().int().min(0).max(32_000).optional(),
  /** For templates: which one; its state and category are judged again when the message leaves. */
  templateId: z.uuid().optional(),
  /** Required for marketing: the purpose the person must have confirmed. */
  topicId: z.uuid().optional(),
  notBefore: z.date().optional(),
})

/**
 * Queues one message in the caller's transaction; it leaves after the commit, if the gate lets it. The body is sealed
 * with the person's key.
 * @returns the message's id; `created` is false when the same `dedupeKey` is queued or sent already
 * @throws Problem `not_found` (erased), `consent_missing` (marketing without a confirmed consent)
 */
export async function enqueueMessage(
  tx: Context,
  input: z.input<typeof EnqueueInput>,
): Promise<{ messageId: string; created: boolean }> {
  const message = EnqueueInput.parse(input)
  const key = await personKey(tx, message.contactId)
  if (!key) throw notFound({ de: 'Diesen Kontakt', en: 'This contact' })
  if (message.category === 'marketing') await holdConsent(tx, message)
  const now = tx.clock.now()
  const messageId = newId(now)
  if (message.dedupeKey !== undefined) {
    const known = await claimOnce(tx, message.dedupeKey, messageId)
    if (known) return { messageId: known, created: false }
  }
  const body = sealPerson(tx, key, message.contactId, payloadPlace(messageId), JSON.stringify(message.body))
  await sql`${PREPARED}
    with placed as (
      insert into message (business_id, month, message_id, contact_id, channel_id, topic_id, template_id, category, kind, state,
        payload_sealed, dedupe_key, created_at)
      values (${tx.businessId}, ${monthOf(now)}, ${messageId}, ${message.contactId}, ${message.channelId}, ${message.topicId ?? null},
        ${message.templateId ?? null}, ${message.category}, ${message.kind}, 'queued', ${body}, ${message.dedupeKey ?? null}, ${now})
      returning business_id, month, message_id, contact_id, channel_id)
    insert into message_queue (business_id, month, message_id, contact_id, channel_id, priority, not_before)
    select placed.*, ${message.priority ?? KINDS[message.kind].priority}::smallint, ${message.notBefore ?? now}::timestamptz
    from placed`.execute(tx.db)
  wakeDispatch(tx)
  return { messageId, created: true }
}

/** Keeps the caller's key for this message. @returns the message that has it already, if there is one */
async function claimOnce(tx: Context, dedupeKey: string, messageId: string): Promise<string | null> {
  const mine = await tx.db
    .insertInto('message_once')
    .values({
      business_id: tx.businessId,
      dedupe_key: dedupeKey,
      message_id: messageId,
      created_at: tx.clock.now(),
    })
    .onConflict((conflict) => conflict.columns(['business_id', 'dedupe_key']).doNothing())
    .returning('message_id')
    .executeTakeFirst()
  if (mine) return null
  const known = await tx.db
    .selectFrom('message_once')
    .select('message_id')
    .where('business_id', '=', tx.businessId)
    .where('dedupe_key', '=', dedupeKey)
    .executeTakeFirstOrThrow()
  return known.message_id
}

/** Where a message's sealed body belongs; whoever shows it opens it with `openPerson` and this place. */
export function payloadPlace(messageId: string): string {
  return `message:${messageId}`
}

/** Wakes the dispatcher once the transaction has committed; for whoever made messages sendable. */
export function wakeDispatch(ctx: Context): void {
  const wake = () => ctx.signals.raise(WAKE)
  if (ctx.afterCommit) ctx.afterCommit(wake)
  else wake()
}

/** Locks the consent against a withdrawal until our insert is done, and says in words what the foreign key would refuse. */
async function holdConsent(tx: Context, message: z.infer<typeof EnqueueInput>): Promise<void> {
  const consent =
    message.topicId &&
    (await tx.db
      .selectFrom('consent')
      .select('state')
      .where('business_id', '=', tx.businessId)
      .where('contact_id', '=', message.contactId)
      .where('channel_id', '=', message.channelId)
      .where('topic_id', '=', message.topicId)
      .where('state', '=', 'confirmed')
      .forKeyShare()
      .executeTakeFirst())
  if (consent) return
  throw new Problem('conflict', 'consent_missing', {
    de: 'Diese Person hat zu diesem Thema nicht zugestimmt; ihr darf keine Werbung geschickt werden.',
    en: 'This person has not said yes to this topic; no marketing may be sent to them.',
  })
}

interface Said {
  contactId: string
  channelId: string
  kind: 'question' | 'welcome' | 'receipt' | 'notice'
  body: object
  dedupeKey: string
}

/** Handler of consent's `say`: what consent wants said is queued in the transaction that decided it. */
export async function enqueueSaid(tx: Context, said: Said): Promise<void> {
  await enqueueMessage(tx, { ...said, body: { ...said.body }, category: 'service' })
}

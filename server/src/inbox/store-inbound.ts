import { sql } from 'kysely'
import { personKey, sealPerson } from '../contacts/index.ts'
import { isTransient } from '../intake/index.ts'
import type { Context } from '../platform/index.ts'
import { wamidDigest } from '../whatsapp/index.ts'
import { asksForAttention, type Incoming, toStored } from './content.ts'
import { conversationChanged } from './hooks.ts'

export interface InboundEvent {
  contactId: string
  channelId: string
  message: Incoming & { at: Date; contextWamid: string | null }
  receivedAt: Date
  /** What consent made of it (`stop`, `confirmed` …), if anything. */
  meaning?: string | null
}

/** Where a message's sealed content belongs. */
export const contentPlace = (wamidDigest: string) => `inbound:${wamidDigest}`

/**
 * Handler of intake's inbound message, after consent has judged it in the same transaction. Whatever goes wrong in here
 * is undone alone and told to the log: the inbox can never cost a STOP (G2). The raw update stays with intake.
 * @throws whatever the database says that passes by itself, unless the message is a withdrawal: intake tries again
 */
export async function storeInbound(tx: Context, event: InboundEvent): Promise<void> {
  await sql`savepoint inbox`.execute(tx.db)
  try {
    await store(tx, event)
    await sql`release savepoint inbox`.execute(tx.db)
  } catch (error) {
    // No room on the disk, or a deadlock: tried again as a whole, nothing of it is lost. A withdrawal does not wait for that.
    if (isTransient(error) && event.meaning !== 'stop') throw error
    await sql`rollback to savepoint inbox`.execute(tx.db)
    const name = error instanceof Error ? error.name : 'unknown'
    tx.log.error({ error: name, contactId: event.contactId }, 'the inbox did not keep a message')
  }
}

async function store(tx: Context, event: InboundEvent): Promise<void> {
  const { contactId, channelId, message } = event
  const key = await personKey(tx, contactId)
  if (!key) return
  const content = toStored(message)
  const digest = wamidDigest(tx, message.wamid)
  const inserted = await tx.db
    .insertInto('inbound_message')
    .values({
      business_id: tx.businessId,
      wamid_digest: digest,
      contact_id: contactId,
      channel_id: channelId,
      at: message.at,
      type: content.type,
      content_sealed: sealPerson(tx, key, contactId, contentPlace(digest), JSON.stringify(content)),
      context_wamid_digest: message.contextWamid && wamidDigest(tx, message.contextWamid),
      meaning: event.meaning ?? null,
      received_at: event.receivedAt,
    })
    .onConflict((conflict) => conflict.columns(['business_id', 'wamid_digest']).doNothing())
    .returning('wamid_digest')
    .executeTakeFirst()
  // Meta repeats what it is not sure of: the same message counts once.
  if (!inserted) return
  const unread = asksForAttention(message, event.meaning ?? null) ? 1 : 0
  await sql`
    insert into conversation (business_id, contact_id, channel_id, state, unread, last_inbound_at, last_at)
    values (${tx.businessId}, ${contactId}, ${channelId}, 'open', ${unread}, ${message.at}, ${message.at})
    on conflict (business_id, contact_id, channel_id) do update set
      state = case when excluded.unread > 0 then 'open' else conversation.state end,
      unread = conversation.unread + excluded.unread,
      last_inbound_at = greatest(conversation.last_inbound_at, excluded.last_inbound_at),
      last_at = greatest(conversation.last_at, excluded.last_at)`.execute(tx.db)
  await tx.hooks.run(conversationChanged, tx, { contactId, channelId })
}

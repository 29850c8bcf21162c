import { sql } from 'kysely'
import { sealPerson } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import type { Key } from '../platform/vault/index.ts'
import { type InboundContent, wamidDigest } from '../whatsapp/index.ts'
import { contentPlace } from './seal.ts'
import type { StoredContent } from './stored-content.ts'
import type { ChatKey } from './view.ts'

/** A message as it is written to the chat. */
export interface Kept {
  chat: ChatKey
  content: StoredContent
  at: Date
  receivedAt: Date
  /** WhatsApp's id of the message that it answers or reacts to. */
  about: string | null
  meaning: string | null
  /** Instead of the content's own. */
  type?: string
}

/** Writes a message, once: Meta repeats what it is not sure of. @returns whether it was new */
export async function keepMessage(tx: Context, key: Key, kept: Kept): Promise<boolean> {
  const { content, about, chat } = kept
  const digest = wamidDigest(tx, content.wamid)
  const inserted = await tx.db
    .insertInto('inbound_message')
    .values({
      business_id: tx.businessId,
      wamid_digest: digest,
      contact_id: chat.contactId,
      channel_id: chat.channelId,
      at: kept.at,
      type: kept.type ?? content.type,
      content_sealed: sealPerson(tx, key, chat.contactId, contentPlace(digest), JSON.stringify(content)),
      context_wamid_digest: about && wamidDigest(tx, about),
      meaning: kept.meaning,
      received_at: inOrder(tx, kept),
    })
    .onConflict((conflict) => conflict.columns(['business_id', 'wamid_digest']).doNothing())
    .returning('wamid_digest')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Several of one webhook came at once, to the millisecond: each then stands a little after the one before. */
const inOrder = (
  tx: Context,
  { chat, at, receivedAt }: Kept,
) => sql<Date>`greatest(${receivedAt}::timestamptz, (
  select max(received_at) + interval '1 microsecond' from inbound_message
  where business_id = ${tx.businessId} and contact_id = ${chat.contactId} and channel_id = ${chat.channelId}
    and at = ${at} and received_at < ${new Date(receivedAt.getTime() + 1)}))`

/** A reaction belongs to the message it is about, even when it quotes none. */
export const aboutOf = (content: InboundContent, contextWamid: string | null) =>
  content.type === 'reaction' ? content.wamid : contextWamid

interface Touch {
  at: Date
  unread: number
  /** Null when it opens no window: the person did not write just now. */
  inboundAt: Date | null
}

/** Notes on the conversation that something was said; what asks for a member opens it again. */
export async function touchConversation(
  tx: Context,
  { contactId, channelId }: ChatKey,
  { at, unread, inboundAt }: Touch,
): Promise<void> {
  await sql`
    insert into conversation (business_id, contact_id, channel_id, state, unread, last_inbound_at, last_at)
    values (${tx.businessId}, ${contactId}, ${channelId}, 'open', ${unread}, ${inboundAt}::timestamptz, ${at})
    on conflict (business_id, contact_id, channel_id) do update set
      state = case when excluded.unread > 0 then 'open' else conversation.state end,
      unread = conversation.unread + excluded.unread,
      last_inbound_at = greatest(conversation.last_inbound_at, excluded.last_inbound_at),
      last_at = greatest(conversation.last_at, excluded.last_at)`.execute(tx.db)
}

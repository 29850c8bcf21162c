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
  const sealed = sealPerson(tx, key, chat.contactId, contentPlace(digest), JSON.stringify(content))
  // Several of one webhook came at once, to the millisecond: each then stands a little after the one before.
  const { rows } = await sql`
    insert into inbound_message (business_id, wamid_digest, contact_id, channel_id, at, type, content_sealed, context_wamid_digest,
      meaning, received_at)
    select ${tx.businessId}::uuid, ${digest}, ${chat.contactId}::uuid, ${chat.channelId}::uuid, ${kept.at}::timestamptz,
      ${kept.type ?? content.type}, ${sealed}::bytea, ${about && wamidDigest(tx, about)}, ${kept.meaning},
      greatest(${kept.receivedAt}::timestamptz, max(before.received_at) + interval '1 microsecond')
    from inbound_message before
    where before.business_id = ${tx.businessId} and before.contact_id = ${chat.contactId} and before.channel_id = ${chat.channelId}
      and before.at = ${kept.at} and before.received_at < ${new Date(kept.receivedAt.getTime() + 1)}
    on conflict (business_id, wamid_digest) do nothing
    returning wamid_digest`.execute(tx.db)
  return rows.length > 0
}

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

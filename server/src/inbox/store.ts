import type { Selectable, Updateable } from 'kysely'
import type { DB } from '../platform/db/index.ts'
import { type Context, notFound } from '../platform/index.ts'
import type { ChatKey } from './view.ts'

/** The conversation, locked for a change. @throws Problem `not_found` */
export async function lockConversation(
  tx: Context,
  { contactId, channelId }: ChatKey,
): Promise<Selectable<DB['conversation']>> {
  const row = await tx.db
    .selectFrom('conversation')
    .selectAll()
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where('channel_id', '=', channelId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound({ de: 'Dieses Gespräch', en: 'This conversation' })
  return row
}

type Changes = Pick<Updateable<DB['conversation']>, 'state' | 'unread' | 'assigned_to' | 'last_at'>

export async function setConversation(
  tx: Context,
  { contactId, channelId }: ChatKey,
  changes: Changes,
): Promise<void> {
  await tx.db
    .updateTable('conversation')
    .set(changes)
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .where('channel_id', '=', channelId)
    .execute()
}

/** Forgets every chat with a person; part of an erasure. @returns how many messages of the person there were */
export async function eraseConversations(tx: Context, contactId: string): Promise<number> {
  const messages = await tx.db
    .deleteFrom('inbound_message')
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .executeTakeFirst()
  await tx.db
    .deleteFrom('conversation')
    .where('business_id', '=', tx.businessId)
    .where('contact_id', '=', contactId)
    .execute()
  return Number(messages.numDeletedRows)
}

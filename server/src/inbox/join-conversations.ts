import { sql } from 'kysely'
import type { Context } from '../platform/index.ts'

/**
 * The chats of two records with each number in one: the later times count, what is unread is added up, and a chat that is open
 * stays open. The other record has none any more. In the caller's transaction; the messages themselves are moved apart.
 */
export async function joinConversations(
  tx: Context,
  { keptId, goneId }: { keptId: string; goneId: string },
): Promise<void> {
  await sql`
    with gone as (delete from conversation where business_id = ${tx.businessId} and contact_id = ${goneId} returning *)
    insert into conversation as k (business_id, contact_id, channel_id, state, unread, assigned_to, last_inbound_at, last_at)
    select business_id, ${keptId}::uuid, channel_id, state, unread, assigned_to, last_inbound_at, last_at from gone
    on conflict (business_id, contact_id, channel_id) do update set
      state = case when 'open' in (k.state, excluded.state) then 'open' else k.state end,
      unread = k.unread + excluded.unread,
      assigned_to = coalesce(k.assigned_to, excluded.assigned_to),
      last_inbound_at = greatest(k.last_inbound_at, excluded.last_inbound_at),
      last_at = greatest(k.last_at, excluded.last_at)`.execute(tx.db)
}

/** The chats that the messages of a record speak of, for one that got its messages back. In the caller's transaction. */
export async function restoreConversations(tx: Context, contactId: string): Promise<void> {
  await sql`
    insert into conversation (business_id, contact_id, channel_id, state, last_inbound_at, last_at)
    select business_id, contact_id, channel_id, 'closed', max(at), max(at) from inbound_message
    where business_id = ${tx.businessId} and contact_id = ${contactId} group by 1, 2, 3
    on conflict (business_id, contact_id, channel_id) do nothing`.execute(tx.db)
}

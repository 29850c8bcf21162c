import { sql } from 'kysely'
import { z } from 'zod'
import { searchFor } from '../contacts/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Page, PageQuery } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { type Conversation, conversationViews } from './view.ts'

export const ConversationsQuery = PageQuery.extend({
  filter: z.enum(['open', 'closed', 'mine', 'unassigned']).optional(),
  search: z.string().trim().max(100).optional(),
})

/** Conversations, the one with the latest word first. `mine` is empty for whoever is not a member. */
export async function listConversations(
  ctx: Context,
  input: z.input<typeof ConversationsQuery>,
): Promise<Page<Conversation>> {
  requireRole(ctx, 'agent', 'marketer')
  const query = ConversationsQuery.parse(input)
  let select = ctx.db
    .selectFrom('conversation as v')
    .select(['v.contact_id', 'v.channel_id'])
    .select(sql<string>`v.last_at::text`.as('position'))
    .where('v.business_id', '=', ctx.businessId)
    .orderBy('v.last_at', 'desc')
    .orderBy('v.contact_id', 'desc')
    .orderBy('v.channel_id', 'desc')
    .limit(query.limit + 1)
  if (query.filter === 'closed') select = select.where('v.state', '=', 'closed')
  else if (query.filter) select = select.where('v.state', '=', 'open')
  if (query.filter === 'unassigned') select = select.where('v.assigned_to', 'is', null)
  if (query.filter === 'mine') {
    select = select.where('v.assigned_to', '=', ctx.actor.kind === 'member' ? ctx.actor.memberId : null)
  }
  if (query.search) {
    const found = await searchFor(ctx, query.search)
    if (!found) return { items: [], next: null }
    select = select.where(sql<boolean>`exists (select 1 from contact where contact.business_id = v.business_id
      and contact.contact_id = v.contact_id and ${found})`)
  }
  if (query.after) {
    const [at, contactId, channelId] = query.after.split('_')
    const cursor = Cursor.safeParse({ at, contactId, channelId })
    if (!cursor.success) return { items: [], next: null }
    select = select.where(
      sql<boolean>`(v.last_at, v.contact_id, v.channel_id) < (${cursor.data.at}::timestamptz, ${cursor.data.contactId}::uuid, ${cursor.data.channelId}::uuid)`,
    )
  }
  const rows = await select.execute()
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return {
    items: await conversationViews(
      ctx,
      shown.map((row) => ({ contactId: row.contact_id, channelId: row.channel_id })),
    ),
    next: rows.length > query.limit && last ? `${last.position}_${last.contact_id}_${last.channel_id}` : null,
  }
}

const Cursor = z.object({
  at: z.string().regex(/^[\d :.+-]{19,40}$/),
  contactId: z.uuid(),
  channelId: z.uuid(),
})

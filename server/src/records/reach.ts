import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/index.ts'
import { WINDOW_MS } from '../whatsapp/index.ts'

/**
 * How a person stands to being told in the chat: told already, on the way, reachable now, or why not. Who cannot be reached there
 * is told by mail, post or phone.
 */
export const REACH = [
  'told',
  'waiting',
  'reachable',
  'not_arrived',
  'window_closed',
  'number_off',
  'never_wrote',
] as const
export type Reach = (typeof REACH)[number]

const People = z.number().int()
export const ReachCounts = z.object(
  Object.fromEntries(REACH.map((each) => [each, People])) as Record<Reach, typeof People>,
)
export type ReachCounts = z.infer<typeof ReachCounts>

/** What keeps a person from being told of this breach twice. */
export const onceKey = (breachId: string, contactId: string) => `breach:${breachId}:${contactId}`

/** A join over `contact`: `told.state` of the message about this breach, and `chat.channel_id` with the newest open window. */
export function reachJoin(ctx: Context, breachId: string): RawBuilder<unknown> {
  const since = new Date(ctx.clock.now().getTime() - WINDOW_MS)
  return sql`left join lateral (
      select m.state from message_once o join message m on m.business_id = o.business_id and m.message_id = o.message_id
      where o.business_id = ${ctx.businessId} and o.dedupe_key = ${onceKey(breachId, '')} || contact.contact_id::text) told on true
    left join lateral (
      select v.channel_id, h.state = 'connected' as connected from conversation v
      join channel h on h.business_id = v.business_id and h.channel_id = v.channel_id
      where v.business_id = ${ctx.businessId} and v.contact_id = contact.contact_id and v.last_inbound_at > ${since}
      order by h.state = 'connected' desc, v.last_inbound_at desc limit 1) chat on true`
}

/** The person's `Reach`, over `reachJoin`. */
export const reach = sql<Reach>`case
  when told.state in ('sent', 'delivered', 'read') then 'told'
  when told.state in ('queued', 'sending', 'accepted', 'held') then 'waiting'
  when told.state is not null then 'not_arrived'
  when chat.connected then 'reachable'
  when chat.channel_id is not null then 'number_off'
  when contact.last_inbound_at is not null then 'window_closed'
  else 'never_wrote' end`

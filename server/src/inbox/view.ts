import { sql } from 'kysely'
import { z } from 'zod'
import { ContactRow, openContacts, openPerson, personKeys } from '../contacts/index.ts'
import { type Context, HOUR, notFound } from '../platform/index.ts'
import { outboundTexts } from './outbound.ts'
import { contentPlace } from './seal.ts'
import { readStored, type StoredContent } from './stored-content.ts'

/** Meta's customer service window: free messages are possible this long after the person's last one. */
const WINDOW_HOURS = 24

export const Conversation = z.object({
  id: z.string(),
  contactId: z.uuid(),
  channelId: z.uuid(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  state: z.enum(['open', 'closed']),
  unread: z.number().int(),
  /** Member id */
  assignedTo: z.uuid().nullable(),
  lastAt: z.iso.datetime(),
  lastText: z.string(),
  /** What the last word is when a person sent it, or the business on its phone: `text`, `image`, `order` … */
  lastType: z.string().nullable(),
  /** Null when the person never wrote; a time in the past when the window is closed. */
  windowEndsAt: z.iso.datetime().nullable(),
  /** For the consent chip. */
  consents: ContactRow.shape.consents,
})
export type Conversation = z.infer<typeof Conversation>

export interface ChatKey {
  contactId: string
  channelId: string
}

/** When free messages stop being possible. */
export function windowEnd(lastInboundAt: Date | null): Date | null {
  return lastInboundAt && new Date(lastInboundAt.getTime() + WINDOW_HOURS * HOUR)
}

interface Row {
  contact_id: string
  channel_id: string
  state: 'open' | 'closed'
  unread: number
  assigned_to: string | null
  last_inbound_at: Date | null
  last_at: Date
  consents: Conversation['consents']
  in_digest: string | null
  in_sealed: Uint8Array | null
  message_id: string | null
  /** Whether the last word is ours. */
  own_last: boolean | null
  payload_sealed: Uint8Array | null
  campaign_id: string | null
  template_id: string | null
}

/** Conversations with their last words, in the given order; those that do not exist are left out. */
export async function conversationViews(ctx: Context, chats: readonly ChatKey[]): Promise<Conversation[]> {
  if (chats.length === 0) return []
  const wanted = JSON.stringify(
    chats.map(({ contactId, channelId }) => ({ contact_id: contactId, channel_id: channelId })),
  )
  const { rows } = await sql<Row>`
    select v.contact_id, v.channel_id, v.state, v.unread, v.assigned_to, v.last_inbound_at, v.last_at,
      i.wamid_digest as in_digest, i.content_sealed as in_sealed,
      m.message_id, m.payload_sealed, m.campaign_id, m.template_id,
      i.at is null or (date_trunc('second', m.at), m.at) > (date_trunc('second', i.at), i.received_at) as own_last,
      coalesce((select jsonb_agg(jsonb_build_object('topicId', s.topic_id, 'channelId', s.channel_id, 'state', s.state) order by s.topic_id)
        from consent s where s.business_id = v.business_id and s.contact_id = v.contact_id and s.channel_id = v.channel_id), '[]') as consents
    from jsonb_to_recordset(${wanted}::jsonb) as w (contact_id uuid, channel_id uuid)
    join conversation v on v.business_id = ${ctx.businessId} and v.contact_id = w.contact_id and v.channel_id = w.channel_id
    left join lateral (
      select x.at, x.received_at, x.wamid_digest, x.content_sealed from inbound_message x
      where x.business_id = v.business_id and x.contact_id = v.contact_id and x.channel_id = v.channel_id
      order by x.at desc, x.received_at desc limit 1) i on true
    left join lateral (
      select x.message_id, coalesce(x.accepted_at, x.created_at) as at, x.payload_sealed, x.campaign_id, x.template_id from message x
      where x.business_id = v.business_id and x.contact_id = v.contact_id and x.channel_id = v.channel_id
        and x.state not in ('withheld', 'failed')
      order by x.message_id desc limit 1) m on true`.execute(ctx.db)
  const contactIds = [...new Set(rows.map((row) => row.contact_id))]
  const people = await openContacts(ctx, contactIds)
  const keys = await personKeys(ctx, contactIds)
  const saidLast = rows.flatMap((row) =>
    row.message_id && row.own_last ? { ...row, message_id: row.message_id } : [],
  )
  const texts = await outboundTexts(ctx, saidLast)

  const view = (row: Row): Conversation => {
    const out = saidLast.find(
      (each) => each.contact_id === row.contact_id && each.channel_id === row.channel_id,
    )
    const key = keys.get(row.contact_id)
    const said: StoredContent | null =
      !out && key && row.in_sealed && row.in_digest
        ? readStored(openPerson(ctx, key, row.contact_id, contentPlace(row.in_digest), row.in_sealed))
        : null
    return {
      id: `${row.contact_id}_${row.channel_id}`,
      contactId: row.contact_id,
      channelId: row.channel_id,
      name: people.get(row.contact_id)?.name ?? people.get(row.contact_id)?.username ?? null,
      phone: people.get(row.contact_id)?.phone ?? null,
      state: row.state,
      unread: row.unread,
      assignedTo: row.assigned_to,
      lastAt: row.last_at.toISOString(),
      lastText: out ? (texts.get(out.message_id)?.text ?? '') : (said?.text ?? ''),
      lastType: said?.type ?? null,
      windowEndsAt: windowEnd(row.last_inbound_at)?.toISOString() ?? null,
      consents: row.consents,
    }
  }
  const byKey = new Map(rows.map((row) => [`${row.contact_id}_${row.channel_id}`, row]))
  return chats.flatMap(({ contactId, channelId }) => {
    const row = byKey.get(`${contactId}_${channelId}`)
    return row ? view(row) : []
  })
}

/** @throws Problem `not_found` */
export async function conversationView(ctx: Context, chat: ChatKey): Promise<Conversation> {
  const [view] = await conversationViews(ctx, [chat])
  if (!view) throw notFound({ de: 'Dieses Gespräch', en: 'This conversation' })
  return view
}

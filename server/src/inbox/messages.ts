import { sql } from 'kysely'
import { z } from 'zod'
import { MESSAGE_STATES } from '../campaigns/index.ts'
import { getChannel } from '../channels/index.ts'
import { openPerson, personKey, requireContact } from '../contacts/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Language, Page } from '../platform/http/index.ts'
import { type Context, DAY } from '../platform/index.ts'
import { errorTitle } from '../whatsapp/index.ts'
import { newestFirst, POSITION, type Position, readPosition } from './chat-order.ts'
import { outboundTexts } from './outbound.ts'
import { reactionsTo } from './reactions.ts'
import { contentPlace, ECHO } from './seal.ts'
import { Extras, readStored, type StoredContent } from './stored-content.ts'
import type { ChatKey } from './view.ts'

export const ConversationMessage = z.object({
  id: z.guid(),
  direction: z.enum(['in', 'out']),
  at: z.iso.datetime(),
  /** `text`, `button`, `image` … of a person; `reply`, `campaign`, `question`, `receipt` … of ours. */
  type: z.string(),
  text: z.string(),
  buttons: z.array(z.object({ text: z.string() })).optional(),
  state: z.enum(MESSAGE_STATES).nullable().optional(),
  /** Why it was withheld: a code. */
  reason: z.string().nullable().optional(),
  /** Why Meta did not take or deliver it, in the caller's language. */
  failure: z.string().nullable().optional(),
  /** Who wrote a reply. */
  author: z.string().nullable().optional(),
  campaignId: z.uuid().nullable().optional(),
  /** Somebody else's words, passed on. */
  forwarded: z.boolean().optional(),
  /** Written by the business in the WhatsApp Business app. */
  fromApp: z.boolean().optional(),
  /** The person's reaction to it: an emoji. */
  reaction: z.string().nullable().optional(),
  /** Until when the file can be had; missing when there is none. */
  fileUntil: z.iso.datetime().optional(),
  ...Extras.shape,
})
export type ConversationMessage = z.infer<typeof ConversationMessage>

export const MessagesQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.string().max(200).optional(),
})

interface Row {
  id: string
  direction: 'in' | 'out'
  at: Date
  position: string
  type: string
  wamid_digest: string | null
  echo: boolean
  sealed: Uint8Array | null
  state: (typeof MESSAGE_STATES)[number] | null
  reason: string | null
  error_code: number | null
  campaign_id: string | null
  template_id: string | null
  author: string | null
}

/** Both directions of a chat, newest first; `next` goes back as `before`. @throws Problem `not_found` */
export async function listMessages(
  ctx: Context,
  chat: ChatKey,
  input: z.input<typeof MessagesQuery>,
  language: Language = 'de',
): Promise<Page<ConversationMessage>> {
  requireRole(ctx, 'agent', 'marketer')
  const query = MessagesQuery.parse(input)
  await requireContact(ctx, chat.contactId)
  await getChannel(ctx, chat.channelId)
  const before = query.before === undefined ? null : readPosition(query.before)
  if (query.before !== undefined && !before) return { items: [], next: null }
  const rows = await chatRows(ctx, chat, query.limit + 1, before)
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return {
    items: await openRows(ctx, chat, shown, language),
    next: rows.length > query.limit && last ? last.position : null,
  }
}

/** Meta keeps what people send for so long, for whoever it was sent to. */
const FILES_KEPT_DAYS = 7

async function chatRows(
  ctx: Context,
  { contactId, channelId }: ChatKey,
  limit: number,
  before: Position | null,
): Promise<Row[]> {
  const page = newestFirst(before, limit)
  const { rows } = await sql<Row>`
    select x.* from (select y.*, ${POSITION} as position from (
      (select * from (select md5(i.wamid_digest)::uuid as id, case i.type when ${ECHO}::text then 'out' else 'in' end as direction, i.at, i.received_at as moment, i.type,
          i.wamid_digest, i.type = ${ECHO}::text as echo, i.content_sealed as sealed,
          null::text as state, null::text as reason, null::int as error_code, null::uuid as campaign_id, null::uuid as template_id, null::text as author
        from inbound_message i
        where i.business_id = ${ctx.businessId} and i.contact_id = ${contactId} and i.channel_id = ${channelId}
          -- Shown at the message it is about, as long as that is there.
          and not (i.type = 'reaction' and i.context_wamid_digest is not null and (
            exists (select 1 from message t where t.business_id = i.business_id and t.wamid_digest = i.context_wamid_digest)
            or exists (select 1 from inbound_message t where t.business_id = i.business_id and t.wamid_digest = i.context_wamid_digest)))) x ${page})
      union all
      (select * from (select m.message_id as id, 'out' as direction, coalesce(m.accepted_at, m.created_at) as at, coalesce(m.accepted_at, m.created_at) as moment, m.kind as type, m.wamid_digest, false as echo,
          m.payload_sealed as sealed, m.state, m.reason, m.error_code, m.campaign_id, m.template_id,
          (select a.name from audit_entry e
            join member b on b.business_id = e.business_id and b.member_id::text = e.actor ->> 'memberId'
            join account a on a.id = b.account_id
            where e.business_id = m.business_id and e.entity = 'message' and e.entity_id = m.message_id::text and m.kind = 'reply' limit 1) as author
        from message m
        where m.business_id = ${ctx.businessId} and m.contact_id = ${contactId} and m.channel_id = ${channelId}) x ${page})
    ) y) x ${newestFirst(null, limit)}`.execute(ctx.db)
  return rows
}

async function openRows(
  ctx: Context,
  chat: ChatKey,
  rows: Row[],
  language: Language,
): Promise<ConversationMessage[]> {
  const { contactId } = chat
  const key = await personKey(ctx, contactId)
  const own = (row: Row) => row.direction === 'out' && !row.echo
  const texts = await outboundTexts(
    ctx,
    rows
      .filter(own)
      .map((row) => ({ ...row, message_id: row.id, contact_id: contactId, payload_sealed: row.sealed })),
  )
  const reactions = key
    ? await reactionsTo(
        ctx,
        key,
        chat,
        rows.flatMap((row) => row.wamid_digest ?? []),
      )
    : new Map<string, string>()
  return rows.map((row) => {
    const reaction = row.wamid_digest ? (reactions.get(row.wamid_digest) ?? null) : null
    const base = { id: row.id, direction: row.direction, at: row.at.toISOString(), reaction }
    if (!own(row)) {
      const content =
        key && row.sealed && row.wamid_digest
          ? readStored(openPerson(ctx, key, contactId, contentPlace(row.wamid_digest), row.sealed))
          : null
      const kind = row.echo ? 'text' : row.type
      return { ...base, fromApp: row.echo, ...shown(content, kind, row.at) }
    }
    const { text, buttons } = texts.get(row.id) ?? { text: '', buttons: [] }
    return {
      ...base,
      type: row.type,
      text,
      buttons,
      state: row.state,
      reason: row.reason,
      failure: row.error_code === null ? null : errorTitle(row.error_code)[language],
      author: row.author,
      campaignId: row.campaign_id,
    }
  })
}

/** Everything but the ids, which spell the person's number or open a file. */
function shown(content: StoredContent | null, kind: string, at: Date) {
  if (!content) return { type: kind, text: '' }
  const { wamid: _, mediaId, ...rest } = content
  const until = new Date(at.getTime() + FILES_KEPT_DAYS * DAY).toISOString()
  return { ...rest, ...(mediaId ? { fileUntil: until } : {}) }
}

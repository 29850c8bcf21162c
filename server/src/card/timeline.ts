import { sql } from 'kysely'
import { z } from 'zod'
import { openPerson, personKey, requireContact } from '../contacts/index.ts'
import {
  contentPlace,
  newestFirst,
  outboundTexts,
  POSITION,
  type Position,
  readPosition,
  readStored,
} from '../inbox/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Page, PageQuery } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'

export const TimelineEntry = z.object({
  id: z.guid(),
  at: z.iso.datetime(),
  kind: z.enum(['consent', 'in', 'out', 'note']),
  /** The consent event, the kind of message, or the staff's action (`contact.hold` …). */
  type: z.string(),
  text: z.string().nullable(),
  /** State of the consent or of the message. */
  state: z.string().nullable(),
  topicId: z.uuid().nullable(),
  campaignId: z.uuid().nullable(),
  /** Why a message was withheld or failed, or how a consent ended. */
  reason: z.string().nullable(),
})
export type TimelineEntry = z.infer<typeof TimelineEntry>

interface Row {
  kind: TimelineEntry['kind']
  id: string
  at: Date
  position: string
  type: string
  state: string | null
  topic_id: string | null
  campaign_id: string | null
  template_id: string | null
  reason: string | null
  wamid_digest: string | null
  sealed: Uint8Array | null
}

const Evidence = z.looseObject({
  text: z.string().nullish(),
  answer: z.string().nullish(),
  how: z.string().nullish(),
  reason: z.string().nullish(),
})

/** What happened with a person, newest first: consent, both directions of the chat, and what the team did. */
export async function listTimeline(
  ctx: Context,
  contactId: string,
  input: z.input<typeof PageQuery>,
): Promise<Page<TimelineEntry>> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const query = PageQuery.parse(input)
  await requireContact(ctx, contactId)
  const after = query.after === undefined ? null : readPosition(query.after)
  if (query.after !== undefined && !after) return { items: [], next: null }
  const rows = await timelineRows(ctx, contactId, query.limit + 1, after)
  const shown = rows.slice(0, query.limit)
  const last = shown.at(-1)
  return {
    items: await openEntries(ctx, contactId, shown),
    next: rows.length > query.limit && last ? last.position : null,
  }
}

async function timelineRows(
  ctx: Context,
  contactId: string,
  limit: number,
  after: Position | null,
): Promise<Row[]> {
  const page = newestFirst(after, limit)
  const own = sql`business_id = ${ctx.businessId} and contact_id = ${contactId}`
  const none = sql`null::uuid as campaign_id, null::uuid as template_id, null::text as reason, null::text as wamid_digest`
  const { rows } = await sql<Row>`
    select x.* from (select y.*, ${POSITION} as position from (
      (select * from (select 'consent' as kind, event_id as id, at, recorded_at as moment, type, state, topic_id, ${none}, evidence_sealed as sealed
        from consent_event where ${own}) x ${page})
      union all
      (select * from (select 'in', md5(wamid_digest)::uuid as id, at, received_at as moment, type, meaning, null::uuid, null::uuid, null::uuid, null::text, wamid_digest, content_sealed
        -- What the business wrote on its phone stands there too; this is about what the person did.
        from inbound_message where ${own} and type <> 'echo') x ${page})
      union all
      (select * from (select 'out', message_id as id, coalesce(accepted_at, ended_at, created_at) as at, coalesce(accepted_at, ended_at, created_at) as moment, kind, state, topic_id, campaign_id, template_id,
          coalesce(reason, 'error_' || error_code), null::text, payload_sealed
        from message where ${own}) x ${page})
      union all
      (select * from (select 'note', audit_id as id, at, at as moment, action, null::text, null::uuid, ${none}, null::bytea
        from audit_entry where business_id = ${ctx.businessId} and entity = 'contact' and entity_id = ${contactId}
          and action <> 'conversation.read') x ${page})
    ) y) x ${newestFirst(null, limit)}`.execute(ctx.db)
  return rows
}

async function openEntries(ctx: Context, contactId: string, rows: Row[]): Promise<TimelineEntry[]> {
  const key = await personKey(ctx, contactId)
  const texts = await outboundTexts(
    ctx,
    rows
      .filter((row) => row.kind === 'out')
      .map((row) => ({ ...row, message_id: row.id, contact_id: contactId, payload_sealed: row.sealed })),
  )
  const read = (row: Row): { text: string | null; reason: string | null } => {
    if (row.kind === 'out') return { text: texts.get(row.id)?.text ?? null, reason: row.reason }
    if (!key || !row.sealed) return { text: null, reason: row.reason }
    if (row.kind === 'in') {
      const place = contentPlace(row.wamid_digest ?? '')
      return { text: readStored(openPerson(ctx, key, contactId, place, row.sealed)).text, reason: null }
    }
    const evidence = Evidence.parse(
      JSON.parse(openPerson(ctx, key, contactId, `evidence:${row.id}`, row.sealed)),
    )
    return { text: evidence.text ?? evidence.answer ?? null, reason: evidence.how ?? evidence.reason ?? null }
  }
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    kind: row.kind,
    type: row.type,
    state: row.state,
    topicId: row.topic_id,
    campaignId: row.campaign_id,
    ...read(row),
  }))
}

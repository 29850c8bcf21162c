import { sql } from 'kysely'
import { z } from 'zod'
import { openContacts } from '../contacts/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Language, type Page, PageQuery, toPage } from '../platform/http/index.ts'
import { type Context, notFound, Problem } from '../platform/index.ts'
import { daysLeft, URGENCIES, urgencyOf } from './deadline.ts'
import { EXTENSION_REASONS, REFUSAL_REASONS } from './decide.ts'
import { openChannel } from './identity.ts'
import { ErasureReport, readReport, StoredReport } from './report.ts'
import { isWaiting, REQUEST_KINDS, REQUEST_STATES, REQUEST_WAYS } from './request-state.ts'
import { openRequestText, type RequestRow } from './request-store.ts'

export const PrivacyRequest = z.object({
  id: z.uuid(),
  kind: z.enum(REQUEST_KINDS),
  contactId: z.uuid(),
  /** Null once the person was erased, or when nothing is known but the number. */
  name: z.string().nullable(),
  erased: z.boolean(),
  state: z.enum(REQUEST_STATES),
  via: z.enum(REQUEST_WAYS),
  createdAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  /** Whole days until the deadline, negative once it is over; null when nobody waits any more. */
  daysLeft: z.number().int().nullable(),
  urgency: z.enum(URGENCIES).nullable(),
  extendedAt: z.iso.datetime().nullable(),
  extensionReason: z.enum(EXTENSION_REASONS).nullable(),
  identity: z.enum(['chat', 'button', 'page', 'staff']).nullable(),
  identityAt: z.iso.datetime().nullable(),
  identityAskedAt: z.iso.datetime().nullable(),
  refusalReason: z.enum(REFUSAL_REASONS).nullable(),
  doneAt: z.iso.datetime().nullable(),
  /** Of an erasure: what went, and what stays and why. */
  report: ErasureReport.nullable(),
  /** Of the others: how it was handed over, what was corrected, why it was restricted, how many consents ended. */
  outcome: z
    .object({
      handedBy: z.string().nullable(),
      changed: z.array(z.string()),
      ground: z.string().nullable(),
      ended: z.number().int().nullable(),
    })
    .nullable(),
})
export type PrivacyRequest = z.infer<typeof PrivacyRequest>

export const RequestsQuery = PageQuery.extend({
  state: z.enum(['waiting', 'ended', 'overdue']).optional(),
  kind: z.enum(REQUEST_KINDS).optional(),
  contactId: z.uuid().optional(),
})

/** Requests of people, newest first; those that wait, or are overdue, in the order of their deadlines. */
export async function listPrivacyRequests(
  ctx: Context,
  input: z.input<typeof RequestsQuery>,
  language: Language,
): Promise<Page<PrivacyRequest>> {
  requireRole(ctx, 'dpo')
  const query = RequestsQuery.parse(input)
  let select = ctx.db
    .selectFrom('privacy_request')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .limit(query.limit + 1)
  const waiting = query.state === 'waiting' || query.state === 'overdue'
  select = waiting ? select.orderBy('due_at').orderBy('request_id') : select.orderBy('request_id', 'desc')
  if (query.after) select = select.where(afterSql(query.after, waiting))
  if (query.kind) select = select.where('kind', '=', query.kind)
  if (query.contactId) select = select.where('contact_id', '=', query.contactId)
  if (query.state === 'ended') select = select.where('done_at', 'is not', null)
  else if (query.state) select = select.where('done_at', 'is', null)
  if (query.state === 'overdue') select = select.where('due_at', '<=', ctx.clock.now())
  const rows = await select.execute()
  const people = await openContacts(ctx, [...new Set(rows.map((row) => row.contact_id))])
  const erased = await erasedOf(ctx, [...people.keys()])
  return toPage(
    rows,
    query.limit,
    (row) => (waiting ? `${row.due_at.getTime()}.${row.request_id}` : row.request_id),
    (row) =>
      viewOf(
        row,
        people.get(row.contact_id)?.name ?? null,
        erased.has(row.contact_id),
        ctx.clock.now(),
        language,
      ),
  )
}

/** What comes after the last row of a page. @throws Problem `cursor_wrong` */
function afterSql(after: string, waiting: boolean) {
  const [, due, id] = /^(?:(\d{1,15})\.)?([0-9a-f-]{36})$/.exec(after) ?? []
  if (!id || (due !== undefined) !== waiting) {
    throw new Problem('invalid', 'cursor_wrong', {
      de: 'Diese Seite der Liste gibt es nicht. Bitte lade die Liste neu.',
      en: 'There is no such page of the list. Please reload the list.',
    })
  }
  return waiting
    ? sql<boolean>`(due_at, request_id) > (${new Date(Number(due))}::timestamptz, ${id}::uuid)`
    : sql<boolean>`request_id < ${id}::uuid`
}

export const PrivacyRequestDetail = PrivacyRequest.extend({
  details: z.string().nullable(),
  identityNote: z.string().nullable(),
  refusalText: z.string().nullable(),
  /** Whether a question in the chat is possible now. */
  windowOpen: z.boolean(),
})
export type PrivacyRequestDetail = z.infer<typeof PrivacyRequestDetail>

/** One request with its texts. @throws Problem `not_found` */
export async function getPrivacyRequest(
  ctx: Context,
  requestId: string,
  language: Language,
): Promise<PrivacyRequestDetail> {
  requireRole(ctx, 'dpo')
  const row = await ctx.db
    .selectFrom('privacy_request')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  if (!row) throw notFound({ de: 'Diese Anfrage', en: 'This request' })
  const person = (await openContacts(ctx, [row.contact_id])).get(row.contact_id)
  const erased = (await erasedOf(ctx, [row.contact_id])).has(row.contact_id)
  return {
    ...viewOf(row, person?.name ?? null, erased, ctx.clock.now(), language),
    details: await openRequestText(ctx, row, 'details', row.details_sealed),
    identityNote: await openRequestText(ctx, row, 'identity_note', row.identity_note_sealed),
    refusalText: await openRequestText(ctx, row, 'refusal_text', row.refusal_text_sealed),
    windowOpen: (await openChannel(ctx, row.contact_id)) !== null,
  }
}

/** How many wait, and how many of those are urgent or overdue; for the head of the page. */
export const RequestCounts = z.object({
  waiting: z.number().int(),
  urgent: z.number().int(),
  overdue: z.number().int(),
})

export async function countPrivacyRequests(ctx: Context): Promise<z.infer<typeof RequestCounts>> {
  requireRole(ctx, 'dpo')
  const now = ctx.clock.now()
  const { rows } = await sql<z.infer<typeof RequestCounts>>`
    select count(*)::int as waiting,
      count(*) filter (where due_at > ${now} and due_at <= ${now}::timestamptz + interval '3 days')::int as urgent,
      count(*) filter (where due_at <= ${now})::int as overdue
    from privacy_request where business_id = ${ctx.businessId} and done_at is null`.execute(ctx.db)
  return rows[0] ?? { waiting: 0, urgent: 0, overdue: 0 }
}

async function erasedOf(ctx: Context, contactIds: readonly string[]): Promise<Set<string>> {
  if (contactIds.length === 0) return new Set()
  const rows = await ctx.db
    .selectFrom('contact')
    .select('contact_id')
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', 'in', [...contactIds])
    .where('erased_at', 'is not', null)
    .execute()
  return new Set(rows.map((row) => row.contact_id))
}

const Codes = z.object({
  extension: z.enum(EXTENSION_REASONS).nullable(),
  refusal: z.enum(REFUSAL_REASONS).nullable(),
})

function viewOf(
  row: RequestRow,
  name: string | null,
  erased: boolean,
  now: Date,
  language: Language,
): PrivacyRequest {
  const waits = isWaiting(row.state)
  const codes = Codes.parse({ extension: row.extension_reason, refusal: row.refusal_reason })
  const report = row.report ? StoredReport.parse(row.report) : null
  const erasure = row.kind === 'erasure'
  return {
    id: row.request_id,
    kind: row.kind,
    contactId: row.contact_id,
    name,
    erased,
    state: row.state,
    via: row.via,
    createdAt: row.created_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    daysLeft: waits ? daysLeft(row.due_at, now) : null,
    urgency: waits ? urgencyOf(row.due_at, now) : null,
    extendedAt: row.extended_at?.toISOString() ?? null,
    extensionReason: codes.extension,
    identity: row.identity,
    identityAt: row.identity_at?.toISOString() ?? null,
    identityAskedAt: row.identity_asked_at?.toISOString() ?? null,
    refusalReason: codes.refusal,
    doneAt: row.done_at?.toISOString() ?? null,
    report: report && erasure ? readReport(report, language) : null,
    outcome:
      report && !erasure
        ? {
            handedBy: report.handedBy ?? null,
            changed: report.changed ?? [],
            ground: report.ground ?? null,
            ended: report.ended ?? null,
          }
        : null,
  }
}

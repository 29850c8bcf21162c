import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { getBusiness } from '../businesses/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Page, PageQuery } from '../platform/http/index.ts'
import type { Context } from '../platform/index.ts'
import { toE164 } from './phone.ts'
import { CONSENT_STATES, type ContactRow, contactRows, suppressedSql } from './row.ts'
import { searching, searchSql } from './search.ts'

export const ContactsQuery = PageQuery.extend({
  /** The start of each name, a whole number in any spelling, or its last four digits and more. */
  search: z.string().trim().max(100).optional(),
  topicId: z.uuid().optional(),
  /** A consent state; `none` is somebody without any consent row; the last three are not about a topic. */
  state: z.enum([...CONSENT_STATES, 'none', 'hold', 'suppressed', 'restricted']).optional(),
})

/**
 * Contacts of the business, newest first, as keyset pages. Erased people are not among them. A search that is too
 * short to look for finds nobody, rather than everybody.
 * @param narrow a further condition on the table `contact`, for example a segment's
 */
export async function listContacts(
  ctx: Context,
  input: z.input<typeof ContactsQuery>,
  narrow?: RawBuilder<boolean>,
): Promise<Page<ContactRow>> {
  requireRole(ctx, 'marketer', 'agent', 'dpo')
  const query = ContactsQuery.parse(input)
  let select = (query.search ? searching(ctx) : ctx).db
    .selectFrom('contact')
    .select('contact.contact_id')
    .where('contact.business_id', '=', ctx.businessId)
    .where('contact.erased_at', 'is', null)
    .where('contact.merged_into', 'is', null)
    .orderBy('contact.created_at', 'desc')
    .orderBy('contact.contact_id', 'desc')
    .limit(query.limit + 1)
  if (query.search) {
    const found = await searchFor(ctx, query.search)
    if (!found) return { items: [], next: null }
    select = select.where(found)
  }
  if (query.state || query.topicId) select = select.where(stateSql(query.state, query.topicId))
  if (narrow) select = select.where(narrow)
  if (query.after) {
    const position = await positionOf(ctx, query.after)
    if (!position) return { items: [], next: null }
    select = select.where(
      sql<boolean>`(contact.created_at, contact.contact_id) < (${position}::timestamptz, ${query.after}::uuid)`,
    )
  }
  const ids = (await select.execute()).map((row) => row.contact_id)
  const shown = ids.slice(0, query.limit)
  return {
    items: await contactRows(ctx, shown),
    next: ids.length > query.limit ? (shown.at(-1) ?? null) : null,
  }
}

/** Whom a search finds, as a condition on the table `contact`; null when the text is too short. */
export async function searchFor(ctx: Context, text: string): Promise<RawBuilder<boolean> | null> {
  // Up to eight digits are the end of a number, even where a number of that length exists.
  const short = text.replace(/\D/g, '').length <= 8
  const { country } = await getBusiness(ctx)
  return searchSql(ctx, text, short ? null : toE164(text, country))
}

function stateSql(
  state: z.infer<typeof ContactsQuery>['state'],
  topicId: string | undefined,
): RawBuilder<boolean> {
  if (state === 'hold') return sql`contact.hold_reason is not null`
  if (state === 'restricted') return sql`contact.restricted_at is not null`
  if (state === 'suppressed')
    return suppressedSql(sql.ref('contact.business_id'), sql.ref('contact.contact_id'))
  const topic = topicId ? sql`and s.topic_id = ${topicId}` : sql``
  const inState = state && state !== 'none' ? sql`and s.state = ${state}` : sql``
  const exists = sql<boolean>`exists (select 1 from consent s
    where s.business_id = contact.business_id and s.contact_id = contact.contact_id ${topic} ${inState})`
  return state === 'none' ? sql`not ${exists}` : exists
}

/** The exact time of the last row shown, as text: a JavaScript date would lose its microseconds. */
async function positionOf(ctx: Context, contactId: string): Promise<string | null> {
  if (!z.uuid().safeParse(contactId).success) return null
  const row = await ctx.db
    .selectFrom('contact')
    .select(sql<string>`created_at::text`.as('created_at'))
    .where('business_id', '=', ctx.businessId)
    .where('contact_id', '=', contactId)
    .executeTakeFirst()
  return row?.created_at ?? null
}

import { type RawBuilder, sql } from 'kysely'
import { recordAudit } from '../audit/index.ts'
import { csvLine } from '../campaigns/index.ts'
import { openContacts } from '../contacts/index.ts'
import { requireRole } from '../platform/authorise.ts'
import type { Language } from '../platform/http/index.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { findSegment, rulesCondition } from '../segments/index.ts'
import { AFFECTED_TABLES, AffectedQuery } from './breach-entries.ts'

/** A condition over `contact`: whom the query finds. @throws Problem `not_found` for a segment that is not there */
async function condition(ctx: Context, query: AffectedQuery): Promise<RawBuilder<boolean>> {
  const at = sql.ref(`t.${AFFECTED_TABLES[query.table]}`)
  const from = query.from ? sql`and ${at} >= ${query.from}::timestamptz` : sql``
  const to = query.to ? sql`and ${at} < ${query.to}::timestamptz` : sql``
  const inSegment = query.segmentId
    ? sql`and ${rulesCondition(ctx, (await findSegment(ctx, query.segmentId)).rules)}`
    : sql``
  return sql<boolean>`(contact.business_id = ${ctx.businessId} and contact.erased_at is null ${inSegment}
    and exists (select 1 from ${sql.table(query.table)} t where t.business_id = ${ctx.businessId}
      and t.contact_id = contact.contact_id ${from} ${to}))`
}

/** How many people the query finds now. */
export async function countAffected(ctx: Context, input: AffectedQuery): Promise<number> {
  requireRole(ctx, 'dpo')
  const query = AffectedQuery.parse(input)
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from contact where contact.business_id = ${ctx.businessId} and ${await condition(ctx, query)}`.execute(
    ctx.db,
  )
  return rows[0]?.people ?? 0
}

const HEADINGS: Record<Language, string[]> = {
  de: ['Name', 'Nummer', 'Sprache', 'Kontakt'],
  en: ['Name', 'Number', 'Language', 'Contact'],
}
const PAGE = 500

/**
 * The people themselves as CSV, page by page, to tell them (Art. 34). That their data left the system is written to the audit
 * log before the first line.
 */
export async function exportAffected(
  ctx: Context,
  breachId: string,
  input: AffectedQuery,
  language: Language,
): Promise<AsyncIterable<string>> {
  const people = await countAffected(ctx, input)
  const query = AffectedQuery.parse(input)
  await withTransaction(ctx, (tx) =>
    recordAudit(tx, {
      action: 'breach.export_affected',
      entity: 'breach',
      entityId: breachId,
      after: { people, table: query.table },
    }),
  )
  return lines(ctx, await condition(ctx, query), language)
}

async function* lines(ctx: Context, found: RawBuilder<boolean>, language: Language): AsyncGenerator<string> {
  // The mark tells spreadsheets that this is UTF-8.
  yield `\uFEFF${csvLine(HEADINGS[language])}`
  let after: string | null = null
  do {
    const page: { contact_id: string }[] = (
      await sql<{
        contact_id: string
      }>`select contact.contact_id from contact where contact.business_id = ${ctx.businessId} and ${found}
        and (${after}::uuid is null or contact.contact_id > ${after}::uuid) order by contact.contact_id limit ${PAGE}`.execute(
        ctx.db,
      )
    ).rows
    const opened = await openContacts(
      ctx,
      page.map((row) => row.contact_id),
    )
    yield page
      .map(({ contact_id: id }) => {
        const person = opened.get(id)
        return csvLine([person?.name ?? null, person?.phone ?? null, person?.language ?? null, id])
      })
      .join('')
    after = page.length === PAGE ? (page.at(-1)?.contact_id ?? null) : null
  } while (after !== null)
}

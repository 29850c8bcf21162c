import { type RawBuilder, sql } from 'kysely'
import { requireRole } from '../platform/authorise.ts'
import type { Context } from '../platform/index.ts'
import { findSegment, rulesCondition } from '../segments/index.ts'
import { AFFECTED_TABLES, AffectedQuery } from './breach-entries.ts'
import { REACH, type Reach, ReachCounts, reach, reachJoin } from './reach.ts'

/** A condition over `contact`: whom the query finds. @throws Problem `not_found` for a segment that is not there */
async function condition(ctx: Context, query: AffectedQuery): Promise<RawBuilder<boolean>> {
  const at = sql.ref(`t.${AFFECTED_TABLES[query.table]}`)
  const from = query.from ? sql`and ${at} >= ${query.from}::timestamptz` : sql``
  const to = query.to ? sql`and ${at} < ${query.to}::timestamptz` : sql``
  const inSegment = query.segmentId
    ? sql`and ${rulesCondition(ctx, (await findSegment(ctx, query.segmentId)).rules)}`
    : sql``
  return sql<boolean>`(contact.business_id = ${ctx.businessId} and contact.erased_at is null and contact.merged_into is null ${inSegment}
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

/** How the people that the query finds stand to being told of this breach in the chat. */
export async function countReach(ctx: Context, breachId: string, input: AffectedQuery): Promise<ReachCounts> {
  requireRole(ctx, 'dpo')
  const { rows } = await sql<{ reach: Reach; people: number }>`
    select ${reach} as reach, count(*)::int as people from contact ${reachJoin(ctx, breachId)}
    where contact.business_id = ${ctx.businessId} and ${await condition(ctx, AffectedQuery.parse(input))} group by 1`.execute(
    ctx.db,
  )
  const found = new Map(rows.map((row) => [row.reach, row.people]))
  return ReachCounts.parse(Object.fromEntries(REACH.map((each) => [each, found.get(each) ?? 0])))
}

export interface AffectedPerson {
  contactId: string
  language: string | null
  /** Where their window is open, on a number that is connected. */
  channelId: string | null
  reach: Reach
  attributes: unknown
}

const PAGE = 500

/** The people that the query finds, page by page in a stable order. @param only those who stand so */
export async function* affectedPeople(
  ctx: Context,
  breachId: string,
  input: AffectedQuery,
  only: readonly Reach[] = REACH,
): AsyncGenerator<AffectedPerson[]> {
  const found = await condition(ctx, AffectedQuery.parse(input))
  let after: string | null = null
  do {
    const page: AffectedPerson[] = (
      await sql<AffectedPerson>`
        select contact.contact_id as "contactId", contact.language, contact.attributes, ${reach} as reach,
          case when chat.connected then chat.channel_id end as "channelId"
        from contact ${reachJoin(ctx, breachId)}
        where contact.business_id = ${ctx.businessId} and ${found} and ${reach} = any(${[...only]}::text[])
          and (${after}::uuid is null or contact.contact_id > ${after}::uuid)
        order by contact.contact_id limit ${PAGE}`.execute(ctx.db)
    ).rows
    yield page
    after = page.length === PAGE ? (page.at(-1)?.contactId ?? null) : null
  } while (after !== null)
}

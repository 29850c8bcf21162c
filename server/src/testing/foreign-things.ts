import { sql } from 'kysely'
import { type Context, newId } from '../platform/index.ts'

/**
 * Every id, and every short name, that stands in a row of the business, by the name of its column. Read from the catalog, so that a
 * new table is part of it as soon as it has a row.
 */
export async function thingsOf(ctx: Pick<Context, 'db' | 'businessId'>): Promise<Map<string, Set<string>>> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select c.relname as "table", a.attname as "column" from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and (a.atttypid = 'uuid'::regtype or a.attname = 'key') and a.attname <> 'business_id'
      and exists (select from pg_attribute b where b.attrelid = c.oid and b.attname = 'business_id')`.execute(
    ctx.db,
  )
  const things = new Map<string, Set<string>>()
  for (const { table, column } of columns) {
    const { rows } = await sql<{ value: string }>`
      select distinct ${sql.ref(column)}::text as value from ${sql.table(table)}
      where business_id = ${ctx.businessId} and ${sql.ref(column)} is not null order by 1 limit 2`.execute(
      ctx.db,
    )
    const values = things.get(column) ?? new Set()
    for (const { value } of rows) values.add(value)
    things.set(column, values)
  }
  return things
}

/** Rows that only workers or Meta bring about, put there by hand. */
export async function fillByHand({ db, businessId, clock }: Context, channelId: string): Promise<void> {
  const now = clock.now()
  await sql`insert into contact_import (business_id, import_id, file_name, state, created_at)
    values (${businessId}, ${newId()}, 'leute.csv', 'finished', ${now})`.execute(db)
  await sql`insert into marketing_hold (business_id, channel_id, reason, since) values (${businessId}, ${channelId}, 'quality', ${now})`.execute(
    db,
  )
  await sql`insert into webhook_aside (business_id, aside_id, received_at, reason, updates, shared, body_sealed)
    values (${businessId}, ${newId()}, ${now}, 'unreadable', 1, false, '\\x00')`.execute(db)
  await sql`insert into contact_merge (business_id, merge_id, contact_id, gone_id, because, at, moved, undo_until)
    select business_id, ${newId()}, contact_id, contact_id, 'member', ${now}, '{"rows":{},"taken":[],"inherited":[]}',
      ${now}::timestamptz + interval '1 day' from contact where business_id = ${businessId} limit 1`.execute(
    db,
  )
  await sql`insert into restricted_vault (business_id, contact_id, wrapped, finders, retain_until, created_at)
    select business_id, contact_id, '\\x00', '{}', ${now}, ${now} from contact where business_id = ${businessId} limit 1`.execute(
    db,
  )
  await sql`insert into restricted_unlock (business_id, unlock_id, contact_id, purpose, note_sealed, requested_by, requested_at)
    select business_id, ${newId()}, contact_id, 'legal_claims', '\\x00', ${newId()}, ${now} from restricted_vault
    where business_id = ${businessId}`.execute(db)
  await sql`insert into endpoint (business_id, endpoint_id, name, url, events, state, secret_sealed, created_at, updated_at)
    values (${businessId}, ${newId()}, 'Shop', 'https://shop.example/', '{person.erased}', 'on', '\\x00', ${now}, ${now})`.execute(
    db,
  )
  await sql`insert into delivery (business_id, delivery_id, endpoint_id, event, contact_id, content, at, state, next_at)
    select e.business_id, ${newId()}, e.endpoint_id, 'person.erased', c.contact_id, '{}', ${now}, 'waiting', ${now}
    from endpoint e join contact c on c.business_id = e.business_id where e.business_id = ${businessId} limit 1`.execute(
    db,
  )
  await sql`insert into delivery_attempt (business_id, delivery_id, attempt, at, took_ms, status)
    select business_id, delivery_id, 1, ${now}, 5, 500 from delivery where business_id = ${businessId}`.execute(
    db,
  )
  await sql`insert into template_file (business_id, file_id, name, type, kind, size, created_at)
    values (${businessId}, ${newId()}, 'laden.png', 'image/png', 'image', 1, ${now})`.execute(db)
  await sql`insert into budget (business_id, budget_id, period, amount, created_at, updated_at)
    values (${businessId}, ${newId()}, 'year', 100, ${now}, ${now})`.execute(db)
  await sql`insert into ledger_checkpoint (business_id, size, root, note, signed_at)
    values (${businessId}, 1, 'x', 'x', ${now})`.execute(db)
  await sql`insert into ledger_anchor (business_id, anchor_id, size, kind, by, proof, at, stored_at)
    values (${businessId}, ${newId()}, 1, 'witness', 'w', '\\x00', ${now}, ${now})`.execute(db)
}

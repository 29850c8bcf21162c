import { sql } from 'kysely'
import { type Context, newId } from '../../server/src/platform/index.ts'

interface Table {
  name: string
  columns: string[]
}

/** Multiples of it, less their whole part, lie far from each other, however many. */
const GOLDEN = 0.618033988749895

/**
 * Queues a campaign once more under a new id, to as many people, by copying its rows in every table that has one per message. Each copy
 * begins with somebody else: campaigns take turns, and nobody gets two of them in one go.
 * Freezing again would ask the gate about millions; that is measured elsewhere. Foreign keys are not checked again.
 * @param messages at most so many
 * @returns messages queued
 */
export async function copyCampaign(ctx: Context, campaignId: string, messages: number): Promise<number> {
  const copyId = newId()
  const { businessId } = ctx
  return ctx.db.connection().execute(async (db) => {
    await sql`set session_replication_role = replica`.execute(db)
    await sql`create temporary table copied (old uuid primary key, new uuid)`.execute(db)
    const { numAffectedRows } = await sql`
      with original as (
        select message_id, row_number() over (order by message_id) - 1 as nth from message
        where business_id = ${businessId} and campaign_id = ${campaignId} and state = 'queued' order by message_id limit ${messages}),
      turned as (
        select count(*) as people, floor(count(*) * ((select count(*) from campaign where business_id = ${businessId}) * ${GOLDEN}::numeric % 1))::bigint as by
        from original)
      insert into copied select o.message_id, (left(place.message_id::text, 24) || right(gen_random_uuid()::text, 12))::uuid
      from original o cross join turned join original place on place.nth = (o.nth + turned.by) % turned.people`.execute(
      db,
    )
    await sql`analyze copied`.execute(db)
    const [campaign] = await tablesWith(db, ['campaign_id'], ['message_id'], 'campaign')
    if (!campaign) throw new Error('There is no table of campaigns.')
    const set = (column: string, id: string) =>
      column === 'campaign_id' ? sql`${copyId}::uuid` : sql`${sql.ref(`${id}.${column}`)}`
    await sql`insert into campaign (${names(campaign.columns)})
      select ${sql.join(campaign.columns.map((column) => set(column, 'x')))} from campaign x
      where business_id = ${businessId} and campaign_id = ${campaignId}`.execute(db)
    for (const table of await tablesWith(db, ['campaign_id', 'message_id'], [])) {
      const values = table.columns.map((column) => (column === 'message_id' ? sql`c.new` : set(column, 'x')))
      await sql`insert into ${sql.table(table.name)} (${names(table.columns)})
        select ${sql.join(values)} from copied c join ${sql.table(table.name)} x
          on x.business_id = ${businessId} and x.message_id = c.old and x.campaign_id = ${campaignId}
        order by c.old`.execute(db)
    }
    await sql`drop table copied`.execute(db)
    await sql`set session_replication_role = origin`.execute(db)
    return Number(numAffectedRows ?? 0)
  })
}

const names = (columns: readonly string[]) => sql.join(columns.map((column) => sql.ref(column)))

/** Tables (not their partitions) with all of these columns; `columns` are the ones that can be written. */
async function tablesWith(
  db: Context['db'],
  wanted: readonly string[],
  unwanted: readonly string[],
  name?: string,
): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
    group by c.relname
    having array_agg(a.attname::text) @> ${[...wanted]}::text[] and not array_agg(a.attname::text) && ${[...unwanted]}::text[]
    order by c.relname`.execute(db)
  return rows.filter((table) => name === undefined || table.name === name)
}

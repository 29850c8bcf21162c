import { type RawBuilder, sql } from 'kysely'
import { openPerson, personKey, sealPerson } from '../contacts/index.ts'
import type { Context } from '../platform/index.ts'
import type { Key } from '../platform/vault/index.ts'
import { PERSON_TABLES } from '../privacy/index.ts'

/** By table, the keys of the rows that went over, each value as text. */
export type Moved = Record<string, string[][]>

type Row = Record<string, unknown>

/** A row's own key without the person, as the catalog tells. */
interface KeyColumn {
  name: string
  type: string
}

/** What a member's merge leaves with the record that goes: messages to it that are still under way go to its own address. */
export const SETTLED: Partial<Record<string, RawBuilder<boolean>>> = {
  message: sql`not exists (select 1 from message_queue q where q.business_id = t.business_id and q.message_id = t.message_id)`,
}

interface Way {
  from: string
  to: string
}

/**
 * Hangs all that one record has in a table on another one, and seals anew what was sealed for the person. Where the other one has
 * the same already (the same campaign, the same list), the row stays behind. The list of tables is privacy's, their keys are the
 * catalog's: a new table says there what becomes of it, and cannot be forgotten here. In the caller's transaction.
 * @param only a further condition on the table, by its name
 * @returns the keys of what went over
 */
export async function moveTable(
  tx: Context,
  table: string,
  way: Way,
  only: RawBuilder<boolean> = sql`true`,
): Promise<string[][]> {
  const rules = PERSON_TABLES[table]
  if (!rules) throw new Error(`${table} is not a table of people.`)
  const columns = await keyOf(tx, table, rules.by)
  const sealed = { ...rules.sealed, ...rules.sealedToo }
  const clash = await clashes(tx, table, rules.by, way.to)
  const { rows } = await sql<Row>`
    select ${sql.join([
      ...columns.map(({ name }, at) => sql`${sql.ref(`t.${name}`)}::text as ${sql.ref(`k${at}`)}`),
      ...(Object.keys(sealed).length > 0 ? [sql`t.*`] : []),
    ])}
    from ${sql.table(table)} t
    where t.business_id = ${tx.businessId} and ${sql.ref(`t.${rules.by}`)} = ${way.from} and not (${clash}) and ${only}
    for update of t`.execute(tx.db)
  const keys = rows.map((row) => columns.map((_, at) => String(row[`k${at}`])))
  const places = Object.entries(sealed)
  if (places.length === 0) {
    for (const key of keys) await setRow(tx, table, rules.by, way, columns, key, [])
    return keys
  }
  const hands = await bothKeys(tx, way)
  for (const [at, row] of rows.entries()) {
    const again = places.flatMap(([column, place]) => {
      const value = row[column]
      return value instanceof Uint8Array && hands
        ? [sql`${sql.ref(column)} = ${reseal(tx, hands, way, place(row), value)}::bytea`]
        : []
    })
    await setRow(tx, table, rules.by, way, columns, keys[at] ?? [], again)
  }
  return keys
}

/** Takes rows back that went over; those that are not there any more are left out. */
export async function moveBack(
  tx: Context,
  table: string,
  keys: readonly string[][],
  way: Way,
): Promise<void> {
  if (keys.length === 0) return
  const rules = PERSON_TABLES[table]
  if (!rules) throw new Error(`${table} is not a table of people.`)
  const columns = await keyOf(tx, table, rules.by)
  const wanted = sql<boolean>`(${sql.join(columns.map(({ name }) => sql`${sql.ref(`t.${name}`)}::text`))}) in (${sql.join(
    keys.map((key) => sql`(${sql.join(key)})`),
  )})`
  await moveTable(tx, table, way, wanted)
}

function reseal(
  tx: Context,
  { from, to }: { from: Key; to: Key },
  way: Way,
  place: string,
  value: Uint8Array,
): Buffer {
  return sealPerson(tx, to, way.to, place, openPerson(tx, from, way.from, place, value))
}

async function bothKeys(tx: Context, way: Way): Promise<{ from: Key; to: Key } | null> {
  const [from, to] = [await personKey(tx, way.from), await personKey(tx, way.to)]
  return from && to ? { from, to } : null
}

async function setRow(
  tx: Context,
  table: string,
  by: string,
  way: Way,
  columns: readonly KeyColumn[],
  key: readonly string[],
  changes: readonly RawBuilder<unknown>[],
): Promise<void> {
  const same = columns.map(
    ({ name, type }, at) => sql`and ${sql.ref(name)} = ${key[at]}::text::${sql.raw(type)}`,
  )
  await sql`update ${sql.table(table)} set ${sql.join([sql`${sql.ref(by)} = ${way.to}`, ...changes])}
    where business_id = ${tx.businessId} and ${sql.ref(by)} = ${way.from} ${sql.join(same, sql` `)}`.execute(
    tx.db,
  )
}

/** The columns of the primary key beside business and person. */
async function keyOf(tx: Context, table: string, by: string): Promise<KeyColumn[]> {
  const { rows } = await sql<KeyColumn>`
    select a.attname::text as name, format_type(a.atttypid, null) as type from pg_index x
    join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any(x.indkey)
    where x.indrelid = ${table}::regclass and x.indisprimary and a.attname not in ('business_id', ${by})
      and array_position(x.indkey::smallint[], a.attnum) < x.indnkeyatts
    order by array_position(x.indkey::smallint[], a.attnum)`.execute(tx.db)
  return rows
}

/** Whether the other record has a row that this one would double: by each unique index that holds the person. */
async function clashes(tx: Context, table: string, by: string, to: string): Promise<RawBuilder<boolean>> {
  const { rows } = await sql<{ columns: string[] }>`
    select array_agg(a.attname::text) filter (where a.attname not in ('business_id', ${by})) as columns from pg_index x
    join pg_attribute a on a.attrelid = x.indrelid and a.attnum = any(x.indkey)
    where x.indrelid = ${table}::regclass and x.indisunique and array_position(x.indkey::smallint[], a.attnum) < x.indnkeyatts
    group by x.indexrelid having bool_or(a.attname = ${by})`.execute(tx.db)
  if (rows.length === 0) return sql`false`
  const each = rows.map(({ columns }) => {
    const same = (columns ?? []).map((name) => sql`and ${sql.ref(`o.${name}`)} = ${sql.ref(`t.${name}`)}`)
    return sql`exists (select 1 from ${sql.table(table)} o where o.business_id = t.business_id
      and ${sql.ref(`o.${by}`)} = ${to} ${sql.join(same, sql` `)})`
  })
  return sql`${sql.join(each, sql` or `)}`
}

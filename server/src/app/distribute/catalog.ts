import { sql } from 'kysely'
import type { Db } from '../../platform/db/index.ts'

export interface Key {
  name: string
  columns: string[]
}

export interface ForeignKey extends Key {
  /** The table and columns it refers to, in the order of `columns`. */
  to: string
  toColumns: string[]
}

export interface Trigger {
  name: string
  perStatement: boolean
}

/** What a cluster needs to know of one table; a partitioned table stands for its partitions. */
export interface Table {
  name: string
  columns: string[]
  /** Primary key, unique constraints and unique indexes. */
  uniques: Key[]
  foreignKeys: ForeignKey[]
  triggers: Trigger[]
}

/** Every table of the application, from the catalog of a migrated database. */
export async function readCatalog(db: Db): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
      coalesce((select jsonb_agg(jsonb_build_object('name', i.indexrelid::regclass::text, 'columns', (
          select jsonb_agg(a.attname order by k.position) from unnest(i.indkey::int2[]) with ordinality k (attnum, position)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum)) order by i.indexrelid::regclass::text)
        from pg_index i where i.indrelid = c.oid and i.indisunique), '[]') as uniques,
      coalesce((select jsonb_agg(jsonb_build_object('name', f.conname, 'to', t.relname,
          'columns', (select jsonb_agg(a.attname order by k.position) from unnest(f.conkey) with ordinality k (attnum, position)
            join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k.attnum),
          'toColumns', (select jsonb_agg(a.attname order by k.position) from unnest(f.confkey) with ordinality k (attnum, position)
            join pg_attribute a on a.attrelid = f.confrelid and a.attnum = k.attnum)) order by f.conname)
        from pg_constraint f join pg_class t on t.oid = f.confrelid
        where f.conrelid = c.oid and f.contype = 'f'), '[]') as "foreignKeys",
      coalesce((select jsonb_agg(jsonb_build_object('name', g.tgname, 'perStatement', g.tgtype & 1 = 0) order by g.tgname)
        from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal), '[]') as triggers
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname`.execute(db)
  return rows
}

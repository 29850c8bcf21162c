import { sql } from 'kysely'
import type { Runtime } from '../platform/index.ts'

type Reader = Pick<Runtime, 'db'>

/** Pages of one statement: about 16 MB, so that no statement holds its locks for long. */
const PAGES = 2_000

/** One month of a table, as `create_month` names it. */
export interface Month {
  partition: string
  /** Its first day, `2026-11-01`. */
  first: string
  /** The first day of the next one. */
  end: Date
}

/** The months that a table has partitions for, oldest first; the default partition is not among them. */
export async function monthsOf({ db }: Reader, table: string): Promise<Month[]> {
  const { rows } = await sql<{ partition: string }>`
    select relid::regclass::text as partition from pg_partition_tree(${table}::regclass) where isleaf`.execute(
    db,
  )
  return rows
    .flatMap(({ partition }) => {
      const [, year, month] = /_(\d{4})_(\d{2})$/.exec(partition) ?? []
      if (!year || !month) return []
      return [
        { partition, first: `${year}-${month}-01`, end: new Date(Date.UTC(Number(year), Number(month), 1)) },
      ]
    })
    .sort((a, b) => a.first.localeCompare(b.first))
}

/** The tables that hold the rows: partitions, or the table itself. */
export async function leavesOf({ db }: Reader, table: string): Promise<string[]> {
  const { rows } = await sql<{ leaf: string }>`
    select relid::regclass::text as leaf from pg_partition_tree(${table}::regclass) where isleaf order by 1`.execute(
    db,
  )
  return rows.length > 0 ? rows.map(({ leaf }) => leaf) : [table]
}

/**
 * The ranges of pages of a table, so that one statement each reads and changes a small piece of it, whatever its size and
 * indexes. The last is open: what is written meanwhile belongs to it.
 */
export async function pieces({ db }: Reader, table: string): Promise<string[]> {
  const { rows } = await sql<{ pages: number }>`
    select (pg_relation_size(${table}::regclass) / current_setting('block_size')::int)::int as pages`.execute(
    db,
  )
  const pages = rows[0]?.pages ?? 0
  const ranges: string[] = []
  for (let from = 0; from < pages; from += PAGES) {
    const upper = from + PAGES < pages ? ` and t.ctid < '(${from + PAGES},0)'::tid` : ''
    ranges.push(`t.ctid >= '(${from},0)'::tid${upper}`)
  }
  // Nothing is here: nothing to do, or a distributed table, whose rows one statement reaches where they are.
  return ranges.length > 0 ? ranges : ['true']
}

import { type Kysely, sql } from 'kysely'

/**
 * Every row of every table of every schema as text: what a stolen logical dump would show.
 * @param only one schema, for example without the job queue, which keeps its own time
 */
export async function dump<DB>(db: Kysely<DB>, only: string | null = null): Promise<string> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
      and table_schema = coalesce(${only}, table_schema)`.execute(db)
  let all = ''
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.id(schema, name)} t`.execute(
      db,
    )
    all += `${rows.map(({ row }) => row).join('\n')}\n`
  }
  return all
}

/**
 * Where a dump shows the needle: in the clear, in hex, or in anything that looks like base64. A run of base64 is decoded
 * from each of its first four characters, because what stands before it may belong to the alphabet as well.
 * @returns the start of each text that shows it; none when nothing is found
 */
export function traces(all: string, needles: readonly string[]): string[] {
  const forms = needles.flatMap((needle) => [needle, Buffer.from(needle).toString('hex')])
  const runs = [...all.matchAll(/[A-Za-z0-9+/_-]{12,}={0,2}/g)].map(([run]) => run)
  const decoded = runs.flatMap((run) =>
    [0, 1, 2, 3].map((from) => Buffer.from(run.slice(from), 'base64').toString('latin1')),
  )
  const bytes = [...all.matchAll(/[0-9a-f]{12,}/gi)].flatMap(([run]) =>
    [0, 1].map((from) => Buffer.from(run.slice(from), 'hex').toString('latin1')),
  )
  return [all.toLowerCase(), all, ...decoded, ...bytes]
    .filter((text) => forms.some((form) => text.includes(form)))
    .map((text) => text.slice(0, 80))
}

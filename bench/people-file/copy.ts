import { openAsBlob } from 'node:fs'
import { sql } from 'kysely'
import type { OpenRuntime } from '../../server/src/app/runtime.ts'

/** The same file straight into a table by the database's own COPY: no check, no key, nothing sealed. @returns milliseconds */
export async function copyBare({ database }: OpenRuntime, path: string): Promise<number> {
  await sql`create table bare (name text, phone text primary key, language text, city text)`.execute(
    database.db,
  )
  const from = (place: string) => `copy bare from '${place}' (format csv, delimiter ';', header)`
  const begin = performance.now()
  if (database.pglite) await database.pglite.query(from('/dev/blob'), [], { blob: await openAsBlob(path) })
  else await sql.raw(from(path)).execute(database.db)
  const time = performance.now() - begin
  await sql`drop table bare`.execute(database.db)
  return time
}

/** What an import has written, in an order in which foreign keys hold. */
const WRITTEN = ['contact', 'contact_key', 'contact_identity'] as const

/** The rows of the import once more, by the database alone: into tables like Jawort's own, with their indexes. @returns milliseconds */
export async function writeAgain({ database: { db } }: OpenRuntime): Promise<number> {
  for (const table of WRITTEN)
    await sql`create table ${again(table)} (like ${sql.table(table)} including all)`.execute(db)
  await sql`alter table ${again('contact_identity')} add foreign key (business_id, contact_id)
    references ${again('contact')} (business_id, contact_id)`.execute(db)
  const begin = performance.now()
  for (const table of WRITTEN)
    await sql`insert into ${again(table)} select * from ${sql.table(table)}`.execute(db)
  const time = performance.now() - begin
  for (const table of [...WRITTEN].reverse()) await sql`drop table ${again(table)}`.execute(db)
  return time
}

const again = (table: string) => sql.table(`again_${table}`)

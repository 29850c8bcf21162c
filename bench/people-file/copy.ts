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

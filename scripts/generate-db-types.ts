import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { generate, PostgresDialect, RawExpressionNode } from 'kysely-codegen'
import { type Db, migrate, openDatabase } from '../server/src/platform/db/index.ts'

const FILE = join(import.meta.dirname, '../server/src/platform/db/types.gen.ts')

/** `check (state in ('a', 'b'))` becomes the union `'a' | 'b'`, so that a state is spelled in one place only. */
async function unionsFromChecks(db: Db): Promise<Record<string, RawExpressionNode>> {
  const { rows } = await sql<{ column: string; nullable: boolean; definition: string }>`
    select c.relname || '.' || a.attname as "column", not a.attnotnull as nullable, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
    where k.contype = 'c' and cardinality(k.conkey) = 1 and c.relnamespace = 'public'::regnamespace`.execute(
    db,
  )
  const unions: Record<string, RawExpressionNode> = {}
  for (const { column, nullable, definition } of rows) {
    const list = /= ANY \(ARRAY\[(.+)\]\)/.exec(definition)?.[1]
    if (!list) continue
    const values = [...list.matchAll(/'([^']*)'::/g)].map((match) => `'${match[1]}'`)
    unions[column] = new RawExpressionNode([...values, ...(nullable ? ['null'] : [])].join(' | '))
  }
  return unions
}

/** The TypeScript types of the schema, read from the catalog of a freshly migrated database. */
async function render(): Promise<string> {
  const database = await openDatabase({ databaseUrl: undefined, dataDir: 'memory' })
  try {
    await migrate(database)
    return await generate({
      db: database.db,
      dialect: new PostgresDialect(),
      typeMapping: {
        int8: 'number',
        date: 'string',
        bytea: 'Uint8Array',
        timestamptz: 'Date',
        numeric: 'string',
      },
      overrides: { columns: await unionsFromChecks(database.db) },
      typeOnlyImports: true,
      verify: false,
      logger: undefined,
    })
  } finally {
    await database.close()
  }
}

/**
 * Writes the types, or only compares them.
 * @returns a sentence with the cure when `check` is set and the file is not what the schema says
 */
export async function generateDbTypes(check: boolean): Promise<string | undefined> {
  const wanted = await render()
  if (check) {
    return readFileSync(FILE, 'utf8') === wanted
      ? undefined
      : 'server/src/platform/db/types.gen.ts is not what the migrations say: run `npm run generate`.'
  }
  writeFileSync(FILE, wanted)
  return undefined
}

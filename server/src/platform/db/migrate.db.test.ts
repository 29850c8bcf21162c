import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openTestDatabase } from '../../testing/database.ts'
import { type Database, migrate, openDatabase, SchemaTooNewError } from './index.ts'
import { readMigrations } from './migrate.ts'

const own = readMigrations()
const last = own.at(-1)?.version ?? 0
/** Two migrations after the last one; the second only works when the first ran, and both only once. */
const more = [
  ...own,
  {
    version: last + 1,
    name: 'shelf',
    sql: 'create table shelf (id integer primary key); select pg_sleep(0.05)',
  },
  { version: last + 2, name: 'jar', sql: 'create table jar (id integer); insert into shelf values (1)' },
]

describe('migrations', () => {
  let database: Database & { url: string | undefined }
  beforeAll(async () => {
    database = await openTestDatabase()
  })
  afterAll(() => database.close())

  it('have nothing to do on a database that is up to date', async () => {
    expect(await migrate(database)).toEqual([])
  })

  it('are all or nothing each', async () => {
    const broken = [
      ...own,
      { version: last + 1, name: 'half', sql: 'create table half (id integer); select 1 / 0' },
    ]
    await expect(migrate(database, broken)).rejects.toThrow('division by zero')
    const { rows } = await sql<{ found: string | null }>`select to_regclass('half')::text as found`.execute(
      database.db,
    )
    expect(rows).toEqual([{ found: null }])
  })

  it('are applied once by two that start together', async () => {
    const { url } = database
    // PGlite belongs to one process: there, two starts in it meet on the same engine.
    const second = url ? await openDatabase({ databaseUrl: url, dataDir: 'memory', poolSize: 1 }) : database
    const applied = await Promise.all([migrate(database, more), migrate(second, more)])
    if (url) await second.close()
    expect(applied.flat().sort()).toEqual(['jar', 'shelf'])
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from shelf`.execute(
      database.db,
    )
    expect(rows).toEqual([{ count: 1 }])
    const { rows: known } = await sql<{ version: number }>`
      select version from schema_migration order by version`.execute(database.db)
    expect(known.map((row) => row.version)).toEqual(more.map((migration) => migration.version))
  })

  it('refuse a schema that a newer program made', async () => {
    await expect(migrate(database)).rejects.toThrow(SchemaTooNewError)
    await expect(migrate(database)).rejects.toThrow(`at schema ${last + 2}, this program knows ${last}`)
  })

  it.runIf(inject('store') === 'postgres')(
    'build an empty database from the beginning, once for two',
    async () => {
      const name = `test_empty_${process.pid}`
      await sql`create database ${sql.raw(name)}`.execute(database.db)
      const url = new URL(database.url ?? '')
      url.pathname = `/${name}`
      const both = await Promise.all(
        [1, 2].map(() => openDatabase({ databaseUrl: url.href, dataDir: 'memory', poolSize: 1 })),
      )
      try {
        const applied = await Promise.all(both.map((each) => migrate(each)))
        expect(applied.flat().sort()).toEqual(own.map((migration) => migration.name).sort())
      } finally {
        await Promise.all(both.map((each) => each.close()))
      }
    },
  )
})

describe('migration files', () => {
  const read = (...files: string[]) => {
    const folder = mkdtempSync(join(tmpdir(), 'jawort-migrations-'))
    try {
      for (const file of files) writeFileSync(join(folder, file), 'select 1')
      return readMigrations(folder).map(({ version, name }) => `${version} ${name}`)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  it('are read in order', () => {
    expect(read('0002_b.sql', '0001_a.sql', 'README.md')).toEqual(['1 a', '2 b'])
  })

  it.each(['1_a.sql', '0001-a.sql', '0001_A.sql', 'a.sql'])('must not be named %s', (file) => {
    expect(() => read(file)).toThrow(`${file}: a migration is named`)
  })

  it('must be numbered without a gap and without a number given twice', () => {
    expect(() => read('0001_a.sql', '0003_c.sql')).toThrow(
      '0003_c.sql: the next migration has the number 0002',
    )
    expect(() => read('0001_a.sql', '0002_b.sql', '0002_c.sql')).toThrow('0002_c.sql')
  })
})

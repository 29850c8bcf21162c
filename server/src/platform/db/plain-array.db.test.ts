import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase } from '../../testing/database.ts'
import { type Database, plainArray } from './index.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

it('ids, numbers and flags arrive as they were, and what is missing stays missing', async () => {
  const row = fc.tuple(fc.option(fc.uuid()), fc.option(fc.integer({ min: 0, max: 9_999 })), fc.boolean())
  await fc.assert(
    fc.asyncProperty(fc.array(row), async (rows) => {
      const column = (at: 0 | 1 | 2) => plainArray(rows.map((each) => each[at]))
      const { rows: back } = await sql<{ id: string | null; n: number | null; flag: boolean }>`
        select * from unnest(${column(0)}::uuid[], ${column(1)}::int[], ${column(2)}::boolean[]) as given (id, n, flag)`.execute(
        database.db,
      )
      expect(back.map(({ id, n, flag }) => [id, n, flag])).toEqual(rows)
    }),
    { numRuns: 50 },
  )
})

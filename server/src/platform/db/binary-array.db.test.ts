import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase } from '../../testing/database.ts'
import { binaryArray } from './binary-array.ts'
import type { Database } from './index.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.includes('\u0000'))
const row = fc.tuple(fc.option(text), fc.option(fc.uint8Array()))

it('an array in binary form arrives as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row), async (rows) => {
      const texts = binaryArray(
        'text',
        rows.map(([value]) => value),
      )
      const bytes = binaryArray(
        'bytea',
        rows.map(([, value]) => value && Buffer.from(value)),
      )
      const { rows: back } = await sql<{ text: string | null; bytes: Uint8Array | null }>`
        select * from unnest(${texts}::text[], ${bytes}::bytea[]) as given (text, bytes)`.execute(database.db)
      expect(back.map((each) => [each.text, each.bytes && [...each.bytes]])).toEqual(
        rows.map(([value, raw]) => [value, raw && [...raw]]),
      )
    }),
    { numRuns: 50 },
  )
})

import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '../../server/src/platform/db/index.ts'
import { heardLater } from './heard-later.ts'

/** The least that a withdrawal could be: one transaction, one row; at the same rate until the signal. @returns milliseconds each */
export async function bareRows(db: Db, rate: number, stop: AbortSignal): Promise<number[]> {
  await sql`create table bench_row (id integer primary key, changed integer not null)`.execute(db)
  await sql`insert into bench_row select n, 0 from generate_series(1, 10000) n`.execute(db)
  const times: number[] = []
  const all: Promise<unknown>[] = []
  for (let id = 1; !stop.aborted; id++) {
    const began = performance.now()
    const change = db
      .transaction()
      .execute((trx) =>
        sql`update bench_row set changed = changed + 1 where id = ${(id % 10_000) + 1}`.execute(trx),
      )
    all.push(heardLater(change.then(() => times.push(performance.now() - began))))
    await pause(1_000 / rate)
  }
  await Promise.all(all)
  return times
}

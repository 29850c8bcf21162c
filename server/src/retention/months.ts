import { sql } from 'kysely'
import type { Runtime } from '../platform/index.ts'
import { monthsOf } from './tables.ts'

/** Tables that are kept by month. */
export const BY_MONTH = ['message', 'webhook_update'] as const

/** How many months ahead there is always room. */
const AHEAD = 3
/** Any fixed number: whoever holds it is the one process that makes months. */
const LOCK = 7_307_110_120

/**
 * Makes room for this month and the next three. Several processes may ask at once. Where rows of a month already lie in the
 * default partition they stay there, and everything goes on working; they go from there when their time has come.
 * @returns the partitions made now
 */
export async function ensureMonths(runtime: Runtime): Promise<string[]> {
  const made: string[] = []
  const now = runtime.clock.now()
  for (const table of BY_MONTH) {
    const there = new Set((await monthsOf(runtime, table)).map((month) => month.first))
    for (let step = 0; step <= AHEAD; step++) {
      const first = firstOfMonth(now, step)
      if (!there.has(first) && (await make(runtime, table, first))) made.push(`${table} ${first}`)
    }
  }
  return made
}

/** For the start of a process: a missing month must not keep it from starting, the rows then go to the default partition. */
export async function ensureMonthsOrSay(runtime: Runtime): Promise<void> {
  try {
    await ensureMonths(runtime)
  } catch (error) {
    runtime.log.warn({ err: error }, 'no room was made for the coming months; tried again tonight')
  }
}

/** The first day of the month `step` months from `at`, as an ISO date in UTC. */
export function firstOfMonth(at: Date, step: number): string {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + step, 1)).toISOString().slice(0, 10)
}

async function make({ db, log }: Runtime, table: string, first: string): Promise<boolean> {
  const made = await db.transaction().execute(async (trx) => {
    // The parent is locked for a moment; whoever holds it longer must not make everybody wait behind us.
    await sql`set local lock_timeout to '3s'`.execute(trx)
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK)})`.execute(trx)
    const { rows } = await sql<{
      made: boolean
    }>`select create_month(${table}, ${first}::date) as made`.execute(trx)
    return rows[0]?.made ?? false
  })
  if (!made)
    log.debug({ table, first }, 'the month lies in the default partition, or another process made it')
  return made
}

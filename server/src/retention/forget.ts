import { type RawBuilder, sql } from 'kysely'
import { keepFigures } from '../campaigns/index.ts'
import { createContext, DAY, type Runtime, withTransaction } from '../platform/index.ts'
import { firstOfMonth } from './months.ts'
import { REGISTER } from './register.ts'
import type { Rule, Span } from './rule.ts'
import { leavesOf, type Month, monthsOf, pieces } from './tables.ts'

/** What one rule did to one table. */
export interface Forgotten {
  table: string
  what: string
  rows: number
  months: string[]
}

/**
 * Does what the register says, table by table: drops the months that are over, deletes and empties rows past their time in
 * small steps. Safe to run twice at once and to be broken off anywhere.
 * @returns what went
 */
export async function forgetOld(runtime: Runtime): Promise<Forgotten[]> {
  const forgotten: Forgotten[] = []
  await keepAllFigures(runtime)
  for (const [table, rules] of Object.entries(REGISTER)) {
    for (const rule of rules) {
      if (rule.does === 'keep') continue
      const done = await apply(runtime, table, rule)
      if (done.rows > 0 || done.months.length > 0) forgotten.push({ table, what: rule.what, ...done })
    }
  }
  return forgotten
}

type Done = Pick<Forgotten, 'rows' | 'months'>

async function apply(runtime: Runtime, table: string, rule: Exclude<Rule, { does: 'keep' }>): Promise<Done> {
  const cutoff = cutoffOf(runtime, rule.days)
  if (rule.does === 'drop months') {
    return table === 'message' ? dropMessages(runtime, cutoff) : dropWebhooks(runtime, cutoff)
  }
  if (rule.does === 'delete' && rule.verb) return { rows: await rule.verb(runtime), months: [] }
  let rows = await forgetRows(runtime, table, rule, cutoff)
  if (rule.business) rows += await applyShorter(runtime, table, rule, rule.business.key)
  return { rows, months: [] }
}

type RowRule = Extract<Rule, { does: 'delete' | 'empty' }>

/** @param businessId only the rows of this business */
async function forgetRows(
  runtime: Runtime,
  table: string,
  rule: RowRule,
  cutoff: Date,
  businessId?: string,
): Promise<number> {
  const change =
    rule.does === 'delete'
      ? (leaf: string) => `delete from ${leaf} t where `
      : (leaf: string) => `update ${leaf} t set ${rule.column} = null where t.${rule.column} is not null and `
  const only = rule.does === 'delete' && rule.only ? ` and ${rule.only}` : ''
  const own = businessId ? sql`and t.business_id = ${businessId}` : sql``
  let rows = 0
  for (const leaf of await leavesOf(runtime, table)) {
    for (const piece of await pieces(runtime, leaf)) {
      const result =
        await sql`${sql.raw(`${change(leaf)}${piece}${only}`)} ${own} and ${sql.ref(`t.${rule.since}`)} < ${cutoff}`.execute(
          runtime.db,
        )
      rows += Number(result.numAffectedRows ?? 0)
    }
  }
  return rows
}

/** What businesses want to keep shorter than the register says. */
async function applyShorter(runtime: Runtime, table: string, rule: RowRule, key: string): Promise<number> {
  const settings = await runtime.db
    .selectFrom('retention_setting')
    .select(['business_id', 'days'])
    .where('rule', '=', key)
    .execute()
  let rows = 0
  for (const { business_id: businessId, days } of settings) {
    if (rule.days !== 'as messages' && days >= rule.days) continue
    rows += await forgetRows(runtime, table, rule, cutoffOf(runtime, days), businessId)
  }
  return rows
}

/** Before this moment a thing is past its time. Messages are kept by whole months. */
function cutoffOf({ clock, config }: Pick<Runtime, 'clock' | 'config'>, span: Span): Date {
  const now = clock.now()
  return span === 'as messages'
    ? new Date(firstOfMonth(now, -config.keepMessagesMonths))
    : new Date(now.getTime() - span * DAY)
}

/** The reports of old campaigns become counters before their rows may go. */
async function keepAllFigures(runtime: Runtime): Promise<void> {
  const cutoff = cutoffOf(runtime, 'as messages')
  const businesses = await runtime.db.selectFrom('business').select('business_id').execute()
  for (const { business_id } of businesses) {
    const ctx = createContext(runtime, business_id, { kind: 'system', job: 'retention' })
    await withTransaction(ctx, (tx) => keepFigures(tx, cutoff))
  }
}

/** A month of messages goes when all of it is past its time, nothing in it is still to be sent and its campaigns have their figures. */
async function dropMessages(runtime: Runtime, cutoff: Date): Promise<Done> {
  const done: Done = { rows: 0, months: [] }
  for (const month of await monthsOf(runtime, 'message')) {
    if (month.end > cutoff) break
    const open = await sql`select 1 from message_queue where month = ${month.first} limit 1`.execute(
      runtime.db,
    )
    if (open.rows.length > 0) {
      runtime.log.warn(
        { month: month.first },
        'messages of this month are still queued, it is kept: end its campaigns',
      )
      continue
    }
    if (await lacksFigures(runtime, month)) continue
    if (await drop(runtime, month)) done.months.push(month.first)
  }
  for (const piece of await pieces(runtime, 'message_default')) {
    const result = await sql`delete from message_default t where ${sql.raw(piece)} and t.month < ${cutoff}
      and not exists (select 1 from message_queue q where q.business_id = t.business_id and q.message_id = t.message_id)`.execute(
      runtime.db,
    )
    done.rows += Number(result.numAffectedRows ?? 0)
  }
  return done
}

/** A campaign that ended after this run had kept the figures gets its own the next time; its messages wait for it. */
async function lacksFigures({ db }: Runtime, { first, end }: Month): Promise<boolean> {
  const { rows } = await sql`select 1 from campaign c
    where c.launched_at >= ${new Date(first)} and c.launched_at < ${end} and not exists (
      select 1 from campaign_figures f where f.business_id = c.business_id and f.campaign_id = c.campaign_id) limit 1`.execute(
    db,
  )
  return rows.length > 0
}

/** A month of webhooks goes when nothing in it came in lately (Meta repeats for days) or still waits. */
async function dropWebhooks(runtime: Runtime, cutoff: Date): Promise<Done> {
  const done: Done = { rows: 0, months: [] }
  for (const month of await monthsOf(runtime, 'webhook_update')) {
    if (month.end > cutoff) break
    const waiting = sql`select 1 from webhook_waiting where month = ${month.first}`
    const needed = await sql`select 1 from ${sql.raw(month.partition)} where received_at >= ${cutoff}
      union all ${waiting} limit 1`.execute(runtime.db)
    if (needed.rows.length > 0) continue
    // What came in since is waiting: nothing is dropped that was taken and not processed.
    if (await drop(runtime, month, waiting)) done.months.push(month.first)
  }
  return done
}

/** @param needed asked once nobody can write to the month any more: with a row in it the month stays */
async function drop({ db }: Runtime, { partition }: Month, needed?: RawBuilder<unknown>): Promise<boolean> {
  const trx = await db.startTransaction().execute()
  try {
    // Parent and referenced tables are locked for a moment: rather tomorrow than everybody waiting behind us.
    await sql`set local lock_timeout to '3s'`.execute(trx)
    await sql`drop table if exists ${sql.raw(partition)}`.execute(trx)
    const stays = needed && (await needed.execute(trx)).rows.length > 0
    await (stays ? trx.rollback() : trx.commit()).execute()
    return !stays
  } catch (error) {
    await trx.rollback().execute()
    throw error
  }
}

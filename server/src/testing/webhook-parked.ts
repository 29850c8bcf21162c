import { sql } from 'kysely'
import { businessKey } from '../businesses/index.ts'
import type { Context } from '../platform/index.ts'

/** What of a payload is shown. */
const SHOWN = 2_000

/**
 * What processing left undone although it could be read: updates that still wait, and those that were put aside because of an
 * error of ours or of the database's.
 * @returns a sentence for each
 */
export async function leftUndone(ctx: Context): Promise<string[]> {
  const { rows: waiting } = await sql<{ lane: string; count: number }>`
    select lane, count(*)::int as count from webhook_waiting where business_id = ${ctx.businessId} group by lane`.execute(
    ctx.db,
  )
  const { rows: parked } = await sql<{ key: string; problem: string; sealed: Uint8Array }>`
    select update_key as key, problem, payload_sealed as sealed from webhook_update
    where business_id = ${ctx.businessId} and problem <> 'unreadable' order by received_at, update_key`.execute(
    ctx.db,
  )
  const key = await businessKey(ctx)
  return [
    ...waiting.map(({ lane, count }) => `${count} of "${lane}" still wait.`),
    ...parked.map((row) => {
      const payload = ctx.vault.open(key, row.sealed, `webhook:${row.key}`)
      return `Put aside because of "${row.problem}": ${payload.slice(0, SHOWN)}`
    }),
  ]
}

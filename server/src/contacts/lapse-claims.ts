import { sql } from 'kysely'
import { recordAudit } from '../audit/index.ts'
import { type Context, createContext, DAY, type Runtime, withTransaction } from '../platform/index.ts'
import { claimsUndecided } from './hooks.ts'

/** How long a list may wait for its second member; a business may make it shorter (C-43). */
export const UNDECIDED = { rule: 'undecided_claims', days: 30, shortest: 7 } as const

/** Members are reminded so many days before. */
const REMIND_DAYS = 7

/** Days that this row's business lets a list wait; over `a`, an attestation. */
export const daysToDecide = sql<number>`coalesce((select least(r.days, ${sql.lit(UNDECIDED.days)}) from retention_setting r
  where r.business_id = a.business_id and r.rule = ${sql.lit(UNDECIDED.rule)}), ${sql.lit(UNDECIDED.days)})`

/** When a list that nobody decides on lapses. */
export function lapsesAt(attestedAt: Date, days: number): Date {
  return new Date(attestedAt.getTime() + days * DAY)
}

/**
 * What a list claims and nobody decided on in time lapses: its claims are destroyed, as if they had been refused, and no member
 * stands behind it (C-19, C-43). A week before, members are told. Safe to run twice.
 * @returns how many claims went
 */
export async function lapseClaims(runtime: Runtime): Promise<number> {
  const now = runtime.clock.now()
  const { rows } = await sql<{ business_id: string; import_id: string; days: number }>`
    select a.business_id, a.import_id, ${daysToDecide} as days from import_attestation a where a.state = 'waiting'
      and a.attested_at <= ${now}::timestamptz - (${daysToDecide} - ${REMIND_DAYS}) * interval '1 day'`.execute(
    runtime.db,
  )
  let gone = 0
  for (const { business_id: businessId, import_id: importId, days } of rows) {
    const ctx = createContext(runtime, businessId, { kind: 'system', job: 'retention' })
    gone += await withTransaction(ctx, (tx) => lapse(tx, importId, days))
  }
  return gone
}

async function lapse(tx: Context, importId: string, days: number): Promise<number> {
  const row = await tx.db
    .selectFrom('import_attestation')
    .select('attested_at')
    .where('business_id', '=', tx.businessId)
    .where('import_id', '=', importId)
    .where('state', '=', 'waiting')
    .forUpdate()
    .executeTakeFirst()
  if (!row) return 0
  const now = tx.clock.now()
  const end = lapsesAt(row.attested_at, days)
  if (end > now) {
    await tx.hooks.run(claimsUndecided, tx, { importId, lapsesAt: end, lapsed: false })
    return 0
  }
  // Silence refuses: decided, and by nobody.
  await tx.db
    .updateTable('import_attestation')
    .set({ state: 'refused', decided_at: now })
    .where('business_id', '=', tx.businessId)
    .where('import_id', '=', importId)
    .execute()
  const { numDeletedRows } = await tx.db
    .deleteFrom('import_claim')
    .where('business_id', '=', tx.businessId)
    .where('import_id', '=', importId)
    .executeTakeFirst()
  const claims = Number(numDeletedRows)
  await recordAudit(tx, {
    action: 'contact_import.lapse',
    entity: 'contact_import',
    entityId: importId,
    after: { claims, days },
  })
  await tx.hooks.run(claimsUndecided, tx, { importId, lapsesAt: end, lapsed: true })
  return claims
}

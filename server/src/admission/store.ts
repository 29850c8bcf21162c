import { businessKey } from '../businesses/index.ts'
import type { Context } from '../platform/index.ts'
import { Application } from './application.ts'

export type State = 'draft' | 'applied' | 'approved' | 'refused'

/** An admission as it is kept. */
export interface Admission {
  state: State
  application: Application
  appliedAt: Date | null
  /** The account of whoever applied; null when it was the command line. */
  appliedBy: string | null
  decidedAt: Date | null
  decidedBy: 'member' | 'operator' | 'command_line' | null
  decidedById: string | null
  reason: string | null
}

const PLACE = 'admission'

/** What the business said about itself, opened; null when it has said nothing. */
export async function findAdmission(ctx: Context): Promise<Admission | null> {
  const row = await ctx.db
    .selectFrom('admission')
    .selectAll()
    .where('business_id', '=', ctx.businessId)
    .executeTakeFirst()
  if (!row) return null
  const text = ctx.vault.open(await businessKey(ctx), row.application_sealed, PLACE)
  return {
    state: row.state,
    application: Application.parse(JSON.parse(text)),
    appliedAt: row.applied_at,
    appliedBy: row.applied_account,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    decidedById: row.decided_by_id,
    reason: row.reason,
  }
}

/** Writes it whole; in the caller's transaction. */
export async function writeAdmission(tx: Context, admission: Admission): Promise<void> {
  const { application } = admission
  const columns = {
    state: admission.state,
    vertical: application.vertical,
    list_origin: application.listOrigin,
    application_sealed: tx.vault.seal(await businessKey(tx), JSON.stringify(application), PLACE),
    applied_at: admission.appliedAt,
    applied_account: admission.appliedBy,
    decided_at: admission.decidedAt,
    decided_by: admission.decidedBy,
    decided_by_id: admission.decidedById,
    reason: admission.reason,
    updated_at: tx.clock.now(),
  }
  await tx.db
    .insertInto('admission')
    .values({ business_id: tx.businessId, ...columns })
    .onConflict((conflict) => conflict.column('business_id').doUpdateSet(columns))
    .execute()
}

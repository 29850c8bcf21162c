import type { Context } from '../platform/index.ts'
import type { Business } from './business.ts'

/** Moves the business between trial, live and frozen; who may, and the audit, are the caller's. In the caller's transaction. */
export async function setBusinessState(tx: Context, state: Business['state']): Promise<void> {
  await tx.db.updateTable('business').set({ state }).where('business_id', '=', tx.businessId).execute()
}

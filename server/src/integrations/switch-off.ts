import { recordAudit } from '../audit/index.ts'
import type { Context } from '../platform/index.ts'
import { notify } from '../standing/index.ts'

export type OffReason = 'member' | 'gone' | 'failing'

/**
 * Switches an endpoint off, in the caller's transaction, which holds its row: nothing new is written for it, and what still waits is
 * dead, so that nothing waits without an end. Unless a member did it, the business is told.
 */
export async function switchOff(tx: Context, endpointId: string, reason: OffReason): Promise<void> {
  const now = tx.clock.now()
  const { name } = await tx.db
    .updateTable('endpoint')
    .set({ state: 'off', off_reason: reason, updated_at: now })
    .where('business_id', '=', tx.businessId)
    .where('endpoint_id', '=', endpointId)
    .returning('name')
    .executeTakeFirstOrThrow()
  const ended = await tx.db
    .updateTable('delivery')
    .set({ state: 'dead', last_failure: 'off', claimed_until: null, done_at: now })
    .where('business_id', '=', tx.businessId)
    .where('endpoint_id', '=', endpointId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  if (reason === 'member') return
  await recordAudit(tx, {
    action: 'endpoint.switch_off',
    entity: 'endpoint',
    entityId: endpointId,
    before: { state: 'on' },
    after: { state: 'off', reason, dead: Number(ended.numUpdatedRows) },
  })
  await notify(tx, {
    kind: `endpoint.${reason}`,
    severity: 'critical',
    entity: 'endpoint',
    entityId: endpointId,
    data: { name },
  })
}

import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, HOUR, withTransaction } from '../platform/index.ts'
import type { EndpointWithSecret } from './create-endpoint.ts'
import { findEndpoint, lockEndpoint } from './endpoint.ts'
import { newSecret, sealSecret } from './secret.ts'

/** Time to teach the receiver the new secret; until then deliveries carry a signature of each. */
const BOTH_FOR = 24 * HOUR

/**
 * Replaces the secret. The one before signs for another day beside it; one that was replaced even earlier is out at once.
 * @throws Problem `not_found`
 */
export async function rotateSecret(ctx: Context, endpointId: string): Promise<EndpointWithSecret> {
  requireRole(ctx)
  const secret = newSecret()
  return withTransaction(ctx, async (tx) => {
    await lockEndpoint(tx, endpointId)
    const now = tx.clock.now()
    await tx.db
      .updateTable('endpoint')
      .set((eb) => ({ previous_sealed: eb.ref('secret_sealed') }))
      .set({
        secret_sealed: await sealSecret(tx, endpointId, secret),
        previous_until: new Date(now.getTime() + BOTH_FOR),
        updated_at: now,
      })
      .where('business_id', '=', tx.businessId)
      .where('endpoint_id', '=', endpointId)
      .execute()
    await recordAudit(tx, {
      action: 'endpoint.rotate',
      entity: 'endpoint',
      entityId: endpointId,
      after: { bothForHours: BOTH_FOR / HOUR },
    })
    return { endpoint: await findEndpoint(tx, endpointId), secret }
  })
}

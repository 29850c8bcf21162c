import { sql } from 'kysely'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem, withTransaction } from '../platform/index.ts'
import { type DeliveryView, getDelivery } from './delivery.ts'
import { type EndpointView, lockEndpoint } from './endpoint.ts'
import { TEST_EVENT } from './events.ts'
import { deliveryRow, wake } from './outbox.ts'

/** Due now, with all its rests before it; the receiver sees the same id as before. */
const anew = (tx: Context) => ({
  state: 'waiting' as const,
  begun: sql<number>`attempts`,
  next_at: tx.clock.now(),
  done_at: null,
  claimed_until: null,
})

function requireOn(endpoint: EndpointView): void {
  if (endpoint.state === 'on') return
  throw new Problem('conflict', 'endpoint_off', {
    de: 'Dieser Endpunkt ist ausgeschaltet. Schalte ihn zuerst ein.',
    en: 'This endpoint is switched off. Switch it on first.',
  })
}

/**
 * Delivers one thing again, whether it arrived before or not; one that waits for its next attempt is tried now.
 * @throws Problem `not_found`, `endpoint_off`, `delivery_busy` while an attempt is under way
 */
export async function deliverAgain(ctx: Context, deliveryId: string): Promise<DeliveryView> {
  requireRole(ctx)
  const { endpointId } = await getDelivery(ctx, deliveryId)
  return withTransaction(ctx, async (tx) => {
    requireOn(await lockEndpoint(tx, endpointId))
    const changed = await tx.db
      .updateTable('delivery')
      .set(anew(tx))
      .where('business_id', '=', tx.businessId)
      .where('delivery_id', '=', deliveryId)
      .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', tx.clock.now())]))
      .returning('delivery_id')
      .executeTakeFirst()
    if (!changed) {
      throw new Problem('conflict', 'delivery_busy', {
        de: 'Ein Versuch läuft gerade. Bitte sieh gleich noch einmal nach.',
        en: 'An attempt is under way. Please look again in a moment.',
      })
    }
    await recordAudit(tx, {
      action: 'delivery.again',
      entity: 'delivery',
      entityId: deliveryId,
      after: { endpointId },
    })
    wake(tx)
    return getDelivery(tx, deliveryId)
  })
}

/**
 * Delivers everything again that an endpoint never took, for example after it was repaired. Tests are left out.
 * @returns how many deliveries
 * @throws Problem `not_found`, `endpoint_off`
 */
export async function deliverDead(ctx: Context, endpointId: string): Promise<{ count: number }> {
  requireRole(ctx)
  return withTransaction(ctx, async (tx) => {
    requireOn(await lockEndpoint(tx, endpointId))
    const changed = await tx.db
      .updateTable('delivery')
      .set(anew(tx))
      .where('business_id', '=', tx.businessId)
      .where('endpoint_id', '=', endpointId)
      .where('state', '=', 'dead')
      .where('event', '!=', TEST_EVENT)
      .executeTakeFirst()
    const count = Number(changed.numUpdatedRows)
    await recordAudit(tx, {
      action: 'endpoint.deliver_dead',
      entity: 'endpoint',
      entityId: endpointId,
      after: { count },
    })
    wake(tx)
    return { count }
  })
}

/** Writes a delivery that says nothing, to see whether an endpoint takes it. @throws Problem `not_found`, `endpoint_off` */
export async function testEndpoint(ctx: Context, endpointId: string): Promise<DeliveryView> {
  requireRole(ctx)
  return withTransaction(ctx, async (tx) => {
    requireOn(await lockEndpoint(tx, endpointId))
    const row = deliveryRow(tx, endpointId, {
      event: TEST_EVENT,
      contactId: null,
      content: {},
      at: tx.clock.now(),
    })
    await tx.db.insertInto('delivery').values(row).execute()
    await recordAudit(tx, { action: 'endpoint.test', entity: 'endpoint', entityId: endpointId })
    wake(tx)
    return getDelivery(tx, row.delivery_id)
  })
}

import { type Context, withTransaction } from '../platform/index.ts'
import { notifyHourly } from '../standing/index.ts'
import type { Claimed } from './claim.ts'
import type { Outcome } from './failures.ts'
import { GIVE_UP_AFTER, restAfter } from './rests.ts'
import { switchOff } from './switch-off.ts'

interface Attempted extends Outcome {
  at: Date
  tookMs: number
}

/**
 * Writes down what an attempt came to: delivered, another one later, or dead, which the business is told of. An endpoint that answers 410 is
 * switched off, and so is one that took nothing for five days.
 */
export async function settle(
  ctx: Context,
  endpointId: string,
  claimed: Claimed,
  attempted: Attempted,
): Promise<void> {
  await withTransaction(ctx, async (tx) => {
    // Always the endpoint first, then its deliveries: whoever switches it off takes them in the same order.
    const endpoint = await tx.db
      .selectFrom('endpoint')
      .select(['name', 'state', 'failing_since'])
      .where('business_id', '=', tx.businessId)
      .where('endpoint_id', '=', endpointId)
      .forNoKeyUpdate()
      .executeTakeFirst()
    if (!endpoint) return
    const state = await settleDelivery(tx, claimed, attempted)
    if (!state) return
    await noteAttempt(tx, claimed, attempted)
    const { at, status, failure } = attempted
    const failingSince = failure === null ? null : (endpoint.failing_since ?? at)
    await tx.db
      .updateTable('endpoint')
      .set({ last_at: at, last_status: status, last_failure: failure, failing_since: failingSince })
      .where('business_id', '=', tx.businessId)
      .where('endpoint_id', '=', endpointId)
      .execute()
    const why = endpoint.state === 'on' ? whyOff(attempted, failingSince) : null
    if (why) await switchOff(tx, endpointId, why)
    else if (state === 'dead') await tellDead(tx, endpointId, endpoint.name)
  })
}

/** @returns the delivery's state now; undefined when it is not ours to settle any more */
async function settleDelivery(
  tx: Context,
  { deliveryId, attempt, begun }: Claimed,
  { at, status, failure }: Attempted,
): Promise<'waiting' | 'delivered' | 'dead' | undefined> {
  const rest = failure === null ? null : restAfter(attempt - begun)
  const state = failure === null ? 'delivered' : rest === null ? 'dead' : 'waiting'
  const settled = await tx.db
    .updateTable('delivery')
    .set({
      state,
      ...(rest === null ? { done_at: at } : { next_at: new Date(at.getTime() + rest) }),
      claimed_until: null,
      last_status: status,
      last_failure: failure,
    })
    .where('business_id', '=', tx.businessId)
    .where('delivery_id', '=', deliveryId)
    // Somebody else has it in hand by now, or it is not waiting any more.
    .where('attempts', '=', attempt)
    .where('state', '=', 'waiting')
    .returning('delivery_id')
    .executeTakeFirst()
  return settled && state
}

async function noteAttempt(
  tx: Context,
  { deliveryId, attempt }: Claimed,
  { at, tookMs, status, failure }: Attempted,
): Promise<void> {
  await tx.db
    .insertInto('delivery_attempt')
    .values({
      business_id: tx.businessId,
      delivery_id: deliveryId,
      attempt,
      at,
      took_ms: tookMs,
      status,
      failure,
    })
    .execute()
}

function whyOff({ at, failure }: Attempted, failingSince: Date | null): 'gone' | 'failing' | null {
  if (failure === 'gone') return 'gone'
  return failingSince && at.getTime() - failingSince.getTime() >= GIVE_UP_AFTER ? 'failing' : null
}

async function tellDead(tx: Context, endpointId: string, name: string): Promise<void> {
  await notifyHourly(tx, {
    kind: 'endpoint.dead',
    severity: 'warning',
    entity: 'endpoint',
    entityId: endpointId,
    data: { name },
  })
}

import { type Context, newId } from '../platform/index.ts'
import type { Content, EventName } from './events.ts'

/** Raised after deliveries were committed; wakes the worker. */
export const WAKE = 'integrations'

/** Rows of one statement. */
const BATCH = 1_000

export interface Happening {
  event: EventName
  contactId: string
  content: Content
  at: Date
}

/**
 * Writes a delivery for every endpoint that wants to hear of it, in the transaction of what happened: both become true together, or
 * neither. A business without endpoints pays one small look-up.
 */
export async function tellEndpoints(tx: Context, happenings: readonly Happening[]): Promise<void> {
  if (happenings.length === 0) return
  const endpoints = await tx.db
    .selectFrom('endpoint')
    .select(['endpoint_id', 'events'])
    .where('business_id', '=', tx.businessId)
    .where('state', '=', 'on')
    .execute()
  const rows = happenings.flatMap((happening) =>
    endpoints
      .filter(({ events }) => events.includes(happening.event))
      .map((endpoint) => deliveryRow(tx, endpoint.endpoint_id, happening)),
  )
  for (let from = 0; from < rows.length; from += BATCH) {
    await tx.db
      .insertInto('delivery')
      .values(rows.slice(from, from + BATCH))
      .execute()
  }
  if (rows.length > 0) wake(tx)
}

/** A delivery that is due at once. */
export function deliveryRow(
  tx: Context,
  endpointId: string,
  { event, contactId, content, at }: { event: string; contactId: string | null; content: Content; at: Date },
) {
  return {
    business_id: tx.businessId,
    delivery_id: newId(),
    endpoint_id: endpointId,
    event,
    contact_id: contactId,
    content: JSON.stringify(content),
    at,
    state: 'waiting' as const,
    next_at: tx.clock.now(),
  }
}

/** Wakes the worker as soon as the transaction is committed. */
export function wake(tx: Context): void {
  tx.afterCommit?.(() => tx.signals.raise(WAKE))
}

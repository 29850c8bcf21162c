import { sql } from 'kysely'
import { PREPARED } from '../platform/db/index.ts'
import { type Context, newId } from '../platform/index.ts'
import type { Content, EventName } from './events.ts'

/** Raised after deliveries were committed; wakes the worker. */
export const WAKE = 'integrations'

/** Rows of one statement. */
const BATCH = 1_000

export interface Happening {
  event: EventName
  /** Null when it is about nobody. */
  contactId: string | null
  content: Content
  at: Date
}

/**
 * Writes a delivery for every endpoint that wants to hear of it, in the transaction of what happened: both become true together, or
 * neither. A business without endpoints pays one small look-up, planned once: a withdrawal waits for it.
 */
export async function tellEndpoints(tx: Context, happenings: readonly Happening[]): Promise<void> {
  if (happenings.length === 0) return
  const { rows: endpoints } = await sql<{ endpoint_id: string; events: string[] }>`${PREPARED}
    select endpoint_id, events from endpoint where business_id = ${tx.businessId} and state = 'on'`.execute(
    tx.db,
  )
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

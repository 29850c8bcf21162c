import { sql } from 'kysely'
import { type Context, type Runtime, SECOND } from '../platform/index.ts'
import { Content } from './events.ts'

/** Longer than an attempt can take: who holds a delivery longer is gone, and another process takes it. */
const HOLD_MS = 60 * SECOND

export interface DueEndpoint {
  businessId: string
  endpointId: string
}

/** Endpoints with something due, who waits longest first; asks over all businesses, because the worker serves the installation. */
export async function dueEndpoints(runtime: Runtime, limit: number): Promise<DueEndpoint[]> {
  const now = runtime.clock.now()
  const { rows } = await sql<DueEndpoint>`
    select d.business_id as "businessId", d.endpoint_id as "endpointId" from delivery d
    where d.state = 'waiting' and d.next_at <= ${now} and (d.claimed_until is null or d.claimed_until <= ${now})
    group by d.business_id, d.endpoint_id order by min(d.next_at) limit ${limit}`.execute(runtime.db)
  return rows
}

/** One attempt that this process has in hand. */
export interface Claimed {
  deliveryId: string
  event: string
  contactId: string | null
  content: Content
  at: Date
  /** The number of this attempt. */
  attempt: number
  begun: number
}

/**
 * Takes deliveries in hand and counts the attempt, in one statement: two processes never make the same attempt. What is about a person waits
 * until everything earlier about them was tried once.
 */
export async function claimDeliveries(ctx: Context, endpointId: string, limit: number): Promise<Claimed[]> {
  const now = ctx.clock.now()
  const { rows } = await sql<Omit<Claimed, 'content'> & { content: unknown }>`
    with due as (
      select d.delivery_id from delivery d
      where d.business_id = ${ctx.businessId} and d.endpoint_id = ${endpointId} and d.state = 'waiting' and d.next_at <= ${now}
        and (d.claimed_until is null or d.claimed_until <= ${now})
        and not exists (select 1 from delivery p
          where p.business_id = ${ctx.businessId} and p.endpoint_id = ${endpointId} and p.contact_id = d.contact_id
            and p.state = 'waiting' and p.delivery_id < d.delivery_id
            and (p.attempts = p.begun or p.claimed_until > ${now}))
      order by d.next_at, d.delivery_id limit ${limit} for update skip locked)
    update delivery d set attempts = d.attempts + 1, claimed_until = ${new Date(now.getTime() + HOLD_MS)}
    from due where d.business_id = ${ctx.businessId} and d.delivery_id = due.delivery_id
    returning d.delivery_id as "deliveryId", d.event, d.contact_id as "contactId", d.content, d.at, d.attempts as attempt,
      d.begun`.execute(ctx.db)
  return rows.map((row) => ({ ...row, content: Content.parse(row.content) }))
}

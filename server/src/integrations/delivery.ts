import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import { type Page, PageQuery, toPage } from '../platform/http/index.ts'
import { type Context, notFound } from '../platform/index.ts'
import { bodyOf, Content, EventName, TEST_EVENT } from './events.ts'
import { FAILURES } from './failures.ts'

const State = z.enum(['waiting', 'delivered', 'dead'])

export const DeliveryView = z.object({
  /** Also what the receiver gets as `webhook-id`. */
  id: z.uuid(),
  endpointId: z.uuid(),
  endpointName: z.string(),
  event: z.union([EventName, z.literal(TEST_EVENT)]),
  contactId: z.uuid().nullable(),
  at: z.iso.datetime(),
  state: State,
  attempts: z.number().int(),
  /** When the next attempt is due; null when there is none. */
  nextAt: z.iso.datetime().nullable(),
  lastStatus: z.number().int().nullable(),
  lastFailure: z.enum(FAILURES).nullable(),
  doneAt: z.iso.datetime().nullable(),
})
export type DeliveryView = z.infer<typeof DeliveryView>

export const DeliveryDetail = DeliveryView.extend({
  /** The very bytes that were or will be sent. */
  body: z.string(),
  tries: z.array(
    z.object({
      attempt: z.number().int(),
      at: z.iso.datetime(),
      tookMs: z.number().int(),
      status: z.number().int().nullable(),
      failure: z.enum(FAILURES).nullable(),
    }),
  ),
})
export type DeliveryDetail = z.infer<typeof DeliveryDetail>

export const DeliveryQuery = PageQuery.extend({
  after: z.uuid().optional(),
  endpointId: z.uuid().optional(),
  contactId: z.uuid().optional(),
  state: State.optional(),
  event: EventName.optional(),
})

const select = (ctx: Pick<Context, 'db' | 'businessId'>) =>
  ctx.db
    .selectFrom('delivery')
    .innerJoin('endpoint', (join) =>
      join
        .onRef('endpoint.business_id', '=', 'delivery.business_id')
        .onRef('endpoint.endpoint_id', '=', 'delivery.endpoint_id'),
    )
    .select(['delivery.delivery_id', 'delivery.endpoint_id', 'endpoint.name', 'delivery.event'])
    .select(['delivery.contact_id', 'delivery.at', 'delivery.state', 'delivery.attempts', 'delivery.next_at'])
    .select(['delivery.last_status', 'delivery.last_failure', 'delivery.done_at', 'delivery.content'])
    .where('delivery.business_id', '=', ctx.businessId)

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

function view(row: Row): DeliveryView {
  return {
    id: row.delivery_id,
    endpointId: row.endpoint_id,
    endpointName: row.name,
    event: DeliveryView.shape.event.parse(row.event),
    contactId: row.contact_id,
    at: row.at.toISOString(),
    state: row.state,
    attempts: row.attempts,
    nextAt: row.state === 'waiting' ? row.next_at.toISOString() : null,
    lastStatus: row.last_status,
    lastFailure: DeliveryView.shape.lastFailure.parse(row.last_failure),
    doneAt: row.done_at?.toISOString() ?? null,
  }
}

/** What endpoints were told, are being told and could not be told, newest first. */
export async function listDeliveries(
  ctx: Context,
  input: z.input<typeof DeliveryQuery>,
): Promise<Page<DeliveryView>> {
  requireRole(ctx, 'dpo')
  const query = DeliveryQuery.parse(input)
  let page = select(ctx)
    .orderBy('delivery.delivery_id', 'desc')
    .limit(query.limit + 1)
  if (query.endpointId) page = page.where('delivery.endpoint_id', '=', query.endpointId)
  if (query.contactId) page = page.where('delivery.contact_id', '=', query.contactId)
  if (query.state) page = page.where('delivery.state', '=', query.state)
  if (query.event) page = page.where('delivery.event', '=', query.event)
  if (query.after) page = page.where('delivery.delivery_id', '<', query.after)
  return toPage(await page.execute(), query.limit, (row) => row.delivery_id, view)
}

/** One delivery, with what it says and what came of each attempt. @throws Problem `not_found` */
export async function getDelivery(ctx: Context, deliveryId: string): Promise<DeliveryDetail> {
  requireRole(ctx, 'dpo')
  const row = await select(ctx).where('delivery.delivery_id', '=', deliveryId).executeTakeFirst()
  if (!row) throw notFound({ de: 'Diese Zustellung', en: 'This delivery' })
  const tries = await ctx.db
    .selectFrom('delivery_attempt')
    .select(['attempt', 'at', 'took_ms', 'status', 'failure'])
    .where('business_id', '=', ctx.businessId)
    .where('delivery_id', '=', deliveryId)
    .orderBy('attempt')
    .execute()
  return {
    ...view(row),
    body: bodyOf({ ...row, contactId: row.contact_id, content: Content.parse(row.content) }),
    tries: tries.map(({ attempt, at, took_ms: tookMs, status, failure }) => ({
      attempt,
      at: at.toISOString(),
      tookMs,
      status,
      failure: DeliveryView.shape.lastFailure.parse(failure),
    })),
  }
}

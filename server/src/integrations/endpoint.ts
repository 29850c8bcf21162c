import { type Selectable, sql } from 'kysely'
import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import type { DB } from '../platform/db/index.ts'
import { type Context, notFound } from '../platform/index.ts'
import { EventName } from './events.ts'
import { FAILURES } from './failures.ts'

export const EndpointView = z.object({
  id: z.uuid(),
  name: z.string(),
  url: z.string(),
  events: z.array(EventName),
  state: z.enum(['on', 'off']),
  /** Why it is off: by hand, because it answered 410, or because nothing was taken for five days. */
  offReason: z.enum(['member', 'gone', 'failing']).nullable(),
  lastAt: z.iso.datetime().nullable(),
  lastStatus: z.number().int().nullable(),
  lastFailure: z.enum(FAILURES).nullable(),
  failingSince: z.iso.datetime().nullable(),
  /** While a secret is rotated: until when deliveries are signed with the one before as well. */
  previousSecretUntil: z.iso.datetime().nullable(),
  /** Deliveries that have not arrived yet, and those that never will by themselves. */
  waiting: z.number().int(),
  dead: z.number().int(),
  createdAt: z.iso.datetime(),
})
export type EndpointView = z.infer<typeof EndpointView>

type Row = Omit<
  Selectable<DB['endpoint']>,
  'business_id' | 'secret_sealed' | 'previous_sealed' | 'updated_at'
> & { waiting: number; dead: number }

const countIn = (state: 'waiting' | 'dead') =>
  sql<number>`(select count(*)::int from delivery d where d.business_id = endpoint.business_id
    and d.endpoint_id = endpoint.endpoint_id and d.state = ${sql.lit(state)})`

const select = (ctx: Pick<Context, 'db' | 'businessId'>) =>
  ctx.db
    .selectFrom('endpoint')
    .select(['endpoint_id', 'name', 'url', 'events', 'state', 'off_reason', 'last_at', 'last_status'])
    .select(['last_failure', 'failing_since', 'previous_until', 'created_at'])
    .select([countIn('waiting').as('waiting'), countIn('dead').as('dead')])
    .where('business_id', '=', ctx.businessId)

function view(row: Row, { clock }: Pick<Context, 'clock'>): EndpointView {
  const until = row.previous_until
  return {
    id: row.endpoint_id,
    name: row.name,
    url: row.url,
    events: z.array(EventName).parse(row.events),
    state: row.state,
    offReason: row.off_reason,
    lastAt: row.last_at?.toISOString() ?? null,
    lastStatus: row.last_status,
    lastFailure: z.enum(FAILURES).nullable().parse(row.last_failure),
    failingSince: row.failing_since?.toISOString() ?? null,
    previousSecretUntil: until && until > clock.now() ? until.toISOString() : null,
    waiting: row.waiting,
    dead: row.dead,
    createdAt: row.created_at.toISOString(),
  }
}

/** The endpoints of the business, oldest first. */
export async function listEndpoints(ctx: Context): Promise<EndpointView[]> {
  requireRole(ctx, 'dpo')
  const rows = await select(ctx).orderBy('endpoint_id').execute()
  return rows.map((row) => view(row, ctx))
}

/** One endpoint, without its secret. @throws Problem `not_found` */
export async function findEndpoint(ctx: Context, endpointId: string): Promise<EndpointView> {
  const row = await select(ctx).where('endpoint_id', '=', endpointId).executeTakeFirst()
  if (!row) throw notFound({ de: 'Diesen Endpunkt', en: 'This endpoint' })
  return view(row, ctx)
}

/** The same, with its row held until the transaction ends. */
export async function lockEndpoint(tx: Context, endpointId: string): Promise<EndpointView> {
  await tx.db
    .selectFrom('endpoint')
    .select('endpoint_id')
    .where('business_id', '=', tx.businessId)
    .where('endpoint_id', '=', endpointId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return findEndpoint(tx, endpointId)
}

import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, newId, Problem, withTransaction } from '../platform/index.ts'
import { parseEndpointUrl } from './address.ts'
import { EndpointView, findEndpoint } from './endpoint.ts'
import { EventName } from './events.ts'
import { newSecret, sealSecret } from './secret.ts'

/** Every event is written once per endpoint: more than a business has systems would only be a burden. */
const MOST = 20

export const EndpointInput = z.object({
  name: z.string().trim().min(1).max(60),
  url: z.string().trim().max(2_000),
  /** What it is told; each at most once. */
  events: z
    .array(EventName)
    .min(1)
    .transform((events) => [...new Set(events)]),
})

/** The secret is told here and never again. */
export const EndpointWithSecret = z.object({ endpoint: EndpointView, secret: z.string() })
export type EndpointWithSecret = z.infer<typeof EndpointWithSecret>

/**
 * Registers an address that is told what changes about people, and makes the secret its deliveries are signed with.
 * @throws Problem `endpoint_url`, `endpoint_many`
 */
export async function createEndpoint(
  ctx: Context,
  input: z.input<typeof EndpointInput>,
): Promise<EndpointWithSecret> {
  requireRole(ctx)
  const { name, url: text, events } = EndpointInput.parse(input)
  const url = parseEndpointUrl(text, ctx.config)
  const endpointId = newId()
  const secret = newSecret()
  return withTransaction(ctx, async (tx) => {
    const { count } = await tx.db
      .selectFrom('endpoint')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('business_id', '=', tx.businessId)
      .executeTakeFirstOrThrow()
    if (Number(count) >= MOST) {
      throw new Problem('conflict', 'endpoint_many', {
        de: `Mehr als ${MOST} Endpunkte gehen nicht. Lösche einen, der nicht mehr gebraucht wird.`,
        en: `There can be no more than ${MOST} endpoints. Delete one that is not needed any more.`,
      })
    }
    const now = tx.clock.now()
    await tx.db
      .insertInto('endpoint')
      .values({
        business_id: tx.businessId,
        endpoint_id: endpointId,
        name,
        url: url.href,
        events,
        state: 'on',
        secret_sealed: await sealSecret(tx, endpointId, secret),
        created_at: now,
        updated_at: now,
      })
      .execute()
    await recordAudit(tx, {
      action: 'endpoint.create',
      entity: 'endpoint',
      entityId: endpointId,
      after: { name, host: url.host, events },
    })
    return { endpoint: await findEndpoint(tx, endpointId), secret }
  })
}

import { z } from 'zod'
import { recordAudit } from '../audit/index.ts'
import { requireRole } from '../platform/authorise.ts'
import { type Context, withTransaction } from '../platform/index.ts'
import { parseEndpointUrl } from './address.ts'
import { EndpointInput } from './create-endpoint.ts'
import { type EndpointView, findEndpoint, lockEndpoint } from './endpoint.ts'
import { switchOff } from './switch-off.ts'

export const UpdateEndpointInput = EndpointInput.extend({ state: z.enum(['on', 'off']) }).partial()

/**
 * Changes name, address and events, or switches on and off. What happens while it is off is not told later.
 * @throws Problem `not_found`, `endpoint_url`
 */
export async function updateEndpoint(
  ctx: Context,
  endpointId: string,
  input: z.input<typeof UpdateEndpointInput>,
): Promise<EndpointView> {
  requireRole(ctx)
  const { name, url: text, events, state } = UpdateEndpointInput.parse(input)
  const url = text === undefined ? undefined : parseEndpointUrl(text, ctx.config)
  return withTransaction(ctx, async (tx) => {
    const before = await lockEndpoint(tx, endpointId)
    await tx.db
      .updateTable('endpoint')
      .set({
        name: name ?? before.name,
        url: url?.href ?? before.url,
        events: events ?? before.events,
        // Whoever switches it on believes that it works again: the five days begin anew.
        ...(state === 'on' ? { state: 'on', off_reason: null, failing_since: null } : {}),
        updated_at: tx.clock.now(),
      })
      .where('business_id', '=', tx.businessId)
      .where('endpoint_id', '=', endpointId)
      .execute()
    if (state === 'off' && before.state === 'on') await switchOff(tx, endpointId, 'member')
    const after = await findEndpoint(tx, endpointId)
    await recordAudit(tx, {
      action: 'endpoint.update',
      entity: 'endpoint',
      entityId: endpointId,
      before: told(before),
      after: told(after),
    })
    return after
  })
}

/** The host alone: an address may hold what only its owner should know. */
const told = ({ name, url, events, state }: EndpointView) => ({
  name,
  host: new URL(url).host,
  events,
  state,
})

/** Takes an endpoint away, with its deliveries; what has not arrived never will. @throws Problem `not_found` */
export async function deleteEndpoint(ctx: Context, endpointId: string): Promise<void> {
  requireRole(ctx)
  await withTransaction(ctx, async (tx) => {
    const before = await lockEndpoint(tx, endpointId)
    await tx.db
      .deleteFrom('endpoint')
      .where('business_id', '=', tx.businessId)
      .where('endpoint_id', '=', endpointId)
      .execute()
    await recordAudit(tx, {
      action: 'endpoint.delete',
      entity: 'endpoint',
      entityId: endpointId,
      before: { ...told(before), waiting: before.waiting },
      after: {},
    })
  })
}

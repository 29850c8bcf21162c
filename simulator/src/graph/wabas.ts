import { z } from 'zod'
import { GraphFault, unknownObject } from '../errors.ts'
import { handshake } from '../handshake.ts'
import type { Waba } from '../numbers.ts'
import { type Call, parse, pick } from './call.ts'

/** `GET /{waba}?fields=…` */
export function getWaba({ world, id, query }: Call): unknown {
  const waba = the(world, id)
  const facts = {
    id: waba.id,
    name: waba.name,
    status: 'ACTIVE',
    currency: 'EUR',
    country: 'DE',
    timezone_id: '42',
    message_template_namespace: `ns_${waba.id}`,
    account_review_status: 'APPROVED',
    business_verification_status: 'verified',
    ownership_type: 'SELF',
    owner_business_info: { id: `9${waba.id.slice(1)}`, name: waba.name },
    is_enabled_for_insights: false,
    marketing_messages_onboarding_status: 'INELIGIBLE',
    health_status: {
      can_send_message: 'AVAILABLE',
      entities: [{ entity_type: 'WABA', id: waba.id, can_send_message: 'AVAILABLE' }],
    },
  }
  return pick(facts, query.fields, ['id', 'name', 'currency', 'timezone_id', 'message_template_namespace'])
}

/** `GET /{waba}/subscribed_apps` */
export function listSubscriptions({ world, id }: Call): unknown {
  const waba = the(world, id)
  const app = { id: world.setup?.appId, name: 'Jawort', link: 'http://127.0.0.1/' }
  const override = waba.overrideCallback && { override_callback_uri: waba.overrideCallback }
  return { data: waba.subscribed ? [{ whatsapp_business_api_data: app, ...override }] : [] }
}

const subscribeSchema = z.looseObject({
  override_callback_uri: z.string().optional(),
  verify_token: z.string().optional(),
})

/**
 * `POST /{waba}/subscribed_apps`. Another callback address must pass the handshake first and is then used for
 * all accounts, because there is one server behind the simulator.
 */
export async function subscribe({ world, id, body }: Call): Promise<unknown> {
  const waba = the(world, id)
  const wish = parse(subscribeSchema, body ?? {})
  const callbackUrl = wish.override_callback_uri
  if (callbackUrl && world.setup) {
    const verifyToken = wish.verify_token ?? ''
    if (!URL.canParse(callbackUrl) || !(await handshake(callbackUrl, verifyToken))) {
      throw new GraphFault(100, 'The callback URL could not be verified.', { subcode: 2200 })
    }
    waba.overrideCallback = callbackUrl
    world.setup = { ...world.setup, callbackUrl, verifyToken, verified: true }
    world.sender.aim(world.setup)
  }
  waba.subscribed = true
  return { success: true }
}

/** `DELETE /{waba}/subscribed_apps`: no webhooks of this account any more */
export function unsubscribe({ world, id }: Call): unknown {
  const waba = the(world, id)
  waba.subscribed = false
  delete waba.overrideCallback
  return { success: true }
}

function the(world: Call['world'], id: string): Waba {
  const waba = world.numbers.wabas.get(id)
  if (!waba) throw unknownObject(id)
  return waba
}

import { z } from 'zod'
import { GraphFault, unknownObject } from '../errors.ts'
import { handshake } from '../handshake.ts'
import type { Waba } from '../numbers.ts'
import { analyticsOf } from './analytics.ts'
import { type Call, parse, pick } from './call.ts'
import { healthOfWaba } from './health.ts'

/** `GET /{waba}?fields=…` */
export function getWaba({ world, id, query }: Call): unknown {
  const waba = the(world, id)
  const facts = {
    id: waba.id,
    name: waba.name,
    status: waba.ban?.state === 'DISABLE' ? 'DISABLED' : 'ACTIVE',
    currency: waba.currency,
    country: waba.country,
    timezone_id: '42',
    message_template_namespace: `ns_${waba.id}`,
    account_review_status: waba.review,
    business_verification_status: waba.verification,
    ownership_type: 'SELF',
    owner_business_info: { id: `9${waba.id.slice(1)}`, name: waba.name },
    is_enabled_for_insights: waba.insights ?? false,
    marketing_messages_onboarding_status: waba.marketingApi ? 'ONBOARDED' : 'ELIGIBLE',
    health_status: healthOfWaba(world, waba),
    ...analyticsOf(world, waba, query.fields ?? ''),
  }
  return pick(facts, query.fields, ['id', 'name', 'currency', 'timezone_id', 'message_template_namespace'])
}

/** Countries of accounts here that get insights into templates; in the EU, the UK and Japan there are none (§8.5). */
const WITH_INSIGHTS = ['US', 'CA', 'BR', 'IN', 'MX', 'ZA', 'CH']

/** `POST /{waba}?is_enabled_for_insights=true` @throws GraphFault 200005 in the EU and the UK, 200006 to switch it off */
export function changeWaba({ world, id, query, body }: Call): unknown {
  const waba = the(world, id)
  const wish = parse(z.looseObject({ is_enabled_for_insights: z.coerce.string().optional() }), body ?? query)
  if (wish.is_enabled_for_insights === undefined) return { id }
  if (!WITH_INSIGHTS.includes(waba.country))
    throw new GraphFault(200005, 'Insights into templates are not available for this account.')
  if (wish.is_enabled_for_insights !== 'true')
    throw new GraphFault(200006, 'Insights cannot be switched off.')
  waba.insights = true
  return { id }
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

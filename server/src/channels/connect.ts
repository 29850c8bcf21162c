import { z } from 'zod'
import { requireRole } from '../platform/authorise.ts'
import { type Context, Problem } from '../platform/index.ts'
import { createGraphClient, type GraphResult } from '../whatsapp/index.ts'
import { type Channel, Credentials } from './channel.ts'
import { checkChannel } from './check.ts'
import { saveChannel } from './save.ts'

export const ConnectChannelInput = Credentials.extend({
  name: z.string().trim().min(1).max(60),
  phoneNumberId: z.string().regex(/^\d{5,20}$/),
  wabaId: z.string().regex(/^\d{5,20}$/),
})

/**
 * Connects a real number: checks every credential, subscribes the app to the account's events, and saves the channel
 * with what Meta says of it.
 * @throws Problem `channel_check_failed` naming each wrong credential, `subscription_failed`, `channel_exists`
 */
export async function connectChannel(
  ctx: Context,
  input: z.input<typeof ConnectChannelInput>,
): Promise<Channel> {
  requireRole(ctx)
  const fields = ConnectChannelInput.parse(input)
  const { name: _name, ...credentials } = fields
  const check = await checkChannel(ctx, credentials)
  if (!check.ok || !check.number) {
    throw new Problem(
      'invalid',
      'channel_check_failed',
      {
        de: 'Die Nummer lässt sich noch nicht verbinden. Sieh dir die markierten Schritte an.',
        en: 'The number cannot be connected yet. Please look at the marked steps.',
      },
      Object.fromEntries(
        check.steps.filter(({ state }) => state === 'fail').map(({ key, detail }) => [key, detail]),
      ),
    )
  }
  const client = createGraphClient({
    baseUrl: ctx.config.graphBaseUrl,
    version: ctx.config.graphVersion,
    token: fields.accessToken,
    appSecret: fields.appSecret,
  })
  try {
    const subscribed = await client.subscribeApp(fields.wabaId)
    // Without the subscription no STOP would ever reach us: such a number must not be connected.
    if (subscribed.ok !== true) throw notSubscribed(subscribed)
  } finally {
    await client.close()
  }
  // Meta has no verified name for a number that is not through its check yet.
  const verifiedName = check.number.verifiedName || fields.name
  return saveChannel(ctx, { ...fields, ...check.number, verifiedName })
}

function notSubscribed(result: Exclude<GraphResult<unknown>, { ok: true }>): Problem {
  const said = result.ok === false ? `${result.error.title} (${result.error.code})` : result.detail
  return new Problem('unavailable', 'subscription_failed', {
    de: `Die Ereignisse dieses Kontos ließen sich nicht abonnieren: ${said}. Bitte versuche es noch einmal.`,
    en: `The events of this account could not be subscribed: ${said}. Please try again.`,
  })
}
